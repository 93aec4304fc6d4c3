"""Which outlet a page is of, as it writes the name itself."""

from typing import Any

from build_tools.expressions import expression
from build_tools.intake.blocks import key_of

_BETWEEN = expression(" [-–—] |[｜|]")


def find_outlet(tree: Any, headline: str) -> str:
    """Return the site that a page declares, else what its title has last beside the headline.

    Nothing where it has neither.
    """
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:site_name" and (name := meta.get("content", "").strip()):
            return str(name)
    title = next((it.text_content() for it in tree.iter("title")), "")
    wanted = key_of(headline)
    parts = [part.strip() for part in _BETWEEN.split(" ".join(title.split())) if part.strip()]
    beside = [part for part in parts if wanted not in key_of(part) and key_of(part) not in wanted]
    return beside[-1] if wanted and 0 < len(beside) < len(parts) else ""
