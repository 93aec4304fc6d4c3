"""The record of a source: its bibliography in CSL variables, and the class of every line.

CSL variables: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
Dates are EDTF level 0 as CSL 1.0.2 admits them: a day, a minute, or an interval of days that
means "one of these".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, HttpUrl, TypeAdapter, model_validator

from build_tools.expressions import expression
from build_tools.files.models import Id, PlainText, StrictModel, Text, in_schemas, validate
from build_tools.files.yaml_places import LinedYaml, parse_yaml
from build_tools.text.dates import ExactDate, first_day

LineClass = Literal[
    "headline", "dek", "byline", "dateline", "published", "updated", "caption", "credit",
    "body", "subheading", "pullquote", "related-link", "comment", "newsletter", "furniture",
]  # fmt: skip
LINE_CLASSES: tuple[LineClass, ...] = get_args(LineClass)

# No newspaper is older; and there must be earlier days, for a weekday to refer back to.
_FIRST_YEAR = 1600
_LANGUAGE, _SUM = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "[0-9a-f]{64}"
_RANGE = expression(r"(\d+)(?:-(\d+))?")


def _check_year(value: str) -> str:
    if first_day(value).year < _FIRST_YEAR:
        raise ValueError(f"must be in {_FIRST_YEAR} or later")
    return value


def _check_language(value: str) -> str:
    if not re.fullmatch(_LANGUAGE, value):
        raise ValueError("must be a BCP 47 tag, such as en or en-GB")
    return value


def _check_ranges(value: str) -> str:
    for part in value.split(","):
        match = _RANGE.fullmatch(part.strip())
        if not match or int(match[1]) == 0 or (match[2] and int(match[2]) < int(match[1])):
            raise ValueError("must be numbers like '3' or '6, 8, 10-12'")
    return value


def _check_sum(value: str) -> str:
    if not re.fullmatch(_SUM, value):
        raise ValueError("must be what `sha256sum` gives: 64 digits and letters from a to f")
    return value


def check_url(value: str) -> str:
    """Return an address as RFC 3986 has it, without brackets, quotes, and a user's name.

    Raises ValueError for any other.
    """
    url = TypeAdapter(HttpUrl).validate_python(value)
    if url.username or url.password:
        raise ValueError("must not have a user's name in it")
    if found := re.search(r"[\s<>()\[\]{}\"'`|\\^]|[^\x21-\x7e]", value):
        raise ValueError(f"must be escaped as in a browser's address bar: found “{found[0]}”")
    return value


SourceDate = Annotated[ExactDate, AfterValidator(_check_year)]
Language = Annotated[str, AfterValidator(_check_language), in_schemas(_LANGUAGE)]
Sum = Annotated[str, AfterValidator(_check_sum), in_schemas(_SUM)]
LineRanges = Annotated[str, AfterValidator(_check_ranges)]
LineNumber = Annotated[str, Field(pattern=r"^[1-9]\d*$")]
Url = Annotated[str, AfterValidator(check_url)]


class Name(StrictModel):
    """A CSL name: a person in two parts, or a body as one `literal`."""

    family: Text | None = None
    given: Text | None = None
    literal: PlainText | None = None

    @model_validator(mode="after")
    def _one_form(self) -> "Name":
        if (self.literal is None) == (self.family is None):
            raise ValueError("must have either 'literal' or 'family' (with 'given')")
        return self


class Ownership(StrictModel):
    """Who owns the outlet, as a label for readers; `state` marks state media."""

    label: Text
    criterion: Text
    basis: Text
    state: bool = False


class Origin(StrictModel):
    """Who first gathered the news: two sources with one origin are one witness.

    Without `paragraphs` it is the origin of all; else the others are the outlet's own.
    """

    id: Id
    paragraphs: LineRanges | None = None
    basis: Text


class DerivedFrom(StrictModel):
    """The source that this one follows."""

    id: Id
    basis: Text


class SourceEvent(StrictModel):
    """The call or meeting that the source reports."""

    name: Text
    date: SourceDate
    basis: Text


class Record(StrictModel):
    """One record, `seeds/<id>.yml`. Every key is explained in `seeds/TEMPLATE.yml`."""

    id: Id
    type: Literal["article-newspaper", "article-magazine", "webpage"]
    title: Text | None = None
    description: Text | None = None
    container_title: PlainText = Field(alias="container-title")
    container_title_short: PlainText | None = Field(default=None, alias="container-title-short")
    publisher: Text
    author: tuple[Name, ...] = ()
    issued: SourceDate
    updated: SourceDate | None = None
    url: Url | None = Field(default=None, alias="URL")
    language: Language
    section: Text | None = None
    sha256: Sum
    page_sha256: Sum | None = Field(default=None, alias="page-sha256")
    lines: dict[LineClass, LineRanges]
    split: dict[LineNumber, dict[LineClass, Text]] = Field(default_factory=dict)
    to_confirm: dict[str, Text] = Field(default_factory=dict, alias="to-confirm")
    sure: dict[str, Text] = Field(default_factory=dict)
    unknown: dict[str, Text] = Field(default_factory=dict)
    ownership: Ownership
    origin: Origin
    derived_from: DerivedFrom | None = Field(default=None, alias="derived-from")
    event: SourceEvent

    @property
    def outlet(self) -> str:
        """The name by which a sentence calls the outlet: the agency where one is credited."""
        agencies = (name.literal for name in self.author if name.literal)
        return next(agencies, self.container_title_short or self.container_title)

    def origin_of(self, numbers: Iterable[int]) -> str:
        """Return the id of the origin of some paragraphs: ours where all are the outlet's own.

        One article is one witness at most, so that among others' paragraphs its own do not count.
        """
        ranges = parse_line_ranges(self.origin.paragraphs) if self.origin.paragraphs else []
        cited = set(numbers)
        passed_on = any(first <= number <= last for number in cited for first, last in ranges)
        return self.id if cited and ranges and not passed_on else self.origin.id

    @model_validator(mode="after")
    def _title_or_description(self) -> "Record":
        if (self.title is None) == (self.description is None):
            raise ValueError(
                "must have either 'title', or 'description' where the text has no headline"
            )
        return self

    @model_validator(mode="after")
    def _url_or_why_not(self) -> "Record":
        if self.url is None and "URL" not in self.unknown:
            raise ValueError(
                "must have 'URL'; if none is known, 'URL' under 'unknown' must say what was tried"
            )
        return self


@dataclass(frozen=True)
class PlacedRecord:
    """A valid record with the file it came from, so that later findings can point into it."""

    record: Record
    yaml: LinedYaml


def parse_line_ranges(value: str) -> list[tuple[int, int]]:
    """Parse '6, 8, 10-12' to inclusive (first, last) pairs; the record has validated the form."""
    pairs = []
    for part in value.split(","):
        first, _, last = part.strip().partition("-")
        pairs.append((int(first), int(last or first)))
    return pairs


def parse_record(text: str, path: str) -> PlacedRecord:
    """Parse and validate one record.

    Raises InputProblems with every error at once: code `yaml` for syntax and duplicate keys,
    code `record` for a wrong, missing or unknown key.
    """
    lined = parse_yaml(text, path)
    return PlacedRecord(validate(Record, lined, "record", "seeds/TEMPLATE.yml"), lined)
