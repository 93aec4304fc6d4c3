"""The limits that the checks keep to; `mkdocs.yml` may set them under `extra: evidence:`."""

from typing import Annotated

from pydantic import Field

from build_tools.files.models import StrictModel

Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
Rate = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(gt=0)]


class Limits(StrictModel):
    """Limits, in words unless said otherwise."""

    # Verbatim words of one source shown on the whole site, as a share of its body: a third.
    largest_share: Share = 1 / 3
    # Verbatim words shown at a time.
    largest_quotation: Count = 25
    # A sentence, quotations aside.
    longest_sentence: Count = 32
    # Citations of one statement.
    most_citations: Count = 3
    # Words in a row that may be a source's own outside quotation marks.
    longest_copy: Count = 9
    # How a page's prose should read: words a sentence on average, at least and at most, and
    # attributions and markers to a hundred words. `check --reading` tells; it is no problem.
    words_a_sentence: tuple[Count, Count] = (10, 22)
    most_attributions: Rate = 3.5
    most_markers: Rate = 5.0
