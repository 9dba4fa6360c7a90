import pytest

from samverkan_desktop.services.wording import listed, slug, year_words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Minnesanteckningar", "minnesanteckningar"),
        ("Övergång förskola–förskoleklass", "overgang-forskola-forskoleklass"),
        ("2018/2019", "2018-2019"),
        ("  Café & Åsa!  ", "cafe-asa"),
        ("…", ""),
    ],
)
def test_a_text_in_a_file_name(text: str, plain: str):
    assert slug(text) == plain


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_words_as_a_list(words: list[str], text: str):
    assert listed(words) == text


def test_a_year_in_running_text():
    assert (year_words("2018/2019"), year_words("2019")) == ("läsåret 2018/2019", "året 2019")


def test_a_part_of_a_file_name_is_never_long():
    assert slug("Ö" * 300) == "o" * 60
    assert slug("Å" * 59 + " b") == "a" * 59
