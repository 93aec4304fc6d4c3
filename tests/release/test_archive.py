"""The archive of the site for reading offline."""

import os
from pathlib import Path
from zipfile import ZipFile

from build_tools.release.archive import write_archive


def test_the_same_files_make_the_same_archive(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / "inner").mkdir(parents=True)
    (folder / "index.html").write_text("Итуруп", encoding="utf-8")
    (folder / "inner/page.html").write_text("page", encoding="utf-8")
    write_archive(folder, tmp_path / "a.zip", "copy")
    os.utime(folder / "index.html", (0, 1_000_000_000))
    (folder / "inner/page.html").chmod(0o600)
    write_archive(folder, tmp_path / "b.zip", "copy")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["copy/index.html", "copy/inner/page.html"]
        assert archive.read("copy/index.html").decode() == "Итуруп"
