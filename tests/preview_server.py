"""A running `mkdocs serve`, for tests and for the bench."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from project import Project

PATIENCE = 60.0


class Server:
    """A running `mkdocs serve`, and a project whose files may be edited under it."""

    def __init__(self, project: Project, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._address = f"127.0.0.1:{free.getsockname()[1]}"
        self.url = f"http://{self._address}/"
        self.project, self.log = project, log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self._address],
                cwd=project.root,
                env={**project.environment, "SITE_URL": self.url},
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
            return self.get_bytes(page).decode()
        except OSError:
            return ""

    def get_bytes(self, path: str) -> bytes:
        with urllib.request.urlopen(f"{self.url}{path}", timeout=PATIENCE) as reply:
            return bytes(reply.read())

    def wait_for(
        self, words: str, page: str = "", patience: float = PATIENCE, pause: float = 0.1
    ) -> str:
        """Ask for a page until it holds the words, and say how long that took."""
        start = time.monotonic()
        while time.monotonic() - start < patience:
            assert self.process.poll() is None, f"the server ended:\n{self.log.read_text()}"
            html = self.get(page)
            if words in html:
                print(f"{words!r} was served after {time.monotonic() - start:.1f} s")
                return html
            time.sleep(pause)
        pytest.fail(f"/{page} has no {words!r} after {patience} s:\n{self.log.read_text()[-3000:]}")
