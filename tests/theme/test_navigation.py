"""The navigation that the theme renders thin is the whole one on every page."""

import shutil
from pathlib import Path

import pytest
from project import Project

SECTIONS = """
  - Letters:
{letters}
  - Elsewhere:
      - A link: https://example.org/
      - Bells & whistles:
          - bells/index.md
          - bells/first.md
          - bells/second.md
          - bells/third.md
"""
PAGE = (
    "---\nclaims: none\ndescription: One of many pages.\n---\n\n# {title}\n\n## A part\n\nText.\n"
)


def build(project: Project) -> dict[str, bytes]:
    shutil.rmtree(project.root / "site", ignore_errors=True)
    done = project.run("mkdocs", "build")
    assert done.returncode == 0, done.output
    return {str(path): path.read_bytes() for path in (project.root / "site").rglob("*.html")}


@pytest.fixture
def many(small_site: Project) -> Project:
    """The small site with pages in sections, and in sections of sections."""
    names = [f"letters/letter-{number}.md" for number in range(6)]
    parts = ["index", "first", "second", "third"]
    for uri in (*names, *(f"bells/{name}.md" for name in parts)):
        small_site.write(f"docs/{uri}", PAGE.format(title=Path(uri).stem.capitalize()))
    listed = "\n".join(f"      - {uri}" for uri in names)
    settings = small_site.text("mkdocs.yml").rstrip("\n") + SECTIONS.format(letters=listed)
    small_site.write("mkdocs.yml", settings)
    return small_site


def change(project: Project, path: str, old: str, new: str) -> None:
    text = project.text(path)
    assert text.count(old) == 1
    project.write(path, text.replace(old, new))


@pytest.mark.parametrize(
    ("folders", "features"),
    [
        ("true", []),
        ("false", []),
        ("true", ["navigation.tabs", "navigation.sections"]),
        ("true", ["navigation.prune", "navigation.sections"]),
    ],
)
def test_it_is_the_same_to_the_byte(many: Project, folders: str, features: list[str]) -> None:
    settings = many.text("mkdocs.yml")
    more = "".join(f"    - {feature}\n" for feature in features)
    settings = settings.replace("  features:\n", f"  features:\n{more}")
    many.write("mkdocs.yml", f"use_directory_urls: {folders}\n{settings}")
    thin = build(many)
    change(many, "hooks/theme.py", "_now.navigation.thin(nav, page)", "nav")
    whole = build(many)
    assert thin.keys() == whole.keys()
    assert [path for path, html in thin.items() if html != whole[path]] == []


def test_the_theme_is_given_one_entry_for_many(many: Project) -> None:
    change(
        many, "build_tools/theme/navigation.py", "_GAP.sub(self._entries, navigation)", "navigation"
    )
    [letter] = [html for path, html in build(many).items() if "letter-3" in path]
    assert letter.count(b'href="#__gap-') >= 2
    assert b"../letter-1/" not in letter
