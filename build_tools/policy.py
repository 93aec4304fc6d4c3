"""The limits that the checks keep to; `mkdocs.yml` may set them under `extra: evidence:`."""

from build_tools.validation import StrictModel


class Policy(StrictModel):
    """Limits, in words unless said otherwise."""

    # Verbatim words of one source shown on the whole site, as a share of its body.
    largest_share: float = 0.20
    # Verbatim words shown at a time.
    largest_quotation: int = 25
    # A sentence, quotations aside.
    longest_sentence: int = 25
    # Citations that bear one statement.
    most_citations: int = 3
    # Words in a row that may stand outside quotation marks as they stand in a source.
    longest_copy: int = 9
