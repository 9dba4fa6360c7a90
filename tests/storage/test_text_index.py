import pytest

from samverkan_desktop.storage.text_index import Entry, Reading, TextIndex, unmarked


def entry(identity: int, label: str, body: str = "") -> Entry:
    return Entry(identity, label, body, f"thing:{identity}")


@pytest.fixture
def index() -> TextIndex:
    made = TextIndex()
    made.touched()
    made.put(0, [entry(1, "Skolgång", "placerade barn"), entry(2, "Skolgang", "frånvaro")], None)
    made.put(1, [entry(1, "Protokoll", "skolgång § 12")], None)
    return made


def found(index: TextIndex, words: str, how: Reading = Reading.EXACT, source: int = 0) -> list[int]:
    return index.find(source, words.split(), how, 9, newest_first=False)


def test_a_word_is_found_by_its_beginning_in_its_own_source(index: TextIndex):
    assert found(index, "SKOLG barn") == [1]
    assert found(index, "skolgång", source=1) == [1]
    assert found(index, "gång") == []


def test_marks_are_looked_past_where_that_is_asked(index: TextIndex):
    assert found(index, "skolgang") == [2]
    assert found(index, "skolgang", Reading.LENIENT) == [1, 2]
    assert found(index, "gang varo", Reading.INSIDE) == [2]


@pytest.mark.parametrize("words", ["", "§", '"', "* - ^", '" OR "', "AND", "label:skolgång", "NEAR(a b)"])
def test_what_the_index_has_as_signs_of_its_own_is_only_text(index: TextIndex, words: str):
    assert found(index, words) == []


def test_the_newest_are_first_where_that_is_asked(index: TextIndex):
    assert index.find(0, ["s"], Reading.EXACT, None, newest_first=True) == [2, 1]
    assert index.find(0, ["s"], Reading.INSIDE, 1, newest_first=True) == [2]


def test_what_is_found_is_as_it_was_put_in(index: TextIndex):
    assert index.entry(1, 1) == entry(1, "Protokoll", "skolgång § 12")


def test_what_takes_the_place_of_something_is_found_and_that_no_more(index: TextIndex):
    index.put(0, [entry(2, "Hälsa")], {1, 2})
    assert found(index, "skolg") == []
    assert found(index, "hälsa") == [2]
    index.put(0, [], None)
    assert found(index, "hälsa") == []
    assert found(index, "protokoll", source=1) == [1]


def test_what_was_touched_is_told_once_and_nothing_before_all_was_read(index: TextIndex):
    fresh = TextIndex()
    fresh.touch([("meeting", 1)])
    assert fresh.touched() is None
    fresh.touch([("meeting", 2)])
    assert fresh.touched() == {("meeting", 2)}
    assert fresh.touched() == set()


def test_a_closed_index_can_be_filled_again(index: TextIndex):
    index.close()
    assert index.touched() is None
    assert found(index, "skolg") == []


def test_letters_are_small_and_without_marks():
    assert unmarked("Éva ÅÄÖ") == "eva aao"
