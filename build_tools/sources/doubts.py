"""Lines whose words speak against the class that a record has them in."""

from collections.abc import Iterator

from build_tools.files.yaml_places import LinedYaml
from build_tools.lines.shape import count_words, ends_sentence, is_name
from build_tools.lines.signs import sign_of
from build_tools.problems import Place, Problem
from build_tools.sources.articles import Article, Line
from build_tools.sources.records import Record

CODE = "guess"
_LONG, _SHOWN = 12, 50


def check_classes(
    record: Record, article: Article, yaml: LinedYaml, text_path: str
) -> Iterator[Problem]:
    """Yield a problem for each line in doubt without a reason under `sure`, and for idle ones."""
    doubted = {str(line.number): (line, message) for line, message in _doubts(article)}
    for number, (line, message) in doubted.items():
        if number not in record.sure:
            column = len(line.text) - len(line.text.lstrip()) + 1
            hint = (
                f"it is “{line.text.strip()[:_SHOWN]}”; if the class is right, say why under 'sure'"
            )
            yield Problem(Place(text_path, line.number, column), CODE, message, hint)
    for number in record.sure.keys() - doubted.keys():
        message = f"'sure' must name a line whose class is in doubt; '{number}' is none"
        yield Problem(yaml.place_of(("sure", number)), CODE, message, "take it out")


def _doubts(article: Article) -> Iterator[tuple[Line, str]]:
    """Yield the lines in doubt, each with what must hold."""
    body = [paragraph.line for paragraph in article.paragraphs]
    for line in article.lines:
        if line.kind == "body":
            if is_name(line.text):
                yield line, "a line of the body must be a paragraph: it is a name alone"
            elif sign := sign_of(line.text):
                yield line, f"a line of the body must be a paragraph: it reads like '{sign}'"
        elif line.kind == "furniture" and body[0] < line.number < body[-1]:
            is_long = ends_sentence(line.text) and count_words(line.text) >= _LONG
            if is_long and not sign_of(line.text):
                yield line, "a line among paragraphs must be furniture: it reads like a paragraph"
