"""The body of invented pages of many shapes, and of the real articles, is found line by line."""

from pathlib import Path

import pytest
from project import ROOT, SMALL

from build_tools.intake.classes import Proposed, classify
from build_tools.intake.given_lines import GivenLine, parse_pasted
from build_tools.intake.proposal import propose
from build_tools.intake.saved_page import parse_saved
from build_tools.sources.library import Library, load_library

# Each line of a body begins with the first mark, what heads a part of it with the second: both are
# taken out before the page is read.
MARK, HEADS = "¶", "§"
PAGES = sorted((ROOT / "tests/data/saved").iterdir())
LEAST, LEAST_OF_HEADINGS, LEAST_OF_PASTED = 0.97, 0.95, 0.9


def read(path: Path) -> tuple[list[str], tuple[Proposed, ...]]:
    """Return which lines are body and subheadings, and what is proposed without the marks."""
    text = path.read_text(encoding="utf-8")
    given: tuple[GivenLine, ...]
    if path.suffix == ".html":
        marked = parse_saved(text).lines
        saved = parse_saved(unmarked(text))
        given, head = saved.lines, saved.found
    else:
        marked = parse_pasted(text)
        given, head = parse_pasted(unmarked(text)), {}
    wanted = [
        "body" if MARK in line.text else "subheading" if HEADS in line.text else ""
        for line in marked
    ]
    return wanted, classify(given, head.get("title", ""), head.get("author", ""))


def unmarked(text: str) -> str:
    return text.replace(MARK, "").replace(HEADS, "")


@pytest.mark.parametrize(("kind", "least"), [("body", LEAST), ("subheading", LEAST_OF_HEADINGS)])
def test_precision_and_recall_are_high(kind: str, least: float) -> None:
    right = wrong = missed = 0
    for path in PAGES:
        wanted, proposed = read(path)
        for want, line in zip(wanted, proposed, strict=True):
            right += want == line.kind == kind
            wrong += want != line.kind == kind
            missed += want == kind != line.kind
    assert right / (right + wrong) >= least
    assert right / (right + missed) >= least


def test_what_nothing_marks_as_a_subheading_is_in_doubt() -> None:
    proposed = [line for path in PAGES if path.suffix == ".txt" for line in read(path)[1]]
    headings = [line for line in proposed if line.kind == "subheading"]
    assert headings
    assert all(line.doubtful for line in headings)


def test_what_stands_between_paragraphs_without_a_sign_is_in_doubt() -> None:
    """Headlines of other articles, of which pasted text does not tell that they were links."""
    kinds = {line.text: line for line in read(ROOT / "tests/data/saved/piano.txt")[1]}
    assert kinds["Choir sings to empty hall"].kind == "related-link"
    assert kinds["Choir sings to empty hall"].doubtful


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_one_line_is_the_headline(path: Path) -> None:
    _, proposed = read(path)
    assert [line.kind for line in proposed].count("headline") == 1


def test_the_headline_is_found_in_text_pasted_from_a_page() -> None:
    """Without what the page marks and declares, by the words alone."""
    found = []
    for path in (path for path in PAGES if path.suffix == ".html"):
        _, proposed = read(path)
        pasted = classify(parse_pasted("\n".join(line.text for line in proposed)))
        found.append(headlines(pasted) == headlines(proposed))
    assert sum(found) / len(found) >= LEAST_OF_PASTED


def headlines(lines: tuple[Proposed, ...]) -> list[str]:
    return [line.text for line in lines if line.kind == "headline"]


def test_a_headline_above_a_line_that_says_more_of_the_article_is_in_doubt() -> None:
    head = (
        "The Northmoor Courier\nBridge talks stall as towns argue\nAldersea and Corran have "
        "failed again to agree on repairs to the Tarn Bridge{}\n\nBy Paula Grey\n\nCorran voted on "
        "Wednesday for a survey of the Tarn Bridge, which lorries from Aldersea may not use.\n"
    )
    for stop, doubtful in (("", True), (".", False)):
        kinds = {it.kind: it for it in classify(parse_pasted(head.format(stop)))}
        assert kinds["headline"].text == "Bridge talks stall as towns argue"
        assert kinds["dek"].text.startswith("Aldersea and Corran")
        assert kinds["headline"].doubtful == doubtful


def test_each_line_of_the_articles_here_is_in_the_class_of_its_record() -> None:
    for id_, source in load_library(ROOT / "seeds").sources.items():
        given = parse_pasted((ROOT / f"seeds/{id_}.txt").read_text(encoding="utf-8"))
        found = {line.number: line.kind for line in classify(given)}
        assert found == {line.number: line.kind for line in source.article.lines}, id_


def test_the_articles_here_given_again_come_out_as_they_are() -> None:
    """The bytes of each original, as `add-source` reads them: no line of the body more or less."""
    library = load_library(ROOT / "seeds")
    assert library.sources
    for id_, source in library.sources.items():
        page = ROOT / f"seeds/{id_}.html"
        given = page if page.exists() else page.with_suffix(".txt")
        proposal = propose(given.read_bytes(), "new-2020", "", Library({}))
        body = [line.number for line in proposal.body]
        assert body == [paragraph.line for paragraph in source.article.paragraphs], id_
        found = {key: guess.value for key, guess in proposal.found.items()}
        assert found["language"] == source.record.language
        for key, value in (("title", source.record.title), ("issued", source.record.issued)):
            assert key not in found or found[key][:10] == str(value)[:10], id_


def test_the_bodies_of_the_invented_articles_are_exact() -> None:
    for id_, source in load_library(SMALL / "seeds").sources.items():
        given = parse_pasted((SMALL / f"seeds/{id_}.txt").read_text(encoding="utf-8"))
        found = [line.number for line in classify(given) if line.kind == "body"]
        assert found == [paragraph.line for paragraph in source.article.paragraphs], id_


def test_what_may_be_otherwise_is_in_doubt() -> None:
    text = (
        "Bell found\n\n"
        + "The bell was found in the lake on Monday, the mayor of Osten said.\n\n" * 1
    )
    text += "The mayor will keep the bell, he told reporters after the find.\n\nBetter days\n\n"
    text += "Divers had looked for the bell for eleven years, the mayor said.\n"
    doubtful = [line.text for line in classify(parse_pasted(text)) if line.doubtful]
    assert "Better days" in doubtful
    assert not any(line.startswith("Divers") for line in doubtful)


def test_the_article_goes_on_after_links_to_others() -> None:
    """A paragraph of the shape of those above the links is none of them."""
    _, proposed = read(ROOT / "tests/data/saved/courier-comments.html")
    links = [n for n, line in enumerate(proposed) if line.kind == "related-link"]
    assert [line.kind for line in proposed[links[0] : links[-1] + 2]] == [
        *["related-link"] * 3,
        "body",
    ]


def test_a_comment_has_a_day_and_is_a_comment() -> None:
    _, proposed = read(ROOT / "tests/data/saved/courier-comments.html")
    kinds = [line.kind for line in proposed]
    assert kinds[kinds.index("comment") :] == [*["comment"] * 5, "furniture"]
    assert kinds.count("published") == 1


def test_an_article_told_by_the_hour_goes_on() -> None:
    posts = "".join(
        f"Posted at 1{n}:30\n\nThe lifeboat of Osten went out for the {ship}, its keeper said.\n\n"
        "Share this post\nCopy link\nFacebook\nTwitter\n\n"
        for n, ship in enumerate(("yacht", "trawler", "ferry", "pilot"))
    )
    lines = classify(parse_pasted(f"Storm at Osten: the lifeboat goes out, live\n\n{posts}"))
    assert [line.kind for line in lines].count("body") == 4


def test_a_page_without_lines_has_no_classes() -> None:
    assert classify(()) == ()


RUSSIAN = """Мэр Остена заявил в понедельник, что колокол, найденный в озере, останется в городе.

По его словам, водолазы искали колокол одиннадцать лет и нашли его, когда чинили мост.

Колокол пролежал на дне озера с зимы большого шторма, рассказали в музее города."""
HEADLINE = "Колокол найден в озере под Остеном"


@pytest.mark.parametrize(
    "names",
    [
        "Иван Петров",
        "И. Петров",
        "Анна Кузнецова-Орлова",
        "Иван Сергеевич Петров",
        "Петр Соколов, Остен",
        "Мария Иванова, корреспондент",
        "Иван Петров, Анна Сидорова",
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        "{headline}\n\n{names}\n\n{article}\n",
        "{headline}\n3 мая 2019, 12:30\n{names}\n{article}\n",
        "{headline}\n{names}\n3 мая 2019, 12:30\n\n{article}\n",
        "{headline}\n\n{article}\n\n{names}\n",
    ],
)
def test_names_alone_around_an_article_are_its_byline(page: str, names: str) -> None:
    text = page.format(headline=HEADLINE, names=names, article=RUSSIAN)
    kinds = {line.text: line.kind for line in classify(parse_pasted(text))}
    assert (kinds[HEADLINE], kinds[names]) == ("headline", "byline")
    assert list(kinds.values()).count("body") == 3


def test_short_words_in_bold_alone_head_what_follows() -> None:
    prose = "".join(
        f"<p>{it}</p>"
        for it in (
            "Divers found the bell in the lake of Osten on Monday, the mayor told reporters.",
            "<b>Read more:</b> <a href='/x'>A boat goes down</a>",
            "<b>A plan of 2016</b>",
            "Two towns had agreed to look for the bell together, and then did not do so.",
            "<b>Lena Orr</b>",
            "It will hang in the harbour from May, where the museum has built a tower.",
        )
    )
    page = f"<html><body><h1>A bell is found in the lake</h1><div>{prose}</div></body></html>"
    lines = {it.text: it for it in classify(parse_saved(page).lines)}
    assert lines["A plan of 2016"].kind == "subheading"
    # In bold may stand who speaks.
    assert lines["Lena Orr"].kind != "subheading"


def test_a_heading_beside_a_link_heads_its_post() -> None:
    posts = "".join(
        f"<article><header><a href='#{n}'><time>1{n}.30</time></a><h2>{heading}</h2></header>"
        f"<p>The lifeboat of Osten went out for the {ship} on Monday, its keeper said.</p>"
        f"<p>Nobody of the {ship} was hurt, he told reporters on the quay.</p>"
        f"<footer><a href='#'>Share</a></footer></article>"
        for n, (heading, ship) in enumerate(
            (("'It went out for the ferry'", "ferry"), ("A pilot is saved", "pilot"))
        )
    )
    page = f"<html><body><h1>Storm at Osten, as it happened</h1><div>{posts}</div></body></html>"
    kinds = [it.kind for it in classify(parse_saved(page).lines)]
    assert (kinds.count("subheading"), kinds.count("body")) == (2, 4)
