"""What installs the tools of the tests waits for another that holds the locks of apt."""

import os
import subprocess
from pathlib import Path

import pytest
from project import ROOT

# Commands that are there without doing anything, so that Java alone is missing.
PRESENT = ("chromium", "npm", "python", "tar")
APT = """\
#!/bin/sh
echo "$@" >> "$CALLS"
case $1 in update)
    [ "$(grep -c update "$CALLS")" -gt "$BUSY" ] || { echo "E: $MESSAGE" >&2; exit 100; }
esac
"""
LOCKED = "Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)"


def install(folder: Path, busy: int, message: str, *, font: bool = True) -> tuple[list[str], str]:
    """Run the script where apt fails some times; return how apt was called and what was said."""
    scripts = dict.fromkeys(PRESENT, "#!/bin/sh\n")
    # A font is there, or more is installed.
    scripts["fc-list"] = "#!/bin/sh\necho font\n" if font else "#!/bin/sh\n"
    scripts |= {"apt-get": APT, "id": "#!/bin/sh\necho 0\n", "sleep": "#!/bin/sh\n"}
    for name, text in scripts.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    (folder / "grep").symlink_to("/bin/grep")
    calls = folder / "calls"
    own = {"PATH": str(folder), "CALLS": str(calls), "BUSY": str(busy), "MESSAGE": message}
    done = subprocess.run(
        ["/bin/sh", str(ROOT / "tests/install_tools.sh"), str(folder)],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=True,
    )
    return calls.read_text("utf-8").splitlines(), done.stderr


def test_a_busy_lock_is_waited_for(tmp_path: Path) -> None:
    calls, said = install(tmp_path, 3, LOCKED)
    assert [call.split()[0] for call in calls] == ["update"] * 4 + ["-o"]
    assert "DPkg::Lock::Timeout=" in calls[-1]
    assert calls[-1].endswith("default-jre-headless")
    assert said == ""


@pytest.mark.parametrize(("message", "tries"), [(LOCKED, 30), ("No network", 1)])
def test_what_does_not_pass_is_said(tmp_path: Path, message: str, tries: int) -> None:
    calls, said = install(tmp_path, 99, message)
    assert calls == ["update -qq"] * tries
    assert message in said
    assert "Java is missing" in said


def test_the_lists_are_fetched_once_for_all_that_is_missing(tmp_path: Path) -> None:
    calls, _ = install(tmp_path, 0, "", font=False)
    assert [call.split()[0] for call in calls] == ["update", "-o", "-o"]
    assert [call.rsplit(" ", 1)[-1] for call in calls[1:]] == [
        "fonts-ipafont-gothic",
        "default-jre-headless",
    ]
    (tmp_path / "grep").unlink()
    (tmp_path / "calls").unlink()
    assert install(tmp_path, 99, "No network", font=False)[0] == ["update -qq"]
