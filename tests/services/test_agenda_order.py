"""Items are sorted, set under one another and taken away, each with what stands under it."""

import pytest

from samverkan_desktop.services import agenda, agenda_order, attendance, call, decision, minutes
from samverkan_desktop.services.item_numbers import numbers
from samverkan_desktop.vocabulary import AttendanceStatus
from tests.services.year import FINISHED, Year, refused


@pytest.fixture
def listed(held: Year) -> dict[str, int]:
    """The second meeting with four items, Budget and Lokaler under Skola."""
    made = {name: held.item(2, name) for name in ("Skola", "Budget", "Lokaler", "Hälsa")}
    for name in ("Budget", "Lokaler"):
        agenda_order.nest_item(held.work, made[name])
    return made


def shown(year: Year) -> list[str]:
    return [f"{row.number} {row.heading}" for row in year.items(2)]


def test_a_sub_item_is_numbered_under_its_own(held: Year, listed: dict[str, int]):
    assert shown(held) == ["1 Skola", "1.1 Budget", "1.2 Lokaler", "2 Hälsa"]


def test_what_stands_under_nothing_that_is_there_is_a_whole_item():
    assert numbers([(7, None), (8, 7), (9, 99)]) == {7: "1", 8: "1.1", 9: "2"}


def test_a_whole_item_takes_what_stands_under_it_along(held: Year, listed: dict[str, int]):
    agenda_order.shift_item(held.work, listed["Skola"], 1)
    assert shown(held) == ["1 Hälsa", "2 Skola", "2.1 Budget", "2.2 Lokaler"]
    agenda_order.shift_item(held.work, listed["Skola"], -1)
    assert shown(held) == ["1 Skola", "1.1 Budget", "1.2 Lokaler", "2 Hälsa"]


def test_at_the_end_of_the_list_nothing_is_passed(held: Year, listed: dict[str, int]):
    before = shown(held)
    agenda_order.shift_item(held.work, listed["Hälsa"], 1)
    agenda_order.shift_item(held.work, listed["Budget"], -1)
    agenda_order.shift_item(held.work, listed["Skola"], -1)
    assert shown(held) == before[:1] + before[1:]


@pytest.mark.parametrize("position", [2, 3])
def test_a_whole_item_never_comes_among_anothers(held: Year, listed: dict[str, int], position: int):
    agenda_order.move_item(held.work, listed["Hälsa"], position)
    assert shown(held) == ["1 Hälsa", "2 Skola", "2.1 Budget", "2.2 Lokaler"]


def test_a_sub_item_stands_under_whatever_is_before_it(held: Year, listed: dict[str, int]):
    agenda_order.move_item(held.work, listed["Budget"], 4)
    assert shown(held) == ["1 Skola", "1.1 Lokaler", "2 Hälsa", "2.1 Budget"]
    agenda_order.shift_item(held.work, listed["Budget"], -1)
    assert shown(held) == ["1 Skola", "1.1 Lokaler", "1.2 Budget", "2 Hälsa"]


def test_a_sub_item_cannot_come_first(held: Year, listed: dict[str, int]):
    agenda_order.move_item(held.work, listed["Lokaler"], 1)
    assert shown(held) == ["1 Skola", "1.1 Lokaler", "1.2 Budget", "2 Hälsa"]


def test_the_first_item_stands_under_nothing(held: Year, listed: dict[str, int]):
    with refused(held, "Den första punkten kan inte vara underpunkt."):
        agenda_order.nest_item(held.work, listed["Skola"])


def test_there_is_one_level_of_sub_items(held: Year, listed: dict[str, int]):
    agenda_order.shift_item(held.work, listed["Hälsa"], -1)
    agenda_order.nest_item(held.work, listed["Skola"])
    assert shown(held) == ["1 Hälsa", "1.1 Skola", "1.2 Budget", "1.3 Lokaler"]
    agenda_order.nest_item(held.work, listed["Skola"])
    assert shown(held)[1] == "1.1 Skola"


def test_a_sub_item_is_raised_after_the_others_under_its_own(held: Year, listed: dict[str, int]):
    agenda_order.raise_item(held.work, listed["Budget"])
    assert shown(held) == ["1 Skola", "1.1 Lokaler", "2 Budget", "3 Hälsa"]
    agenda_order.raise_item(held.work, listed["Budget"])
    assert shown(held)[2] == "2 Budget"


def test_an_item_that_is_added_parts_nothing_from_its_own(held: Year, listed: dict[str, int]):
    agenda.add_item(held.work, held.meeting(2), "Ny", position=2)
    assert shown(held) == ["1 Skola", "1.1 Budget", "1.2 Lokaler", "2 Ny", "3 Hälsa"]


def test_an_item_is_removed_with_what_stands_under_it_and_comes_back_whole(
    held: Year, listed: dict[str, int]
):
    agenda_order.remove_item(held.work, listed["Skola"])
    assert shown(held) == ["1 Hälsa"]
    held.work.undo()
    assert shown(held) == ["1 Skola", "1.1 Budget", "1.2 Lokaler", "2 Hälsa"]


def test_an_item_stays_where_something_was_decided_under_it(held: Year, listed: dict[str, int]):
    decision.take(held.work, listed["Budget"], "Ett beslut.")
    with refused(held, "Punkten har beslut, uppgifter eller redovisningar."):
        agenda_order.remove_item(held.work, listed["Skola"])


def test_the_call_and_the_minutes_say_the_numbers(held: Year, listed: dict[str, int]):
    meeting_id = held.meeting(2)
    told = [item.number for item in call.content(held.work, meeting_id).items]
    noted = [item.number for item in minutes.content(held.work, meeting_id).items]
    assert told == noted == ["1", "1.1", "1.2", "2"]


def test_attendance_refers_to_a_sub_item(held: Year):
    item = held.item(1, "Budget")
    agenda_order.nest_item(held.work, item)
    entry = attendance.rows(held.work, held.meeting(1))[0].id
    attendance.note(held.work, entry, AttendanceStatus.PRESENT, from_item_id=item)
    assert attendance.rows(held.work, held.meeting(1))[0].from_item == "4.1"
    said = minutes.content(held.work, held.meeting(1)).present[0].attendees[0]
    assert "fr.o.m. punkt 4.1" in said.notes


def test_a_finished_agenda_is_not_sorted(finished: Year):
    item = finished.items(1)[1].id
    for tried in (agenda_order.nest_item, agenda_order.raise_item):
        with refused(finished, FINISHED):
            tried(finished.work, item)
    with refused(finished, FINISHED):
        agenda_order.shift_item(finished.work, item, 1)
