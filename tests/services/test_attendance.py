from datetime import date

import pytest

from samverkan_desktop.services import agenda_order, attendance, group, meeting, minutes
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.vocabulary import AttendanceStatus, HolderState, Role
from tests.services.year import CANCELLED, DAYS, FINISHED, HOLDS_NUMBER, NUMBER, Year, refused

PRESENT, EXCUSED = AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED


def entry(year: Year, key: str, number: int = 1) -> AttendanceRow:
    rows = attendance.rows(year.work, year.meeting(number))
    return next(row for row in rows if row.seat_id == year.seats[key])


def test_the_list_is_by_party_and_then_guests(held: Year):
    attendance.invite(held.work, held.meeting(1), "Chef elevhälsan", "Bildningsförvaltningen")
    rows = attendance.rows(held.work, held.meeting(1))
    assert [row.short_name for row in rows] == [
        "Utbildningschef förskola", "Utbildningschef grundskola", "Utbildningschef gymnasiet",
        "Kvalitetschef", "Avdelningschef IFO", "Verksamhetsutvecklare IFO", "Chef elevhälsan",
    ]  # fmt: skip
    assert (rows[3].holder, rows[3].roles, rows[3].status) == ("Namn F4", (Role.CONVENOR,), PRESENT)
    assert (rows[6].seat_id, rows[6].party, rows[6].status) == (None, "Bildningsförvaltningen", PRESENT)


def test_a_function_can_be_excused(held: Year):
    attendance.note(held.work, entry(held, "F1").id, EXCUSED)
    assert entry(held, "F1").status is EXCUSED


def test_a_note_can_be_taken_away(held: Year):
    attendance.note(held.work, entry(held, "F1").id, None)
    assert entry(held, "F1").status is None


def test_part_of_the_meeting_is_told_by_items(held: Year):
    items = held.items(1)
    attendance.note(
        held.work, entry(held, "F1").id, PRESENT, from_item_id=items[1].id, to_item_id=items[2].id
    )
    row = entry(held, "F1")
    assert (row.from_item, row.to_item) == ("2", "3")


def test_numbers_follow_when_an_item_moves(held: Year):
    items = held.items(1)
    attendance.note(held.work, entry(held, "F1").id, PRESENT, from_item_id=items[3].id)
    agenda_order.move_item(held.work, items[3].id, 1)
    assert entry(held, "F1").from_item == "1"


def test_somebody_away_took_part_in_nothing(held: Year):
    item = held.items(1)[1].id
    attendance.note(held.work, entry(held, "F1").id, EXCUSED, from_item_id=item)
    assert entry(held, "F1").from_item is None


def test_nobody_leaves_before_they_come(held: Year):
    items = held.items(1)
    with refused(held, "Deltagaren kan inte gå innan den har kommit.", field="to_item_id"):
        attendance.note(
            held.work, entry(held, "F1").id, PRESENT, from_item_id=items[2].id, to_item_id=items[1].id
        )


@pytest.mark.parametrize("field", ["from_item_id", "to_item_id"])
def test_items_of_another_meeting_are_refused(held: Year, field: str):
    other = held.item(2)
    with refused(held, "Välj en punkt på mötets egen dagordning.", field=field):
        attendance.note(held.work, entry(held, "F1").id, PRESENT, **{field: other})


def test_everyone_is_noted_at_once_but_nobody_twice(planned: Year):
    meeting_id = planned.hold(1)
    attendance.note(planned.work, entry(planned, "F1").id, EXCUSED)
    attendance.note_everyone_present(planned.work, meeting_id)
    assert entry(planned, "F1").status is EXCUSED
    assert entry(planned, "F2").status is PRESENT


def test_a_vacant_function_is_noted_as_vacant(planned: Year):
    group.set_holder(planned.work, planned.seats["F3"], HolderState.VACANT, date(2018, 8, 1))
    planned.hold(1)
    row = entry(planned, "F3")
    assert (row.status, row.vacant, row.holder) == (AttendanceStatus.VACANT, True, "")


def test_an_acting_holder_is_present_as_such(planned: Year):
    group.set_holder(planned.work, planned.seats["F3"], HolderState.ACTING, date(2018, 8, 1), name="T")
    planned.hold(1)
    assert (entry(planned, "F3").status, entry(planned, "F3").acting) == (PRESENT, True)


def test_the_holder_of_the_day_stands_on_the_list(held: Year):
    group.set_holder(held.work, held.seats["F4"], HolderState.ORDINARY, DAYS[1], name="Ny")
    assert entry(held, "F4").holder == "Namn F4"


def test_a_guest_at_one_item(held: Year):
    item = held.items(1)[2].id
    guest = attendance.invite(held.work, held.meeting(1), "Jurist", "Kommunen", item_id=item)
    row = next(row for row in attendance.rows(held.work, held.meeting(1)) if row.id == guest)
    assert (row.from_item, row.to_item, row.roles) == ("3", "3", ())


def test_a_guest_needs_a_function(held: Year):
    with refused(held, "Ange vilken funktion som adjungeras.", field="function"):
        attendance.invite(held.work, held.meeting(1), " ", "Kommunen")


@pytest.mark.parametrize("field", ["function", "organisation"])
def test_a_personal_number_is_refused(held: Year, field: str):
    values = {"function": "Jurist", "organisation": "Kommunen", field: f"A {NUMBER}"}
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        attendance.invite(held.work, held.meeting(1), **values)


def test_a_guest_for_an_item_of_another_meeting_is_refused(held: Year):
    other = held.item(2)
    with refused(held, "Välj en punkt på mötets egen dagordning.", field="item_id"):
        attendance.invite(held.work, held.meeting(1), "Jurist", "Kommunen", item_id=other)


def test_a_guest_can_be_taken_off(held: Year):
    guest = attendance.invite(held.work, held.meeting(1), "Jurist", "Kommunen")
    attendance.remove_guest(held.work, guest)
    assert len(attendance.rows(held.work, held.meeting(1))) == 6


def test_a_seat_is_not_taken_off(held: Year):
    with refused(held, "Platsen är kallad och kan inte tas bort. Notera den som frånvarande."):
        attendance.remove_guest(held.work, entry(held, "F1").id)


def test_nothing_is_noted_once_the_minutes_are_finished(finished: Year):
    work, meeting_id = finished.work, finished.meeting(1)
    for tried in (
        lambda: attendance.note(work, entry(finished, "F1").id, EXCUSED),
        lambda: attendance.note_everyone_present(work, meeting_id),
        lambda: attendance.invite(work, meeting_id, "Jurist", "Kommunen"),
        lambda: attendance.remove_guest(work, entry(finished, "F1").id),
    ):
        with refused(finished, FINISHED):
            tried()


def test_nothing_is_noted_at_a_cancelled_meeting(planned: Year):
    planned.call(1)
    called, meeting_id = entry(planned, "F1").id, planned.meeting(1)
    meeting.cancel(planned.work, meeting_id)
    for tried in (
        lambda: attendance.note(planned.work, called, EXCUSED),
        lambda: attendance.note_everyone_present(planned.work, meeting_id),
        lambda: attendance.invite(planned.work, meeting_id, "Jurist", "Kommunen"),
    ):
        with refused(planned, CANCELLED):
            tried()


# --- Substitutes ---


def substitute(year: Year, key: str, function: str) -> None:
    attendance.set_substitute(year.work, entry(year, key).id, function)


def test_a_substitute_came_instead_of_the_holder(held: Year):
    substitute(held, "F1", " Enhetschef förskola ")
    row = entry(held, "F1")
    assert (row.status, row.substitute) == (EXCUSED, "Enhetschef förskola")


def test_a_substitute_leaves_a_noted_absence_as_it_is(held: Year):
    attendance.note(held.work, entry(held, "F1").id, AttendanceStatus.ABSENT)
    substitute(held, "F1", "Enhetschef förskola")
    assert entry(held, "F1").status is AttendanceStatus.ABSENT
    substitute(held, "F1", "")
    assert (entry(held, "F1").status, entry(held, "F1").substitute) == (AttendanceStatus.ABSENT, "")


@pytest.mark.parametrize("status", [PRESENT, None])
def test_whoever_comes_after_all_needs_no_substitute(held: Year, status: AttendanceStatus | None):
    substitute(held, "F1", "Enhetschef förskola")
    attendance.note(held.work, entry(held, "F1").id, status)
    assert entry(held, "F1").substitute == ""


def test_the_minutes_tell_whom_a_substitute_came_for(held: Year):
    substitute(held, "F1", "Enhetschef förskola")
    content = minutes.content(held.work, held.meeting(1))
    there = {each.function: each.notes for party in content.present for each in party.attendees}
    assert there["Enhetschef förskola"] == ("ersätter Utbildningschef förskola",)
    assert [each.function for party in content.absent for each in party.attendees] == [
        "Utbildningschef förskola"
    ]


def test_a_substitute_who_came_late_did_so_in_the_minutes(held: Year):
    items = held.items(1)
    substitute(held, "F1", "Enhetschef förskola")
    attendance.note(held.work, entry(held, "F1").id, EXCUSED, from_item_id=items[2].id)
    there = {
        each.function: each.notes
        for party in minutes.content(held.work, held.meeting(1)).present
        for each in party.attendees
    }
    assert there["Enhetschef förskola"] == ("ersätter Utbildningschef förskola", "fr.o.m. punkt 3")
    substitute(held, "F1", "")
    assert entry(held, "F1").from_item is None


def test_whoever_is_away_without_a_substitute_has_no_part(held: Year):
    attendance.note(held.work, entry(held, "F1").id, EXCUSED, from_item_id=held.items(1)[2].id)
    assert entry(held, "F1").from_item is None


def test_a_guest_has_no_substitute(held: Year):
    guest = attendance.invite(held.work, held.meeting(1), "Chef elevhälsan", "")
    with refused(held, "Ersättare noteras bara för en funktion som är kallad.", field="function"):
        attendance.set_substitute(held.work, guest, "Rektor")


def test_a_substitute_is_a_function_without_a_number(held: Year):
    with refused(held, HOLDS_NUMBER, field="function", rule="R11"):
        substitute(held, "F1", NUMBER)


def test_a_substitute_is_not_noted_in_finished_minutes(finished: Year):
    with refused(finished, FINISHED):
        substitute(finished, "F1", "Enhetschef förskola")
