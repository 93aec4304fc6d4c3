"""Who wrote the article, and which lines tell of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.intake.given_lines import GivenLine
from build_tools.lines.shape import count_words, ends_sentence, find_names, is_name
from build_tools.lines.signs import sign_of
from build_tools.lines.word_lists import pattern

# So many lines around the headline a name alone is a byline; a longer line in words is none.
_NEAR, _BYLINE = 4, 16
# A name has at most so many words, beside its small ones.
_LONGEST, _LONGEST_OF_BODY = 4, 8
# Where so many paragraphs follow, what is said of an author is said in the article.
_FOLLOW = 2


def without_byline_start(text: str) -> str:
    """Return a byline without what leads the names: "By", "Written by"."""
    return pattern("byline-start").sub("", text)


def names_of_byline(text: str) -> tuple[str, ...]:
    """Return the names in a byline, without what leads them, places, offices and outlets."""
    text = without_byline_start(text.strip(" •"))
    several = split_authors(text)
    if len(several) == 1:
        return (name,) if (name := _name_of(text)) else ()
    # With "and" between the last two, a comma may part others; or a name and its office.
    parts = [[it] if _is_body_alone(it) else it.split(", ") for it in several]
    found = [_name_of(it) for part in parts for it in part]
    first, *others = [it for it in found if it and not pattern("office").search(it)] or [""]
    return tuple(it for it in (first, *others) if it == first or _is_full_name(it) or is_body(it))


def split_authors(text: str) -> list[str]:
    """Return the names in a text; of an institution "and" may be a part of the name."""
    between = pattern("between-authors").search(text)
    if not between:
        return [text]
    before, after = text[: between.start()], text[between.end() :]
    # Where a person is named first, what follows is another name.
    if between[0] != ";" and is_body(text) and not _is_person(before):
        whole, _, others = text.partition(";")
        return [whole, *(split_authors(others.strip()) if others else [])]
    return [before.strip(), *split_authors(after.strip())]


def is_body(text: str) -> bool:
    """Tell whether a name is that of an institution, by a word of it."""
    return bool(pattern("body").search(text))


def _is_body_alone(text: str) -> bool:
    """Tell whether a text names an institution, and not a person, perhaps with one."""
    return is_body(text) and not _is_person(text)


def _is_person(text: str) -> bool:
    name = _name_alone(text)
    return _is_full_name(name) and not is_body(name)


def _name_of(text: str) -> str:
    return text.strip() if _is_body_alone(text) else _name_alone(text)


def _name_alone(text: str) -> str:
    return pattern("after-name").sub("", text).strip(" •-—–:【】[]()")


def _is_full_name(text: str) -> bool:
    """Tell whether a text may be a name of two words or more, in capitals too."""
    return is_name(text.title() if text.isupper() else text)


def may_be_author(text: str) -> bool:
    """Tell whether a text may be the name of a person or an agency, and no part of a sentence."""
    words = [word for word in text.split() if not pattern("particle").fullmatch(word)]
    longest = _LONGEST_OF_BODY if is_body(text) else _LONGEST
    # In Cyrillic only the first word of an institution has a capital.
    small = not (is_body(text) and not text.isascii()) and any(it[0].islower() for it in words)
    return 0 < len(words) <= longest and not small


def mark_author_notes(
    lines: Sequence[GivenLine], head: int, declared: str
) -> tuple[GivenLine, ...]:
    """Mark as of the byline what begins with the name of who wrote the article, or is about them.

    `declared` has the names that the head of a page gives. Of a name that is nowhere else its first
    or last word is enough: "Brann reported from Osten." What the page sets as of the article,
    with paragraphs below it, is one of these.
    """
    names = {name.casefold() for name in [*find_names(declared), *_names_above(lines, head)]}
    if not names:
        return tuple(lines)
    prose = " ".join(line.text for line in lines if ends_sentence(line.text)).casefold()
    words = Counter(re.findall(r"\w+", prose))
    parts = {part for name in names for part in (name.split(" ", 1)[0], name.rsplit(" ", 1)[-1])}
    known = names | {part for part in parts if words[part] == 1}
    starts = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    # Below a name that stands alone, and not that before an answer or a dash of speech.
    note = re.compile(rf"(?:[^\W\d]+\s+)?(?i:{starts}),?\s+(?=[a-zа-яё])")
    label = re.compile(
        rf"(?:{pattern('about-author').pattern})\W+(?:{'|'.join(map(re.escape, names))})",
        re.IGNORECASE,
    )
    paragraphs = [
        n
        for n, line in enumerate(lines)
        if line.setting == "paragraph" and ends_sentence(line.text) and not sign_of(line.text)
    ]
    last = paragraphs[-_FOLLOW] if len(paragraphs) >= _FOLLOW else -1
    return tuple(
        replace(line, zone="byline")
        if n > head
        and not line.zone
        and not (n < last and _is_of_article(line))
        and (note.match(line.text) if ends_sentence(line.text) else label.fullmatch(line.text))
        else line
        for n, line in enumerate(lines)
    )


def _is_of_article(line: GivenLine) -> bool:
    """Tell whether a page sets a line as its paragraphs, or above them as what is read first."""
    return line.setting == "paragraph" or (line.setting == "before" and bool(line.extracted))


def _names_above(lines: Sequence[GivenLine], head: int) -> Iterator[str]:
    for n, line in enumerate(lines):
        if count_words(line.text) > _BYLINE or ends_sentence(line.text):
            continue
        near = head >= 0 and abs(n - head) <= _NEAR and is_name(line.text)
        if near or line.zone == "byline" or sign_of(line.text) == "byline":
            yield from find_names(without_byline_start(line.text))
        elif sign_of(line.text) == "published" and (named := pattern("by").search(line.text)):
            yield from find_names(line.text[named.end() :])
