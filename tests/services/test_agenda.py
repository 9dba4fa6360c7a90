import pytest

from samverkan_desktop.services import (
    agenda,
    agenda_order,
    attachment,
    attendance,
    commission,
    decision,
    meeting,
)
from samverkan_desktop.vocabulary import AttendanceStatus, ItemCategory, ItemKind, ItemOrigin, Topic
from tests.services.year import (
    CANCELLED,
    COORDINATION,
    DAYS,
    FINISHED,
    HOLDS_NUMBER,
    NUMBER,
    Year,
    refused,
    topic_item,
)

#: The ways a number is written; each is a number of nobody.
WRITTEN = (
    "19121212-1212", "191212121212", "121212-1212", "121212 1212", "1212121212", "19121212+1212",
    "121212–1212", "121272-1219", "19121272-1219", "191212721219",
)  # fmt: skip


def headings(year: Year, number: int) -> list[str]:
    return [item.heading for item in year.items(number)]


def test_an_item_comes_before_the_closing_ones(held: Year):
    agenda.add_item(held.work, held.meeting(1), "  Placerade barns skolgång  ")
    assert headings(held, 1)[-3:] == ["Placerade barns skolgång", "Övriga frågor", "Nästa möte"]


def test_an_item_says_what_it_is(held: Year):
    made = agenda.add_item(
        held.work, held.meeting(1), "Behov", kind=ItemKind.DECISION, category=ItemCategory.STRATEGY,
        presenter="Kvalitetschef", minutes=20, proposal="Arbetsgruppen utses.", position=1,
    )  # fmt: skip
    row = held.items(1)[0]
    assert (row.id, row.number, row.origin) == (made, "1", ItemOrigin.OWN)
    assert (row.kind, row.category, row.presenter) == (
        ItemKind.DECISION, ItemCategory.STRATEGY, "Kvalitetschef",
    )  # fmt: skip
    assert (row.minutes, row.proposal) == (20, "Arbetsgruppen utses.")


@pytest.mark.parametrize("heading", ["", " ", "\n\t"])
def test_an_item_without_a_heading_is_refused(held: Year, heading: str):
    with refused(held, "Ange vad punkten gäller.", field="heading"):
        agenda.add_item(held.work, held.meeting(1), heading)
    item = held.items(1)[0].id
    with refused(held, "Ange vad punkten gäller.", field="heading"):
        agenda.change_item(held.work, item, heading=heading)


@pytest.mark.parametrize("minutes", [0, -5])
def test_time_is_a_minute_or_more(held: Year, minutes: int):
    with refused(held, "Ange minst en minut, eller lämna tiden tom.", field="minutes"):
        agenda.add_item(held.work, held.meeting(1), "Fråga", minutes=minutes)
    item = held.items(1)[0].id
    with refused(held, "Ange minst en minut, eller lämna tiden tom.", field="minutes"):
        agenda.change_item(held.work, item, minutes=minutes)


@pytest.mark.parametrize("written", WRITTEN)
def test_a_personal_number_is_refused_however_it_is_written(held: Year, written: str):
    with refused(held, HOLDS_NUMBER, field="heading", rule="R11"):
        agenda.add_item(held.work, held.meeting(1), f"Ärende {written}.")


@pytest.mark.parametrize("field", ["heading", "presenter", "proposal"])
def test_a_personal_number_is_refused_in_every_text_of_a_new_item(held: Year, field: str):
    values = {"heading": "Fråga", field: f"Gäller {NUMBER}"}
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        agenda.add_item(held.work, held.meeting(1), **values)


@pytest.mark.parametrize("field", ["heading", "presenter", "proposal", "referred_agreement"])
def test_a_personal_number_is_refused_in_every_text_that_is_changed(held: Year, field: str):
    item = held.items(1)[0].id
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        agenda.change_item(held.work, item, **{field: f"Gäller {COORDINATION}"})


@pytest.mark.parametrize("text", ["Dnr 2018-12-04", "tel. 0410-733000", "121212-1213", "SN 2018/1212"])
def test_other_numbers_are_let_through(held: Year, text: str):
    assert agenda.add_item(held.work, held.meeting(1), text)


def test_notes_are_kept_but_warned_of_while_they_hold_a_number(held: Year):
    item = held.items(1)[0].id
    agenda.write_notes(held.work, item, f"Gäller {NUMBER}.")
    row = held.items(1)[0]
    assert row.notes == f"Gäller {NUMBER}."
    assert row.warning == (
        "Texten ser ut att innehålla ett personnummer. Ta bort det innan anteckningarna färdigställs."
    )
    agenda.write_notes(held.work, item, "Allt väl.")
    assert held.items(1)[0].warning == ""


def test_an_individual_case_is_refused_where_the_group_bans_them(held: Year):
    item = held.item(1, "Ett ärende")
    message = "Individärenden behandlas inte i styrgruppen. Hänvisa till närmsta chef."
    with refused(held, message, field="individual_case", rule="R12"):
        agenda.change_item(held.work, item, individual_case=True)


def test_an_item_can_be_referred_to_another_agreement(held: Year):
    item = held.item(1, "Första linjen")
    agenda.change_item(held.work, item, referred_agreement="avtalet om USSP")
    assert next(r for r in held.items(1) if r.id == item).referred_agreement == "avtalet om USSP"


@pytest.mark.parametrize(("position", "place"), [(1, 0), (2, 1), (0, 0), (-3, 0), (99, -1)])
def test_an_item_moves_to_its_place(held: Year, position: int, place: int):
    item = held.item(1)
    agenda_order.move_item(held.work, item, position)
    rows = held.items(1)
    assert rows[place].id == item
    assert [row.number for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def test_an_item_is_removed_with_its_papers_and_marks(held: Year):
    item = held.item(1, "Bort")
    attachment.attach(held.work, item, "Underlag")
    entry = attendance.rows(held.work, held.meeting(1))[0].id
    attendance.note(held.work, entry, AttendanceStatus.PRESENT, from_item_id=item, to_item_id=item)
    agenda_order.remove_item(held.work, item)
    assert "Bort" not in headings(held, 1)
    assert attachment.rows(held.work, held.meeting(1)) == ()
    assert attendance.rows(held.work, held.meeting(1))[0].from_item_id is None
    held.work.undo()
    assert "Bort" in headings(held, 1)
    assert attendance.rows(held.work, held.meeting(1))[0].to_item_id == item


def test_an_item_with_decisions_stays(held: Year):
    with refused(held, "Punkten har beslut, uppgifter eller redovisningar."):
        agenda_order.remove_item(held.work, topic_item(held, 1, Topic.ROLES))


def test_an_item_with_a_report_stays(held: Year):
    given = held.give(1)
    item = held.item(2)
    commission.report(held.work, given, item)
    with refused(held, "Punkten har beslut, uppgifter eller redovisningar."):
        agenda_order.remove_item(held.work, item)


def test_a_finished_agenda_is_not_touched(finished: Year):
    work, item = finished.work, finished.items(1)[0].id
    for tried in (
        lambda: agenda.add_item(work, finished.meeting(1), "Ny"),
        lambda: agenda.change_item(work, item, heading="Ny"),
        lambda: agenda.write_notes(work, item, "Nytt"),
        lambda: agenda_order.move_item(work, item, 2),
        lambda: agenda_order.remove_item(work, item),
        lambda: decision.take(work, item, "Nytt."),
    ):
        with refused(finished, FINISHED):
            tried()


def test_the_agenda_of_a_cancelled_meeting_is_not_touched(planned: Year):
    item, meeting_id = planned.item(1), planned.meeting(1)
    meeting.cancel(planned.work, meeting_id)
    for tried in (
        lambda: agenda.add_item(planned.work, meeting_id, "Ny"),
        lambda: agenda.write_notes(planned.work, item, "Nytt"),
        lambda: agenda_order.remove_item(planned.work, item),
        lambda: decision.take(planned.work, item, "Nytt."),
    ):
        with refused(planned, CANCELLED):
            tried()


def test_what_is_typed_in_one_go_is_undone_in_one_go(held: Year):
    item = held.items(1)[0].id
    for text in ("M", "Mö", "Möt"):
        agenda.write_notes(held.work, item, text)
    held.work.undo()
    assert held.items(1)[0].notes == ""


def test_what_is_typed_after_a_pause_is_undone_apart(held: Year):
    item = held.items(1)[0].id
    agenda.write_notes(held.work, item, "Först.")
    held.at(DAYS[0], 18)
    agenda.write_notes(held.work, item, "Först. Sedan.")
    held.work.undo()
    assert held.items(1)[0].notes == "Först."


def test_an_item_knows_its_meeting(held: Year):
    item = agenda.items(held.work, held.meeting(1))[0].id
    assert agenda.meeting_of(held.work, item) == held.meeting(1)
    assert agenda.meeting_of(held.work, 10_000) is None
