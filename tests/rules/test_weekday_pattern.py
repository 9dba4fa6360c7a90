from datetime import date

import pytest

from samverkan_desktop.rules.weekday_pattern import Pattern, nearest

TUESDAYS, FIRST_TUESDAY, LAST_FRIDAY = (
    Pattern(frozenset({1})),
    Pattern(frozenset({1}), 1),
    Pattern(frozenset({4}), -1),
)


@pytest.mark.parametrize(
    ("pattern", "day", "holds"),
    [
        (TUESDAYS, date(2019, 3, 5), True),
        (TUESDAYS, date(2019, 3, 6), False),
        (FIRST_TUESDAY, date(2019, 3, 5), True),
        (FIRST_TUESDAY, date(2019, 3, 12), False),
        (FIRST_TUESDAY, date(2019, 10, 1), True),
        (LAST_FRIDAY, date(2019, 3, 29), True),
        (LAST_FRIDAY, date(2019, 3, 22), False),
        (Pattern(), date(2019, 3, 2), True),
        (Pattern(nth=2), date(2019, 3, 8), True),
    ],
)
def test_a_pattern_knows_its_days(pattern: Pattern, day: date, holds: bool):
    assert (day in pattern) is holds


def test_the_day_wished_for_is_taken_where_it_can_be_had():
    assert nearest(date(2019, 3, 6), lambda _day: True, Pattern()) == date(2019, 3, 6)


def test_without_a_pattern_another_day_of_the_week_comes_before_the_same_day_of_another():
    taken = {date(2019, 5, 1), date(2019, 4, 30)}
    assert nearest(date(2019, 5, 1), lambda day: day not in taken, Pattern()) == date(2019, 5, 2)


def test_where_a_whole_week_is_taken_it_is_the_same_day_of_the_week_before():
    found = nearest(date(2019, 2, 26), lambda day: day.isocalendar()[1] != 9, Pattern())
    assert found == date(2019, 2, 19)


def test_with_a_pattern_the_day_is_in_the_same_month_though_one_is_nearer_in_another():
    assert nearest(date(2019, 3, 28), lambda _day: True, FIRST_TUESDAY) == date(2019, 3, 5)


def test_with_a_pattern_that_cannot_be_kept_in_the_month_it_is_the_nearest_outside():
    assert nearest(date(2019, 3, 28), lambda day: day.month != 3, FIRST_TUESDAY) == date(2019, 4, 2)


def test_where_no_day_near_can_be_had_there_is_none():
    assert nearest(date(2019, 3, 28), lambda _day: False, TUESDAYS) is None
