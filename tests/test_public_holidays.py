from datetime import date

import pytest

from samverkan_desktop.public_holidays import (
    easter,
    eve_name,
    holiday_name,
    is_working_day,
    working_day_from,
)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, date(1961, 4, 2)),
        (2007, date(2007, 4, 8)),
        (2008, date(2008, 3, 23)),
        (2018, date(2018, 4, 1)),
        (2019, date(2019, 4, 21)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_is_where_the_almanac_has_it(year: int, day: date):
    assert easter(year) == day


@pytest.mark.parametrize(
    "day",
    [
        date(2019, 1, 1),
        date(2020, 1, 6),
        date(2019, 4, 19),
        date(2019, 4, 22),
        date(2019, 5, 1),
        date(2019, 5, 30),
        date(2019, 6, 6),
        date(2019, 6, 21),
        date(2018, 6, 22),
        date(2019, 11, 2),
        date(2018, 11, 3),
        date(2019, 12, 24),
        date(2019, 12, 31),
        date(2019, 3, 2),
        date(2019, 3, 3),
    ],
)
def test_holidays_eves_and_the_ends_of_weeks_are_no_working_days(day: date):
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2019, 4, 18), date(2019, 6, 20), date(2019, 12, 23), date(2019, 3, 1)])
def test_other_days_are_working_days(day: date):
    assert is_working_day(day)
    assert working_day_from(day) == day


def test_a_day_off_is_moved_to_the_next_working_day():
    assert working_day_from(date(2019, 4, 19)) == date(2019, 4, 23)
    assert working_day_from(date(2019, 12, 31)) == date(2020, 1, 2)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2019, 1, 1), "nyårsdagen"),
        (date(2019, 4, 19), "långfredagen"),
        (date(2019, 4, 22), "annandag påsk"),
        (date(2019, 5, 30), "Kristi himmelsfärdsdag"),
        (date(2008, 5, 1), "första maj"),  # Ascension too, that year
        (date(2019, 6, 21), "midsommarafton"),
        (date(2019, 11, 2), "alla helgons dag"),
        (date(2019, 11, 5), ""),
    ],
)
def test_a_holiday_is_called_by_its_name(day: date, name: str):
    assert holiday_name(day) == name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2019, 4, 30), "valborgsmässoafton"),
        (date(2019, 4, 18), "skärtorsdagen"),
        (date(2019, 6, 5), "dagen före Sveriges nationaldag"),
        (date(2018, 12, 31), ""),  # a day off itself
        (date(2018, 12, 23), ""),  # before an eve
        (date(2019, 11, 1), "dagen före alla helgons dag"),
        (date(2019, 4, 17), ""),
    ],
)
def test_an_eve_is_called_by_its_name_or_by_what_follows(day: date, name: str):
    assert eve_name(day) == name
