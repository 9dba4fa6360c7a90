from datetime import date, timedelta

import pytest

from samverkan_desktop.holidays import is_holiday
from samverkan_desktop.periods import Calendar
from samverkan_desktop.rules.meeting_days import days_to_meet
from samverkan_desktop.rules.parameters import parse
from tests.rules.facts_factory import judged, obligation
from tests.rules.meetings_factory import COMMON, SCHOOL, a_group

IN_2020 = date(2020, 5, 1)
DEMANDS = [
    {"count": 6},
    {"count": 3},
    {"count": 8, "bound": "at_least"},
    {"count": 2, "per": "term"},
    {"count": 1, "per": "quarter"},
    {"count": 1, "per": "month"},
    {"count": 2, "per": "month"},
    {"every_months": 1},
    {"every_months": 2},
    {"every_months": 4},
    {"every_months": 6},
    {"every_weeks": 2},
    {"every_weeks": 5},
]


def proposed(data: dict[str, object], calendar: Calendar, before: date | None = None) -> tuple[date, ...]:
    return days_to_meet(parse("meeting_frequency", data), calendar, calendar.of(IN_2020), before, ())


@pytest.mark.parametrize("data", DEMANDS, ids=str)
@pytest.mark.parametrize("calendar", [COMMON, SCHOOL], ids=["common", "school"])
def test_a_year_that_keeps_to_the_proposal_fulfils_the_demand(data: dict[str, object], calendar: Calendar):
    year = calendar.of(IN_2020)
    days = proposed(data, calendar)
    facts = a_group(*days, calendar=calendar, starts=year.starts)
    found = judged(obligation("meeting_frequency", data), facts, year.ends, period=year.label)
    assert [finding.message for finding in found if finding.status != "fulfilled"] == []
    assert list(days) == sorted(set(days))
    assert not any(is_holiday(day) for day in days)


@pytest.mark.parametrize(
    ("data", "number"),
    [
        ({"count": 6}, 6),
        ({"count": 1, "per": "month"}, 11),
        ({"count": 2, "per": "quarter"}, 8),
        ({"count": 2, "per": "calendar_year"}, 2),
        ({"every_months": 4}, 3),
        ({"every_months": 12}, 1),
    ],
)
def test_so_many_meetings_are_asked_for(data: dict[str, object], number: int):
    assert len(proposed(data, COMMON)) == number


def test_what_cannot_be_counted_asks_for_no_number():
    assert proposed({"words": "flera gånger per år"}, COMMON) == ()


def test_the_rhythm_goes_on_from_the_meeting_before():
    days = proposed({"every_months": 4}, COMMON, before=date(2019, 10, 15))
    assert [day.isoformat()[:7] for day in days] == ["2020-02", "2020-06", "2020-10"]


@pytest.mark.parametrize(
    ("data", "days"),
    [
        ({"relative_to": "au", "within_days": 3}, -3),
        ({"relative_to": "au", "within_days": 14}, -7),
        ({"relative_to": "au", "when": "after"}, 7),
    ],
)
def test_meetings_near_anothers_lie_a_week_away_at_most(data: dict[str, object], days: int):
    others = [date(2020, 3, 3), date(2020, 10, 6)]
    near = days_to_meet(parse("meeting_frequency", data), COMMON, COMMON.of(IN_2020), None, others)
    assert near == tuple(day + timedelta(days=days) for day in others)
