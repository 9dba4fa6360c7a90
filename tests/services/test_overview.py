from datetime import date

from samverkan_desktop.services import meeting, overview
from samverkan_desktop.vocabulary import MeetingStatus
from tests.services.year import DAYS, PERIOD, Year, refused


def test_the_next_meeting_is_shown(held: Year):
    shown = overview.overview(held.work, 1, PERIOD)
    assert shown.next_meeting is not None
    assert (shown.next_meeting.status, shown.days_left) == (MeetingStatus.HELD, 0)


def test_a_cancelled_meeting_is_not_the_next(planned: Year):
    meeting.cancel(planned.work, planned.meeting(1))
    shown = overview.overview(planned.work, 1, PERIOD)
    assert shown.next_meeting is not None
    assert (shown.next_meeting.day, shown.days_left) == (DAYS[1], 57)


def test_a_year_may_be_labelled_short(planned: Year):
    shown = overview.overview(planned.work, 1, "2018/19")
    assert shown.next_meeting is not None
    assert shown.wheel.label == PERIOD


def test_the_overview_of_a_year_that_is_not_the_agreements_is_refused(planned: Year):
    with refused(planned, "2030/2031 ligger utanför avtalets tid.", field="period"):
        overview.overview(planned.work, 1, "2030/2031")


def test_the_wheel_marks_what_was_missed_and_what_is_due(held: Year):
    held.give(1, DAYS[4])
    held.at(date(2018, 11, 1))
    marks = {
        (str(mark.day), mark.kind.value, mark.label)
        for mark in overview.overview(held.work, 1, PERIOD).wheel.marks
    }
    assert ("2018-09-04", "held", "Möte 1") in marks
    assert ("2018-10-16", "missing", "Möte 2") in marks
    assert ("2018-12-04", "planned", "Möte 3") in marks
    assert ("2019-03-26", "commission", "Uppdrag U1") in marks


def test_what_is_recorded_after_the_year_counts_in_it(held: Year):
    held.at(date(2026, 11, 22))
    said = [f.message for f in overview.overview(held.work, 1, PERIOD).findings if f.rule == "R05"]
    assert said == ["1 av 6 fastlagda möten har hållits 2018/2019."]
