"""By what readers look for a page that does not have it: `docs/_data/search-words.yml`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field

from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import StrictModel, Text
from build_tools.files.page_files import written_uris
from build_tools.problems import Problem

CODE = "search-words"
# Pages that the build makes may have words as well; they are not in the folder.
_MADE = "sources/"


class SearchWordsFile(StrictModel):
    """The words of each page, and the names that lead to it misspelt; by its path below docs."""

    words: dict[str, tuple[Text, ...]] = Field(
        default_factory=dict,
        description="What readers type, by the path of a page below docs, or of a section of it: "
        "`page.md#its-id`.",
    )
    misspelt: dict[str, Literal["people", "countries", "places"]] = Field(
        default_factory=dict,
        description="The page that names of a kind of names.yml lead to with a letter wrong.",
    )


def load_search_words(
    path: Path, shown: str, docs: Path
) -> tuple[SearchWordsFile, tuple[Problem, ...]]:
    """Load the words; none where the file is missing, or wrong, which is a problem."""
    file, lined, problems = load_data(SearchWordsFile, path, shown, CODE, "a line of the file")
    if not file or not lined:
        return SearchWordsFile(), problems
    pages = written_uris(docs)

    def unknown() -> Iterator[Problem]:
        for key, paths in (("words", file.words), ("misspelt", file.misspelt)):
            for page in paths:
                if page.partition("#")[0] not in pages and not page.startswith(_MADE):
                    message = f"'{page}' must be the path of a page below docs"
                    yield Problem(lined.place_of((key, page)), CODE, message, "correct it")

    return file, tuple(unknown())


SEARCH_WORDS = DataFile(
    "_data/search-words.yml", SearchWordsFile(), load_search_words, SearchWordsFile
)
