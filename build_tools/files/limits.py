"""The limits that the checks keep to; `mkdocs.yml` may set them under `extra: evidence:`."""

from typing import Annotated

from pydantic import Field

from build_tools.files.models import StrictModel

Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
Rate = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Count = Annotated[int, Field(gt=0)]


class Limits(StrictModel):
    """Limits, in words unless said otherwise."""

    largest_share: Share = Field(
        default=1 / 3,
        description="Words shown of one article on the whole site, in notes as well, as a share of "
        "its body",
    )
    largest_quotation: Count = Field(default=25, description="Words of one quotation")
    longest_sentence: Count = Field(default=32, description="Words of a sentence, quotations aside")
    most_citations: Count = Field(default=3, description="Citations to a statement")
    longest_copy: Count = Field(
        default=9,
        description="Words in a row that may stand outside quotation marks as in a source",
    )
    # How a page's prose should read: `check --reading` tells, and it is no problem.
    words_a_sentence: tuple[Count, Count] = Field(
        default=(10, 22),
        description="Words of the sentences of a page on average, at least and at most; advice",
    )
    most_attributions: Rate = Field(
        default=3.5, description="Attributions to 100 words of a page; advice"
    )
    most_markers: Rate = Field(default=5.0, description="Markers to 100 words of a page; advice")
