from datetime import date, time

import pytest

from samverkan_desktop.public_holidays import eve_name, is_working_day
from samverkan_desktop.rules.weekday_pattern import Pattern
from samverkan_desktop.services import (
    group,
    group_writing,
    meeting,
    meeting_day,
    plan_proposal,
    school_break,
    seat,
    year_plan,
)
from samverkan_desktop.vocabulary import GroupKind, SeatAttendance
from tests.services.year import COMING, DAYS, PERIOD, Year, demand_meetings

FIRST_TUESDAY = Pattern(frozenset({1}), 1)


def days(year: Year, period: str = PERIOD, **asked: object) -> list[date]:
    found = plan_proposal.propose(year.work, year.group_id, period, **asked)  # type: ignore[arg-type]  as a form gives them
    return [each.day for each in found]


def test_as_many_are_proposed_as_the_agreement_demands(adopted: Year):
    wished = list(year_plan.propose(adopted.work, adopted.group_id, PERIOD))
    assert wished[-1] == date(2019, 4, 30)  # valborgsmässoafton
    assert days(adopted) == [*wished[:-1], date(2019, 4, 29)]


@pytest.mark.parametrize("count", [1, 3, 9])
def test_another_number_is_spread_over_the_year(adopted: Year, count: int):
    found = days(adopted, count=count)
    assert len(set(found)) == count
    assert found == sorted(found)


@pytest.mark.parametrize("pattern", [Pattern(frozenset({3})), Pattern(frozenset({0, 2})), Pattern(nth=2)])
def test_every_day_follows_the_pattern(adopted: Year, pattern: Pattern):
    found = days(adopted, pattern=pattern)
    assert len(set(found)) == 6
    assert all(day in pattern and is_working_day(day) for day in found)


def test_where_the_first_tuesday_is_a_holiday_it_is_the_second(adopted: Year):
    demand_meetings(adopted, every_months=1)
    found = days(adopted, pattern=FIRST_TUESDAY)
    assert {day.month for day in found} == {8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6}
    assert {day.weekday() for day in found} == {1}
    assert date(2019, 2, 5) in found
    assert [day for day in found if day.month == 1] == [date(2019, 1, 8)]


def test_no_day_is_a_holiday_an_eve_or_in_a_break(planned: Year):
    school_break.paste(planned.work, 1, COMING, "Höstlov v. 42\nSportlov v. 9 2020")
    meeting.change(planned.work, planned.meeting(6), day=date(2019, 5, 2))
    meeting.change(planned.work, planned.meeting(5), day=date(2019, 4, 11))
    found = days(planned, COMING)
    assert date(2020, 4, 30) not in found  # valborgsmässoafton, a year after
    assert date(2020, 4, 9) not in found  # skärtorsdagen
    assert date(2019, 10, 15) not in found  # in the break
    assert len(found) == 6
    assert all(is_working_day(day) and not eve_name(day) for day in found)


def test_days_on_which_a_group_that_shares_seats_meets_are_avoided(adopted: Year):
    first = days(adopted)[0]
    own = next(each for each in group.groups(adopted.work) if each.id == adopted.group_id)
    beside = group_writing.add(adopted.work, 1, GroupKind.LOCAL_TASK_GROUP, "Lokala gruppen")
    seat.add(
        adopted.work, beside, own.seats[0].party_id, own.seats[0].function, attendance=SeatAttendance.EVERY
    )
    meeting.schedule(adopted.work, beside, first, starts=time(9), ends=time(11))
    assert first not in days(adopted, starts=time(10), ends=time(12))
    assert first in days(adopted, starts=time(13), ends=time(15))


def test_meetings_that_are_there_are_not_proposed_again(adopted: Year):
    year_plan.draft(adopted.work, adopted.group_id, PERIOD, DAYS[:2])
    found = days(adopted)
    assert len(found) == 4
    assert min(found) > DAYS[1]


def test_where_every_day_is_taken_the_wish_stands_and_is_told(adopted: Year):
    school_break.add(adopted.work, 1, "Lov", date(2018, 7, 1), date(2019, 6, 30))
    found = days(adopted)
    assert len(found) == 6
    assert meeting_day.against(adopted.work, adopted.group_id, found[0])


def test_the_time_and_place_are_those_of_the_last_meeting(planned: Year):
    usual = plan_proposal.usual(planned.work, planned.group_id)
    assert (usual.starts, usual.ends, usual.place) == (time(13), time(15), "Rådhuset")


def test_a_group_that_has_never_met_has_no_usual_time(adopted: Year):
    assert plan_proposal.usual(adopted.work, adopted.group_id) == plan_proposal.Usual()
