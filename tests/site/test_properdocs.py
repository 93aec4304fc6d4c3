"""ProperDocs, a fork that goes on with MkDocs 1, builds the same site from the same files.

It reads `mkdocs.yml`, and puts its own modules in the place of `mkdocs` wherever a hook, a plugin
or the theme imports them. It comes with what the tests need, and this test is never skipped.
"""

import re
from pathlib import Path

from project import Project

# Each page names the program that built it.
GENERATOR = re.compile(rb'(?<=<meta name="generator" content="mkdocs-)[^,"]+')


def contents(site: Path) -> dict[str, bytes]:
    files = [path for path in site.rglob("*") if path.is_file()]
    return {
        path.relative_to(site).as_posix(): GENERATOR.sub(b"any", path.read_bytes())
        for path in files
    }


def test_the_site_is_the_same_to_the_byte(built_site: Path, project: Project) -> None:
    done = project.run("properdocs", "build", "--strict")
    assert done.returncode == 0, done.output
    site = project.root / "site"
    [built_by] = GENERATOR.findall((site / "index.html").read_bytes())
    assert built_by.startswith(b"ProperDocs ")
    ours, theirs = contents(built_site), contents(site)
    assert theirs.keys() == ours.keys()
    assert [path for path, content in ours.items() if theirs[path] != content] == []
