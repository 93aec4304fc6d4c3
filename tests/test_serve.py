"""`mkdocs serve` shows each edit on the page, without a restart, and outlives what is wrong."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import Project, copy_project

PATIENCE = 15.0
HOME = "docs/index.md"


class Server:
    """A running `mkdocs serve`, and a project whose files may be edited under it."""

    def __init__(self, project: Project, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._address = f"127.0.0.1:{free.getsockname()[1]}"
        self.project, self.log = project, log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self._address],
                cwd=project.root,
                env={**project.environment, "SITE_URL": f"http://{self._address}/"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def stop(self) -> None:
        os.kill(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def get(self, page: str) -> str:
        try:
            with urllib.request.urlopen(
                f"http://{self._address}/{page}", timeout=PATIENCE
            ) as reply:
                return str(reply.read().decode())
        except OSError:
            return ""

    def wait_for(self, words: str, page: str = "", patience: float = PATIENCE) -> str:
        """Ask for a page until it holds the words, and say how long that took."""
        start = time.monotonic()
        while time.monotonic() - start < patience:
            assert self.process.poll() is None, f"the server ended:\n{self.log.read_text()}"
            html = self.get(page)
            if words in html:
                print(f"{words!r} was served after {time.monotonic() - start:.1f} s")
                return html
            time.sleep(0.1)
        pytest.fail(f"/{page} has no {words!r} after {patience} s:\n{self.log.read_text()[-3000:]}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("served")
    server = Server(copy_project(folder / "project"), folder / "log.txt")
    try:
        server.wait_for("</html>", patience=60)
        yield server
    finally:
        server.stop()


@pytest.fixture(autouse=True)
def as_it_was(server: Server) -> Iterator[None]:
    """Put every file back after each test, so that each starts from a clean project."""
    # The file watcher compares times: an edit within the clock's tick of a build is not seen.
    before = {
        path: path.read_bytes()
        for path in server.project.root.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    yield
    for path, data in before.items():
        if path.read_bytes() != data:
            path.write_bytes(data)


def test_an_edit_of_a_page(server: Server) -> None:
    server.project.change(HOME, "\n# ", "\n# Edited: ")
    server.wait_for("Edited: ")


def test_an_edit_of_a_record(server: Server) -> None:
    server.project.change(
        "seeds/kyodo-2021.yml", "publisher: The Japan Times", "publisher: The Edited Times"
    )
    server.wait_for("The Edited Times", "sources/kyodo-2021/")


def test_an_edit_of_an_original_is_shown_as_a_problem_on_every_page(server: Server) -> None:
    server.project.change("seeds/kyodo-2021.txt", "Kishida", "Kishda")
    assert "an original is never edited" in server.wait_for('class="source-problems"')
    server.wait_for('class="source-problems"', "timeline/")


def test_an_edit_of_a_hook(server: Server) -> None:
    hook = server.project.text("hooks/evidence.py")
    added = "\n\ndef on_post_page(output, **_):\n    return output + '<!-- edited hook -->'\n"
    server.project.write("hooks/evidence.py", hook + added)
    server.wait_for("<!-- edited hook -->")


def test_an_edit_of_a_module_of_the_library(server: Server) -> None:
    module = server.project.text("build_tools/references.py")
    added = "\n\ndef format_issued(value: str) -> str:\n    return 'on an edited day'\n"
    server.project.write("build_tools/references.py", module + added)
    server.wait_for("on an edited day")


def test_an_edit_of_a_template(server: Server) -> None:
    server.project.change(
        "build_tools/templates/notes.html.j2", "</section>", "<p>edited template</p></section>"
    )
    server.wait_for("<p>edited template</p>")


def test_bad_citations_are_shown_at_their_statements_and_the_server_goes_on(
    server: Server,
) -> None:
    home = server.project.text(HOME)
    wrong = {
        "source": "[@nikei-2020, para. 1]",
        "paragraph": "[@nikkei-2020, para. 99]",
        "citation": "[@nikkei-2020, p. 1]",
    }
    added = "\n\n".join(f"Nikkei Asia reported it {citation}." for citation in wrong.values())
    server.project.write(HOME, f"{home}\n{added}\n\nThe last line.\n{{: .no-claim }}\n")
    html = server.wait_for("The last line.")
    assert html.count('class="problem"') >= len(wrong)
    for code in wrong:
        assert f'<strong class="problem__code">{code}</strong>' in html
    server.project.write(HOME, f"{home}\nMended text.\n{{: .no-claim }}\n")
    assert "Nikkei Asia reported it" not in server.wait_for("Mended text.")


def test_a_wrong_block_is_shown_in_its_place_and_mended(server: Server) -> None:
    home = server.project.text(HOME)
    wrong = '```passage\ncite: "[@nikkei-2020, para. 3]"\nfrom: to shut the books\n```\n'
    around = "The text before.\n{{: .no-claim }}\n\n{}\nThe text behind.\n{{: .no-claim }}\n"
    server.project.write(HOME, f"{home}\n{around.format(wrong)}")
    html = server.wait_for("The text behind.")
    between = html[html.index("The text before.") : html.index("The text behind.")]
    assert '<strong class="problem__code">block</strong>' in between
    assert "to close the books" in between
    line = home.count("\n") + 7
    assert f'<span class="problem__place">{HOME}:{line}:1</span>' in between
    mended = around.format(wrong.replace("shut", "close")).replace("behind", "mended")
    server.project.write(HOME, f"{home}\n{mended}")
    assert 'class="passage"' in server.wait_for("The text mended.")


def test_an_edit_of_the_timeline(server: Server) -> None:
    server.project.change("docs/_data/timeline.yml", "stated: Tokyo", "stated: Edited Tokyo")
    server.wait_for("Edited Tokyo", "timeline/")
    server.project.change("docs/_data/timeline.yml", "- when: 1956", "- when: 1956-13")
    html = server.wait_for('<strong class="problem__code">block</strong>', "timeline/")
    assert "docs/_data/timeline.yml:" in html


def test_a_record_that_cannot_be_read_and_is_mended(server: Server) -> None:
    server.project.change("seeds/nikkei-2020.yml", "title: ", "title: a: ")
    html = server.wait_for('class="source-problems"')
    assert "must parse" in html
    server.project.change("seeds/nikkei-2020.yml", "title: a: ", "title: ")
    start = time.monotonic()
    while 'class="source-problems"' in server.get("") and time.monotonic() - start < PATIENCE:
        time.sleep(0.1)
    assert "source-problems" not in server.wait_for("</html>")
