"""The one address from which links to edit a page and to report a problem are made."""

from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from build_tools.files.repository import Repository, parse_repository


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://github.com/a/b", "https://github.com/a/b"),
        (" https://github.com/a/b.git/ ", "https://github.com/a/b"),
        ("https://github.com/a/b.git", "https://github.com/a/b"),
        ("http://gitlab.example:8080/a/b/c/", "http://gitlab.example:8080/a/b/c"),
    ],
)
def test_an_address_as_people_copy_it(given: str, address: str) -> None:
    assert parse_repository(given) == Repository(address)


def test_without_an_address_there_is_no_repository() -> None:
    assert parse_repository("") is None
    assert parse_repository(" / ") is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "mailto:a@example.org",
        "git@github.com:a/b.git",
        "example.org/a/b",
        "//example.org/a",
        "https:///a/b",
        "https://example.org",
        "https://example.org/a/b#readme",
        "https://example.org/a/b?tab=readme",
        "https://name:secret@example.org/a/b",
        "https://example.org/a b",
        'https://example.org/"a',
        "https://[example.org/a",
    ],
)
def test_what_is_no_address_of_a_repository(address: str) -> None:
    with pytest.raises(ValueError, match=r"must be https://|Invalid"):
        parse_repository(address)


@pytest.mark.parametrize(
    ("address", "edit", "issue"),
    [
        ("https://github.com/a/b", "edit/main/docs/", "issues/new?template=correction.yml"),
        ("https://gitlab.com/g/h/b", "-/edit/main/docs/", "-/issues/new"),
        ("https://codeberg.org/a/b", "_edit/main/docs/", "issues/new"),
    ],
)
def test_each_host_has_addresses_of_its_own(address: str, edit: str, issue: str) -> None:
    repository = Repository(address)
    assert repository.edit_folder("docs", "mkdocs.yml") == edit
    assert repository.new_issue == f"{address}/{issue}"
    report = repository.report("A & b", "Page: x\n")
    assert urljoin(report, urlsplit(report).path).startswith(address)
    values = [value for values in parse_qs(urlsplit(report).query).values() for value in values]
    assert values[-2:] == ["A & b", "Page: x\n"]
    assert repository.name == urlsplit(address).path[1:]
