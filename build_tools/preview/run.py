"""What MkDocs is run for, which it says once, as it starts, and to hooks alone."""

from dataclasses import dataclass


@dataclass
class Run:
    """`previews` is true where a server shows the pages; what it shows is not published."""

    previews: bool = False


RUN = Run()
