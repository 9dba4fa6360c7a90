from datetime import date, timedelta
from itertools import pairwise

import pytest

from samverkan_desktop.periods import Calendar, Period, election_period
from samverkan_desktop.vocabulary import Per, WorkingYear

SCHOOL = Calendar()
COMMON = Calendar(WorkingYear.CALENDAR_YEAR)
FIRST, LAST = date(2018, 9, 4), date(2019, 5, 28)


def labels(calendar: Calendar, per: Per, first: date = FIRST, last: date = LAST) -> list[str]:
    return [period.label for period in calendar.cut(per, first, last)]


@pytest.mark.parametrize(
    ("calendar", "per", "expected"),
    [
        (SCHOOL, Per.WORKING_YEAR, ["2018/2019"]),
        (COMMON, Per.WORKING_YEAR, ["2018", "2019"]),
        (SCHOOL, Per.CALENDAR_YEAR, ["2018", "2019"]),
        (COMMON, Per.SCHOOL_YEAR, ["2018/2019"]),
        (SCHOOL, Per.TERM, ["ht 2018", "vt 2019"]),
        (COMMON, Per.TERM, ["ht 2018", "vt 2019"]),
        (
            COMMON,
            Per.MONTH,
            [
                "september 2018",
                "oktober 2018",
                "november 2018",
                "december 2018",
                "januari 2019",
                "februari 2019",
                "mars 2019",
                "april 2019",
                "maj 2019",
            ],
        ),
        (SCHOOL, Per.QUARTER, ["kvartal 3 2018", "kvartal 4 2018", "kvartal 1 2019", "kvartal 2 2019"]),
    ],
)
def test_time_is_cut_as_the_agreement_counts_it(calendar: Calendar, per: Per, expected: list[str]):
    assert labels(calendar, per) == expected


def test_a_school_year_begins_with_its_autumn_term():
    autumn = next(Calendar(start=(8, 15)).cut(Per.TERM, FIRST, LAST))
    assert autumn == Period(date(2018, 8, 15), date(2018, 12, 31), "ht 2018")


def test_the_terms_of_calendar_years_meet_in_august():
    autumn, spring = COMMON.cut(Per.TERM, FIRST, LAST)
    assert (autumn.starts, autumn.ends) == (date(2018, 8, 1), date(2018, 12, 31))
    assert (spring.starts, spring.ends) == (date(2019, 1, 1), date(2019, 7, 31))


def test_a_day_before_the_autumn_term_lies_in_the_spring_term():
    assert labels(COMMON, Per.TERM, date(2018, 7, 31), date(2018, 7, 31)) == ["vt 2018"]


@pytest.mark.parametrize("per", list(Per))
@pytest.mark.parametrize("calendar", [SCHOOL, COMMON, Calendar(start=(8, 15))])
def test_the_stretches_follow_each_other_without_a_gap(calendar: Calendar, per: Per):
    cut = list(calendar.cut(per, FIRST, date(2022, 3, 1)))
    assert FIRST in cut[0]
    assert date(2022, 3, 1) in cut[-1]
    for one, following in pairwise(cut):
        assert following.starts == one.ends + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2018, 12, 31), "2015–2018"),
        (date(2019, 1, 1), "2019–2022"),
        (date(2022, 12, 31), "2019–2022"),
        (date(2023, 1, 1), "2023–2026"),
        (date(2026, 12, 31), "2023–2026"),
    ],
)
def test_an_election_period_is_four_years_from_the_year_after_an_election(day: date, label: str):
    period = election_period(day)
    assert period.label == label
    assert (period.starts, period.ends) == (date(int(label[:4]), 1, 1), date(int(label[5:]), 12, 31))
    assert day in period


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2018, 1, 1), date(2018, 7, 1), 1),
        (date(2019, 6, 30), date(2020, 1, 1), 1),
        (date(2018, 1, 1), date(2018, 6, 30), 0),
        (date(2018, 1, 1), date(2020, 1, 1), 365),
    ],
)
def test_the_days_shared_with_another_stretch_are_counted(first: date, last: date, days: int):
    assert SCHOOL.of(FIRST).overlap(first, last) == days
