"""When each item begins and ends follows from when the meeting does."""

from datetime import time

from samverkan_desktop.services import agenda
from samverkan_desktop.services.agenda_times import AgendaTimes, times
from tests.services.year import Year


def planned(year: Year, starts: time | None = time(13), ends: time | None = time(15)) -> AgendaTimes:
    return times(year.items(2), starts, ends)


def with_minutes(year: Year, *minutes: int | None) -> list[int]:
    return [agenda.add_item(year.work, year.meeting(2), f"Fråga {each}", minutes=each) for each in minutes]


def test_items_follow_one_another_and_one_without_time_takes_none(held: Year):
    first, second, third = with_minutes(held, 30, None, 100)
    found = planned(held)
    assert found.span(first) == (time(13), time(13, 30))
    assert found.span(second) == (None, None)
    assert found.span(third) == (time(13, 30), time(15, 10))
    assert (found.minutes, found.ends, found.over) == (130, time(15, 10), 10)


def test_before_the_set_end_there_is_time_left(held: Year):
    with_minutes(held, 90)
    assert planned(held).over == -30
    assert planned(held, ends=None).over is None


def test_without_a_time_of_day_there_is_only_a_sum(held: Year):
    with_minutes(held, 20, 25)
    found = planned(held, starts=None)
    assert (found.minutes, found.ends, found.spans) == (45, None, {})


def test_what_runs_past_midnight_is_told_as_a_clock_does(held: Year):
    with_minutes(held, 90)
    assert planned(held, starts=time(23), ends=None).ends == time(0, 30)
