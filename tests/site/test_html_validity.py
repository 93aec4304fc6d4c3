"""The Nu validator, which browsers' makers and W3C use, on every page, style sheet and picture."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# The theme's one invalid attribute, on boxes to tick: Firefox needs it to forget what was ticked.
KNOWN = r".*Attribute .autocomplete. is only allowed when the input type is .*"
# What our style sheets use and the validator's reader of CSS is too old to know: anchor positioning
# (https://www.w3.org/TR/css-anchor-position-1/) for the cards, transitions of `display`
# (https://www.w3.org/TR/css-transitions-2/) for the drawer, and SVG's `vector-effect`.
NEWER = (
    r".*CSS: (Unrecognized at-rule .@position-try.|.justify-self.: .anchor-center. is not a .*"
    r"|.transition.: .allow-discrete. is not a .*"
    r"|.(anchor-name|position-area|position-anchor|position-try-fallbacks).: .*"
    r"|.(transition-behavior|vector-effect).: .*)"
)
# Files on a disk are from no site, so that nothing is the site's own there, and it takes data for
# scripts: whether a page keeps to its policy, the browser tells.
POLICY = r".*violates Content Security Policy.*"
# The theme's and the search's own files are not ours to fix.
FOREIGN = "assets/stylesheets"
# Most of its time goes into starting; what the quick compiler makes needs a deeper stack.
QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss16m")
_HEAD = "<!doctype html><html lang=en><title>t</title>"
WRONG = {
    "wrong-nesting.html": f"{_HEAD}<p><div></p>",
    "wrong-attribute.html": f'{_HEAD}<a aria-nonsense="1">a</a>',
    "wrong-style.css": "p { colour: red }",
    "wrong-picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"><nonsense/></svg>',
}


def validate(*paths: Path) -> list[str]:
    """Return what the Nu validator says of files and folders; skip aloud where it is missing."""
    jar = Path(sys.prefix) / "node/node_modules/vnu-jar/build/dist/vnu.jar"
    java = shutil.which("java")
    if java is None or not jar.exists():
        reason = "the Nu validator is missing: run tests/install_tools.sh where npm and Java are"
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    options = [
        "--format",
        "gnu",
        "--filterpattern",
        f"{KNOWN}|{NEWER}|{POLICY}",
        "--also-check-css",
        "--also-check-svg",
    ]
    done = subprocess.run(
        [java, *QUICKLY, "-jar", str(jar), *options, "--skip-non-html", *map(str, paths)],
        text=True,
        capture_output=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    # It ends with 0 where it has found nothing, and says nothing either.
    assert bool(lines) or done.returncode == 0, done
    return lines


@pytest.fixture(scope="module")
def lines(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of every page, and of what is wrong: starting the validator takes long."""
    files = [
        path
        for kind in ("*.html", "*.css", "*.svg")
        for path in sorted(built_site.rglob(kind))
        if not path.relative_to(built_site).as_posix().startswith(FOREIGN)
    ]
    assert {path.suffix for path in files} >= {".html", ".css"}
    folder = tmp_path_factory.mktemp("wrong")
    for name, text in WRONG.items():
        (folder / name).write_text(text, encoding="utf-8")
    return validate(*files, *(folder / name for name in WRONG))


def test_every_page_is_valid(lines: list[str]) -> None:
    found = [line for line in lines if not any(name in line for name in WRONG)]
    assert not found, "\n".join(found)


def test_the_validator_refuses_what_is_wrong(lines: list[str]) -> None:
    assert {name for name in WRONG if any(name in line for line in lines)} == set(WRONG)
