from datetime import date, time

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agenda_builder, attendance, call, meeting
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus, Topic
from tests.services.year import (
    CANCELLED,
    DAYS,
    FINISHED,
    HOLDS_NUMBER,
    LAST,
    NUMBER,
    PERIOD,
    Year,
    refused,
)

WHY = "Ange vad som inträffat och vilken funktion som kallar."


def extra(year: Year, day: date = date(2018, 11, 15), **values: object) -> int:
    told: dict[str, object] = {"initiator_seat_id": year.seats["F2"], "reason": "En skola upphör."}
    return meeting.schedule_extra(year.work, year.group_id, day, **(told | values))  # type: ignore[arg-type]  as a form gives them


# --- On the calendar ---


def test_a_meeting_is_put_on_the_calendar(adopted: Year):
    made = meeting.schedule(
        adopted.work, adopted.group_id, DAYS[0], starts=time(13), ends=time(15), place="Rådhuset"
    )
    row = meeting.details(adopted.work, made)
    assert (row.kind, row.status, row.day) == (MeetingKind.ORDINARY, MeetingStatus.PLANNED, DAYS[0])
    assert (row.title, row.period, row.group, row.place) == ("Möte 1 av 1", PERIOD, "Styrgruppen", "Rådhuset")


@pytest.mark.parametrize("day", [date(2018, 5, 17), date(2021, 7, 1)])
def test_a_day_outside_the_agreements_term_is_refused(adopted: Year, day: date):
    message = f"{day} ligger utanför avtalets tid. Välj ett datum mellan 2018-05-18 och 2021-06-30."
    with refused(adopted, message, field="day"):
        meeting.schedule(adopted.work, adopted.group_id, day)


@pytest.mark.parametrize(("starts", "ends"), [(time(13), time(12)), (time(13), time(13))])
def test_an_end_before_the_start_is_refused(adopted: Year, starts: time, ends: time):
    with refused(adopted, "Mötet slutar innan det börjar.", field="ends"):
        meeting.schedule(adopted.work, adopted.group_id, DAYS[0], starts=starts, ends=ends)


def test_a_second_meeting_on_a_day_is_refused(planned: Year):
    with refused(planned, "Det finns redan ett möte 2018-09-04. Välj en annan dag.", field="day"):
        meeting.schedule(planned.work, planned.group_id, DAYS[0])


def test_the_day_of_a_cancelled_meeting_is_free(planned: Year):
    meeting.cancel(planned.work, planned.meeting(1))
    meeting.schedule(planned.work, planned.group_id, DAYS[0])
    assert meeting.details(planned.work, planned.meeting(1)).status is MeetingStatus.PLANNED


def test_there_is_no_such_meeting(planned: Year):
    with pytest.raises(UserError, match="Det finns inget möte med nummer 99"):
        meeting.details(planned.work, 99)


# --- Extra meetings ---


def test_an_extra_meeting_is_not_counted_among_the_ordinary(planned: Year):
    row = meeting.details(planned.work, extra(planned))
    assert (row.title, row.number, row.of, row.last) == ("Extra möte", 0, 6, False)
    assert (row.initiator, row.reason) == ("Utbildningschef grundskola och grundsärskola", "En skola upphör.")
    assert planned.statuses("R21") == [Status.FULFILLED]


def test_an_extra_meeting_after_the_last_does_not_become_the_last(planned: Year):
    extra(planned, date(2019, 6, 11))
    assert meeting.details(planned.work, planned.meeting(6)).last


def test_an_extra_meeting_without_an_initiator_is_refused(planned: Year):
    with refused(planned, WHY, field="initiator_seat_id", rule="R21"):
        extra(planned, initiator_seat_id=None)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_an_extra_meeting_without_a_reason_is_refused(planned: Year, reason: str):
    with refused(planned, WHY, field="reason", rule="R21"):
        extra(planned, reason=reason)


def test_somebody_outside_the_group_cannot_call_an_extra_meeting(held: Year):
    held.crew(1)
    outside = 9
    with refused(held, "saknar en funktion i gruppen som kallar", field="initiator_seat_id", rule="R21"):
        extra(held, initiator_seat_id=outside)


def test_an_extra_meeting_outside_the_agreements_term_is_refused(planned: Year):
    with refused(planned, "ligger utanför avtalets tid", field="day"):
        extra(planned, date(2022, 1, 1))


@pytest.mark.parametrize("field", ["reason", "place"])
def test_a_personal_number_is_refused_for_an_extra_meeting(planned: Year, field: str):
    with refused(planned, HOLDS_NUMBER, field=field, rule="R11"):
        extra(planned, **{field: f"Gäller {NUMBER}"})


@pytest.mark.parametrize("values", [{"reason": " "}, {"initiator_seat_id": None}])
def test_an_extra_meeting_cannot_lose_its_reason_or_initiator(planned: Year, values: dict[str, object]):
    made = extra(planned)
    with refused(planned, WHY, field=next(iter(values)), rule="R21"):
        meeting.change(planned.work, made, **values)


# --- Changed, moved, cancelled ---


def test_times_and_place_can_be_changed(planned: Year):
    made = planned.meeting(6)
    meeting.change(planned.work, made, ends=time(16), place="Stadshuset", case_number="SN 2018/1")
    row = meeting.details(planned.work, made)
    assert (row.starts, row.ends, row.place, row.case_number) == (
        time(13), time(16), "Stadshuset", "SN 2018/1",
    )  # fmt: skip


def test_an_end_moved_before_the_start_is_refused(planned: Year):
    with refused(planned, "Mötet slutar innan det börjar.", field="ends"):
        meeting.change(planned.work, planned.meeting(1), starts=time(16))


@pytest.mark.parametrize("field", ["place", "case_number", "reason"])
def test_a_personal_number_is_refused(planned: Year, field: str):
    with refused(planned, HOLDS_NUMBER, field=field, rule="R11"):
        meeting.change(planned.work, planned.meeting(1), **{field: NUMBER})


@pytest.mark.parametrize("field", ["recorder_seat_id", "leader_seat_id"])
def test_a_seat_of_another_group_can_neither_lead_nor_take_notes(held: Year, field: str):
    held.crew(1)
    with refused(held, "Välj en funktion som ingår i gruppen.", field=field):
        meeting.change(held.work, held.meeting(1), **{field: 9})


def test_a_planned_meeting_can_move_to_another_year(planned: Year):
    moved = planned.meeting(6)
    meeting.change(planned.work, moved, day=date(2019, 8, 20))
    row = meeting.details(planned.work, moved)
    assert (row.period, row.number) == ("2019/2020", 1)
    assert meeting.details(planned.work, planned.meeting(5)).last
    assert (planned.statuses("R04", LAST)).count(Status.BREACHED) == 0


def test_a_meeting_with_decisions_stays_in_its_year(held: Year):
    held.at(date(2019, 9, 1))
    message = "Mötets beslut är numrerade i 2018/2019. Välj en dag mellan 2018-07-01 och 2019-06-30."
    with refused(held, message, field="day"):
        meeting.change(held.work, held.meeting(1), day=date(2019, 8, 20))


def test_a_meeting_that_was_held_cannot_be_to_come(held: Year):
    with refused(held, "Mötet är hållet. Välj en dag som har varit.", field="day"):
        meeting.change(held.work, held.meeting(1), day=date(2018, 9, 5))


def test_a_meeting_cannot_move_to_another_ones_day(planned: Year):
    with refused(planned, "Det finns redan ett möte 2018-10-16.", field="day"):
        meeting.change(planned.work, planned.meeting(1), day=DAYS[1])


def test_a_meeting_cannot_move_out_of_the_agreements_term(planned: Year):
    with refused(planned, "ligger utanför avtalets tid", field="day"):
        meeting.change(planned.work, planned.meeting(6), day=date(2021, 7, 1))


def test_meetings_are_numbered_by_day_when_one_moves(planned: Year):
    moved = planned.meeting(1)
    meeting.change(planned.work, moved, day=date(2018, 11, 1))
    assert meeting.details(planned.work, moved).number == 2


def test_when_the_last_meeting_is_cancelled_another_becomes_the_last(planned: Year):
    planned.call(5, date(2019, 3, 19))
    meeting.cancel(planned.work, planned.meeting(6))
    row = meeting.details(planned.work, planned.meeting(5))
    assert (row.last, row.title, row.status) == (True, "Möte 5 av 5", MeetingStatus.CALLED)
    # Its call lacked what the last meeting must take up, and the heads were not called.
    assert Status.BREACHED in planned.statuses("R06", date(2019, 3, 20))
    planned.at(DAYS[4])
    with refused(planned, "Sista mötet saknar punkten", rule="R06"):
        call.send(planned.work, row.id, planned.folder)
    agenda_builder.build(planned.work, row.id)
    call.send(planned.work, row.id, planned.folder)
    called = [each.function for each in attendance.rows(planned.work, row.id)]
    assert "Förvaltningschef Socialförvaltningen" in called


def test_when_a_later_meeting_is_planned_a_new_call_leaves_the_heads_out(planned: Year):
    planned.call(6, date(2019, 5, 21))
    meeting.schedule(planned.work, planned.group_id, date(2019, 6, 11))
    call.send(planned.work, planned.meeting(6), planned.folder)
    called = [each.function for each in attendance.rows(planned.work, planned.meeting(6))]
    assert "Förvaltningschef Socialförvaltningen" not in called
    assert len(called) == 6


def test_a_cancelled_meeting_keeps_its_place_in_the_list(planned: Year):
    cancelled = planned.meeting(2)
    meeting.cancel(planned.work, cancelled)
    rows = meeting.listing(planned.work, PERIOD)
    assert [row.id for row in rows][1] == cancelled
    assert [(row.number, row.of) for row in rows][1:3] == [(0, 5), (2, 5)]


def test_a_meeting_is_cancelled_once(planned: Year):
    cancelled = planned.meeting(2)
    meeting.cancel(planned.work, cancelled)
    with refused(planned, "Mötet är redan inställt."):
        meeting.cancel(planned.work, cancelled)


def test_a_meeting_that_was_held_is_not_cancelled(held: Year):
    with refused(held, "Mötet har redan hållits och kan inte ställas in."):
        meeting.cancel(held.work, held.meeting(1))


def test_a_cancelled_meeting_is_not_changed(planned: Year):
    cancelled = planned.meeting(2)
    meeting.cancel(planned.work, cancelled)
    with refused(planned, CANCELLED):
        meeting.change(planned.work, cancelled, place="Annanstans")


def test_a_finished_meeting_is_not_changed(finished: Year):
    with refused(finished, FINISHED):
        meeting.change(finished.work, finished.meeting(1), place="Annanstans")


# --- Begun ---


def test_everyone_called_stands_on_the_list_when_it_begins(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    planned.at(DAYS[0])
    meeting.begin(planned.work, planned.meeting(1))
    assert meeting.details(planned.work, planned.meeting(1)).status is MeetingStatus.HELD
    assert [row.status for row in attendance.rows(planned.work, planned.meeting(1))] == [None] * 6


def test_a_meeting_to_come_is_not_begun(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    with refused(planned, "Mötet är 2018-09-04. Ändra dagen om det hålls tidigare.", field="day"):
        meeting.begin(planned.work, planned.meeting(1))


def test_a_meeting_without_an_agenda_is_not_begun(planned: Year):
    planned.at(DAYS[0])
    with refused(planned, "Mötet har ingen dagordning. Bygg dagordningen först."):
        meeting.begin(planned.work, planned.meeting(1))


def test_a_meeting_is_begun_once(held: Year):
    with refused(held, "Mötet är redan hållet eller inställt."):
        meeting.begin(held.work, held.meeting(1))


def test_a_cancelled_meeting_is_not_begun(planned: Year):
    cancelled = planned.meeting(1)
    meeting.cancel(planned.work, cancelled)
    planned.at(DAYS[0])
    with refused(planned, "Mötet är redan hållet eller inställt."):
        meeting.begin(planned.work, cancelled)


def test_the_last_meeting_has_the_heads_on_its_list(planned: Year):
    planned.hold(6)
    rows = attendance.rows(planned.work, planned.meeting(6))
    assert len(rows) == 8
    assert {Topic.FOLLOW_UP, Topic.YEAR_PLAN} <= {item.topic for item in planned.items(6)}


def test_beginning_can_be_undone_and_redone(planned: Year):
    agenda_builder.build(planned.work, planned.meeting(1))
    planned.at(DAYS[0])
    meeting.begin(planned.work, planned.meeting(1))
    assert planned.work.undo() == "Mötet inleddes"
    assert attendance.rows(planned.work, planned.meeting(1)) == ()
    planned.work.redo()
    assert len(attendance.rows(planned.work, planned.meeting(1))) == 6


def test_a_meeting_is_cancelled_with_a_reason(planned: Year):
    meeting.cancel(planned.work, planned.meeting(2), " Samordnas med nästa. ")
    row = meeting.listing(planned.work, PERIOD)[1]
    assert (row.title, row.reason) == ("Inställt möte", "Inställt: Samordnas med nästa.")


def test_an_extra_meeting_that_is_cancelled_still_says_what_it_was_called_for(planned: Year):
    made = meeting.schedule_extra(
        planned.work, planned.group_id, date(2018, 11, 20), initiator_seat_id=planned.seats["F1"],
        reason="En skola upphör.",
    )  # fmt: skip
    meeting.cancel(planned.work, made, "Frågan är löst.")
    assert meeting.details(planned.work, made).reason == "En skola upphör.\nInställt: Frågan är löst."


def test_a_reason_with_a_personal_number_is_refused(planned: Year):
    with refused(planned, HOLDS_NUMBER, field="reason", rule="R11"):
        meeting.cancel(planned.work, planned.meeting(2), f"Gäller {NUMBER}")
