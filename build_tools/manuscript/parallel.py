"""Share work among processes, where the system can fork: then nothing need be sent to them."""

import os
import signal
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_shares(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], processes: int
) -> list[Result]:
    """Do `work` on equal shares of the items, one share in each process; return the results.

    The items are dealt out in turn, so put the largest first. A share whose process fails is done
    here, where its error shows.
    """
    shares = [items[index::processes] for index in range(min(processes, len(items)))]
    if len(shares) <= 1 or not hasattr(os, "fork"):
        return [work(items)]
    # Where one page is read again, as most often, nothing is shared.
    import multiprocessing  # noqa: PLC0415

    context = multiprocessing.get_context("fork")
    started = []
    for share in shares[1:]:
        here, there = context.Pipe(duplex=False)
        # Ends with this process, even if the share below raises and nobody reads the pipe.
        process = context.Process(target=_send, args=(there, work, share), daemon=True)
        # Ctrl-C goes to every process of a terminal: this one says so, and ends the other. There it
        # is held off from before the fork on, or it would reach a process that is just starting.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        there.close()
        started.append((here, process, share))
    results = [work(shares[0])]
    for here, process, share in started:
        try:
            results.append(here.recv())
        except EOFError:
            results.append(work(share))
        process.join()
    return results


def _send(
    connection: "Connection", work: Callable[[Sequence[Item]], Result], share: Sequence[Item]
) -> None:
    try:
        result = work(share)
    except Exception:
        connection.close()
    else:
        connection.send(result)
