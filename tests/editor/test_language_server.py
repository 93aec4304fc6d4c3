"""The language server, as an editor speaks with it: a process, over its standard streams."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from project import ROOT, Project, copy_small_project

from build_tools.__main__ import main

PAGE = "docs/talks/verelin-ulvholt-2019.md"
WRONG = """---
title: A page
---

# A page

The call — 𝄞 — lasted 53 minutes, Osten reported [@osten-2019, para. 2].

It was "taken by Kestrian sailors", Osten reported [@osten-2019, para. 6].

The call lasted 35 minutes, Osten reported [@ostn-2019, para. 2].
"""


class Editor:
    """The editor's side of the protocol: framed JSON, with what was answered and told."""

    def __init__(self, root: Path, capabilities: dict[str, Any] | None = None) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "build_tools", "language-server"],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._told: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._number = 0
        self.root = root
        self.capabilities = self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "capabilities": capabilities or {},
            },
        )["capabilities"]
        self.tell("initialized", {})

    def _read(self) -> None:
        stream = self._server.stdout
        assert stream
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            while stream.readline().strip():
                pass
            self._told.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        stream = self._server.stdin
        assert stream
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        stream.flush()

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        return self.next(lambda it: it.get("id") == self._number)["result"]

    def next(self, wanted: Any) -> dict[str, Any]:
        while True:
            message = self._told.get(timeout=60)
            if wanted(message):
                return message

    def findings(self, version: int, path: str = PAGE) -> list[dict[str, Any]]:
        """Return what the server says of a version of a page."""
        told = self.next(
            lambda it: (
                it.get("method") == "textDocument/publishDiagnostics"
                and it["params"].get("version") == version
                and it["params"]["uri"] == self.uri(path)
            )
        )
        diagnostics: list[dict[str, Any]] = told["params"]["diagnostics"]
        return diagnostics

    def uri(self, path: str = PAGE) -> str:
        return (self.root / path).as_uri()

    def open(self, text: str, path: str = PAGE) -> list[dict[str, Any]]:
        document = {"uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.findings(1, path)

    def change(self, text: str, version: int) -> None:
        document = {"uri": self.uri(), "version": version}
        changes = [{"text": text}]
        params = {"textDocument": document, "contentChanges": changes}
        self.tell("textDocument/didChange", params)

    def at(self, text: str, words: str) -> dict[str, Any]:
        """Return the place right after some words, in units of UTF-16 as editors count."""
        before = text[: text.index(words) + len(words)].split("\n")
        character = len(before[-1].encode("utf-16-le")) // 2
        position = {"line": len(before) - 1, "character": character}
        return {"textDocument": {"uri": self.uri()}, "position": position}

    def cpu(self) -> float:
        """Return how long the server has worked, in seconds of CPU."""
        fields = Path(f"/proc/{self._server.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        assert self._server.stdin
        code = self._server.wait(timeout=30)
        self._server.stdin.close()
        assert self._server.stderr
        self._server.stderr.close()
        return code


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return copy_small_project(tmp_path_factory.mktemp("editor") / "small")


@pytest.fixture(scope="module")
def editor(project: Project) -> Iterator[Editor]:
    """One server for all tests, which shows that it keeps well; each opens the page anew."""
    editor = Editor(project.root)
    yield editor
    assert editor.close() == 0


def covered(text: str, found: dict[str, Any]) -> str:
    line = text.split("\n")[found["range"]["start"]["line"]].encode("utf-16-le")
    start, end = (2 * found["range"][side]["character"] for side in ("start", "end"))
    return line[start:end].decode("utf-16-le")


def test_a_page_without_faults_has_no_findings(editor: Editor, project: Project) -> None:
    assert editor.open(project.text(PAGE)) == []


def test_findings_are_those_of_check_at_their_words(editor: Editor) -> None:
    found = editor.open(WRONG)
    by_code = {it["code"]: it for it in found}
    assert list(by_code) == ["number", "quotation", "source"]
    # Behind a sign that UTF-16 writes in two units.
    assert covered(WRONG, by_code["number"]) == "53 minutes"
    assert covered(WRONG, by_code["quotation"]) == "taken by Kestrian sailors"
    assert "35 minute" in by_code["number"]["message"]
    assert {it["severity"] for it in found} == {1}


def test_what_other_pages_tell_of_an_event_is_judged_in_its_head(
    editor: Editor, project: Project
) -> None:
    text = project.text(PAGE)
    for words in ("Ulvholt spoke", "leaders discussed", "Tovan Verelin spoke"):
        assert words in text
        edited = text.replace(words, f"{words} gladly", 1)
        [found] = editor.open(edited)
        assert (found["code"], covered(edited, found)) == ("stand-in", "gladly")


def test_findings_follow_what_is_typed(editor: Editor) -> None:
    editor.open(WRONG)
    # As fast typing does: only the last version counts.
    for version, minutes in enumerate(("5", "54", "35"), start=2):
        editor.change(WRONG.replace("53", minutes), version)
    assert [it["code"] for it in editor.findings(4)] == ["quotation", "source"]


def test_a_source_is_completed(editor: Editor) -> None:
    text = f"{WRONG}\nMore [@ost"
    editor.open(text)
    items = editor.ask("textDocument/completion", editor.at(text, "More [@ost"))
    by_label = {it["label"]: it for it in items}
    assert list(by_label) == ["harbour-post-2015", "meridian-2019", "osten-2019"]
    edit = by_label["osten-2019"]["textEdit"]
    assert covered(text, edit) == "ost"
    assert "16 May 2019" in by_label["osten-2019"]["detail"]


@pytest.mark.parametrize(
    ("typed", "second", "replaced"),
    [
        ("More [@osten-2019, ", "para. 2", ""),
        ("More [@osten-2019, para. ", "2", ""),
        ("More [@osten-2019, paras. 1, 1", "2", "1"),
        ("More @osten-2019 [", "para. 2", ""),
    ],
)
def test_a_paragraph_is_completed(editor: Editor, typed: str, second: str, replaced: str) -> None:
    text = f"{WRONG}\n{typed}"
    editor.open(text)
    items = editor.ask("textDocument/completion", editor.at(text, typed))
    assert len(items) == 10
    assert items[1]["label"] == second
    assert "35 minutes" in items[1]["documentation"]
    assert covered(text, items[1]["textEdit"]) == replaced


def test_a_key_of_the_head_is_completed(editor: Editor) -> None:
    text = WRONG.replace("title: A page\n", "title: A page\nthe")
    editor.open(text)
    items = {
        it["label"]: it for it in editor.ask("textDocument/completion", editor.at(text, "the"))
    }
    assert covered(text, items["themes: "]["textEdit"]) == "the"
    assert "title: " not in items


def test_nothing_is_completed_outside_a_citation(editor: Editor) -> None:
    editor.open(WRONG)
    assert editor.ask("textDocument/completion", editor.at(WRONG, "The call ")) == []


def test_a_citation_shows_its_paragraph(editor: Editor) -> None:
    text = f"{WRONG}\nBoth [@osten-2019, para. 6; @meridian-2019, para. 3].\n"
    editor.open(text)
    first = editor.ask("textDocument/hover", editor.at(text, "Both [@osten"))
    assert "seized by Kestrian sailors" in first["contents"]["value"]
    second = editor.ask("textDocument/hover", editor.at(text, "@meridian"))
    assert "seized by Kestrian sailors" not in second["contents"]["value"]
    assert "Meridian" in second["contents"]["value"]
    assert editor.ask("textDocument/hover", editor.at(text, "The call")) is None


def fixed(editor: Editor, text: str, words: str) -> list[str]:
    """Return the page after each of the fixes that are offered at some words."""
    editor.open(text)
    place = editor.at(text, words)
    params = {
        "textDocument": place["textDocument"],
        "range": {"start": place["position"], "end": place["position"]},
        "context": {"diagnostics": []},
    }
    pages = []
    for action in editor.ask("textDocument/codeAction", params):
        [edit] = action["edit"]["changes"][editor.uri()]
        lines = text.split("\n")
        line, old = edit["range"]["start"]["line"], covered(text, edit)
        assert old in lines[line]
        start = edit["range"]["start"]["character"]
        lines[line] = lines[line][:start] + edit["newText"] + lines[line][start + len(old) :]
        pages.append("\n".join(lines))
    return pages


def test_the_nearest_quotation_is_offered_and_right(editor: Editor) -> None:
    [page] = fixed(editor, WRONG, '"taken by')
    assert '"seized by Kestrian sailors' in page
    assert [it["code"] for it in editor.open(page)] == ["number", "source"]


def test_the_right_source_is_offered(editor: Editor) -> None:
    [page] = fixed(editor, WRONG, "[@ostn")
    assert page == WRONG.replace("@ostn-2019", "@osten-2019")


@pytest.mark.parametrize(
    ("cited", "right"), [("para. 2", "para. 6"), ("paras. 2-3", "paras. 2-3, 6")]
)
def test_the_right_locator_of_a_quotation_is_offered(
    editor: Editor, cited: str, right: str
) -> None:
    text = f'It was "seized by Kestrian sailors", Osten reported [@osten-2019, {cited}].\n'
    assert text.replace(cited, right) in fixed(editor, text, '"seized')


def test_the_right_locator_of_a_word_is_offered(editor: Editor) -> None:
    text = "The two discussed the students, Osten reported [@osten-2019, para. 2].\n"
    assert text.replace("para. 2", "para. 7") in fixed(editor, text, "the stud")


def test_the_paragraph_that_says_it_is_offered(editor: Editor) -> None:
    text = "Kestria withdrew its experts, Osten reported [@osten-2019, para. 8].\n"
    assert fixed(editor, text, "2019, par") == [text.replace("para. 8", "para. 10")]


STAND_INS = "docs/_data/stand-ins.yml"
HELD = "# A head.\nstand-ins:\n  - {ours: wanted, theirs: claims}\n"
MEASURED = "A poll measured it, Meridian wrote [@meridian-2019, para. 10].\n"
LINE = '  - {ours: measured, theirs: showed, in: "meridian-2019, para. 10"}\n'


def recordings(editor: Editor, text: str) -> dict[str, dict[str, Any]]:
    """Return the edits that are offered at "measured", by their titles."""
    editor.open(text)
    place = editor.at(text, "A poll meas")
    params = {
        "textDocument": place["textDocument"],
        "range": {"start": place["position"], "end": place["position"]},
        "context": {"diagnostics": []},
    }
    actions = editor.ask("textDocument/codeAction", params)
    return {action["title"]: action["edit"] for action in actions}


def test_a_stand_in_is_proposed_as_a_line_of_its_file(editor: Editor, project: Project) -> None:
    assert recordings(editor, MEASURED) == {}  # The command makes the file.
    project.write(STAND_INS, HELD)
    edits = recordings(editor, MEASURED)
    [edit] = edits["Record “measured” for “showed” in meridian-2019, para. 10"]["changes"][
        editor.uri(STAND_INS)
    ]
    assert edit["newText"] == LINE
    assert edit["range"]["start"] == edit["range"]["end"] == {"line": 3, "character": 0}
    # Nothing is written until a person saves it; then the finding is gone.
    assert project.text(STAND_INS) == HELD
    project.write(STAND_INS, HELD + LINE)
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri(STAND_INS)}})
    assert editor.findings(1) == []
    (project.root / STAND_INS).unlink()
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri(STAND_INS)}})


def test_a_stand_in_goes_into_the_file_as_the_editor_has_it(
    editor: Editor, project: Project
) -> None:
    project.write(STAND_INS, HELD)
    unsaved = HELD + '  - {ours: held, theirs: agreed, in: "osten-2019, para. 1"}\n'
    document = {"uri": editor.uri(STAND_INS), "languageId": "yaml", "version": 1}
    editor.tell("textDocument/didOpen", {"textDocument": {**document, "text": unsaved}})
    changes = [edit["changes"] for edit in recordings(editor, MEASURED).values()]
    assert {it[editor.uri(STAND_INS)][0]["range"]["start"]["line"] for it in changes} == {4}
    # In a file that is wrong there is no place for a line.
    editor.tell(
        "textDocument/didChange",
        {
            "textDocument": {"uri": editor.uri(STAND_INS), "version": 2},
            "contentChanges": [{"text": "stand-ins: ["}],
        },
    )
    assert recordings(editor, MEASURED) == {}
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri(STAND_INS)}})
    (project.root / STAND_INS).unlink()


def test_an_editor_that_can_asks_before_it_records(project: Project) -> None:
    able = {"documentChanges": True, "changeAnnotationSupport": {"groupsOnLabel": True}}
    editor = Editor(project.root, {"workspace": {"workspaceEdit": able}})
    project.write(STAND_INS, HELD)
    edit = recordings(editor, MEASURED)["Record “measured” for “showed” in meridian-2019, para. 10"]
    [change] = edit["documentChanges"]
    assert change["textDocument"]["uri"] == editor.uri(STAND_INS)
    [line] = change["edits"]
    assert line["newText"] == LINE
    assert edit["changeAnnotations"][line["annotationId"]]["needsConfirmation"] is True
    assert editor.close() == 0
    (project.root / STAND_INS).unlink()


def test_the_form_of_a_locator_is_corrected(editor: Editor) -> None:
    text = "It lasted 35 minutes, Osten wrote [@osten-2019, para. 6; @osten-2019, para 2].\n"
    [page] = fixed(editor, text, ", para ")
    assert page == text.replace("para 2", "para. 2")


def test_a_draft_is_read_as_well_and_other_files_are_not(editor: Editor, project: Project) -> None:
    assert editor.open(WRONG, "docs/_drafts/a.md")
    document = {"uri": editor.uri("README.md"), "languageId": "markdown", "version": 1}
    editor.tell("textDocument/didOpen", {"textDocument": {**document, "text": WRONG}})
    place = {"textDocument": {"uri": document["uri"]}, "position": {"line": 9, "character": 60}}
    assert editor.ask("textDocument/hover", place) is None


def test_what_is_saved_elsewhere_counts_at_once(editor: Editor, project: Project) -> None:
    editor.open(WRONG)
    names = "docs/_data/names.yml"
    old = project.text(names)
    project.write(names, "people: 5\n")
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri(names)}})
    editor.findings(1)
    project.write(names, old)
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri(names)}})
    assert len(editor.findings(1)) == 3


def test_a_project_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    editor = Editor(tmp_path)
    told = editor.next(lambda it: it.get("method") == "window/showMessage")
    assert told["params"]["message"].startswith("mkdocs.yml:")
    assert editor.ask("textDocument/completion", editor.at("@", "@")) == []
    assert editor.close() == 0


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "build_tools.editor.server", None)
    result = CliRunner().invoke(main, ["language-server"])
    assert result.exit_code == 1
    assert "pip install -e '.[editor]' first" in result.output


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="CPU of a process is read there")
def test_the_largest_page_is_checked_in_time() -> None:
    editor = Editor(ROOT)
    path = "docs/differences.md"
    text = (ROOT / path).read_text("utf-8")
    document = {"uri": editor.uri(path), "languageId": "markdown", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    assert editor.findings(1, path) == []
    taken = []
    for version in range(2, 6):
        before = editor.cpu()
        changed = text + "\nMore.\n{: .no-claim }\n" * version
        params = {"textDocument": {"uri": editor.uri(path), "version": version}}
        editor.tell("textDocument/didChange", {**params, "contentChanges": [{"text": changed}]})
        assert editor.findings(version, path) == []
        taken.append(editor.cpu() - before)
    assert editor.close() == 0
    assert min(taken) <= 0.3, taken
