"""What an edition states, read from the archive in which it is kept."""

import tarfile
from lzma import LZMAError
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

# The data that each site has of its own statements, at its root.
EVIDENCE_FILE = "evidence.json"


class UnreadableEditionError(ValueError):
    """Raised where an archive does not tell what its edition states; the message says why."""


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Cited(_Kept):
    source: str


class Stated(_Kept):
    """A statement of an edition, by the path of its page below docs and its id there."""

    page: str
    id: str
    text: str
    citations: tuple[_Cited, ...] = ()

    @property
    def address(self) -> str:
        """Where it was."""
        return f"{self.page}#{self.id}"

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that it cites."""
        return frozenset(citation.source for citation in self.citations)


class _Evidence(_Kept):
    statements: tuple[Stated, ...]


def read_stated(archive: Path, name: str) -> tuple[Stated, ...]:
    """Return the statements of the edition of a name, in the order of its pages.

    Raises UnreadableEditionError where the archive is not one, or lacks them.
    """
    try:
        with tarfile.open(archive) as packed:
            # What comes after it need not be unpacked.
            found = next((it for it in packed if it.name == f"{name}/{EVIDENCE_FILE}"), None)
            file = packed.extractfile(found) if found else None
            if file is None:
                raise UnreadableEditionError(f"it has no {name}/{EVIDENCE_FILE}")
            return _Evidence.model_validate_json(file.read()).statements
    except ValidationError:
        raise UnreadableEditionError(f"its {EVIDENCE_FILE} has another form") from None
    except (tarfile.TarError, LZMAError, EOFError, OSError):
        raise UnreadableEditionError("it cannot be unpacked") from None
