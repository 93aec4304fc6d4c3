"""What of a record its own text speaks against: classes of lines, and two days."""

from collections.abc import Iterator

from build_tools.english import LANGUAGE
from build_tools.files.yaml_places import LinedYaml
from build_tools.lines.dates import find_date
from build_tools.lines.shape import (
    count_words,
    ends_sentence,
    is_item,
    is_name,
    is_row,
    opens_list,
)
from build_tools.lines.signs import sign_of
from build_tools.problems import Place, Problem
from build_tools.sources.articles import Article, Line
from build_tools.sources.given_days import given_days
from build_tools.sources.records import Record
from build_tools.text.dates import parse_edtf

CODE = "guess"
_LONG, _SHOWN, _HEADING = 12, 50, 9


def check_doubts(
    record: Record, article: Article, yaml: LinedYaml, text_path: str
) -> Iterator[Problem]:
    """Yield a problem for each doubt without a reason under `sure`, and for idle reasons.

    A doubt is under the number of a line, or under the key of a day.
    """
    doubts = dict(_doubts(record, article, yaml, text_path))
    for key, problem in doubts.items():
        if key not in record.sure:
            yield problem
    for key in record.sure.keys() - doubts.keys():
        message = f"'sure' must name a line or a day that is in doubt; '{key}' is none"
        yield Problem(yaml.place_of(("sure", key)), CODE, message, "take it out")


def _doubts(
    record: Record, article: Article, yaml: LinedYaml, text_path: str
) -> Iterator[tuple[str, Problem]]:
    for line, message in _doubted_lines(article):
        column = len(line.text) - len(line.text.lstrip()) + 1
        words = line.text.strip().strip("“”")[:_SHOWN]
        hint = f"it is “{words}”; if the class is right, say why under 'sure'"
        place = Place(text_path, line.number, column)
        yield str(line.number), Problem(place, CODE, message, hint)
    for keys, message, found in _doubted_days(record, article):
        hint = f"it gives {found}; if the record is right, say why under 'sure'"
        yield ".".join(keys), Problem(yaml.place_of(keys), CODE, message, hint)


def _doubted_lines(article: Article) -> Iterator[tuple[Line, str]]:
    """Yield the lines in doubt, each with what must hold."""
    body = [paragraph.line for paragraph in article.paragraphs]
    threes = zip(article.paragraphs, article.paragraphs[1:], article.paragraphs[2:], strict=False)
    headings = {it.line for above, it, below in threes if _heads(above.text, it.text, below.text)}
    after_comment = False
    for line in article.lines:
        if line.kind == "body":
            if is_name(line.text):
                yield line, "a line of the body must be a paragraph: it is a name alone"
            elif sign := sign_of(line.text):
                yield line, f"a line of the body must be a paragraph: it reads like '{sign}'"
            elif after_comment:
                yield line, "a line of the body must be of the article: it stands below a comment"
            elif line.number in headings:
                yield line, "a line of the body must be a paragraph: it reads like a subheading"
        elif line.kind == "comment":
            # The number of the comments may stand above the article.
            after_comment = line.number > body[0]
        elif line.kind == "furniture" and body[0] < line.number < body[-1]:
            is_long = ends_sentence(line.text) and count_words(line.text) >= _LONG
            if is_long and not sign_of(line.text):
                yield line, "a line among paragraphs must be furniture: it reads like a paragraph"


def _heads(above: str, text: str, below: str) -> bool:
    """Tell whether a paragraph is short and no sentence, and alone so: no item of a list."""
    if ends_sentence(text) or opens_list(text) or is_item(text) or is_row(text):
        return False
    return count_words(text) < _HEADING and ends_sentence(above) and ends_sentence(below)


def _doubted_days(record: Record, article: Article) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the keys of the days that the text does not give, what must hold, and what it gives."""
    published = parse_edtf(record.issued)
    # The day of a paper's issue may stand above that of the article.
    given = [find_date(line.text) for line in article.lines if line.kind == "published"]
    written = next((day for day in given if day), "")
    if written and not {day.isoformat() for day in published} & {*given}:
        message = "'issued' must be the day that the line of class 'published' gives"
        yield ("issued",), message, written
        if "issued" not in record.sure:
            # The weekdays of the text are reckoned from the day that is likelier right.
            published = parse_edtf(written)
    if not record.language.startswith(LANGUAGE):
        return  # Nothing here reads its weekdays.
    days, recent = given_days(article, published)
    # An article that gives no day of late leaves it to `basis`.
    if recent and not days & set(parse_edtf(record.event.date)):
        message = "'event.date' must be a day that the text of the article gives"
        found = ", ".join(day.isoformat() for day in sorted(recent))
        yield ("event", "date"), message, found
