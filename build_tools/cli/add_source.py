"""The dialogue of `add-source`: show what is proposed, ask in doubt, write all files or none."""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import click

from build_tools.cli.say import say
from build_tools.cli.wrapping import wrapper
from build_tools.files.models import reason_of
from build_tools.intake.classes import Proposed
from build_tools.intake.proposal import Proposal, check_id, propose
from build_tools.intake.refusal import RefusedSourceError
from build_tools.printable import printable_line
from build_tools.sources.library import Library
from build_tools.sources.record_checks import LARGEST_PAGE
from build_tools.sources.records import LINE_CLASSES, LineClass, check_url
from build_tools.templating import render

_SHOWN = 80
# What lists the classes in place of naming one.
_LIST: Literal["?"] = "?"
_COLOURS = {"body": "green", "headline": "cyan", "dek": "cyan", "furniture": "bright_black"}


@dataclass(frozen=True)
class Known:
    """What is known of an article: its address, and sources on its event and of another version."""

    url: str = ""
    event: str | None = None
    version_of: str | None = None


def propose_files(
    given: str, id_: str, known: Known, *, seeds: Path, library: Library
) -> dict[str, bytes]:
    """Propose a source, show it, ask in doubt where a person can answer; return its files.

    Each is by its name. Raises RefusedSourceError where it cannot be a source.
    """
    check_id(id_, library)
    for suffix in ("txt", "yml", "html"):
        if os.path.lexists(path := seeds / f"{id_}.{suffix}"):
            raise RefusedSourceError("file-there", file=path.name)
    if known.url:
        try:
            check_url(known.url)
        except ValueError as error:
            raise RefusedSourceError("url", problem=reason_of(error)) from None
    for option, source in (("--event", known.event), ("--version-of", known.version_of)):
        if source and source not in library.sources:
            reason = "unfinished" if source in library.broken else "no-source"
            known_ids = sorted(library.sources)
            raise RefusedSourceError(reason, option=option, id=source, known=known_ids)
    proposal = propose(_read(given), id_, known.url, library, version_of=known.version_of)
    _check_unloaded(proposal, seeds, library)
    click.echo(describe(proposal, colour=sys.stdout.isatty()), nl=False)
    if given != "-" and sys.stdin.isatty() and sys.stdout.isatty():
        proposal = _ask(proposal)
    other = library.sources[known.version_of].record if known.version_of else None
    same = library.sources[known.event].record if known.event else other
    record = proposal.record(same.event if same else None, other)
    files = {f"{id_}.txt": proposal.text, f"{id_}.yml": record.encode("utf-8")}
    if proposal.page is not None:
        files[f"{id_}.html"] = proposal.page
    return files


def _check_unloaded(proposal: Proposal, seeds: Path, library: Library) -> None:
    """Raise RefusedSourceError for an article whose text is there with a record not yet right."""
    for path in sorted(seeds.glob("*.txt")):
        if path.stem not in library.sources and path.is_file():
            there = path.read_bytes().decode("utf-8", errors="replace")
            if all(line.text.strip() in there for line in proposal.body):
                raise RefusedSourceError("held", id=path.stem)


def describe(proposal: Proposal, *, colour: bool) -> str:
    """Return the numbered body, what was set aside and what was found."""
    numbers = {line.number: n for n, line in enumerate(proposal.body, start=1)}
    lines: dict[str, str] = {}
    for line in proposal.lines:
        text = printable_line(line.text.strip())
        short = text if len(text) < _SHOWN or line.kind == "body" else f"{text[: _SHOWN - 1]}…"
        mark, number = "?" if line.doubtful else " ", numbers.get(line.number, "")
        label = f"{line.number:>4} {number:>3} {line.kind:<12} {mark} "
        lines[wrapper(" " * len(label), label).fill(short)] = _COLOURS.get(line.kind, "yellow")
    text = render(
        "add-source.txt.j2",
        lines=lines,
        paragraphs=len(numbers),
        aside=len(proposal.lines) - len(numbers),
        found={
            key: replace(guess, value=printable_line(guess.value))
            for key, guess in proposal.found.items()
        },
        doubtful=proposal.doubtful,
        lines_with_credit=[
            replace(line, text=printable_line(line.text)) for line in proposal.lines if line.credit
        ],
    )
    # Afterwards: no template lets through what a terminal obeys.
    for shown, its in lines.items() if colour else ():
        text = text.replace(shown, click.style(shown, fg=its), 1)
    return text


def _ask(proposal: Proposal) -> Proposal:
    """Ask of each line in doubt what it is: what a person has answered is confirmed.

    Raises click.Abort at Ctrl-C, and says what that leaves.
    """
    try:
        for line in proposal.doubtful:
            say(f"\n{printable_line(line.text.strip())}")
            proposal = proposal.with_class(line.number, _ask_class(line))
    except click.Abort:
        say("\nNothing was written.", err=True)
        raise
    return proposal


def _ask_class(line: Proposed) -> LineClass:
    """Ask for the class of a line until one is given."""
    while True:
        answer: LineClass | Literal["?"] = click.prompt(
            f"Line {line.number}: {line.kind}? Enter for yes, or another class; ? lists them",
            default=line.kind,
            type=click.Choice([*LINE_CLASSES, _LIST]),
            show_choices=False,
            show_default=False,
        )
        if answer != _LIST:
            return answer
        say(", ".join(LINE_CLASSES))


def _read(given: str) -> bytes:
    try:
        if given == "-":
            data = sys.stdin.buffer.read(LARGEST_PAGE + 1)
        else:
            with Path(given).open("rb") as file:
                data = file.read(LARGEST_PAGE + 1)
    except OSError as error:
        raise RefusedSourceError("unread", file=given, problem=error.strerror) from None
    if len(data) > LARGEST_PAGE:
        raise RefusedSourceError("large", megabytes=LARGEST_PAGE // 1_000_000)
    return data


def write_new(folder: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    """Write files or, whatever happens meanwhile, none; never over one that is there.

    Each is made whole under a name of its own and then linked to its place, which fails where a
    file has that name. Raises RefusedSourceError.
    """
    parts = {name: folder / f".{name}.part" for name in files}
    made: list[Path] = []
    try:
        for name, data in files.items():
            parts[name].write_bytes(data)
        for name, part in parts.items():
            made.append(folder / name)
            os.link(part, folder / name)
    except BaseException as error:
        for path in made:
            # Where the link was not made yet, the name may be another's.
            if path.exists() and path.samefile(parts[path.name]):
                path.unlink()
        if isinstance(error, FileExistsError):
            raise RefusedSourceError("file-there", file=made[-1].name) from None
        if isinstance(error, OSError):
            raise RefusedSourceError("unwritten", problem=error.strerror) from None
        raise
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return tuple(made)
