from datetime import date

import pytest

from samverkan_desktop.public_holidays import easter, is_working_day, working_day_from


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
