from datetime import date, datetime, timedelta

import pytest

from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.services import agenda_builder, attendance, meeting, meeting_clock, minutes
from samverkan_desktop.services.meeting_clock import Opening, Timeline
from tests.services.year import Year, contents, refused

START = datetime(2018, 10, 16, 13, tzinfo=LOCAL_ZONE)
MINUTE = timedelta(minutes=1)


def after(minutes: int) -> datetime:
    return START + minutes * MINUTE


class Run:
    """The second meeting, begun at one o'clock."""

    def __init__(self, year: Year) -> None:
        self.year, self.meeting_id = year, year.meeting(2)
        agenda_builder.build(year.work, self.meeting_id)
        self.goes_to(0)
        meeting.begin(year.work, self.meeting_id)
        attendance.note_everyone_present(year.work, self.meeting_id)
        self.items = [row.id for row in year.items(2)]

    def goes_to(self, minutes: int) -> None:
        self.year.clock.instant = after(minutes)

    def opens(self, number: int, at: int) -> bool:
        self.goes_to(at)
        return meeting_clock.open_item(self.year.work, self.meeting_id, self.items[number - 1])

    def used(self) -> dict[int, int]:
        standing = meeting_clock.timeline(self.year.work, self.meeting_id).at(self.year.clock.now())
        return {self.items.index(item) + 1: spent // MINUTE for item, spent in standing.used.items()}

    def elapsed(self) -> int:
        standing = meeting_clock.timeline(self.year.work, self.meeting_id).at(self.year.clock.now())
        return standing.elapsed // MINUTE


@pytest.fixture
def run(held: Year) -> Run:
    return Run(held)


def test_the_time_of_each_item_is_taken(run: Run):
    run.opens(1, at=2)
    run.opens(2, at=10)
    run.opens(1, at=25)
    run.goes_to(30)
    assert run.used() == {1: 8 + 5, 2: 15}
    assert run.elapsed() == 30


def test_opening_the_same_item_again_changes_nothing(run: Run):
    run.opens(1, at=0)
    run.opens(1, at=5)
    assert run.used() == {1: 5}
    assert len(meeting_clock.timeline(run.year.work, run.meeting_id).openings) == 1


def test_nothing_counts_while_the_meeting_is_adjourned(run: Run):
    run.opens(1, at=0)
    run.goes_to(10)
    assert meeting_clock.adjourn(run.year.work, run.meeting_id)
    assert meeting_clock.timeline(run.year.work, run.meeting_id).adjourned
    assert run.opens(2, at=15) is False
    run.goes_to(25)
    meeting_clock.resume(run.year.work, run.meeting_id, run.items[1])
    run.goes_to(30)
    assert run.used() == {1: 10, 2: 5}
    assert run.elapsed() == 15


def test_a_clock_that_is_set_back_takes_no_time_away(run: Run):
    run.opens(1, at=20)
    run.opens(2, at=5)
    run.goes_to(8)
    assert run.used() == {1: 0, 2: 3}
    run.goes_to(-60)
    assert run.used() == {1: 0, 2: 0}
    assert run.elapsed() == 20


def test_a_clock_is_not_undone(run: Run):
    before = contents(run.year.path)["journal_entry"]
    run.opens(1, at=0)
    run.opens(2, at=5)
    assert contents(run.year.path)["journal_entry"] == before


def test_what_is_opened_on_another_day_takes_no_time(run: Run):
    run.opens(1, at=0)
    assert run.opens(2, at=24 * 60) is False
    assert not meeting_clock.timeline(run.year.work, run.meeting_id).running


def test_a_meeting_noted_afterwards_has_no_clock(held: Year):
    meeting_id = held.meeting(2)
    agenda_builder.build(held.work, meeting_id)
    held.clock.set(date(2018, 10, 20))
    meeting.begin(held.work, meeting_id)
    assert meeting_clock.open_item(held.work, meeting_id, held.items(2)[0].id) is False
    assert meeting_clock.timeline(held.work, meeting_id) == Timeline()


def test_a_closed_meeting_stands_still(run: Run):
    run.opens(1, at=0)
    run.goes_to(40)
    meeting_clock.close(run.year.work, run.meeting_id)
    assert run.opens(2, at=50) is False
    assert (run.used(), run.elapsed()) == ({1: 40}, 40)
    with refused(run.year, "Mötet pågår inte"):
        meeting_clock.close(run.year.work, run.meeting_id)


def test_a_close_that_is_undone_leaves_the_meeting_adjourned(run: Run):
    run.opens(1, at=0)
    run.goes_to(40)
    meeting_clock.close(run.year.work, run.meeting_id)
    run.year.work.undo()
    run.goes_to(60)
    assert meeting_clock.timeline(run.year.work, run.meeting_id).adjourned
    assert run.used() == {1: 40}


def test_finishing_copies_the_minutes_to_the_items(run: Run):
    run.opens(1, at=0)
    run.opens(2, at=12)
    run.goes_to(30)
    meeting_clock.close(run.year.work, run.meeting_id)
    run.goes_to(200)
    run.year.finish(2)
    assert [row.used_minutes for row in run.year.items(2)][:3] == [12, 18, None]


def test_a_meeting_that_nobody_closed_has_taken_what_was_planned_when_one_looks_later(run: Run):
    run.opens(1, at=0)
    run.opens(2, at=90)
    run.goes_to(3 * 24 * 60)
    assert (run.elapsed(), run.used()) == (120, {1: 90, 2: 30})


def test_a_meeting_that_nobody_closed_ended_as_planned(run: Run):
    run.opens(1, at=0)
    run.opens(2, at=90)
    run.goes_to(600)
    run.year.finish(2)
    assert [row.used_minutes for row in run.year.items(2)][:2] == [90, 30]


def test_a_correction_does_not_take_the_time_anew(run: Run):
    run.opens(1, at=0)
    run.goes_to(30)
    meeting_clock.close(run.year.work, run.meeting_id)
    run.year.finish(2)
    minutes.reopen(run.year.work, run.meeting_id)
    assert run.opens(2, at=60) is False
    minutes.finish(run.year.work, run.meeting_id, "Stavfel")
    assert [row.used_minutes for row in run.year.items(2)][:2] == [30, None]


def test_before_it_begins_no_time_has_gone(held: Year):
    standing = meeting_clock.timeline(held.work, held.meeting(2)).at(START)
    assert (standing.elapsed, dict(standing.used), standing.item_id) == (timedelta(), {}, None)


def test_beginning_is_undone_with_its_clock(run: Run):
    while meeting_clock.timeline(run.year.work, run.meeting_id).begun_at is not None:
        run.year.work.undo()
    assert meeting.details(run.year.work, run.meeting_id).status.value in ("planned", "called")


def test_whoever_sees_only_the_beginning_sees_the_meeting_go_on():
    begun = Timeline(START, None, (), running=True)
    assert begun.at(after(5)).elapsed == 5 * MINUTE
    assert not begun.adjourned
    assert Timeline(START, None, (Opening(None, START),), running=True).adjourned
