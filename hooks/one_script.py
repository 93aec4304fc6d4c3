"""Let each page load one script of the site's own."""

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from build_tools.scripts import ONE, is_elsewhere, join_scripts

log = get_plugin_logger("one_script")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the one script in place of the plain ones that the configuration names."""
    # Those with a type, or that say when to run, are no text.
    plain = [script for script in config.extra_javascript if isinstance(script, str)]
    own = {path: file for path in plain if (file := files.get_file_from_path(path))}
    for path in plain:
        if path not in own and not is_elsewhere(path):
            log.warning(f"extra_javascript names '{path}', and docs/ has no such file")
    for file in own.values():
        files.remove(file)
    text = join_scripts(file.content_string for file in own.values())
    files.append(File.generated(config, ONE, content=text))
    one = ExtraScriptValue(ONE)
    one.defer = True
    others = [script for script in config.extra_javascript if str(script) not in own]
    config.extra_javascript = [one, *others]
    return files
