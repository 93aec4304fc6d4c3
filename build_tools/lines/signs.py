"""The class that a line has by its own words: a comment's, a link's, a credit's, a plea's."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from build_tools.expressions import expression
from build_tools.lines.dates import find_date, is_date_alone, is_dateline
from build_tools.lines.shape import count_words, ends_sentence, is_writing
from build_tools.lines.word_lists import load_lists, pattern, split_list, words_pattern

Sign = Literal[
    "comment", "related-link", "newsletter", "furniture", "credit", "caption", "byline",
    "dateline", "published", "updated", "dek",
]  # fmt: skip

_QUOTED = expression(r"[\"“„«「『][^\"”“»」』]*[\"”“»」』]?")
_NUMBERS = expression(r"[\d,.]+\s*(?:件|k\b)?")
# Of so many lines it is kept what they are: each is asked much about, one after the other.
_FEW = 100
# Of a page's lines the sign is asked by several, one page after the other.
_PAGE = 2_000
# Between a caption and its credit.
_BETWEEN = " 　。.,/|｜=＝"
_POINTERS = ("▸", "►", "▶", "→", "☞", "➤")
# In words: a longer sentence is no button, byline, note on an author or caption.
_BUTTON, _BYLINE, _NOTE, _CAPTION, _DATED, _OWNER = 16, 12, 35, 56, 7, 9


@lru_cache(maxsize=_PAGE)
def sign_of(text: str) -> Sign | None:
    """Return the class that the words of a line speak for; None where they do not tell."""
    text = text.strip()
    return "updated" if pattern("correction").search(text) else next(_signs(text), None)


def _signs(text: str) -> Iterator[Sign]:
    """Yield the classes that the words of a line speak for, the surest first."""
    words, sentence = count_words(text), ends_sentence(text)
    # Of a long sentence, as most lines of an article are, these need not be asked.
    if not (sentence and words > _BUTTON):
        if is_date_alone(text):
            yield "updated" if _begins("updated", text) else "published"
        yield from (sign for sign in _BY_PHRASES if _is_phrase(sign, text))
        if not sentence and is_dateline(text):
            yield "dateline"
    if text.startswith(_POINTERS) or pattern("bracketed").search(text):
        yield "related-link"
    if words < _OWNER and not sentence and pattern("owner").search(text):
        yield "credit"
    if has_end_credit(text):
        yield "caption"
    if find_date(text) and words < _DATED and not sentence:
        yield "published"
    if words < _NOTE and pattern("author").search(text):
        yield "byline"
    if is_reply(text):
        yield "comment"
    if words < _NOTE and signs_off(text):
        yield "furniture" if pattern("for-press").search(text) else "credit"
    if asks_for_address(text):
        yield "newsletter"
    if (
        _is_program(text)
        or is_post_signature(text)
        or (not sentence and pattern("menu").search(text))
        or is_plea(text)
        or says_it_goes_on(text)
    ):
        yield "furniture"


_BY_PHRASES: tuple[Sign, ...] = (
    "comment", "related-link", "dek", "newsletter", "furniture", "caption", "credit", "byline",
    "updated", "published",
)  # fmt: skip


def _is_phrase(sign: Sign, text: str) -> bool:
    """Tell whether a line is one of the phrases of a class, or begins with one."""
    if _bare(text) in _alone(sign) or (not ends_sentence(text) and _begins(sign, text, "labels")):
        return True
    if not _begins(sign, text):
        return False
    if sign in ("updated", "published"):
        return bool(find_date(text))
    return sign != "byline" or _may_be_byline(text)


def _may_be_byline(text: str) -> bool:
    """Tell whether a line that begins as a byline is short and names somebody: not "By foot"."""
    words = text.split()[1:]
    named = not words or any(
        not word[0].islower() or pattern("ours").fullmatch(word) for word in words
    )
    return named and count_words(text) < _BYLINE and not ends_sentence(text)


@lru_cache(maxsize=_FEW)
def _plain(text: str) -> str:
    return text.strip().lower().replace("’", "'").strip(" •·▪■◦●‣*▼▽▲►▶»→☞➤|–—-…\t　")


@lru_cache(maxsize=_FEW)
def _bare(text: str) -> str:
    return " ".join(_NUMBERS.sub(" ", _plain(text)).split()).strip(" :：?!？！.()（）[]【】")


@cache
def _alone(sign: Sign) -> frozenset[str]:
    return frozenset(split_list(load_lists("phrases.yml")[sign].get("alone", "")))


@cache
def _beginnings(sign: Sign, key: str) -> re.Pattern[str]:
    phrases = split_list(load_lists("phrases.yml")[sign].get(key, ""))
    return re.compile("|".join(map(_beginning, phrases)) or r"(?!)")


def _begins(sign: Sign, text: str, key: str = "begins") -> bool:
    plain, form = _plain(text), _beginnings(sign, key)
    # "(Reporting by …)" as well, but of some the bracket is a part.
    return bool(form.match(plain) or form.match(plain.lstrip("([")))


def _beginning(phrase: str) -> str:
    """Return a phrase as an expression: a colon may be another such sign, a word is whole."""
    bare = phrase.rstrip(":：")
    if bare != phrase:
        return re.escape(bare) + r"\s*[:：=＝／|►▶»\]】]"
    return re.escape(bare) + (r"(?!\w)" if re.match(r"[a-zа-яё]", bare[-1]) else "")


def is_plea(text: str) -> bool:
    """Tell whether a line asks something of its readers; what it quotes does not count."""
    return asks_for_address(text) or _asks(text, "asked")


def asks_for_address(text: str) -> bool:
    """Tell whether a line asks its readers to have letters sent to them."""
    return _asks(text, "letters")


def _asks(text: str, key: str) -> bool:
    plain = _QUOTED.sub(" ", _plain(text))
    asked = words_pattern("pleas.yml", key, "{}")
    orders = words_pattern("pleas.yml", "orders", r"\W*(?:{})\b")
    return bool(asked.search(plain) and (_speaks(plain) or orders.match(plain)))


def addresses_reader(text: str) -> bool:
    """Tell whether a line speaks to its reader, or for its outlet, outside what it quotes.

    A question does not: it may be an interviewer's.
    """
    if text.rstrip().endswith(("?", "？")):
        return False
    return _speaks(_QUOTED.sub(" ", _plain(text)))


def _speaks(plain: str) -> bool:
    # Where words are written without spaces, none parts them.
    reader = words_pattern("pleas.yml", "reader", r"(?<![a-zа-яё])(?:{})(?![a-zа-яё])")
    return bool(reader.search(plain))


def has_end_credit(text: str) -> bool:
    """Tell whether a line ends in the credit of a picture, or is its caption with the credit."""
    forms = (pattern(key) for key in ("end-credit", "end-place"))
    return count_words(text) < _CAPTION and any(it.search(text.strip()) for it in forms)


def find_end_credit(text: str) -> str:
    """Return the credit with which the caption of a picture ends, else nothing.

    Where the credit is all of the line, there is no caption.
    """
    text = text.strip()
    match = pattern("end-credit").search(text)
    if not match or not is_writing(text[: match.start()]):
        return ""
    # A form may begin within a word: "AGENCY/A Name".
    start = match.start()
    while text[start].isalpha() and text[start - 1].isalpha() and start > 1:
        start -= 1
    return text[start:].lstrip(_BETWEEN)


def is_reply(text: str) -> bool:
    """Tell whether a line is what stands below a comment: buttons to answer and report it."""
    replies = words_pattern("phrases.yml", "comment.replies", r"(?:(?:{})[\s|·•/()\d]*)+")
    return bool(replies.fullmatch(_plain(text)))


def is_post_signature(text: str) -> bool:
    """Tell whether a line signs a post from elsewhere, which stands above it."""
    return text.lstrip().startswith(("—", "–", "-")) and bool(pattern("post").search(text))


def says_it_goes_on(text: str) -> bool:
    """Tell whether a line stands within an article alone, as the label of an advertisement."""
    return bool(pattern("goes-on").search(text))


def signs_off(text: str) -> bool:
    """Tell whether a line stands below an article: who worked on it, whose all of it is."""
    return any(pattern(key).search(text.strip()) for key in ("signs-off", "for-press"))


def announces_advert(text: str) -> bool:
    """Tell whether the line that follows is what somebody paid for."""
    return bool(pattern("sponsored").search(text))


def _is_program(text: str) -> bool:
    """Tell whether a line is no writing: a number, an address, signs of a program."""
    forms = ("program", "rights", "address", "in-print", "profile")
    return not is_writing(text) or any(pattern(key).search(text) for key in forms)


def without_address(text: str) -> str:
    """Return a line without the addresses to which letters are sent."""
    return pattern("address").sub("", text)
