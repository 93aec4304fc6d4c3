"""A preview at an address that is taken says which port, and how to take another."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from project import ROOT

from build_tools.preview.address import AddressError, is_this_machine, require_free

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server((HOST, 0)) as server:
        yield server.getsockname()[1]


def test_a_free_address_is_let_pass(taken: int) -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
    require_free(HOST, port)
    with pytest.raises(AddressError):
        require_free(HOST, taken)


def test_a_preview_does_not_start_where_another_program_listens(taken: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{taken}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = ran.stdout + ran.stderr
    assert ran.returncode != 0
    assert f"port {taken} of {HOST} must be free: address already in use" in said
    assert "Traceback" not in said
    offered = re.search(r"make serve PORT=(\d+)", said)
    assert offered is not None
    require_free(HOST, int(offered[1]))


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("192.168.0.2", False),
        ("site.example", False),
    ],
)
def test_only_a_loopback_address_is_this_machine(host: str, alone: bool) -> None:
    assert is_this_machine(host) == alone
