import pytest

from samverkan_desktop.stretch import changed, word_changed, words_changed


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "ord", (0, "", "ord")),
        ("ett ord", "ett nytt ord", (4, "", "nytt ")),
        ("ett nytt ord", "ett ord", (4, "nytt ", "")),
        ("aa", "aaa", (2, "", "a")),
        ("lika", "lika", (4, "", "")),
        ("hus", "hem", (1, "us", "em")),
    ],
)
def test_only_the_stretch_that_differs_is_told(old: str, new: str, found: tuple[int, str, str]):
    assert changed(old, new) == found


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("", "o", 0),
        ("o", "or", 0),
        ("or", "ord ", 0),
        ("ord", "ord n", 4),
        ("ord här", "ord  här", 4),
        ("ord  här", "ord n här", 4),
        ("ord n", "ord ny", 4),
        ("ord\nny", "ord\nnyt", 4),
        ("ord ny", "ord n", 4),
        ("ord ", "ord", 0),
        ("", "flera ord", None),
        ("flera ord här", "här", None),
    ],
)
def test_the_word_that_is_written_in_is_known_by_its_beginning(old: str, new: str, word: int | None):
    assert word_changed(old, new) == word


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Frågan bereds.", "Frågan beslutas.", ("bereds.", "beslutas.")),
        ("Frågan bereds vidare.", "Frågan vidare.", ("bereds", "")),
        ("", "Allt nytt.", ("", "Allt nytt.")),
        ("ord", "orden", ("ord", "orden")),
        ("aa aa", "aa aa aa", ("", "aa")),
    ],
)
def test_what_changed_is_told_in_whole_words(old: str, new: str, words: tuple[str, str]):
    assert words_changed(old, new) == words
