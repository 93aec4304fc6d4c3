"""The findings of a check in the forms in which people and other programs read them."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from build_tools.assembly import ALL_RULES as RULES
from build_tools.files.text_files import read_bytes
from build_tools.ledger import Ledger
from build_tools.printable import printable, printable_line
from build_tools.problems import Comparison, InputProblems, Outcome, Place, Problem
from build_tools.text.excerpts import mark_differences, point_at

# From so many on, findings that differ in their places alone are told of in one line.
_MANY = 5
SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


@dataclass(frozen=True)
class Totals:
    """How much was read: of the whole site, whatever is reported.

    `elsewhere` counts the problems that were not asked for.
    """

    sources: int = 0
    pages: int = 0
    statements: int = 0
    citations: int = 0
    waivers: int = 0
    elsewhere: int = 0


@dataclass(frozen=True)
class Report:
    """What to report; `root` is the folder that the paths of the findings start from.

    `reading` is a table for people, where they asked for it.
    """

    root: Path
    findings: tuple[Problem, ...]
    totals: Totals = Totals()
    reading: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The findings that make a check fail."""
        return tuple(found for found in self.findings if _fails(found))

    @property
    def unchecked(self) -> tuple[Problem, ...]:
        """What could not be checked: said, and no failure."""
        return tuple(found for found in self.findings if not _fails(found))


def _fails(found: Problem) -> bool:
    return found.outcome is Outcome.NOT_BORNE_OUT


def count_totals(ledger: Ledger) -> Totals:
    """Count what a ledger holds."""
    return Totals(
        sources=len(ledger.library.sources),
        pages=len(ledger.pages),
        statements=len(ledger.entries),
        citations=sum(len(entry.statement.citations) for entry in ledger.entries),
        waivers=sum(len(entry.waived) for entry in ledger.entries),
    )


def render_text(report: Report) -> str:
    """Return the findings for a terminal, each with its line of text, and a summary at the end."""
    read_line = _LineReader(report.root)
    parts = list(_text_findings(report.problems, read_line))
    if report.unchecked:
        parts.append("Cannot be checked, and needs a person:")
    parts += _text_findings(report.unchecked, read_line)
    parts += [report.reading] if report.reading else []
    return "\n\n".join([*parts, _summary(report)])


def _text_findings(
    findings: Iterable[Problem], read_line: Callable[[Place], str | None]
) -> Iterator[str]:
    """Yield each finding; of many that differ in their places alone the first, with the others.

    What fails is told of so only where many files have it, as when there is a source more.
    """
    kinds: dict[tuple[str, str, str, Comparison | None], list[Problem]] = {}
    for found in findings:
        key = (found.code, found.message, found.hint, found.comparison)
        kinds.setdefault(key, []).append(found)
    for alike in kinds.values():
        files = {found.place.path for found in alike}
        many = len(files if _fails(alike[0]) else alike) > _MANY
        shown = alike[:1] if many else alike
        texts = [_text_finding(found, read_line(found.place)) for found in shown]
        if others := alike[len(shown) :]:
            texts[-1] += f"\n    and {len(others)} more like it: {_places(others)}"
        yield from texts


def _places(findings: Iterable[Problem]) -> str:
    """Return where findings are: each file once, with the lines."""
    lines: dict[str, dict[str, None]] = {}
    for found in findings:
        lines.setdefault(found.place.path, {})[str(found.place.line)] = None
    return printable_line("; ".join(f"{path}:{', '.join(of)}" for path, of in lines.items()))


def _text_finding(found: Problem, line: str | None) -> str:
    lines = [f"{found.place}: {found.code}: {printable_line(found.message)}"]
    if line is not None:
        text, caret = point_at(_one_for_one(line), found.place.column)
        margin = f"{found.place.line:>5} | "
        lines += [margin + text, " " * (len(margin) - 2) + "| " + caret]
    if found.comparison:
        given, nearest = mark_differences(found.comparison)
        lines += [f"    given:   {printable(given)}", f"    nearest: {printable(nearest)}"]
    elif found.hint:
        lines.append(f"    hint: {printable_line(found.hint)}")
    return "\n".join(lines)


def _one_for_one(line: str) -> str:
    """Return a line of a file, cleaned, with each character at its column."""
    return "".join(sign if len(printable(sign)) == 1 else "\ufffd" for sign in line)


def _summary(report: Report) -> str:
    totals = report.totals
    read = (
        f"{_number(totals.sources, 'source')}, {_number(totals.pages, 'page')}, "
        f"{_number(totals.statements, 'statement')}, {_number(totals.citations, 'citation')}"
    )
    return (
        f"{read}: {_number(len(report.problems), 'problem')}"
        f"{f' here, {totals.elsewhere} elsewhere' if totals.elsewhere else ''}, "
        f"{len(report.unchecked)} cannot be checked, {_number(totals.waivers, 'waiver')}"
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class _LineReader:
    """Get the lines that findings stand on; each file is read once."""

    def __init__(self, root: Path) -> None:
        """Take the folder that paths start from."""
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def __call__(self, place: Place) -> str | None:
        """Return the line of a place; None where there is no such line, or none with text."""
        if place.path not in self._lines:
            self._lines[place.path] = self._read(self._root / place.path)
        lines = self._lines[place.path]
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        return line if line.strip() else None

    @staticmethod
    def _read(path: Path) -> list[str]:
        try:
            # Only the line feed ends a line, as in the places of findings.
            data = read_bytes(path, "", "") if path.exists() else b""
            return data.decode("utf-8-sig", errors="replace").split("\n")
        except (OSError, InputProblems):
            return []


def render_github(report: Report) -> str:
    """Return workflow commands, which GitHub shows at the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = [_github_command(found) for found in (*report.problems, *report.unchecked)]
    return "\n".join([*lines, _summary(report)])


def _github_command(found: Problem) -> str:
    level = "error" if _fails(found) else "warning"
    properties = {
        "file": found.place.path,
        "line": found.place.line,
        "col": found.place.column,
        "title": found.code,
    }
    shown = ",".join(f"{name}={_github_property(str(it))}" for name, it in properties.items())
    return f"::{level} {shown}::{_github_data(_message(found))}"


def _message(found: Problem) -> str:
    return f"{found.message}\n{found.hint}" if found.hint else found.message


def _github_data(text: str) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(text)


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def render_json(report: Report) -> str:
    """Return a JSON object; keys may be added, and `format` changes when one goes or changes.

    `format` is 1. `summary` has the numbers of `sources`, `pages`, `statements`, `citations` and
    `waivers` of the whole site, and of reported `problems` and `cannot_be_checked`. `findings` is
    a list of objects with `path`, `line`, `column` (from 1, in characters), `code`, `outcome`
    ("not borne out" or "cannot be checked"), `message`, `hint` (may be ""), and `comparison`:
    null, or the words `given` and the `nearest` of the source.
    """
    summary = {
        **asdict(report.totals),
        "problems": len(report.problems),
        "cannot_be_checked": len(report.unchecked),
    }
    findings = [
        {
            **asdict(found.place),
            "code": found.code,
            "outcome": found.outcome.value,
            "message": found.message,
            "hint": found.hint,
            "comparison": asdict(found.comparison) if found.comparison else None,
        }
        for found in (*report.problems, *report.unchecked)
    ]
    document = {"format": 1, "summary": summary, "findings": findings}
    # In ASCII, so that nothing in it is left for what cleans printed text to change.
    return json.dumps(document, indent=2)


def render_sarif(report: Report) -> str:
    """Return a SARIF 2.1.0 log with every rule, and each finding as an error or a note.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    rules = [
        {
            "id": rule.code,
            "shortDescription": {"text": rule.rule},
            "help": {"text": rule.fix},
            "defaultConfiguration": {"level": "error"},
        }
        for rule in RULES.values()
    ]
    run = {
        "tool": {"driver": {"name": "build_tools", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(found) for found in (*report.problems, *report.unchecked)],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2)


def _sarif_result(found: Problem) -> dict[str, object]:
    region = {"startLine": found.place.line, "startColumn": found.place.column}
    location = {"artifactLocation": {"uri": quote(found.place.path)}, "region": region}
    return {
        "ruleId": found.code,
        "ruleIndex": list(RULES).index(found.code),
        "level": "error" if _fails(found) else "note",
        "message": {"text": _message(found)},
        "locations": [{"physicalLocation": location}],
    }


def render_gitlab(report: Report) -> str:
    """Return a report of code quality, which GitLab shows at the lines of a merge request.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    findings = (*report.problems, *report.unchecked)
    # A finding is known again by what it says, wherever its line has moved to.
    kinds = [f"{found.place.path}\n{found.code}\n{_message(found)}" for found in findings]
    document = [
        {
            "description": _message(found),
            "check_name": found.code,
            "fingerprint": hashlib.sha256(f"{kind}\n{kinds[:n].count(kind)}".encode()).hexdigest(),
            "severity": "major" if _fails(found) else "info",
            "location": {"path": found.place.path, "lines": {"begin": found.place.line}},
        }
        for n, (found, kind) in enumerate(zip(findings, kinds, strict=True))
    ]
    return json.dumps(document, indent=2)


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": render_text,
    "github": render_github,
    "gitlab": render_gitlab,
    "json": render_json,
    "sarif": render_sarif,
}
