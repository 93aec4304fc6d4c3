"""A folder as a zip archive that is the same whenever it is made of the same files."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest that the format can hold. No file says when it was made.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def write_archive(folder: Path, target: Path, name: str) -> None:
    """Write all files below a folder to `target`, under a folder called `name` inside it."""
    with ZipFile(target, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            add_entry(archive, f"{name}/{path.relative_to(folder).as_posix()}", path.read_bytes())


def add_entry(archive: ZipFile, name: str, content: bytes, method: int = ZIP_DEFLATED) -> None:
    """Add a file that says nothing of when or by whom it was made."""
    entry = ZipInfo(name, _MOMENT)
    entry.compress_type, entry.external_attr = method, _READABLE
    archive.writestr(entry, content)
