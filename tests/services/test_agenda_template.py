"""A group keeps an agenda as a template, and builds others of it."""

import pytest

from samverkan_desktop.services import agenda, agenda_builder, agenda_order, agenda_template, inbox, meeting
from samverkan_desktop.vocabulary import ItemKind, ItemOrigin, Topic
from tests.services.year import DAYS, FINISHED, HOLDS_NUMBER, NUMBER, Year, refused, topic_item


@pytest.fixture
def kept(held: Year) -> int:
    """A template of the second meeting's agenda: two questions, one under the other, and what stands."""
    inbox.submit(held.work, held.group_id, "Ny fråga", "Rektor")
    agenda_builder.build(held.work, held.meeting(2))
    item = agenda.add_item(
        held.work, held.meeting(2), "Läget i verksamheterna", kind=ItemKind.DISCUSSION,
        presenter="Kvalitetschef", minutes=20, proposal="Läget noteras.",
    )  # fmt: skip
    agenda.write_notes(held.work, item, "Mycket att göra.")
    under = held.item(2, "Bemanning")
    agenda_order.nest_item(held.work, under)
    agenda.change_item(held.work, topic_item(held, 2, Topic.OTHER_BUSINESS), minutes=5)
    return agenda_template.save(held.work, held.meeting(2), " Vanligt möte ")


def shown(year: Year, number: int) -> list[str]:
    return [f"{row.number} {row.heading}" for row in year.items(number)]


def test_it_is_listed_by_name_with_how_much_it_holds(held: Year, kept: int):
    agenda_template.save(held.work, held.meeting(2), "Annat")
    rows = agenda_template.listing(held.work, held.group_id)
    assert [(row.name, row.items) for row in rows] == [("Annat", 8), ("Vanligt möte", 8)]


def test_an_agenda_is_built_of_it_with_what_belongs_there(held: Year, kept: int):
    assert agenda_template.use(held.work, kept, held.meeting(3)) == 8
    assert shown(held, 3) == [
        "1 Mötet öppnas, närvaro", "2 Godkännande av dagordning", "3 Föregående minnesanteckningar",
        "4 Uppföljning av beslut och uppdrag", "5 Läget i verksamheterna", "5.1 Bemanning",
        "6 Övriga frågor", "7 Nästa möte",
    ]  # fmt: skip


def test_items_have_everything_but_what_was_said(held: Year, kept: int):
    agenda_template.use(held.work, kept, held.meeting(3))
    row = next(each for each in held.items(3) if each.heading == "Läget i verksamheterna")
    assert (row.kind, row.presenter, row.minutes) == (ItemKind.DISCUSSION, "Kvalitetschef", 20)
    assert (row.proposal, row.notes, row.origin) == ("Läget noteras.", "", ItemOrigin.OWN)


def test_what_is_there_already_is_filled_in_and_never_written_over(held: Year, kept: int):
    agenda.add_item(held.work, held.meeting(3), "Läget i verksamheterna", minutes=45)
    agenda_template.use(held.work, kept, held.meeting(3))
    rows = {each.heading: each for each in held.items(3)}
    assert (rows["Läget i verksamheterna"].minutes, rows["Läget i verksamheterna"].presenter) == (
        45, "Kvalitetschef",
    )  # fmt: skip
    assert rows["Övriga frågor"].minutes == 5
    assert agenda_template.use(held.work, kept, held.meeting(3)) == 0


def test_it_is_used_in_one_step_that_is_undone_in_one(held: Year, kept: int):
    agenda_template.use(held.work, kept, held.meeting(3))
    held.work.undo()
    assert held.items(3) == ()


def test_what_belongs_to_one_meeting_is_left_behind(held: Year, kept: int):
    inbox.decline(held.work, inbox.submit(held.work, held.group_id, "Annan fråga", "Rektor"), "Nej.")
    agenda_template.use(held.work, kept, held.meeting(3))
    assert not any("Ny fråga" in heading for heading in shown(held, 3))


def test_it_is_renamed_and_taken_away(held: Year, kept: int):
    agenda_template.rename(held.work, kept, "Kort möte")
    assert [row.name for row in agenda_template.listing(held.work, held.group_id)] == ["Kort möte"]
    agenda_template.rename(held.work, kept, "kort möte")
    agenda_template.remove(held.work, kept)
    assert agenda_template.listing(held.work, held.group_id) == ()
    held.work.undo()
    assert agenda_template.use(held.work, kept, held.meeting(3)) == 8


def test_a_name_that_will_not_do_is_refused(held: Year, kept: int):
    for name, sentence in (
        ("  ", "Ange vad mallen ska heta."),
        ("vanligt möte", "Gruppen har redan en mall med det namnet."),
        (f"Mall {NUMBER}", HOLDS_NUMBER),
    ):
        with refused(held, sentence, field="name", rule="R11" if NUMBER in name else None):
            agenda_template.save(held.work, held.meeting(2), name)


def test_an_empty_agenda_is_no_template(held: Year):
    with refused(held, "Dagordningen har inga punkter att spara i en mall."):
        agenda_template.save(held.work, held.meeting(4), "Tom")


def test_another_groups_template_is_refused(held: Year, kept: int):
    crew = held.crew(1)
    made = meeting.schedule(held.work, crew, DAYS[2])
    with refused(held, "Mallen hör till en annan grupp."):
        agenda_template.use(held.work, kept, made)


def test_a_finished_agenda_is_not_built_of_one(finished: Year):
    agenda_builder.build(finished.work, finished.meeting(2))
    made = agenda_template.save(finished.work, finished.meeting(2), "Mall")
    with refused(finished, FINISHED):
        agenda_template.use(finished.work, made, finished.meeting(1))
