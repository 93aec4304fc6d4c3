"""One script of the site's own, without what only its writers read."""

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlsplit

from rapidfuzz import process
from rjsmin import jsmin

from build_tools.problems import Place, Problem

SITE_SCRIPT = "assets/site.js"


def join_scripts(texts: Iterable[str]) -> str:
    """Return scripts as one, in their order, without comments and indents."""
    return "\n".join(jsmin(text) for text in texts)


def own_scripts(listed: Iterable[object]) -> list[str]:
    """Return which entries of `extra_javascript` are joined: plain paths below `docs`.

    Left are addresses of other hosts, and entries that say of what type they are or when they run.
    """
    return [entry for entry in listed if isinstance(entry, str) and not urlsplit(entry).netloc]


def check_scripts(own: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem (code `config`) for each path that is none of those below `docs`."""
    for path in own:
        if path not in known:
            message = f"'{path}' of extra_javascript must be a file below docs/"
            best = process.extractOne(path, known, score_cutoff=70)
            hint = f"did you mean '{best[0]}'?" if best else ""
            yield Problem(Place("mkdocs.yml"), "config", message, hint)
