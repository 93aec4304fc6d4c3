"""What Jinja makes of the theme's templates, kept in memory from one build to the next.

Each build of MkDocs has a Jinja environment of its own, which would compile them all again.
https://jinja.palletsprojects.com/en/stable/api/#bytecode-cache
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class KeptBytecode(BytecodeCache):
    """A template's bytecode by its name and file; Jinja takes none if the text has changed."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket what is kept for it; called by Jinja."""
        if bytecode := self._kept.get(bucket.key):
            bucket.bytecode_from_string(bytecode)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled; called by Jinja."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


BYTECODE = KeptBytecode()
