"""The language server: what is known of a page, in the terms of the Language Server Protocol.

https://microsoft.github.io/language-server-protocol/ - pygls speaks it over the standard streams.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from build_tools.editor.citing import complete, explain
from build_tools.editor.fixes import Fix, extent_of, find_fixes
from build_tools.editor.keys import complete_keys
from build_tools.editor.recordings import find_recordings
from build_tools.editor.session import Session
from build_tools.problems import InputProblems, Outcome, Problem

NAME = "build_tools"
CONFIGURATION = "mkdocs.yml"
# Whoever types on within this time, in seconds, is told of the later text alone.
_PAUSE = 0.03
_RECORD = "stand-in"
_JUDGE = "Read it as: where the article says the latter, we may say the former."
Found = tuple[Problem, types.Diagnostic]
_SEVERITIES = {
    Outcome.NOT_BORNE_OUT: types.DiagnosticSeverity.Error,
    Outcome.CANNOT_BE_CHECKED: types.DiagnosticSeverity.Warning,
}


class _Server(LanguageServer):
    """A server of one project; without a session there is none that can be read."""

    def __init__(self, root: Path) -> None:
        super().__init__(NAME, "1")
        self.root = root
        self.session: Session | None = None
        # What was found last in each open page, with the version that it was found in.
        self._found: dict[str, tuple[int | None, list[Found]]] = {}

    def refresh(self) -> None:
        """Read the project as it is on the disk; say what keeps it from being read."""
        self._found.clear()
        try:
            if self.session:
                self.session.refresh()
            else:
                self.session = Session(self.root)
        except InputProblems as error:
            message = types.ShowMessageParams(types.MessageType.Error, str(error))
            self.window_show_message(message)

    def forget(self, uri: str) -> None:
        """Forget what was found in a page: opened again, its versions begin again."""
        self._found.pop(uri, None)

    def page(self, uri: str) -> tuple[Session, TextDocument] | None:
        """Return a page that is open, with its project; None for any other file."""
        document = self.workspace.get_text_document(uri)
        if self.session and self.session.is_page(Path(document.path)):
            return self.session, document
        return None

    def findings(self, uri: str) -> list[Found]:
        """Return what is wrong with a page as it is now, in either form."""
        if not (page := self.page(uri)):
            return []
        session, document = page
        version, found = self._found.get(uri, (None, []))
        if version is None or version != document.version:
            text = _text(document)
            problems = session.findings(Path(document.path), text)
            found = [(it, self._diagnostic(it, document, text)) for it in problems]
            self._found[uri] = document.version, found
        return found

    def publish(self, uri: str) -> None:
        """Tell the editor what is wrong with a page."""
        if page := self.page(uri):
            diagnostics = [diagnostic for _, diagnostic in self.findings(uri)]
            told = types.PublishDiagnosticsParams(uri, diagnostics, page[1].version)
            self.text_document_publish_diagnostics(told)

    def range_of(self, document: TextDocument, start: int, end: int) -> types.Range:
        """Return the range of `text[start:end]` in units of the editor."""
        text = _text(document)
        points = [
            types.Position(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1)
            for at in (start, end)
        ]
        return document.position_codec.range_to_client_units(
            document.lines, types.Range(points[0], points[1])
        )

    def edit_of(self, document: TextDocument, fix: Fix) -> types.WorkspaceEdit:
        """Return a fix of a page as an editor makes it."""
        edit = types.TextEdit(self.range_of(document, fix.start, fix.end), fix.text)
        return types.WorkspaceEdit({document.uri: [edit]})

    def recordings(
        self, session: Session, document: TextDocument, problem: Problem
    ) -> Iterator[tuple[str, types.WorkspaceEdit]]:
        """Yield lines for the file of stand-ins, as it is in the editor, each with its title."""
        file = self.workspace.get_text_document(session.stand_ins.as_uri())
        if file.uri not in self.workspace.text_documents and not session.stand_ins.is_file():
            return
        shown = session.stand_ins.relative_to(session.config.root).as_posix()
        statements = session.statements.get(Path(document.path).resolve(), ())
        found = find_recordings(problem, statements, session.library, _text(file), shown)
        for recording in found:
            here = types.Position(recording.at, 0)
            line = types.TextEdit(types.Range(here, here), f"{recording.line}\n")
            yield recording.title, self._seen_first(file, line, recording.title)

    def _seen_first(
        self, file: TextDocument, edit: types.TextEdit, title: str
    ) -> types.WorkspaceEdit:
        """Return an edit of another file than the page; an editor that can shows it before."""
        workspace = self.client_capabilities.workspace
        can = workspace and workspace.workspace_edit
        if not (can and can.document_changes and can.change_annotation_support):
            return types.WorkspaceEdit({file.uri: [edit]})
        label = types.ChangeAnnotation(title, needs_confirmation=True, description=_JUDGE)
        annotated = types.AnnotatedTextEdit(_RECORD, edit.range, edit.new_text)
        which = types.OptionalVersionedTextDocumentIdentifier(file.uri, file.version)
        changes = types.TextDocumentEdit(which, [annotated])
        return types.WorkspaceEdit(document_changes=[changes], change_annotations={_RECORD: label})

    def _diagnostic(self, problem: Problem, document: TextDocument, text: str) -> types.Diagnostic:
        hint = f"\n{problem.hint}" if problem.hint else ""
        return types.Diagnostic(
            self.range_of(document, *extent_of(problem, text)),
            f"{problem.message}{hint}",
            severity=_SEVERITIES[problem.outcome],
            code=problem.code,
            source=NAME,
        )


def _text(document: TextDocument) -> str:
    """Return the text of a document with the line ends that places are counted by."""
    return document.source.replace("\r\n", "\n")


def _offset(document: TextDocument, position: types.Position) -> int:
    here = document.position_codec.position_from_client_units(document.lines, position)
    return sum(len(line) + 1 for line in _text(document).split("\n")[: here.line]) + here.character


def make_server(root: Path) -> LanguageServer:
    """Make a server of the project at `root`, or of the editor's folder where that is a project."""
    server = _Server(root)

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        folder = server.workspace.root_path
        if folder and (Path(folder) / CONFIGURATION).is_file():
            server.root = Path(folder)
        server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(told: types.DidOpenTextDocumentParams) -> None:
        server.forget(told.text_document.uri)
        server.publish(told.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(told: types.DidChangeTextDocumentParams) -> None:
        await asyncio.sleep(_PAUSE)
        uri, version = told.text_document.uri, told.text_document.version
        document = server.workspace.text_documents.get(uri)
        if document and document.version == version:
            server.publish(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        server.refresh()
        for uri in server.workspace.text_documents:
            server.publish(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(told: types.DidCloseTextDocumentParams) -> None:
        none = types.PublishDiagnosticsParams(told.text_document.uri, [])
        server.text_document_publish_diagnostics(none)

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["@", ",", " "])
    )
    def completion(asked: types.CompletionParams) -> list[types.CompletionItem]:
        if not (page := server.page(asked.text_document.uri)):
            return []
        session, document = page
        at = _offset(document, asked.position)
        before = _text(document)[:at]
        return [
            types.CompletionItem(
                item.text,
                detail=item.beside,
                documentation=item.explained,
                sort_text=f"{number:04}",
                filter_text=item.text,
                text_edit=types.TextEdit(server.range_of(document, item.start, at), item.text),
            )
            for number, item in enumerate(
                [*complete(before, session.library), *complete_keys(before)]
            )
        ]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(asked: types.HoverParams) -> types.Hover | None:
        if not (page := server.page(asked.text_document.uri)):
            return None
        session, document = page
        found = explain(_text(document), _offset(document, asked.position), session.library)
        if not found:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, found.markdown)
        return types.Hover(content, server.range_of(document, found.start, found.end))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def actions(asked: types.CodeActionParams) -> list[types.CodeAction]:
        uri = asked.text_document.uri
        if not (page := server.page(uri)):
            return []
        session, document = page
        wanted, text = asked.range, _text(document)
        actions = []
        for problem, diagnostic in server.findings(uri):
            if not (diagnostic.range.start <= wanted.end and wanted.start <= diagnostic.range.end):
                continue
            edits = [
                (fix.title, server.edit_of(document, fix))
                for fix in find_fixes(problem, text, session.library)
            ]
            for title, edit in [*edits, *server.recordings(session, document, problem)]:
                kind = types.CodeActionKind.QuickFix
                actions.append(types.CodeAction(title, kind, diagnostics=[diagnostic], edit=edit))
        return actions

    return server


def serve(root: Path) -> None:
    """Serve until the editor ends it."""
    make_server(root).start_io()
