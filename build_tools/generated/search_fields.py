"""What the search's index is given to find pages by that they do not have."""

from build_tools.ledger import Ledger
from build_tools.site_data.search_words import SEARCH_WORDS
from build_tools.text.misspelt import misspell


def search_fields(ledger: Ledger) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the fields `words` and `misspelt`, by the path of a page or section below docs."""
    file = ledger.kit.data.of(SEARCH_WORDS)
    names = ledger.library.names.file
    misspelt = {
        page: tuple(it for forms in getattr(names, kind) for form in forms for it in misspell(form))
        for page, kind in file.misspelt.items()
    }
    return {"words": file.words, "misspelt": misspelt}
