"""What is left of a site whose build is killed, alone or beside another: part of `make bench`.

The table goes into MAINTAINING.md.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from maintaining import measured_with, render_table, write_figures
from release.kills import build_version, kill_builds

from build_tools.release.replacement import replace_when_built

KILLS = 200


def measure(at_once: int) -> list[str]:
    """Kill builds in a folder of their own; return a row of the table."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        replace_when_built(site, lambda made: build_version(made, "first"))
        found = kill_builds(site, KILLS, at_once)
    return [str(at_once), *(str(found[key]) for key in ("as before", "new", "lost"))]


def main() -> None:
    rows = [measure(at_once) for at_once in (1, 2)]
    head = ["Builds at once", "Kills that left the site as before", "A new site", "None"]
    write_figures("bench-kills", f"{measured_with()}.\n\n{render_table(head, rows, words=0)}")


if __name__ == "__main__":
    main()
