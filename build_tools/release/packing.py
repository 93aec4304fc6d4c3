"""A site packed for good, as small as may be: the same bytes whenever it is made of the same files.

Pages have most of their HTML in common, which this packs once, where a zip packs each by itself.
"""

import tarfile
from io import BytesIO
from lzma import LZMAError
from pathlib import Path

from build_tools.site_data.editions import ARCHIVE_SUFFIX
from build_tools.theme.unasked import is_unasked


class PackingError(Exception):
    """Raised where an archive is not one; the message says which."""


def pack_site(site: Path, target: Path, name: str) -> None:
    """Write the files of a site that pages ask for to `target`, under a folder called `name`."""
    with tarfile.open(target, "w:xz") as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            below = path.relative_to(site).as_posix()
            if not is_unasked(below):
                # As made, an entry says nothing of when or by whom.
                entry, content = tarfile.TarInfo(f"{name}/{below}"), path.read_bytes()
                entry.size = len(content)
                archive.addfile(entry, BytesIO(content))


def unpack_sites(archives: Path, folder: Path) -> None:
    """Unpack each packed site in a folder of archives to another folder, under its own name.

    Raises PackingError where one cannot be unpacked.
    """
    for path in sorted(archives.glob(f"*{ARCHIVE_SUFFIX}")):
        try:
            with tarfile.open(path) as archive:
                # Older Pythons know no filter: https://docs.python.org/3/library/tarfile.html
                archive.extraction_filter = getattr(
                    tarfile, "data_filter", lambda member, _: member
                )
                archive.extractall(folder)
        except (tarfile.TarError, LZMAError, EOFError) as error:
            raise PackingError(f"{path} must be as it was packed: {error}") from None
