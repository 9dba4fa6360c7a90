from datetime import date

import pytest

from samverkan_desktop.holidays import is_free, is_holiday


@pytest.mark.parametrize("day", [date(2019, 6, 20), date(2019, 8, 15), date(2019, 12, 20), date(2020, 1, 6)])
def test_summer_and_christmas_are_holidays(day: date):
    assert is_holiday(day)


@pytest.mark.parametrize("day", [date(2019, 6, 19), date(2019, 8, 16), date(2019, 12, 19), date(2020, 1, 7)])
def test_the_days_around_them_are_not(day: date):
    assert not is_holiday(day)


@pytest.mark.parametrize(
    ("first", "last", "free"),
    [
        (date(2019, 7, 1), date(2019, 7, 31), True),
        (date(2019, 6, 1), date(2019, 6, 30), False),
        (date(2019, 12, 1), date(2019, 12, 31), False),
        (date(2019, 8, 1), date(2019, 8, 31), False),
        # Monday to Thursday are holidays; the week after midsummer's eve is one, the week before is none.
        (date(2019, 8, 12), date(2019, 8, 18), True),
        (date(2019, 6, 17), date(2019, 6, 23), False),
        (date(2019, 12, 23), date(2019, 12, 29), True),
    ],
)
def test_a_stretch_is_free_where_most_of_its_working_days_are_holidays(first: date, last: date, free: bool):
    assert is_free(first, last) is free
