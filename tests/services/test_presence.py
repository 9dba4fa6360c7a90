from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agreement, attendance, call, group, minutes, obligation, presence, seat
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.services.attendance_summary import attendance_lines
from samverkan_desktop.services.attendance_summary import presence as seats_present
from samverkan_desktop.services.meeting import listing
from samverkan_desktop.vocabulary import AttendanceStatus, HolderState
from tests.services.year import DAYS, FINISHED, Year, refused

PRESENT, EXCUSED, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT
DEPUTY, HEADS, CHIEF = (
    "Ersättare för avdelningschef",
    "Samtliga rektorer",
    "Avdelningschef Individ- och familjeomsorg",
)


@pytest.fixture
def crowd(planned: Year) -> Year:
    """The first meeting held, with a deputy for F5 and twelve head teachers in the group."""
    social, schools = planned.parties["SF"], planned.parties["BF"]
    seat.add(planned.work, planned.group_id, social, DEPUTY, deputy_for_id=planned.seats["F5"])
    seat.add(planned.work, planned.group_id, schools, HEADS, collective=True, size=12)
    planned.hold(1)
    return planned


def row(year: Year, function: str) -> AttendanceRow:
    return next(each for each in attendance.rows(year.work, year.meeting(1)) if each.function == function)


def note(year: Year, function: str, status: AttendanceStatus | None) -> None:
    attendance.note(year.work, row(year, function).id, status)


def counted(year: Year) -> tuple[int, int]:
    return presence.counted(attendance.rows(year.work, year.meeting(1)))


def line(year: Year, function: str) -> tuple[int, int, int, str]:
    with year.work.read() as session:
        rows = listing(year.work, "2018/2019")
        lines = attendance_lines(session, year.group_id, rows)
        found = next(each for each in lines if each.function == function)
        return found.present, found.possible, found.vacant, found.cells[0]


def test_a_deputy_is_called_for_information(crowd: Year):
    called = call.content(crowd.work, crowd.meeting(2)).called
    assert f"{DEPUTY}, Socialförvaltningen (ersättare, för kännedom)" == called[-1]
    assert row(crowd, DEPUTY).status is None


def test_everyone_present_leaves_deputies_alone_and_counts_heads(crowd: Year):
    assert (row(crowd, HEADS).status, row(crowd, HEADS).headcount) == (PRESENT, 12)
    assert row(crowd, DEPUTY).status is None
    assert counted(crowd) == (7, 7)


def test_a_deputy_nobody_noted_does_not_stop_the_minutes(crowd: Year):
    assert not [each for each in minutes.hindrances(crowd.work, crowd.meeting(1)) if "Närvaro saknas" in each]


def test_a_deputy_who_is_away_is_not_missed(crowd: Year):
    note(crowd, DEPUTY, EXCUSED)
    assert counted(crowd) == (7, 7)
    assert line(crowd, DEPUTY) == (0, 0, 0, "–")


def test_a_seat_is_represented_by_its_deputy(crowd: Year):
    note(crowd, CHIEF, EXCUSED)
    assert counted(crowd) == (6, 7)
    assert line(crowd, CHIEF) == (0, 1, 0, "F")
    note(crowd, DEPUTY, PRESENT)
    assert counted(crowd) == (7, 7)
    assert line(crowd, CHIEF) == (1, 1, 0, "R")
    assert line(crowd, DEPUTY) == (1, 1, 0, "N")


def test_the_minutes_say_whom_a_deputy_stood_in_for(crowd: Year):
    note(crowd, CHIEF, EXCUSED)
    note(crowd, DEPUTY, PRESENT)
    content = minutes.content(crowd.work, crowd.meeting(1))
    there = {each.function: each.notes for party in content.present for each in party.attendees}
    assert there[DEPUTY] == ("ersätter Avdelningschef IFO",)
    assert there[HEADS] == ("12 av 12",)
    assert [each.function for party in content.absent for each in party.attendees] == [CHIEF]


def test_heads_are_counted(crowd: Year):
    attendance.set_headcount(crowd.work, row(crowd, HEADS).id, 9)
    assert (row(crowd, HEADS).status, row(crowd, HEADS).headcount) == (PRESENT, 9)
    assert line(crowd, HEADS) == (1, 1, 0, "9")


def test_no_heads_is_an_absence(crowd: Year):
    attendance.set_headcount(crowd.work, row(crowd, HEADS).id, 0)
    assert (row(crowd, HEADS).status, row(crowd, HEADS).headcount) == (ABSENT, None)
    assert counted(crowd) == (6, 7)


def test_a_number_can_be_taken_away(crowd: Year):
    attendance.set_headcount(crowd.work, row(crowd, HEADS).id, None)
    assert (row(crowd, HEADS).status, row(crowd, HEADS).headcount) == (PRESENT, None)


def test_whoever_is_away_has_no_heads(crowd: Year):
    note(crowd, HEADS, EXCUSED)
    assert row(crowd, HEADS).headcount is None


@pytest.mark.parametrize(
    ("function", "heads", "sentence"),
    [
        (HEADS, 13, "Det är 12 som ingår i Samtliga rektorer."),
        (HEADS, -1, "Antalet kan inte vara mindre än noll."),
        (CHIEF, 1, "Antal noteras bara för en samlad funktion."),
    ],
)
def test_a_number_that_cannot_be_is_refused(crowd: Year, function: str, heads: int, sentence: str):
    attendance_id = row(crowd, function).id
    with refused(crowd, sentence, field="heads"):
        attendance.set_headcount(crowd.work, attendance_id, heads)


def test_heads_are_not_changed_in_finished_minutes(finished: Year):
    (first, *_) = attendance.rows(finished.work, finished.meeting(1))
    with refused(finished, FINISHED):
        attendance.set_headcount(finished.work, first.id, 1)


def test_a_seat_outside_every_holders_term_is_vacant(planned: Year):
    seat_id = planned.seats["F1"]
    (holding,) = group.holdings(planned.work, seat_id)
    group.set_holder(
        planned.work, seat_id, HolderState.ORDINARY, holding.since, name="Namn", until=date(2018, 8, 31)
    )
    planned.hold(1)
    first = row(planned, "Utbildningschef förskola")
    assert (first.vacant, first.status) == (True, AttendanceStatus.VACANT)
    note(planned, "Utbildningschef förskola", ABSENT)
    assert counted(planned) == (5, 5)
    assert line(planned, "Utbildningschef förskola") == (0, 1, 1, "V")
    with planned.work.read() as session:
        assert seats_present(session, planned.meeting(1)) == (5, 5)


def test_attendance_is_judged_as_it_is_counted(crowd: Year):
    clause = agreement.clauses(crowd.work, 1)[0]
    (key,) = {each.key for each in group.groups(crowd.work) if each.id == crowd.group_id}
    obligation.add_obligation(crowd.work, clause.id, "seat_attendance", {}, key)
    assert crowd.statuses("R31", DAYS[0]) == [Status.FULFILLED]
    attendance.set_headcount(crowd.work, row(crowd, HEADS).id, 9)
    (finding,) = crowd.found("R31", DAYS[0])
    assert finding.message == (
        "Alla som ska delta gjorde det inte 2018/2019. "
        "Saknades: Samtliga rektorer (Bildningsförvaltningen) (9 av 12) 2018-09-04."
    )


def test_minutes_are_kept_when_they_are_finished(finished: Year):
    clause = agreement.clauses(finished.work, 1)[0]
    (key,) = {each.key for each in group.groups(finished.work) if each.id == finished.group_id}
    obligation.add_obligation(finished.work, clause.id, "minutes_kept", {}, key)
    assert finished.statuses("R32") == [Status.FULFILLED]
    minutes.reopen(finished.work, finished.meeting(1))
    assert finished.statuses("R32") == [Status.FULFILLED]
