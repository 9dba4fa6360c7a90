"""What a meeting is not done with goes on at the next by itself, with a link both ways."""

import pytest

from samverkan_desktop.services import (
    agenda,
    agenda_builder,
    agenda_order,
    attachment,
    carry_over,
    commission,
    meeting,
)
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.vocabulary import ItemOrigin
from tests.services.year import DAYS, FINISHED, Year, refused


@pytest.fixture
def left(held: Year) -> int:
    """An item of the first meeting that goes on at the next."""
    item = held.item(1, "Lokaler")
    agenda.change_item(held.work, item, presenter="Kvalitetschef", minutes=15)
    agenda.write_notes(held.work, item, "Frågan diskuterades.")
    attachment.attach(held.work, item, "Underlag")
    carry_over.carry_over(held.work, item, on=True)
    return item


def carried(year: Year, number: int) -> list[ItemRow]:
    return [row for row in year.items(number) if row.origin is ItemOrigin.CARRIED_OVER]


def build(year: Year, number: int) -> None:
    agenda_builder.build(year.work, year.meeting(number))


def test_an_item_not_done_with_comes_when_the_next_agenda_is_built(held: Year, left: int):
    assert carried(held, 2) == []
    build(held, 2)
    (row,) = carried(held, 2)
    assert row.heading == f"Från {DAYS[0]}: Lokaler"
    assert (row.presenter, row.minutes) == ("Kvalitetschef", 15)
    build(held, 2)
    assert len(carried(held, 2)) == 1


def test_notes_and_papers_stay_where_they_were(held: Year, left: int):
    build(held, 2)
    (row,) = carried(held, 2)
    assert row.notes == ""
    assert attachment.rows(held.work, held.meeting(2)) == ()
    assert [paper.item_id for paper in attachment.rows(held.work, held.meeting(1))] == [left]


def test_the_two_know_each_other(held: Year, left: int):
    build(held, 2)
    (row,) = carried(held, 2)
    assert (row.origin_text, row.origin_target) == (f"från mötet {DAYS[0]}", f"item:{left}")
    before = next(each for each in held.items(1) if each.id == left)
    assert (before.onward.text, before.onward.target) == (f"fortsätter på mötet {DAYS[1]}", f"item:{row.id}")


def test_it_comes_at_once_where_the_next_agenda_is_built_already(held: Year):
    build(held, 2)
    carry_over.carry_over(held.work, held.item(1, "Lokaler"), on=True)
    assert [row.heading for row in carried(held, 2)] == [f"Från {DAYS[0]}: Lokaler"]
    held.work.undo()
    assert carried(held, 2) == []


def test_an_item_that_is_done_after_all_is_taken_off_again(held: Year, left: int):
    build(held, 2)
    carry_over.carry_over(held.work, left, on=False)
    assert carried(held, 2) == []


def test_what_has_been_written_at_the_next_meeting_stays_there(held: Year, left: int):
    build(held, 2)
    (row,) = carried(held, 2)
    agenda.write_notes(held.work, row.id, "Redan förberett.")
    carry_over.carry_over(held.work, left, on=False)
    assert len(carried(held, 2)) == 1


def test_an_item_that_goes_on_twice_bears_the_last_day(held: Year, left: int):
    build(held, 2)
    carry_over.carry_over(held.work, carried(held, 2)[0].id, on=True)
    build(held, 3)
    assert [row.heading for row in carried(held, 3)] == [f"Från {DAYS[1]}: Lokaler"]


def test_what_came_to_a_cancelled_meeting_comes_to_the_one_after(held: Year, left: int):
    build(held, 2)
    meeting.cancel(held.work, held.meeting(2))
    build(held, 2)
    assert held.meeting(2) == next(r.id for r in meeting.listing(held.work) if r.day == DAYS[2])
    assert [row.heading for row in carried(held, 2)] == [f"Från {DAYS[0]}: Lokaler"]


def test_a_sub_item_goes_on_under_its_own(held: Year, left: int):
    under = held.item(1, "Budget")
    agenda_order.nest_item(held.work, under)
    carry_over.carry_over(held.work, under, on=True)
    build(held, 2)
    first, second = carried(held, 2)
    assert (first.number, second.number) == (first.number, f"{first.number}.1")


def test_a_commission_carried_over_is_not_asked_for_twice(held: Year):
    given = held.give(1, DAYS[1])
    build(held, 2)
    (item,) = [row for row in held.items(2) if row.commission_id == given]
    carry_over.carry_over(held.work, item.id, on=True)
    build(held, 3)
    assert [row.origin for row in held.items(3) if row.commission_id == given] == [ItemOrigin.CARRIED_OVER]
    assert commission.listing(held.work)[0].number == "U1"


def test_a_finished_meeting_leaves_nothing_more(finished: Year):
    with refused(finished, FINISHED):
        carry_over.carry_over(finished.work, finished.items(1)[0].id, on=True)
