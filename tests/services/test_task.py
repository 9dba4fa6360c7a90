"""Tasks noted at a meeting, done, and told of in the minutes."""

from datetime import date

import pytest

from samverkan_desktop.services import agenda_order, minutes, place, task
from samverkan_desktop.services.place import Place
from samverkan_desktop.services.search import search
from samverkan_desktop.services.task import TaskRow
from tests.services.year import DAYS, FINISHED, FIRST, HOLDS_NUMBER, NUMBER, PERIOD, Year, refused

DAY_BEFORE = "Tiden ligger före mötet. Välj mötesdagen eller en senare."


def note(year: Year, **values: object) -> int:
    told: dict[str, object] = {"responsible": "Kvalitetschef", "due": DAYS[1]} | values
    return task.note(year.work, year.item(1), "Boka lokal", **told)  # type: ignore[arg-type]  as a form gives them


def only(year: Year) -> TaskRow:
    (row,) = task.listing(year.work)
    return row


def test_it_says_what_who_and_when(held: Year):
    note(held)
    row = only(held)
    assert (row.text, row.responsible, row.when) == ("Boka lokal", "Kvalitetschef", "2018-10-16")
    assert (row.item, row.noted_on, row.group, row.outcome) == ("En fråga", FIRST, "Styrgruppen", "pågår")


def test_the_time_may_be_words(held: Year):
    note(held, due="mars 2019")
    assert (only(held).due, only(held).when) == (date(2019, 3, 31), "mars 2019")


def test_no_time_is_needed(held: Year):
    note(held, due=None)
    assert (only(held).when, only(held).late) == ("", False)


@pytest.mark.parametrize(
    ("field", "message"),
    [("text", "Skriv vad som ska göras."), ("responsible", "Ange vem som gör uppgiften.")],
)
def test_what_is_missing_is_refused(held: Year, field: str, message: str):
    made, item = note(held), held.item(1)
    with refused(held, message, field=field):
        task.note(held.work, item, **({"text": "Boka", "responsible": "Rektor"} | {field: " "}))
    with refused(held, message, field=field):
        task.change(held.work, made, **{field: " "})


@pytest.mark.parametrize("field", ["text", "responsible", "due"])
def test_a_personal_number_is_refused(held: Year, field: str):
    made = note(held)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        task.change(held.work, made, **{field: f"Gäller {NUMBER}"})


def test_a_day_before_the_meeting_is_refused(held: Year):
    item = held.item(1)
    with refused(held, DAY_BEFORE, field="due"):
        task.note(held.work, item, "Boka", responsible="Rektor", due=date(2018, 9, 3))


def test_it_is_changed_while_the_minutes_are_open(held: Year):
    task.change(held.work, note(held), text="Boka sal", responsible="Rektor", due="ht 2018")
    row = only(held)
    assert (row.text, row.responsible, row.when) == ("Boka sal", "Rektor", "ht 2018")


def test_it_is_late_after_its_day(held: Year):
    note(held)
    held.at(date(2018, 10, 17))
    assert (only(held).late, only(held).outcome) == (True, "försenad")


def test_it_is_done_on_a_day_and_taken_up_again(held: Year):
    made = note(held)
    held.at(DAYS[1])
    task.done(held.work, made, date(2018, 10, 1))
    assert only(held).outcome == "klar 2018-10-01"
    assert task.listing(held.work, open_only=True) == ()
    task.not_done(held.work, made)
    assert only(held).outcome == "pågår"


def test_it_is_done_today_where_no_day_is_said(held: Year):
    task.done(held.work, note(held))
    assert only(held).done_on == FIRST


def test_it_cannot_be_done_before_it_was_noted_or_ahead_of_today(held: Year):
    made = note(held)
    with refused(held, "Uppgiften kan inte vara klar innan den gavs.", field="on"):
        task.done(held.work, made, date(2018, 9, 3))
    with refused(held, "ligger framåt i tiden", field="on"):
        task.done(held.work, made, DAYS[1])


def test_finished_minutes_are_not_touched_but_it_can_be_done(held: Year):
    made = note(held)
    held.finish(1)
    for tried in (
        lambda: task.change(held.work, made, text="Annat"),
        lambda: task.remove(held.work, made),
    ):
        with refused(held, FINISHED):
            tried()
    task.done(held.work, made)
    assert (only(held).locked, only(held).done_on) == (True, FIRST)


def test_it_can_be_taken_away(held: Year):
    task.remove(held.work, note(held))
    assert task.listing(held.work) == ()


def test_an_item_with_a_task_stays_on_the_agenda(held: Year):
    note(held)
    item_id = only(held).item_id
    with refused(held, "Punkten har beslut, uppgifter eller redovisningar. Ta bort dem först."):
        agenda_order.remove_item(held.work, item_id)


def test_only_those_of_a_group_are_listed(held: Year):
    crew = held.crew(1)
    note(held)
    assert task.listing(held.work, group_id=crew) == ()
    assert len(task.listing(held.work, agreement_id=1, group_id=held.group_id)) == 1


def test_the_minutes_say_who_what_and_when(held: Year):
    note(held, responsible="Rektor; Kurator")
    items = minutes.content(held.work, held.meeting(1)).items
    assert [(each.text, each.who, each.when) for item in items for each in item.tasks] == [
        ("Boka lokal", "Rektor, Kurator", "2018-10-16"),
    ]  # fmt: skip


def test_it_is_found_and_has_its_place(held: Year):
    made = note(held)
    (hit,) = search(held.work, "boka lokal")
    assert (hit.label, hit.target) == ("Uppgift", f"task:{made}")
    assert place.place(held.work, hit.target) == Place(1, held.group_id, PERIOD)
