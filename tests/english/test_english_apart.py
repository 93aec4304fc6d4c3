"""The engine looks for no English of its own: every word that it seeks in a text is in `english/`.

Another language is then a package of the same names. What the engine says to people, and the
phrases of saved pages in the YAML of `lines/` and `intake/`, are not meant.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT

from build_tools.english import asking, clauses, dates, names, negation, neighbours, numerals, verbs

ENGINE = ROOT / "build_tools"
FOLDERS = ("english", "explainer")
# What the package itself takes for English: small words, those of saying, numbers, days, months.
ENGLISH = frozenset(
    word.lower()
    for words in (
        asking.ASKING, clauses.BEGINS_HALF, negation.BEFORE_DENIED, neighbours.BETWEEN,
        verbs.SAYING, verbs.HELPING, verbs.WILL, numerals.NUMBERS, numerals.ORDINALS, dates.MONTHS,
        dates.WEEKDAYS, names.NOT_NAMES,
    )
    for word in words
    if len(word) > 1
)  # fmt: skip
# A file, and which of these words it may look for, for the reason given.
EXCEPTIONS = {
    # Attributes of HTML.
    "book/chapters.py": {"for"},
    "files/unread_files.py": {"on"},
    "theme/html.py": {"for"},
    # A key of the file of stand-ins, and an answer at the terminal.
    "lexicon/stand_ins_file.py": {"in"},
    "cli/stand_in.py": {"no"},
    # The program's own messages, read again.
    "editor/fixes.py": {"be", "did", "has", "it", "must", "the", "you"},
    "files/models.py": {"be", "must", "the"},
    # The syntax of citations: `no mention of "…" or "…"`, and what is typed in place of `paras.`.
    "syntax/citations.py": {"and", "as", "no", "of", "or"},
}
# Methods that look for the text that they are given.
SEEKING = frozenset(
    """startswith endswith removeprefix removesuffix partition rpartition split count find rfind
    index rindex replace""".split()
)
EITHER_CASE = re.compile(r"\[[A-Z]([a-z])\](?=[a-z])")
NO_WORDS = re.compile(r"\\[a-zA-Z]|\(\?P[<=]\w+[>)]|\(\?[a-zA-Z-]+[:)]")
WORD = re.compile(r"(?<![\w&<@.-])[A-Za-z]{2,}(?![\w-])")


def english_in(text: str) -> set[str]:
    plain = NO_WORDS.sub(" ", EITHER_CASE.sub(r"\1", text))
    return {word.lower() for word in WORD.findall(plain)} & ENGLISH


def strings_in(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def parts_of(expression: ast.AST, values: dict[str, ast.AST]) -> Iterator[str]:
    """Yield the texts that an expression is made of, those behind names of the module included."""
    yield from strings_in(expression)
    for inner in ast.walk(expression):
        if isinstance(inner, ast.Name) and (value := values.get(inner.id)):
            yield from parts_of(
                value, {name: it for name, it in values.items() if name != inner.id}
            )


def is_word_list(node: ast.AST) -> bool:
    """Tell whether a value is several words: a literal collection, or a text that is split."""
    match node:
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
            return len(items) > 1 and all(isinstance(it, ast.Constant) for it in items)
        case ast.Call(func=ast.Name(id="frozenset"), args=[inner]):
            return is_word_list(inner)
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="split"), args=[]):
            return True
    return False


def sought(tree: ast.Module) -> Iterator[str]:
    """Yield the texts that a module looks for: in expressions, in lists of words, by comparing."""
    values = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for value in values.values():
        if is_word_list(value):
            yield from strings_in(value)
    for node in ast.walk(tree):
        match node:
            case (
                ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[expression, *_])
                | ast.Call(func=ast.Name(id="expression"), args=[expression, *_])
                | ast.Call(func=ast.Name(id="Edit"), args=[_, expression, *_])
            ):
                yield from parts_of(expression, values)
            case ast.Call(func=ast.Attribute(value=it, attr=attr), args=arguments) if (
                attr in SEEKING and not isinstance(it, ast.Constant)
            ):
                for argument in arguments:
                    yield from strings_in(argument)
            case ast.Compare(left=left, comparators=others):
                for operand in (left, *others):
                    if isinstance(operand, ast.Constant) or is_word_list(operand):
                        yield from strings_in(operand)


def english_of(path: Path) -> set[tuple[str, str]]:
    """Return the English words that a module looks for, each with the text that it is in."""
    tree = ast.parse(path.read_text("utf-8"))
    return {(word, text) for text in sought(tree) for word in english_in(text)}


FILES = sorted(
    path for path in ENGINE.rglob("*.py") if path.relative_to(ENGINE).parts[0] not in FOLDERS
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_the_engine_looks_for_no_english_of_its_own(path: Path) -> None:
    allowed = EXCEPTIONS.get(path.relative_to(ENGINE).as_posix(), set())
    assert {(word, text) for word, text in english_of(path) if word not in allowed} == set()


@pytest.mark.parametrize("path", EXCEPTIONS)
def test_an_exception_is_still_needed(path: str) -> None:
    assert {word for word, _ in english_of(ENGINE / path)} == EXCEPTIONS[path]


@pytest.mark.parametrize(
    "source",
    [
        '_AS = expression(r" as (?:the )?")',
        '_WORDS = "has had"\n_HAD = re.compile(rf"\\b(?:{_WORDS})\\b")',
        '_YEAR = re.compile(r"(?:[Ii]n|[Ss]ince) \\d{4}")',
        '_EACH = ("all the ", "any ", "those ")',
        '_HELPERS = frozenset("will would".split())',
        'def f(text): return text.endswith((" with ", ","))',
        'def f(word): return word == "who"',
        'def f(word): return word in ("nine", "ten")',
        'def f(text, word): return re.search(rf"\\bnot {word}", text)',
    ],
)
def test_english_is_found_however_it_is_looked_for(source: str) -> None:
    assert any(map(english_in, sought(ast.parse(source)))), source


def test_what_a_language_must_give_is_listed() -> None:
    """The list in MAINTAINING.md has each module of the package that the engine reads."""
    text = (ROOT / "MAINTAINING.md").read_text("utf-8")
    listed = text.partition("\nThe package of a language must give")[2].partition("\n## ")[0]
    modules = {path.stem for path in (ENGINE / "english").glob("*.py")}
    modules -= {"__init__", "draw_word_relations"}
    assert set(re.findall(r"`(\w+)`", listed)) - {"LANGUAGE"} == modules
