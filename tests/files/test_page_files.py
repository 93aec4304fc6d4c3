"""Drafts are no pages, for any part of the build."""

from pathlib import Path

from project import Project

from build_tools.files.page_files import written_pages
from build_tools.files.site_config import load_site_config
from build_tools.manuscript.read import read_manuscript

EVENT_HEAD = "docs/talks/verelin-ulvholt-2019.md"


def test_what_starts_with_an_underscore_is_left_out(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", "_d.md", "a/_e/f.md", ".g/h.md", "i.yml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [path.relative_to(tmp_path).as_posix() for path in written_pages(tmp_path)]
    assert found == ["a/c.md", "b.md"]


def test_a_draft_is_neither_checked_nor_on_the_timeline(small_project: Project) -> None:
    def found() -> list[str]:
        return [
            str(found) for found in read_manuscript(load_site_config(small_project.root)).findings
        ]

    before = found()
    draft = small_project.text(EVENT_HEAD).replace("Ulvholt", "Nobody")
    small_project.write("docs/_drafts/call.md", f"{draft}\nNobody said so [@nobody, para. 1].\n")
    assert found() == before == []
