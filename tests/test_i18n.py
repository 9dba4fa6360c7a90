"""Dates, order and texts by the language in use."""

from datetime import date, time

from samverkan_desktop import i18n
from samverkan_desktop.i18n import in_language


def test_swedish_sorts_its_own_letters_last_and_english_as_letters_with_a_mark():
    words = ["Örebro", "Arboga", "Åmål", "Zinkgruvan", "Ängelholm", "Ockelbo", "arboga"]
    assert sorted(words, key=i18n.sort_key) == [
        "Arboga", "arboga", "Ockelbo", "Zinkgruvan", "Åmål", "Ängelholm", "Örebro",
    ]  # fmt: skip
    with in_language("en"):
        assert sorted(words, key=i18n.sort_key) == [
            "Åmål", "Ängelholm", "Arboga", "arboga", "Ockelbo", "Örebro", "Zinkgruvan",
        ]  # fmt: skip


def test_a_day_is_written_as_the_language_in_use_writes_it():
    day = date(2018, 9, 4)
    assert i18n.long_date(day) == "tisdagen den 4 september 2018"
    assert i18n.clock_span(time(13), time(15)) == "kl. 13.00–15.00"
    with in_language("en"):
        assert i18n.long_date(day) == "Tuesday 4 September 2018"
        assert i18n.short_date(day) == "Tue 4 Sept 2018"
        assert i18n.clock_span(time(13), time(15)) == "13.00–15.00"


def test_a_text_with_several_words_in_english_is_told_apart_by_what_it_is():
    assert i18n.tr("Beslut") == i18n.tr_as("several", "Beslut") == "Beslut"
    with in_language("en"):
        assert (i18n.tr("Beslut"), i18n.tr_as("several", "Beslut")) == ("Decision", "Decisions")


def test_a_file_is_tagged_with_the_language_it_is_in():
    assert (i18n.language_tag(), i18n.locale()) == ("sv-SE", "sv")
    with in_language("en"):
        assert (i18n.language_tag(), i18n.locale()) == ("en-GB", "en_GB")
