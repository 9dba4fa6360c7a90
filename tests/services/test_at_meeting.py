from samverkan_desktop.services import at_meeting, attendance, meeting
from samverkan_desktop.services.at_meeting import Margin
from samverkan_desktop.vocabulary import AttendanceStatus
from tests.services.year import Year

EXCUSED = AttendanceStatus.EXCUSED


def away(year: Year, *keys: str) -> None:
    rows = {row.seat_id: row.id for row in attendance.rows(year.work, year.meeting(1))}
    for key in keys:
        attendance.note(year.work, rows[year.seats[key]], EXCUSED)


def margin(year: Year) -> Margin:
    return at_meeting.margin(year.work, year.meeting(1))


def test_nothing_is_said_while_all_are_there(held: Year):
    assert margin(held) == Margin()


def test_a_party_that_nobody_represents_is_said(held: Year):
    away(held, "F5", "F6")
    assert [each.message for each in margin(held).findings] == ["Ingen företräder Socialförvaltningen."]


def test_a_substitute_mends_it(held: Year):
    away(held, "F5", "F6")
    rows = {row.seat_id: row.id for row in attendance.rows(held.work, held.meeting(1))}
    attendance.set_substitute(held.work, rows[held.seats["F5"]], "Enhetschef Barn och unga")
    assert margin(held).findings == ()


def test_nothing_is_said_of_presence_before_everybody_is_noted(held: Year):
    away(held, "F5", "F6")
    first = attendance.rows(held.work, held.meeting(1))[0]
    attendance.note(held.work, first.id, None)
    assert margin(held).findings == ()


def test_whoever_leads_or_writes_is_asked_for_when_the_ordinary_one_is_away(held: Year):
    away(held, "F4", "F6")
    found = margin(held)
    assert found.leader == "Sammankallande är inte här. Ange vem som leder mötet."
    assert found.recorder == "Sekreteraren är inte här. Ange vem som för anteckningarna."
    meeting.change(
        held.work, held.meeting(1), leader_seat_id=held.seats["F1"], recorder_seat_id=held.seats["F2"]
    )
    found = margin(held)
    assert (found.leader, found.recorder) == ("", "")


def test_finished_minutes_have_no_margin(finished: Year):
    assert margin(finished) == Margin()


def test_a_meeting_that_has_not_begun_has_no_margin(planned: Year):
    assert margin(planned) == Margin()
    assert at_meeting.margin(planned.work, 999) == Margin()
