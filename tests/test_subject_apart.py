"""The engine knows nothing of this site's subject, not even in its comments.

Another site takes `build_tools` as it is and leaves the folders `explainer` out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT

from build_tools.lexicon.names import NamesFile, load_names
from build_tools.sources.library import Library

ENGINE = ROOT / "build_tools"
OWN = (ENGINE / "explainer", ENGINE / "templates/explainer")
# Names that say nothing of the subject: forms of words of the language, or of other things.
GENERAL = {
    # Words of any site on any states.
    "Foreign Ministry", "Ministry of Foreign Affairs", "Security Council",
}  # fmt: skip
WORDS = ("island", "islands", "treaty", "declaration", "leaders", "contact", "contacts")
# The invented articles have a treaty of their own.
INVENTED = "Treaty of Sollin"
# A file, and what of the subject it may hold for the reason given.
EXCEPTIONS: dict[str, tuple[str, ...]] = {
    # Words of the language for kinds of documents.
    "english/documents.txt": ("treaty", "declaration"),
    "english/same.txt": ("treaty", "contact"),
    "english/weaker.txt": ("treaty", "declaration"),
    # And for those who govern.
    "english/doers.py": ("leaders",),
    "english/empty.txt": ("leaders",),
    "english/numerals.py": ("leaders",),
    "english/pointers.py": ("leaders",),
    # What a page of any site offers.
    "lines/patterns.yml": ("contacts",),
    "lines/phrases.yml": ("contact",),
    # An invented article.
    "blocks/ways.py": ("leaders",),
    "templates/example-event.yml.j2": ("leaders",),
}


def subject_names(file: NamesFile) -> Iterator[str]:
    for kind in (file.people, file.countries, file.places, file.outlets):
        for forms in kind:
            yield from forms


@pytest.fixture(scope="module")
def words(site_library: Library) -> re.Pattern[str]:
    file = load_names(ROOT / "docs/_data/names.yml", "names.yml").file
    names = set(subject_names(file)) - GENERAL
    proper = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    ids = "|".join(map(re.escape, site_library.sources))
    # Names of several words also as anchors and ids have them.
    slugs = "|".join("-".join(name.split()) for name in names if " " in name)
    return re.compile(rf"(?<!\w)(?:{proper}|(?i:{'|'.join(WORDS)}|{ids}|{slugs}))(?!\w)")


FILES = sorted(
    path
    for path in ENGINE.rglob("*")
    if path.is_file() and path.suffix != ".pyc" and not any(own in path.parents for own in OWN)
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_nothing_of_the_subject_is_in_the_engine(path: Path, words: re.Pattern[str]) -> None:
    allowed = EXCEPTIONS.get(path.relative_to(ENGINE).as_posix(), ())
    found = [
        f"{number}: {match[0]}"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for match in words.finditer(line.replace(INVENTED, ""))
        if match[0] not in allowed
    ]
    assert found == []


# Tests of what this site says; all others hold whichever articles there are.
CONTENT = ("explainer/", "site/test_content.py", "browser/test_search_content.py")
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def test_only_tests_of_the_content_name_its_sources(site_library: Library) -> None:
    ids = re.compile("|".join(map(re.escape, site_library.sources)))
    naming = {
        path.relative_to(ROOT / "tests").as_posix()
        for path in TESTS
        if ids.search(path.read_text("utf-8"))
    }
    assert set(filter(lambda path: not path.startswith(CONTENT), naming)) == set()
    assert len(naming) >= len(CONTENT)


def test_the_words_are_found_where_they_are(words: re.Pattern[str]) -> None:
    """A pattern that finds nothing proves nothing."""
    files = (path for own in OWN for path in own.iterdir() if path.is_file())
    explainer = "".join(path.read_text("utf-8") for path in files)
    assert len({match[0] for match in words.finditer(explainer)}) > len(WORDS)


def test_an_exception_is_still_needed(words: re.Pattern[str]) -> None:
    for path, allowed in EXCEPTIONS.items():
        found = {match[0] for match in words.finditer((ENGINE / path).read_text("utf-8"))}
        assert set(allowed) <= found, path
