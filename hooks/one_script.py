"""Let each page load one script, made of the site's own."""

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from build_tools.scripts import ONE, join_scripts


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the one script in place of those that the configuration names."""
    scripts = {str(script): script for script in config.extra_javascript}
    own = {path: file for path in scripts if (file := files.get_file_from_path(path))}
    for file in own.values():
        files.remove(file)
    text = join_scripts(file.content_string for file in own.values())
    files.append(File.generated(config, ONE, content=text))
    one = ExtraScriptValue(ONE)
    one.defer = True
    config.extra_javascript = [one, *(scripts[path] for path in scripts if path not in own)]
    return files
