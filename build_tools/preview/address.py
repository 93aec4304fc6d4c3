"""The address of a preview must be free: MkDocs would build the whole site and only then fail."""

import os
import socket
from ipaddress import ip_address

_HIGHEST = 65535


class AddressError(Exception):
    """Raised where no server can listen: says at which port, why, and how to take another."""


def require_free(host: str, port: int) -> None:
    """Return if a server can listen at this host and port; raises AddressError otherwise."""
    if reason := _why_not(host, port):
        others = range(port + 1, _HIGHEST + 1)
        other = next((other for other in others if not _why_not(host, other)), 0)
        raise AddressError(
            f"port {port} of {host} must be free: {reason}\n    hint: take another: "
            f"`make serve PORT={other}`, or `mkdocs serve --dev-addr {host}:{other}`"
        )


def _why_not(host: str, port: int) -> str:
    """Return why no server can listen at this address; empty if one can."""
    try:
        with socket.create_server((host, port)):
            return ""
    except OSError as error:
        return os.strerror(error.errno).lower() if error.errno else str(error)


def is_this_machine(host: str) -> bool:
    """Tell whether only this machine can reach a server there; of names, only of "localhost"."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
