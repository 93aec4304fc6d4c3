"""The generated page for contributors: every rule, block and key, with examples."""

from build_tools.files.limits import Limits
from build_tools.files.model_keys import ModelKey, keys_of
from build_tools.files.models import StrictModel
from build_tools.ledger import Ledger
from build_tools.pages.events import Event
from build_tools.pages.front_matter import EVENT, PageMeta
from build_tools.templating import render

CONTRIBUTOR_PAGE = "contributing.md"


def render_contributor_page(ledger: Ledger) -> str:
    """Return the Markdown of the page; rules, blocks and models describe themselves."""
    limits = ledger.library.limits
    blocks = ledger.kit.blocks.values()
    return render(
        "contributing.md.j2",
        rules=ledger.kit.rules.values(),
        blocks=[(block, [] if block.filled_from else _rows(block.model)) for block in blocks],
        head=[row for row in _rows(PageMeta) if row.path[:1] != (EVENT,) or row.path == (EVENT,)],
        event=_rows(Event),
        limits=[
            (name, field.description, _value(getattr(limits, name)))
            for name, field in Limits.model_fields.items()
        ],
    )


def _rows(model: type[StrictModel]) -> list[ModelKey]:
    return list(keys_of(model))


def _value(value: object) -> str:
    """Write a limit as a setting gives it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return f"{value:.2g}" if isinstance(value, float) else str(value)
