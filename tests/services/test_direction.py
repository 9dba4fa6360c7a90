from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agenda, agenda_builder, decision, direction, inbox, meeting
from samverkan_desktop.services.direction import DirectionRow
from samverkan_desktop.vocabulary import ItemKind, ItemOrigin
from tests.services.levels import above
from tests.services.registers import AGREEMENT, demand
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused

TEXT = "Se över vägen in till stöd."


@pytest.fixture
def top(planned: Year) -> int:
    """A group above the steering group, in the middle of September."""
    made = above(planned)
    planned.at(date(2018, 9, 10))
    return made


def give(year: Year, superior: int, **values: object) -> int:
    return direction.give(year.work, superior, year.group_id, TEXT, **values)  # type: ignore[arg-type]  as a form gives them


def rows(year: Year) -> tuple[DirectionRow, ...]:
    return direction.listing(year.work, AGREEMENT)


def test_a_direction_lands_in_the_receivers_inbox(planned: Year, top: int):
    made = give(planned, top, kind=ItemKind.DECISION)
    (matter,) = inbox.matters(planned.work)
    assert (matter.group_id, matter.sender, matter.title, matter.text, matter.kind) == (
        planned.group_id, "2+2-mötet", "Styrning från 2+2-mötet", TEXT, ItemKind.DECISION,
    )  # fmt: skip
    assert matter.direction_id == made


def test_the_agenda_says_where_it_came_from(planned: Year, top: int):
    give(planned, top, title="Vägen in")
    agenda_builder.build(planned.work, planned.meeting(2))
    item = next(each for each in planned.items(2) if each.origin is ItemOrigin.DIRECTION)
    assert (item.heading, item.origin_text) == ("Vägen in", "styrning från 2+2-mötet")
    (shown,) = rows(planned)
    assert (shown.meeting_id, shown.meeting_day) == (planned.meeting(2), DAYS[1])


def test_it_can_be_taken_up_by_hand(planned: Year, top: int):
    give(planned, top)
    (matter,) = inbox.matters(planned.work)
    item = inbox.take_up(planned.work, matter.id, planned.meeting(2))
    assert next(each for each in planned.items(2) if each.id == item).origin is ItemOrigin.DIRECTION


def test_what_the_receiver_declines_is_told_with_its_reason(planned: Year, top: int):
    give(planned, top)
    inbox.decline(planned.work, inbox.matters(planned.work)[0].id, "Regleras i annat avtal")
    assert rows(planned)[0].declined == "Regleras i annat avtal"


def test_a_direction_reaches_the_agenda_by_the_next_meeting(planned: Year, top: int):
    demand(planned, "directions")
    give(planned, top)
    assert planned.statuses("R49") == [Status.AT_RISK]
    agenda_builder.build(planned.work, planned.meeting(2))
    assert planned.statuses("R49") == [Status.UPCOMING]
    meeting.cancel(planned.work, planned.meeting(2))
    assert planned.statuses("R49") == [Status.AT_RISK]


def test_a_direction_from_a_decision_is_of_its_day(planned: Year, top: int):
    planned.at(date(2018, 10, 5))
    called = meeting.schedule(planned.work, top, date(2018, 9, 20))
    item = agenda.add_item(planned.work, called, "Vägen in")
    planned.at(date(2018, 9, 20), 16)
    meeting.begin(planned.work, called)
    chosen = decision.take(planned.work, item, "Ses över.")
    planned.at(date(2018, 10, 5))
    give(planned, top, decision_id=chosen)
    (shown,) = rows(planned)
    assert (shown.given_on, shown.decision_id) == (date(2018, 9, 20), chosen)
    assert shown.decision
    with refused(planned, "vilar på beslutet"):
        decision.remove(planned.work, chosen)


def test_a_direction_that_cannot_be_is_refused(planned: Year, top: int):
    with refused(planned, "Skriv vad styrningen går ut på.", field="text"):
        direction.give(planned.work, top, planned.group_id, " ")
    with refused(planned, HOLDS_NUMBER, field="text", rule="R11"):
        direction.give(planned.work, top, planned.group_id, NUMBER)
    with refused(planned, "2+2-mötet svarar inte inför Styrgruppen.", field="superior_id"):
        direction.give(planned.work, planned.group_id, top, TEXT)
    with refused(planned, "ligger framåt i tiden", field="given_on"):
        give(planned, top, given_on=DAYS[1])


def test_another_groups_decision_is_refused(held: Year):
    top, chosen = above(held), held.decide(1)
    with refused(held, "Välj ett beslut av den grupp som ger styrningen.", field="decision_id"):
        give(held, top, decision_id=chosen)


def test_a_direction_is_corrected_in_the_inbox_too(planned: Year, top: int):
    made = give(planned, top)
    direction.change(planned.work, made, text="Se över allt.")
    assert (rows(planned)[0].text, inbox.matters(planned.work)[0].text) == ("Se över allt.", "Se över allt.")
    with refused(planned, HOLDS_NUMBER, field="text", rule="R11"):
        direction.change(planned.work, made, text=NUMBER)


def test_a_direction_is_taken_back_while_it_is_on_no_agenda(planned: Year, top: int):
    made = give(planned, top)
    agenda_builder.build(planned.work, planned.meeting(2))
    with refused(planned, "Styrningen står på en dagordning."):
        direction.withdraw(planned.work, made)
    planned.work.undo()
    direction.withdraw(planned.work, made)
    assert (rows(planned), inbox.matters(planned.work)) == ((), ())


def test_directions_are_listed_by_who_gave_and_who_received_them(planned: Year, top: int):
    other = above(planned, "Ledningsgruppen")
    give(planned, top)
    give(planned, other)
    listed = direction.listing(planned.work, AGREEMENT, superior_id=other)
    assert [each.superior for each in listed] == ["Ledningsgruppen"]
    assert len(direction.listing(planned.work, AGREEMENT, group_id=planned.group_id)) == 2
    assert direction.listing(planned.work, AGREEMENT, group_id=top) == ()
