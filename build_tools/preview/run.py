"""What MkDocs is run for, which it says once, as it starts, and to hooks alone."""

import gc
from dataclasses import dataclass

from build_tools.kept import Kept
from build_tools.loading import keep_all
from build_tools.preview.address import is_this_machine, require_free


@dataclass
class Run:
    """`previews` is true where a server shows the pages; what it shows is not published.

    `starts` is true until that server's first build.
    """

    previews: bool = False
    starts: bool = False

    def begin(self, command: str) -> None:
        """Note the command that MkDocs is given; a build is done once its site is there."""
        self.previews = self.starts = command == "serve"
        Kept.builds_follow = self.previews
        keep_all()

    def start_at(self, host: str, port: int) -> None:
        """Begin a build: before a server's first, raise AddressError if its address is taken.

        Before a later one, look for garbage.
        """
        starts, self.starts = self.starts, False
        if starts:
            require_free(host, port)
        elif self.previews:
            # Of what the build before has made, little is garbage: it is looked for once.
            gc.collect()

    def previews_at(self, host: str) -> bool:
        """Tell whether this is a preview that nobody but who started it can reach."""
        return self.previews and is_this_machine(host)


RUN = Run()
