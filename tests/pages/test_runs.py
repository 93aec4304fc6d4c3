"""Runs of words: where one may begin and end, and which are read as one."""

from build_tools.pages.runs import borders, divided, joined, runs_in


def test_a_run_begins_and_ends_with_a_word_that_says_something() -> None:
    begins, ends = borders("The bell was sold to a museum, and then it was lost.")
    assert [i for i, worth in enumerate(begins) if worth] == [0, 1, 3, 7]
    assert [i for i, worth in enumerate(ends) if worth] == [1, 3, 6, 11]


def test_a_word_that_denies_begins_a_run() -> None:
    begins, _ = borders("It is true that no bell was sold")
    assert begins[4]


def test_names_and_what_a_hyphen_joins_stay_whole() -> None:
    begins, ends = borders("Then Tovan Verelin rang a bell-shaped tower")
    assert not ends[1]
    assert not begins[2]
    assert not ends[5]
    assert not begins[6]


def test_an_abbreviation_stays_whole_and_ends_no_sentence() -> None:
    text = "Sailors of the K.O. may ring a bell. Towers fall"
    begins, ends = borders(text)
    assert not ends[3]
    assert not begins[4]
    assert divided(text) == {9}


def test_neighbours_are_one_run() -> None:
    assert runs_in({7, 1, 2, 8, 4}) == (range(1, 3), range(4, 5), range(7, 9))


def test_runs_that_touch_are_joined_unless_a_sentence_ends_between_them() -> None:
    apart = divided("It was sold. It was lost.")
    assert apart == {3}
    assert joined([range(3), range(3, 6)], apart) == (range(3), range(3, 6))
    assert joined([range(3), range(3, 6)]) == (range(6),)
    assert joined([range(4), range(2, 6)], apart) == (range(6),)
