"""What is told as done, and is planned, hoped or asked for there: part of the check of degrees."""

from collections.abc import Iterator
from itertools import chain

from build_tools.english.documents import DOCUMENTS, HAS_DONE, is_document
from build_tools.english.governors import (
    AHEAD,
    BASED_ON,
    BINDING,
    CONDITION_TOLD,
    GOING_ON_TO,
    HABITUAL,
    NOT,
    PROMISED,
    SUPPOSING,
    UNDONE,
    WISHING,
    governing,
)
from build_tools.english.numerals import ONE
from build_tools.english.phrases import find_phrases
from build_tools.english.pointers import GROUP
from build_tools.english.relations import bases, is_past, keys
from build_tools.english.tenses import BEING, NAMES_DEED, TO_BE
from build_tools.english.verbs import (
    ARRANGED,
    BY_PHONE,
    CAME_UP,
    CLOSES_NOUN,
    CONTINUING,
    DURING,
    FACE_TO_FACE,
    HAVING,
    HELD_TALK,
    IS,
    IS_NOW,
    IS_WISHED,
    LASTING_VERBS,
    MADE,
    MADE_DEPENDENT,
    MAKING,
    MAY_BE,
    MEET,
    MEETINGS,
    MET_FACE_TO_FACE,
    OBJECT,
    ON_DOING,
    TALK_HELD,
    TALKED_IN_PLACE,
    WILL,
    WITHIN_DEED,
    is_mutual,
)
from build_tools.lexicon.content import ContentWord
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Names
from build_tools.pages.account import Account
from build_tools.pages.statements import Statement
from build_tools.sources.actors import find_actors, find_acts, find_doers
from build_tools.sources.cast import find_cast, find_casts
from build_tools.sources.library import Library
from build_tools.sources.windows import Window, uses
from build_tools.text.sentences import split_sentences
from build_tools.text.words import Word, split_words

# So near before a verb stands what denies it: "has not so far met".
_NEAR = 4
# What lies ahead stands so near before it.
_AHEAD = 12
# In a source what puts a word ahead stands so near before it; or so near, if the word tells when.
_REACH, _FAR = 8, 16
# What must hold of a deed.
_DONE, _NOW = "have been done", "be so already"


def find_undone(
    statement: Statement, words: list[ContentWord], account: Account, library: Library
) -> Iterator[tuple[str, str]]:
    """Find what the statement says was done, and the source that it is planned, hoped or agreed."""
    for word in words:
        must = _must(word, account.text, library.names)
        # Of what lies ahead one may speak.
        if not must or CAME_UP.match(account.text, word.start):
            continue
        joint = GOING_ON_TO.search(account.text, 0, word.start)
        at = joint.start() if joint else word.start
        ahead = governing(account.text, at, AHEAD, _AHEAD)
        wished = UNDONE.match(account.text, word.start)
        denied = governing(account.text, word.start, NOT, _NEAR)
        wished = wished or IS_WISHED.match(account.text, word.end)
        provided = _is_provided(word, account.text) or MAY_BE.match(account.text, word.start)
        if any((ahead, wished, denied, provided)) or NOT.match(account.text, word.end + 1):
            continue
        # A meeting is no deed: somebody may have had many, and another seeks one.
        there = [
            (source, other)
            for source, other in uses(word.keys, account.windows)
            if _is_deed(word, other, source) or _pending(source, other)
        ]
        if any(_is_done(source, other) for source, other in there):
            continue
        there = [
            (source, other)
            for source, other in there
            if not (_pending(source, other) and _is_for_another(other, word, words))
        ]
        if _is_done_by_group(word, account) or _is_of_held_talk(word, account):
            continue
        pending = [_pending(source, other) for source, other in there]
        if must == _NOW and _may_be_so(word, there, set(chain(*pending))):
            continue
        # Whoever it is may have done what another is yet to do.
        if (
            must == _DONE
            and (not _has_form_of(word, there) or not _doers_of(word, statement, account, library))
            and _stands_apart(word, account)
        ):
            continue
        if there and all(pending) and not _of_others(word, statement, account, library):
            message = f"“{word.text}” must {must}: in the article it has not been"
            yield word.text, f"{message} (“{pending[0][-1]}”)"


def _is_provided(word: ContentWord, text: str) -> bool:
    """Tell whether a document has something done: "the pact has two bells handed over"."""
    return any(
        is_document(other.text) and HAS_DONE.fullmatch(text, other.end, word.start)
        for other in split_words(text)
        if other.end <= word.start
    )


def find_unmet(
    sentence: str,
    words: list[ContentWord],
    account: Account,
    statement: Statement,
    library: Library,
) -> Iterator[tuple[str, str]]:
    """Find those who are told to have met face to face, and in the source are yet to."""
    met = list(MET_FACE_TO_FACE.finditer(sentence))
    if not met or UNDONE.search(sentence) or NOT.search(sentence):
        return
    if any(
        _of_others(word, statement, account, library)
        for word in words
        if is_mutual(word.text) and is_past(word.text)
    ):
        return
    there = [
        governing(window.text, how.start(), UNDONE, _FAR)
        for window in account.windows
        for how in FACE_TO_FACE.finditer(window.text)
    ]
    if there and all(there):
        for how in met:
            message = f"“{how['how']}” must have been done: in the article it has not been"
            yield how["how"], f"{message} (“{there[0][-1]}”)"


def find_unpromised(sentence: str, best: tuple[Window, ...]) -> Iterator[tuple[str, str]]:
    """Find what is told as promised, and is a wish and no more in the sentence that fits best."""
    for promised in PROMISED.finditer(sentence):
        if governing(sentence, promised.start(), NOT, _NEAR):
            continue
        wished = WISHING.search(best[0].text, best[0].start)
        if wished and not BINDING.search(best[0].text, best[0].start):
            message = f"“{promised[0]}” must be borne out: in the article it is “{wished[0]}”"
            yield promised[0], message


def _must(word: ContentWord, text: str, names: Names) -> str:
    """Return what must hold of a deed: that it was done, or that it is; nothing of other words."""
    # "Continued dialogue is what he wants": what opens a sentence is no verb.
    if word.text[0].isupper():
        return ""
    # What is being talked about goes on: to "advance negotiations" there must be some.
    if BEING.search(text, 0, word.start) and keys(word.text) & MEETINGS:
        return _NOW
    if _is_told_as_done(word, text):
        return _DONE
    return _NOW if _is_told_of_now(word, text, names) else ""


def _may_be_so(word: ContentWord, there: list[tuple[str, Word]], pending: set[str]) -> bool:
    """Tell whether something may go on now, though the source puts its words ahead.

    What lasts, and will, does so already; and to "advance negotiations" there must be some.
    """
    lasts = bases(word.text) & LASTING_VERBS and pending <= WILL
    return bool(lasts) or not any(bases(other.text) & bases(word.text) for _, other in there)


def _has_form_of(word: ContentWord, there: list[tuple[str, Word]]) -> bool:
    """Tell whether a source has the very word, in any form, and not only its like."""
    return any(bases(other.text) & bases(word.text) for _, other in there)


def _stands_apart(word: ContentWord, account: Account) -> bool:
    """Tell whether a source has the like of a word where nothing puts it ahead.

    Who "saw" another, "held 27 meetings" with him there, though somebody else is yet to meet him.
    """
    return any(not _pending(source, other) for source, other in uses(word.keys, account.windows))


def _is_done_by_group(word: ContentWord, account: Account) -> bool:
    """Tell whether "the two" did it here as in the source: "the two held meetings"."""
    if not any(group.end() + 1 == word.start for group in GROUP.finditer(account.text)):
        return False
    return any(
        done and is_past(done[0].text) and any(keys(it.text) & word.keys for it in done)
        for window in account.windows
        for group in GROUP.finditer(window.text)
        for done in [[w for w in split_words(window.text) if w.start > group.end()][:_NEAR]]
        if not governing(window.text, done[-1].start if done else group.end(), UNDONE, _NEAR)
    )


def _is_of_held_talk(word: ContentWord, account: Account) -> bool:
    """Tell whether a word tells no more than that a talk was held, which the source has behind it.

    Of "the call, held in May", the source may hope that other talks are held. Who had talks in a
    place met, whoever is to meet again.
    """
    talked = (
        (window.text, talk.start())
        for window in account.windows
        if word.text.lower() in MEET and not BY_PHONE.search(window.text)
        for talk in TALKED_IN_PLACE.finditer(window.text)
    )
    if any(not governing(text, start, UNDONE, _REACH) for text, start in talked):
        return True
    return any(
        talk.start("verb") == word.start
        and any(
            not _pending(source, other)
            for source, other in uses(_talk_keys(talk["noun"]), account.windows)
        )
        for talk in chain(*(it.finditer(account.text) for it in (HELD_TALK, TALK_HELD)))
    )


def _talk_keys(noun: str) -> frozenset[str]:
    """Return the keys of a talk; "the one that she held" may be any."""
    return MEETINGS if noun == ONE else keys(noun)


def _is_for_another(there: Word, word: ContentWord, words: list[ContentWord]) -> bool:
    """Tell whether the statement has a word of the source itself, beside one that is only like it.

    Of "it has held up the talks, and the ban could hamper them", the source's "could hamper" tells
    nothing of what was held up.
    """
    own = bases(there.text)
    return not own & bases(word.text) and any(own & bases(it.text) for it in words if it != word)


def _is_done(source: str, word: Word) -> bool:
    """Tell whether a source says of a word that it was done, or goes on."""
    before = source[: word.start]
    if CONTINUING.search(before):
        return True
    supposed = governing(source, word.start, SUPPOSING, _REACH)
    return is_past(word.text) and not TO_BE.search(before) and not supposed


def _pending(source: str, word: Word) -> tuple[str, ...]:
    """Return the words that put a word of the source ahead; of a time, far ones as well.

    What follows another with "then" or "including" is ahead as well: "to mend it, then ring it".
    """
    if keys(word.text) & DOCUMENTS and BASED_ON.search(source, 0, word.start):
        return ()
    if HABITUAL.search(source, 0, word.start):
        return ()
    when = DURING.search(source, 0, word.start)
    joint = GOING_ON_TO.search(source, 0, word.start)
    at = joint.start() if joint else word.start
    return governing(source, at, UNDONE, _FAR if when else _REACH)


def _is_told_as_done(word: ContentWord, text: str) -> bool:
    """Tell whether a word is a deed: "built", what was "given" or "made", or "put to rest"."""
    if is_past(word.text) or _closes_deed(word, text):
        return True
    before = text[: word.start]
    made = MAKING.search(before) and CLOSES_NOUN.match(text, word.end)
    ahead = MADE_DEPENDENT.match(text, word.end)
    is_made = MADE.match(text, word.end) and not WITHIN_DEED.search(before)
    return bool((made and not ahead) or is_made)


def _closes_deed(word: ContentWord, text: str) -> bool:
    """Tell whether a word ends a phrase whose verb tells a deed: "has put the matter to rest"."""
    words = split_words(text)
    return any(
        words[phrase.places[-1]].start == word.start
        and phrase.keys
        and (
            is_past(words[phrase.places[0]].text)
            or HAVING.search(text, 0, words[phrase.places[0]].start)
        )
        for phrase in find_phrases(tuple(it.text for it in words))
        if len(phrase.places) > 1
    )


def _is_told_of_now(word: ContentWord, text: str, names: Names) -> bool:
    """Tell whether a word is what somebody does now: "is building", "Kestria returns the bell".

    Where a time or a condition is told, it may lie ahead: "are meeting in May".
    """
    if ARRANGED.match(text, word.end):
        return False
    if NAMES_DEED.search(word.text):
        return bool(IS_NOW.search(text, 0, word.start))
    start, end = next(span for span in split_sentences(text) if span[1] >= word.end)
    return (
        word.text.endswith("s")
        and OBJECT.match(text, word.end) is not None
        and not CONDITION_TOLD.search(text, start, end)
        and not any(keys(it.text) & DOCUMENTS for it in split_words(text[start : word.start]))
        and any(
            it.end + 1 == word.start and it.kind in (PEOPLE, COUNTRIES)
            for it in names.mentions(text)
        )
    )


def _is_deed(word: ContentWord, other: Word, source: str) -> bool:
    """Tell whether a word of the source tells a deed: a verb, or what "lasted" or "ended"."""
    after = next((w for w in split_words(source) if w.start > other.start), None)
    # The talks expected in May have not been held.
    if after is not None and is_past(after.text):
        return UNDONE.fullmatch(after.text) is None
    if NAMES_DEED.search(other.text):
        return bool(IS.search(source[: other.start]) or ON_DOING.search(source[: other.start]))
    return is_past(other.text) or bool(bases(other.text) & bases(word.text))


def _of_others(word: ContentWord, statement: Statement, account: Account, library: Library) -> bool:
    """Tell whether it is others who have yet to do in the source what somebody here has done."""
    names = library.names
    ours = _doers_of(word, statement, account, library)
    theirs = [
        _doers_there(window, other, names)
        for window in account.windows
        for text, other in uses(word.keys, (window,))
        if _pending(text, other)
    ]
    return bool(ours and theirs) and all(doers and not doers & ours for doers in theirs)


def _doers_there(window: Window, word: Word, names: Names) -> frozenset[str]:
    """Return who does what a word of a source tells: a verb, or a noun in "-ing"."""
    actors = find_actors(window.text, names, find_cast(window.source))
    return find_doers(window.text, word.start, actors)[0]


def _doers_of(
    word: ContentWord, statement: Statement, account: Account, library: Library
) -> frozenset[str]:
    """Return who does in the statement what a word of it tells, where that is known."""
    cast = find_casts(library.cited_sources(statement.citations))
    acts = find_acts(account.text, library.names, cast)
    known = (act.doers for act in acts if act.verb.start == word.start and act.doers)
    return next(known, frozenset())
