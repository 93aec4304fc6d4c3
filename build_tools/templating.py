"""Jinja, set up once: every piece of generated HTML and prose is a file in `templates/`."""

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.expressions import expression

if TYPE_CHECKING:
    from jinja2 import Environment


# What Python-Markdown reads as markup anywhere, with `@`, which the citation extension adds, and
# what it reads as markup only at the start of a block. Each escape costs time: no more than needed.
_MARKUP = expression(r"([\\`*_{}\[\]@|])")
# https://www.w3.org/TR/xml/#charsets
_NOT_XML = expression(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AT_START = expression(r"^(\s*\d*)([.#+\-!>])")

# The names of the templates rendered since this was last cleared, by who keeps what they made.
RENDERED: set[str] = set()


def escape_markdown(text: str) -> str:
    """Escape text so that Markdown shows it as it is, in a paragraph or a table cell."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _AT_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def escape_around_code(text: str) -> str:
    """Escape text in which code stands between backticks, so that Markdown shows that as code."""
    words, *others = text.split("`")
    shown = [escape_markdown(words)]
    for n, part in enumerate(others):
        shown.append(escape_markdown(part) if n % 2 else f"`{part}`")
    return "".join(shown)


def quote_yaml(text: str) -> str:
    """Return text as a value of YAML in double quotation marks, on one line."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


@lru_cache(maxsize=1_000)
def make_anchor(text: str) -> str:
    """Return text as an id: its words in lower case, joined by hyphens."""
    return "-".join(re.findall(r"\w+", text.lower()))


def _without_control_signs(value: object) -> object:
    """Replace the characters that XML cannot hold: what is made is parsed."""
    if isinstance(value, str) and _NOT_XML.search(value):
        return type(value)(_NOT_XML.sub("\ufffd", value))
    return value


@cache
def _environment() -> "Environment":
    # It takes long to load, and a check renders nothing.
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("build_tools"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=lambda name: name is not None and ".html" in name,
        finalize=_without_control_signs,
    )
    environment.filters["md"] = escape_markdown
    environment.filters["md_with_code"] = escape_around_code
    environment.filters["anchor"] = make_anchor
    environment.filters["yaml"] = quote_yaml
    return environment


def render(template: str, **values: object) -> str:
    """Render one template: `.html.j2` escapes what it is given, `.md.j2` uses the filter `md`."""
    RENDERED.add(template)
    return _environment().get_template(template).render(**values)


def template_texts() -> dict[str, str]:
    """Return the text of every template by name, as the files are now."""
    folder = Path(__file__).parent / "templates"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.j2"))
    }


def texts_behind(names: Iterable[str], texts: dict[str, str]) -> dict[str, str]:
    """Return those of `texts` that some templates are made of: their own, and what these include.

    They are all of them where one works out, only as it runs, what it includes.
    """
    found: dict[str, str] = {}
    left = list(names)
    while left:
        if (name := left.pop()) in found:
            continue
        found[name] = texts[name]
        for other in _referenced(texts[name]):
            if other is None:
                return texts
            left.append(other)
    return found


@lru_cache(maxsize=1_000)
def _referenced(text: str) -> tuple[str | None, ...]:
    """Return the names after a template's `include`, `import` and `extends`; None: not constant."""
    from jinja2 import meta  # noqa: PLC0415

    return tuple(meta.find_referenced_templates(_environment().parse(text)))
