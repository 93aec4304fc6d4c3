"""The YAML at the head of a page, validated; and the page's Markdown, line by line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from build_tools.expressions import expression
from build_tools.files.models import Label, PlainText, SeenText, StrictModel, validate
from build_tools.files.yaml_places import LinedYaml, check_shape, parse_yaml
from build_tools.kept import Kept
from build_tools.pages.events import Event, EventFacts, EventWays, check_event
from build_tools.problems import InputProblems, Place, Problem
from build_tools.syntax.fences import find_fences
from build_tools.text.folding import LONGEST_LINE

# The form that MkDocs reads: https://www.mkdocs.org/user-guide/writing-your-docs/#meta-data
_FRONT_MATTER = expression(
    r"---[ \t]*\n(?P<yaml>.*?\n)(?P<close>(?:---|\.\.\.)[ \t]*\n)", re.DOTALL
)
# An unclosed one was meant to end at the first blank line, if any.
_UNCLOSED = expression(r"---[ \t]*\n(?P<yaml>(?:.*\S.*\n)+)(?P<close>)")
# What Markdown takes off a line, level by level: indents, and marks of quotations and of items.
_MARGIN = expression(r"(?:[ \t>]|(?:[-*+:]|\d{1,9}[.)])[ \t])+")
# In columns. Python-Markdown calls itself again for each level.
_DEEPEST = 100
# Where one opens no tag that closes, Python-Markdown looks for its end in all that follows.
_MOST_OPENED = 1_000
# The end of one that does not close is looked for in all that follows, too.
_MOST_FENCES = 500
EVENT = "event"
WAYS = "ways"


class SearchMeta(StrictModel):
    """How the theme's search treats a page: left out, or above or below the others."""

    exclude: bool = Field(default=False, description="Whether the search leaves the page out.")
    boost: Annotated[float, Field(gt=0)] = Field(
        default=1, description="For how much the page counts among what is found."
    )


class PageMeta(StrictModel):
    """What a page may say of itself.

    `claims: none` marks a page that states nothing of sources. `event` describes a call or
    talks (see `events.Event`), shown where the page has the empty block `event`, and its `ways`
    where it has the empty block `ways`.
    """

    title: PlainText = Field(default="", description="The title, as menus and search show it.")
    description: SeenText = Field(
        default="", description="What the page tells, in one sentence, for search and the feed."
    )
    claims: Literal["none"] | None = Field(
        default=None, description="`none`: nothing on the page states anything of the sources."
    )
    event: Event | None = Field(
        default=None, description="The call or talks that the page is about."
    )
    hide: tuple[Literal["navigation", "toc", "path", "footer", "feedback", "tags"], ...] = Field(
        default=(), description="Parts of the theme that the page is shown without."
    )
    themes: tuple[Label, ...] = Field(
        default=(), description="What the page is about, for the page of themes."
    )
    search: SearchMeta = Field(default=SearchMeta(), description="How the search treats the page.")


@dataclass(frozen=True)
class LineOrigin:
    """Where a line of a page's Markdown is written.

    Its line in the file, its shift sideways, and the file if it is not the page's own.
    """

    line: int
    shift: int = 0
    path: str = ""

    def below(self, lines: int) -> "LineOrigin":
        """Return where so many lines further down are written, if none comes from elsewhere."""
        return LineOrigin(self.line + lines, self.shift, self.path)


@dataclass(frozen=True)
class Filling:
    """Lines of YAML that the build puts into a block, with the origin of each.

    `problems` are those of the file that the lines are from; then there are no lines.
    """

    lines: tuple[str, ...] = ()
    line_origins: tuple[LineOrigin, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Head:
    """The front matter of a page: its meaning, the places of its keys, and its lines."""

    meta: PageMeta
    lined: LinedYaml
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class HeadText:
    """Text of the front matter that readers see, with the place of its key."""

    text: str
    place: Place


@dataclass(frozen=True)
class PageSource:
    """A page divided: its front matter, and its Markdown with blocks filled.

    `line_origins` are those of its lines up to the one from which on all follow in its file.
    """

    meta: PageMeta
    body: str
    line_origins: tuple[LineOrigin, ...]
    problems: tuple[Problem, ...] = ()
    head: tuple[HeadText, ...] = ()


_PAGES: Kept[PageSource] = Kept()


def parse_page(text: str, path: str, fillings: Mapping[str, Filling] | None = None) -> PageSource:
    """Divide a page as MkDocs does, and fill its empty blocks of the kinds in `fillings`.

    The blocks `event` and `ways` are filled from the page's own front matter. Wrong front matter is
    a problem, never an exception. In a preview a page that is as it was is not divided again.
    """
    given = fillings or {}
    return _PAGES.get_or_make(path, (text, given), lambda: _parse_page(text, path, given))


def _parse_page(text: str, path: str, fillings: Mapping[str, Filling]) -> PageSource:
    text = text.removeprefix("\ufeff")
    match = _match_head(text)
    body = text[match.end() if match else 0 :].lstrip("\n")
    first_line = text[: len(text) - len(body)].count("\n") + 1
    lines = body.split("\n")
    line_origins = [LineOrigin(first_line + index) for index in range(len(lines))]
    unread = tuple(_cut_unreadable_lines(lines, line_origins, path))
    head = parse_head(text, path)
    problems = head.problems or tuple(_check_event_blocks(head, lines, line_origins))
    ways = event_filling(head, EventWays) if head.meta.event and head.meta.event.ways else Filling()
    own = {EVENT: event_filling(head, EventFacts), WAYS: ways}
    filled = _fill(lines, line_origins, {**fillings, **own})
    problems += (*filled.problems, *unread)
    shown = {"title": head.meta.title, "description": head.meta.description}
    texts = tuple(
        HeadText(text, head.lined.place_of((key,))) for key, text in shown.items() if text
    )
    origins = _up_to_the_rest(filled.line_origins)
    return PageSource(head.meta, "\n".join(filled.lines), origins, problems, texts)


def _up_to_the_rest(origins: Sequence[LineOrigin]) -> tuple[LineOrigin, ...]:
    """Leave out the last origins, as far as each is of the line after the one before."""
    end = len(origins)
    while end > 1 and origins[end - 1] == origins[end - 2].below(1):
        end -= 1
    return tuple(origins[:end])


def _cut_unreadable_lines(
    lines: list[str], line_origins: list[LineOrigin], path: str
) -> Iterator[Problem]:
    """Leave a mark in place of each line that is too large, or too deep, to be read; report it."""
    opened = fences = 0
    for index, line in enumerate(lines):
        margin = _MARGIN.match(line)
        depth = len(margin[0].expandtabs(4)) if margin else 0
        opened += line.count("<")
        fences += line.lstrip(" \t>").startswith(("```", "~~~"))
        limits = (
            (len(line), LONGEST_LINE, "a line must have at most {} characters"),
            (depth, _DEEPEST, "a line must begin at most {} columns from the margin"),
            (opened, _MOST_OPENED, "a page must have at most {} signs '<'"),
            (fences, _MOST_FENCES, "a page must have at most {} lines of fences"),
        )
        for size, most, message in limits:
            if size > most:
                lines[index] = "…"
                place = Place(path, line_origins[index].line)
                hint = f"here it has {size:,}: divide it"
                yield Problem(place, "markup", message.format(f"{most:,}"), hint)
                break
        if opened > _MOST_OPENED or fences > _MOST_FENCES:
            del lines[index + 1 :], line_origins[index + 1 :]
            return


def parse_head(text: str, path: str) -> Head:
    """Read the front matter of a page; an empty one where there is none."""
    match = _match_head(text.removeprefix("\ufeff"))
    if not match:
        return Head(PageMeta(), LinedYaml(path, {}, {}))
    head = _parse_head(match["yaml"], path)
    if match["close"]:
        return head
    message = "the head that begins here must be closed by a line of '---'"
    hint = "put it below the last key, and a blank line below it"
    return replace(head, problems=(Problem(Place(path), "front-matter", message, hint),))


def check_head_shape(text: str, path: str) -> Iterator[Problem]:
    """Find YAML in the head of a page that nobody may compose, MkDocs least of all."""
    if match := _match_head(text.removeprefix("\ufeff")):
        yield from check_shape(match["yaml"], path, first_line=2)


def _match_head(text: str) -> re.Match[str] | None:
    return _FRONT_MATTER.match(text) or _UNCLOSED.match(text)


# A build reads each head twice, for its own page and for what it fills on others; a preview, again
# at each edit.
@lru_cache(maxsize=10_000)
def _parse_head(yaml: str, path: str) -> Head:
    lined = LinedYaml(path, {}, {})
    try:
        lined = parse_yaml(yaml, path, first_line=2)
        meta = validate(
            PageMeta,
            lined,
            "front-matter",
            "the head of docs/index.md, an event from “An event” on the page “Contributing”",
        )
    except InputProblems as error:
        return Head(PageMeta(), lined, problems=error.problems)
    problems = tuple(_check_event(meta.event, lined)) if meta.event else ()
    return Head(meta, lined, tuple(yaml.rstrip("\n").split("\n")), problems)


def _check_event(event: Event, lined: LinedYaml) -> Iterator[Problem]:
    keys = [keys for keys in lined.places if keys[:1] == (EVENT,) and len(keys) <= 2]  # noqa: PLR2004
    if len({lined.places[key].line for key in keys}) < len(keys):
        # The block on the page is filled with whole lines.
        message = f"each key of '{EVENT}' must be on a line of its own"
        yield Problem(lined.place_of((EVENT,)), "front-matter", message)
    yield from check_event(event, lined, (EVENT,))


def event_filling(head: Head, model: type[StrictModel]) -> Filling:
    """Return the lines of the event with the keys that `model` has; none where it is wrong."""
    if not head.meta.event or head.problems:
        return Filling()
    # The front matter starts on line 2 of the file.
    starts = {
        keys: place.line - 2
        for keys, place in head.lined.places.items()
        if keys and (keys[0] == EVENT or len(keys) == 1)
    }
    first = starts[(EVENT,)]
    ends = sorted({*(line for keys, line in starts.items() if len(keys) <= 2), len(head.lines)})  # noqa: PLR2004
    kept = [first]
    for (_, *inner), start in starts.items():
        if len(inner) == 1 and inner[0] in model.model_fields:
            end = next(line for line in ends if line > start)
            kept += range(start, end)
    kept.sort()
    lines = tuple(head.lines[index] for index in kept)
    return Filling(lines, tuple(LineOrigin(i + 2, path=head.lined.path) for i in kept))


def _fill(
    lines: list[str], line_origins: list[LineOrigin], fillings: Mapping[str, Filling]
) -> Filling:
    filled_lines: list[str] = []
    filled_origins: list[LineOrigin] = []
    problems: list[Problem] = []
    index = 0
    for fence in find_fences(lines):
        filling = fillings.get(fence.word)
        if filling is None or fence.margin or fence.end is None:
            continue  # Not closed or in a list: reported where the block is read.
        if any(line.strip() for line in lines[fence.start + 1 : fence.end]):
            continue
        filled_lines += lines[index : fence.start]
        filled_origins += line_origins[index : fence.start]
        problems += filling.problems
        # What would fill it may be wrong, which is reported elsewhere: then it is not shown.
        if filling.lines:
            filled_lines += [lines[fence.start], *filling.lines, lines[fence.end]]
            filled_origins += [
                line_origins[fence.start],
                *filling.line_origins,
                line_origins[fence.end],
            ]
        index = fence.end + 1
    return Filling(
        (*filled_lines, *lines[index:]), (*filled_origins, *line_origins[index:]), tuple(problems)
    )


def _check_event_blocks(
    head: Head, lines: list[str], line_origins: list[LineOrigin]
) -> Iterator[Problem]:
    event = head.meta.event
    shown = (
        (EVENT, bool(event), (EVENT,), "a page with an event", "its facts are shown"),
        (WAYS, bool(event and event.ways), (EVENT, WAYS), "an event with ways", "they are shown"),
    )
    for word, wanted, keys, what, why in shown:
        fences = [fence for fence in find_fences(lines) if fence.word == word]
        blocks = [line_origins[fence.start].line for fence in fences]
        empty = all(not any(lines[f.start + 1 : f.end]) for f in fences)
        if len(blocks) == wanted and empty:
            continue
        path = head.lined.path
        place = Place(path, blocks[0]) if blocks else head.lined.place_of(keys)
        message = f"{what} must have one empty block '{word}', where {why}"
        hint = (
            f"the {word} {'are' if word == WAYS else 'is'} given in the front matter; "
            f"in the text write only ```{word} and ```"
        )
        yield Problem(place, "front-matter", message, hint)
