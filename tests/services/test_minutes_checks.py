"""What is found before minutes are finished: each thing in its place, and what may be left with a reason."""

import pytest

from samverkan_desktop.models.commission import Commission
from samverkan_desktop.services import (
    agenda,
    agenda_order,
    agreement,
    attendance,
    carry_over,
    decision,
    history,
    minutes,
    minutes_checks,
    obligation,
    task,
)
from samverkan_desktop.services.minutes_checks import CheckRow, Weight
from samverkan_desktop.vocabulary import AttendanceStatus, DecisionKind, ItemCategory
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

MAY, MUST = Weight.MAY, Weight.MUST


def found(year: Year, number: int = 1) -> dict[str, CheckRow]:
    rows = minutes_checks.checks(year.work, year.meeting(number))
    assert len({row.check for row in rows}) == len(rows)
    return {row.check: row for row in rows}


def leave(year: Year, row: CheckRow, reason: str = "Frågan hann inte tas upp.") -> None:
    minutes_checks.waive(year.work, year.meeting(1), [(row.check, row.place)], reason)


def without(year: Year, *kinds: str) -> None:
    """Take obligations of some kinds out of the agreement."""
    for clause in agreement.clauses(year.work, 1):
        for each in clause.obligations:
            if each.kind in kinds:
                obligation.remove_obligation(year.work, each.id)


@pytest.fixture
def bare(held: Year) -> Year:
    """The first meeting held, with an item of its own that has no text."""
    held.item(1, "Skolfrånvaro")
    return held


def test_nothing_is_found_where_nothing_is_missing(held: Year):
    assert found(held) == {}


def test_an_item_without_text_is_named_with_its_place(bare: Year):
    item = next(row for row in bare.items(1) if row.heading == "Skolfrånvaro")
    row = found(bare)["notes"]
    assert (row.place, row.weight, row.stops) == (f"item:{item.id}", MAY, True)
    assert row.sentence == f"Punkt {item.number}, Skolfrånvaro, har ingen text."


@pytest.mark.parametrize("filled", ["notes", "decision", "task", "sub-item", "carried over", "formality"])
def test_an_item_with_anything_under_it_is_not_empty(bare: Year, filled: str):
    item = next(row.id for row in bare.items(1) if row.heading == "Skolfrånvaro")
    match filled:
        case "notes":
            agenda.write_notes(bare.work, item, "Läget gicks igenom.")
        case "decision":
            decision.take(bare.work, item, "Bordläggs.", kind=DecisionKind.TABLED)
        case "task":
            task.note(bare.work, item, "Ta fram siffror", responsible="Kvalitetschef")
        case "sub-item":
            under = bare.item(1, "Delfråga")
            agenda.write_notes(bare.work, under, "Läget gicks igenom.")
            agenda_order.nest_item(bare.work, under)
        case "carried over":
            carry_over.carry_over(bare.work, item, on=True)
        case "formality":
            agenda.change_item(bare.work, item, category=ItemCategory.FORMALITY)
    assert "notes" not in found(bare)


def test_a_decision_that_nobody_carries_out_is_named(bare: Year):
    made = bare.decide(1)
    row = found(bare)["executor"]
    assert (row.place, row.weight) == (f"decision:{made}", MAY)
    assert row.sentence == f"Beslut {decision.log(bare.work)[-1].number} har ingen som verkställer det."
    decision.change(bare.work, made, responsible="Kvalitetschef")
    assert "executor" not in found(bare)


def test_a_decision_that_gives_a_commission_has_who_carries_it_out(held: Year):
    held.give(1)
    assert "executor" not in found(held)


def give_without_how(year: Year) -> int:
    """Give a commission as a file from elsewhere may hold one."""
    given = year.give(1)
    with year.work.change("test.how", "Hur") as session:
        session.get_one(Commission, given).how = ""
    return given


def test_a_commission_without_how_stops_where_the_agreement_demands_it(held: Year):
    given = give_without_how(held)
    row = found(held)["R08"]
    assert (row.place, row.weight) == (f"commission:{given}", MUST)
    with refused(held, "Det här måste ordnas innan anteckningarna färdigställs"):
        leave(held, row)


def test_a_commission_without_how_may_be_left_where_it_does_not(held: Year):
    without(held, "commission_brief")
    given = give_without_how(held)
    row = found(held)["brief"]
    assert (row.place, row.weight) == (f"commission:{given}", MAY)
    assert "säger inte hur det redovisas." in row.sentence


def note_all(year: Year, status: AttendanceStatus | None) -> None:
    for row in attendance.rows(year.work, year.meeting(1)):
        attendance.note(year.work, row.id, status)


def test_nobody_present_is_named(held: Year):
    note_all(held, AttendanceStatus.ABSENT)
    row = found(held)["nobody"]
    assert (row.place, row.weight) == (f"meeting:{held.meeting(1)}", MUST)


def test_a_party_that_was_not_there_is_told_but_stops_nothing(held: Year):
    for row in attendance.rows(held.work, held.meeting(1)):
        if row.party == "Socialförvaltningen":
            attendance.note(held.work, row.id, AttendanceStatus.EXCUSED)
    row = found(held)["R26"]
    assert (row.weight, row.stops) == (Weight.TOLD, False)


def test_attendance_not_noted_may_be_left_where_the_agreement_does_not_count_it(held: Year):
    note_all(held, None)
    assert found(held)["attendance"].weight is MUST
    without(held, "party_representation", "designated_attendance", "seat_attendance")
    row = found(held)["attendance"]
    assert row.weight is MAY
    leave(held, row)
    assert not found(held)["attendance"].stops


def test_what_is_left_with_a_reason_stops_no_more(bare: Year):
    row = found(bare)["notes"]
    with refused(bare, row.sentence):
        minutes.finish(bare.work, bare.meeting(1))
    leave(bare, row)
    after = found(bare)["notes"]
    assert (after.reason, after.stops) == ("Frågan hann inte tas upp.", False)
    minutes.finish(bare.work, bare.meeting(1))
    assert found(bare)["notes"].reason == "Frågan hann inte tas upp."


def test_why_something_was_left_stands_in_the_history_and_not_in_the_minutes(bare: Year):
    leave(bare, found(bare)["notes"])
    minutes.finish(bare.work, bare.meeting(1))
    assert any("Frågan hann inte tas upp." in entry.label for entry in history.entries(bare.work))
    assert "hann inte" not in repr(minutes.content(bare.work, bare.meeting(1)))


def test_that_something_is_left_can_be_taken_back(bare: Year):
    row = found(bare)["notes"]
    leave(bare, row)
    minutes_checks.insist(bare.work, bare.meeting(1), row.check, row.place)
    assert found(bare)["notes"].stops


def test_another_reason_takes_the_place_of_the_first(bare: Year):
    row = found(bare)["notes"]
    leave(bare, row, "Ett skäl.")
    leave(bare, row, "Ett annat.")
    assert found(bare)["notes"].reason == "Ett annat."


def test_leaving_something_is_undone(bare: Year):
    leave(bare, found(bare)["notes"])
    bare.work.undo()
    assert found(bare)["notes"].stops


def test_several_things_are_left_at_once(bare: Year):
    bare.decide(1)
    rows = found(bare)
    left = [(row.check, row.place) for row in rows.values()]
    assert len(left) == 2
    minutes_checks.waive(bare.work, bare.meeting(1), left, "Formalia.")
    minutes.finish(bare.work, bare.meeting(1))


def test_what_is_left_needs_a_reason(bare: Year):
    row = found(bare)["notes"]
    with refused(bare, "Ange varför det lämnas som det är.", field="reason"):
        leave(bare, row, " ")


def test_a_reason_with_a_personal_number_is_refused(bare: Year):
    row = found(bare)["notes"]
    with refused(bare, HOLDS_NUMBER, field="reason", rule="R11"):
        leave(bare, row, f"Gäller {NUMBER}.")


def test_a_personal_number_cannot_be_left(bare: Year):
    item = next(row.id for row in bare.items(1) if row.heading == "Skolfrånvaro")
    agenda.write_notes(bare.work, item, f"Gäller {NUMBER}.")
    row = found(bare)["R11"]
    assert (row.place, row.weight) == (f"item:{item}", MUST)
    with refused(bare, "Det här måste ordnas innan anteckningarna färdigställs"):
        leave(bare, row)


def test_what_is_not_missing_cannot_be_left(held: Year):
    with refused(held, "Det saknas inte längre."):
        minutes_checks.waive(held.work, held.meeting(1), [("notes", "item:1")], "Ett skäl.")


def test_nothing_is_left_in_finished_minutes(finished: Year):
    with refused(finished, "Anteckningarna är färdigställda."):
        minutes_checks.waive(finished.work, finished.meeting(1), [("notes", "item:1")], "Ett skäl.")
