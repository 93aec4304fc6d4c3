"""Compile the templates of the theme once in a process, and do not list its 14,000 icons."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from build_tools.preview.theme_templates import VisibleTemplates, compiled_templates


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Give the theme's environments a loader that leaves out what MkDocs would drop."""
    theme, make_environment = config.theme, config.theme.get_env

    def get_env() -> Environment:
        environment = make_environment()
        environment.loader = VisibleTemplates(theme.dirs)
        environment.bytecode_cache = compiled_templates(environment, "bare theme")
        return environment

    # MkDocs makes an environment and lists its templates, and Material's search another to
    # translate its options, without an event between.
    theme.get_env = get_env


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Use what is compiled, now that no other hook adds to the environment any more."""
    env.bytecode_cache = compiled_templates(env)
