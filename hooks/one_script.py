"""Let each page load one script of the site's own."""

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files

from build_tools.theme.scripts import SITE_SCRIPT, check_scripts, join_scripts, own_scripts

log = get_plugin_logger("one_script")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the one script in place of those that it is made of."""
    named, known = own_scripts(config.extra_javascript), list(files.src_uris)
    for problem in check_scripts(named, known):
        log.warning(str(problem))
    own = [path for path in named if path in known]
    sources = [files.src_uris[path] for path in own]
    for file in sources:
        files.remove(file)
    text = join_scripts(file.content_string for file in sources)
    files.append(File.generated(config, SITE_SCRIPT, content=text))
    one = ExtraScriptValue(SITE_SCRIPT)
    one.defer = True
    config.extra_javascript = [one, *(path for path in config.extra_javascript if path not in own)]
    return files
