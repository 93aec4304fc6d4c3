"""What lines say of themselves, in three languages, and what good prose does not say."""

import datetime

import pytest

from build_tools.lines.dates import find_date, find_time, find_zone, is_date_alone
from build_tools.lines.shape import ends_sentence
from build_tools.lines.signs import find_end_credit, sign_of


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("3 Comments", "comment"), ("Комментарии (2)", "comment"), ("コメント", "comment"),
        ("Reply", "comment"), ("Read more: Who owns the bell?", "related-link"),
        ("Читайте также: Кто копал колодцы", "related-link"), ("関連記事", "related-link"),
        ("Sign up for our morning letter", "newsletter"), ("Advertisement", "furniture"),
        ("Реклама", "furniture"), ("Photo: Osten", "credit"), ("By Ada Brann", "byline"),
        ("A boat in June. (Ana Prit / Norda Pictures)", "caption"), ("9 March 2018", "published"),
        ("Updated 14:05, 3 July 2017", "updated"), ("© 2018 Osten", "furniture"),
        ("Copyright 2018 Osten.", "furniture"), ("Copyright Osten", "furniture"),
        ("Copyright (c) 2018 Osten.", "furniture"), ("More about the bell", "related-link"),
        ("Like this story? Share it with a friend.", "furniture"), ("jo@example.org", "furniture"),
        ("Report Add Reply", "comment"), ("Ответить Пожаловаться", "comment"),
        ("返信 通報", "comment"),
        ("Image caption, The clock on the tower", "caption"), ("Image source, Alamy", "credit"),
        ("(Reporting by Ada Brann; Editing by Jo Lund)", "credit"),
        ("— Coast Line Trains (@coastline) November 2, 2023", "furniture"),
        ("Ada Brann writes about bells for The Post.", "byline"),
        ("Ada Brann is the author of The Tenor, a book on bells", "byline"),
        ("みなと通信記者。1988年砂浦市生まれ。", "byline"),
        ("この記事は有料記事です。残り1248文字", "furniture"), ("他の記事", "related-link"),
        ("毎朝のニュースをメールでお届けします。ご登録ください。", "newsletter"),
        ("Like this article? Get our weekly letter.", "newsletter"),
        ("The news of the harbour, in your inbox each morning", "newsletter"),
        ("Хотите знать больше? Наша рассылка выходит по средам.", "newsletter"),
        ("Notes to editors", "furniture"), ("Transcript", "furniture"),
        ("【プロフィル】こが・しょうじ 1953年生まれ。", "furniture"),
        ("＊6月18日の記事で、年齢に誤りがありました。訂正しました。", "updated"),
        ("A correction was made on Oct. 5, 2022: An earlier version of this article had nine bells "
         "in the tower of Oldwick, in which there are only three of them, and one in the garden.",
         "updated"),
        ("This article was amended on 8 February 2016 to correct the number of foxes.", "updated"),
        ("MOSCOW, Sept 29, 2020 - By our correspondent", "dateline"),
        ("Osten, Kestria, 7 October 2021", "dateline"), ("ХАРН, 21 окт - Север", "dateline"),
        ("【モスクワ＝山田太郎】", "dateline"), ("Ada Brann, Sept 29, 2020", "published"),
        ("Anka 8 Oct 2021", "published"), ("[Keep on reading: Who owns the bell?]", "related-link"),
        ("(c) Agence Osten", "credit"), ("© Осс / Анна Прит", "credit"),
        ("© 2019 Norda/Prit", "credit"),
        ("(c) 2018 Osten", "furniture"), ("© Osten. No reproduction.", "furniture"),
        ("Исправлено: в первой версии заметки колодец был глубже.", "updated"),
    ],
)  # fmt: skip
def test_lines_that_tell(text: str, sign: str) -> None:
    assert sign_of(text) == sign


@pytest.mark.parametrize(
    "text",
    [
        "“Subscribe to our paper,” the mayor had told the farmers in June, and they laughed.",
        "By subscribing to the treaty in 1923, Orlavia had given up the bell for good, it said.",
        "Comments by the minister on the treaty were not published until the winter of that year.",
        "Read more closely, the letter promises nothing at all, a historian of the bell said.",
        "Not everyone agrees.",
        "The minister's reply was a report of 400 pages, and nobody liked it.",
        "The caption, an old woman said, names the wrong man.",
        "鐘は来春、市の資料館で公開される。",
        "Correction fluid was found in the ledger, on each of the pages that the clerk had signed.",
        "Поправку приняли в пятницу, исправление вступит в силу осенью, сообщили в совете.",
        "Copyright in the song is held by the museum, the mayor said.",
        "More about the bell is not known.",
        "Ada Brann is the author of three books on bells and storms.",
        "WORLD / NORTH",
        "TOKYO, Oct 7 -- The bell was found in the lake by divers",
        "Photographs of the bell hang in every house in the village, and in the bus as well.",
    ],
)
def test_good_prose_does_not(text: str) -> None:
    assert sign_of(text) is None


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("Published: 21:31, September 29, 2020", "2020-09-29", "21:31"),
        ("3 февраля 2019 г., 09:05", "2019-02-03", "09:05"),
        ("2018年9月3日 16時20分", "2018-09-03", "16:20"),
        ("12 Nov 2021 6:15 p.m.", "2021-11-12", "18:15"),
        ("31.02.2020", "", ""),
        ("4/5/2020", "", ""),
    ],
)
def test_dates(text: str, day: str, time: str) -> None:
    assert (find_date(text), find_time(text)) == (day, time)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Sat 6 Feb 2016 07.00 GMT", 0),
        ("Fri 3 Sep 2021 16.20 BST", 1),
        ("14:12 (МСК) 04.09.2021", 3),
        ("2021年9月4日 21:38 JST", 9),
        ("May 3, 2019 7:05 p.m. EDT", -4),
        ("May 3, 2019 7:05 p.m. (UTC+9)", 9),
        ("2019-05-03 19:05 +0530", 5.5),
        ("Estonia, 3 May 2019, 19:05", None),
        ("2019-05-03", None),
    ],
)
def test_the_zone_of_a_time(text: str, hours: float | None) -> None:
    assert find_zone(text) == (None if hours is None else datetime.timedelta(hours=hours))


def test_a_date_alone() -> None:
    assert is_date_alone("Sat 6 Feb 2016 07.00 GMT")
    assert is_date_alone("2 hours ago")
    assert is_date_alone("June 25, 2021, 2:12 AM JST · 2 min read")
    assert is_date_alone("25 июня 2021, 02:12 · 3 минуты на чтение")
    assert not is_date_alone("The bell fell on 6 February 2016")
    assert not is_date_alone("The bell")


def test_a_sentence_ends_before_the_name_of_who_wrote_it() -> None:
    assert ends_sentence("鐘は来春、市の資料館で公開される。（三田村遥、北浜支局）")
    assert ends_sentence("「残された時間は少ない」と訴えた。")
    assert not ends_sentence("石の鐘を見る人たち＝4日、北浜市（三田村遥撮影）")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        (
            "The bell on the quay in June. (Ana Prit / Norda Pictures)",
            "(Ana Prit / Norda Pictures)",
        ),
        ("The bell on the quay in June. Photo: Ana Prit", "Photo: Ana Prit"),
        (
            "The bell on the quay. NORDA/Ana Prit Purchase Licensing Rights",
            "NORDA/Ana Prit Purchase Licensing Rights",
        ),
        ("港の鐘。写真・山田太郎", "写真・山田太郎"),
        ("Photo: Ana Prit", ""),
        ("(Ana Prit / Norda Pictures)", ""),
        # When and where it was taken is of the caption.
        ("港の鐘＝14日、砂浦市", ""),
        ("The bell on the quay in June.", ""),
    ],
)
def test_the_credit_at_the_end_of_a_caption(caption: str, credit: str) -> None:
    assert find_end_credit(caption) == credit
