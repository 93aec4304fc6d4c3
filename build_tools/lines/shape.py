"""The shape of a line: how long it is, whether it is a sentence, an item of a list, a name."""

import re
from functools import lru_cache

from build_tools.expressions import expression
from build_tools.lines.word_lists import pattern

# Of so many lines it is kept what they are: each is asked much about, one after the other.
_FEW = 100
_CLOSING = r"\"'”’»」』）)\]"
# What agencies and papers set after the last sentence.
_LAST = r"(?:\s*(?:Enditem|ENDITEM|\(?END\)?|\(終わり\)|（終わり）|（了）|#{2,3}|-30-|[■◆□◇♦]))?"
# A number after it may be that of a note.
_SENTENCE = expression(
    rf"(?:[.!?…。！？]|(?<=[^\W\d])[.。]\d{{1,2}})(?:[{_CLOSING}]|\[\d+\])*{_LAST}$|^「[^」]{{8,}}」$"
    # In brackets stands who wrote it.
    rf"|[。！？][{_CLOSING}]*[（(][^（）()。]{{1,24}}[）)]$"
)
_OPENS_LIST = expression(r"[:：]$|(?:次|以下|下記)の(?:通|とお)り(?:です|だ|である)?。$")
# A dash that opens speech makes an item too: what is a sentence is weighed as one before.
_ITEM = expression(r"[•·▪■◦●‣*・]\s*\S|[–—-]\s+\S|\(?\d{1,2}[.)]\s+\S|\d{1,2}[．、]\S")
# Signs that are written without spaces: two of them are reckoned as a word.
_UNSPACED = expression(r"[\u3040-\u30ff\u3400-\u9fff々]")
_SIGNS_A_WORD = 2
_WORD = expression(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CAPITAL = r"[A-ZÀ-ÞА-ЯЁ][\w’'-]*\.?"
_NAME = expression(rf"{_CAPITAL}(?: (?:{_CAPITAL}|de|van|von|al|bin)){{1,3}}")
_NAMES = expression(rf"(?<![\w’'-]){_NAME.pattern}")
_JAPANESE_NAME = expression(r"[\u3400-\u9fff々]{1,4}[ 　]?[\u3400-\u9fff々]{1,4}(?:さん|氏)?")
_IN_BRACKETS = expression(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_QUOTATION = expression(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"|‘.*’|'.*'|「[^「」]*」|『[^『』]*』"
)
# Endings change: words are alike whose first letters are.
_STEM, _LEAST, _WORDS = 5, 4, 2


@lru_cache(maxsize=_FEW)
def count_words(text: str) -> float:
    """Return the length of a text in words."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + unspaced / _SIGNS_A_WORD


@lru_cache(maxsize=_FEW)
def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_SENTENCE.search(text.strip()))


def opens_list(text: str) -> bool:
    """Tell whether a line ends in a colon, or in words that say the same."""
    return bool(_OPENS_LIST.search(text.strip()))


def is_item(text: str) -> bool:
    """Tell whether a line begins with the mark or the number of an item of a list."""
    return bool(_ITEM.match(text.strip()))


def is_row(text: str) -> bool:
    """Tell whether a line is the row of a table, as a browser copies it."""
    return "\t" in text.strip()


def is_in_brackets(text: str) -> bool:
    """Tell whether all of a line is within one pair of brackets."""
    return bool(_IN_BRACKETS.fullmatch(text.strip()))


def is_quotation(text: str) -> bool:
    """Tell whether all of a line is within one pair of quotation marks."""
    return bool(_QUOTATION.fullmatch(text.strip(" .。!?…—–-")))


def is_name(text: str) -> bool:
    """Tell whether a line may be the name of a person and nothing else."""
    text = text.strip(" •|—–-")
    if text.isupper() and text.count(" ") >= _WORDS:
        return False  # A heading.
    return bool(_NAME.fullmatch(text) or _JAPANESE_NAME.fullmatch(text))


def is_credited(text: str) -> bool:
    """Tell whether a line may be a name with others, or with a place or an office, and no more."""
    parts = pattern("between-names").split(text.strip(" •|—–-"))
    # Of a heading in capitals "and" is in capitals too.
    if len(parts) > 1 and not text.isupper() and all(map(str.isupper, parts)):
        parts = [part.title() for part in parts]
    first, *others = parts
    return is_name(first) and all(is_name(it) or _is_with_name(it) for it in others)


def _is_with_name(text: str) -> bool:
    """Tell whether a text may be the place or the office of who is named before it."""
    office = pattern("office").search(text) and count_words(text) <= _WORDS
    return bool(office or re.fullmatch(_CAPITAL, text))


def find_names(text: str) -> tuple[str, ...]:
    """Return what in a text may be names of persons, of two words or more each."""
    return tuple(match[0] for match in _NAMES.finditer(text))


def is_writing(text: str) -> bool:
    """Tell whether a line has letters."""
    return any(sign.isalpha() for sign in text)


def stems(text: str) -> frozenset[str]:
    """Return the longer words of a text, cut so that their endings do not matter.

    Of text without spaces they are the pairs of neighbouring characters that are no hiragana.
    """
    words = (word.lower()[:_STEM] for word in re.findall(r"[^\W\d_]+", _UNSPACED.sub(" ", text)))
    pairs = re.findall(r"(?=([\u30a0-\u30ff\u3400-\u9fff々]{2}))", text)
    return frozenset([*(word for word in words if len(word) >= _LEAST), *pairs])
