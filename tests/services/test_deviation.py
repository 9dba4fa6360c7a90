from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import (
    agenda_builder,
    agenda_order,
    agreement,
    deviation,
    meeting,
    obligation,
)
from samverkan_desktop.services.deviation import DeviationRow
from samverkan_desktop.vocabulary import EscalationGround
from tests.services.year import CANCELLED, DAYS, FINISHED, FIRST, HOLDS_NUMBER, NUMBER, Year, refused

DAY = FIRST


def row(year: Year, number: str = "A1") -> DeviationRow:
    return next(row for row in deviation.listing(year.work) if row.number == number)


def raised(year: Year) -> int:
    made = year.deviate(DAY)
    deviation.escalate(year.work, made, DAY, EscalationGround.PRINCIPLE, year.group_id)
    return made


def test_they_are_numbered_and_the_newest_comes_first(held: Year):
    held.deviate(DAY)
    held.deviate(DAY)
    assert [each.number for each in deviation.listing(held.work)] == ["A2", "A1"]
    assert row(held).outcome == "hos närmsta chef"


@pytest.mark.parametrize("field", ["reported_by", "arose_in", "line_manager", "description"])
def test_what_is_missing_is_refused(held: Year, field: str):
    messages = {
        "line_manager": "Ange närmsta chef i den verksamhet där bristen uppstod.",
        "description": "Beskriv vad som brast, utan namn och personnummer.",
    }
    with refused(held, messages.get(field, "Fyll i fältet, utan namn på personer."), field=field):
        held.deviate(DAY, **{field: " "})


@pytest.mark.parametrize("field", ["reported_by", "arose_in", "line_manager", "description"])
def test_a_personal_number_is_refused(held: Year, field: str):
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        held.deviate(DAY, **{field: f"Gäller {NUMBER}"})


def test_a_day_to_come_is_refused(held: Year):
    with refused(held, "2018-09-05 ligger framåt i tiden.", field="reported_on"):
        held.deviate(date(2018, 9, 5))


def test_the_line_manager_handles_it(held: Year):
    made = held.deviate(DAY)
    deviation.handle(held.work, made, DAY, " Rutinen gicks igenom. ")
    assert (row(held).outcome, row(held).handling) == ("hanterad 2018-09-04", "Rutinen gicks igenom.")


def test_it_is_neither_handled_nor_raised_before_it_was_reported(held: Year):
    made = held.deviate(DAY)
    before = date(2018, 9, 3)
    message = "Dagen ligger före 2018-09-04, då avvikelsen rapporterades."
    with refused(held, message, field="day"):
        deviation.handle(held.work, made, before)
    with refused(held, message, field="day"):
        deviation.escalate(held.work, made, before, EscalationGround.GENERAL, held.group_id)


def test_it_is_neither_handled_nor_raised_in_days_to_come(held: Year):
    made = held.deviate(DAY)
    with refused(held, "ligger framåt i tiden", field="day"):
        deviation.handle(held.work, made, DAYS[1])
    with refused(held, "ligger framåt i tiden", field="day"):
        deviation.escalate(held.work, made, DAYS[1], EscalationGround.GENERAL, held.group_id)


def test_a_personal_number_in_the_handling_is_refused(held: Year):
    made = held.deviate(DAY)
    with refused(held, HOLDS_NUMBER, field="handling", rule="R11"):
        deviation.handle(held.work, made, DAY, NUMBER)


def test_it_is_raised_once(held: Year):
    made = raised(held)
    assert row(held).outcome == "lyft 2018-09-04, väntar på dagordning"
    with refused(held, "Frågan är redan lyft."):
        deviation.escalate(held.work, made, DAY, EscalationGround.GENERAL, held.group_id)


def test_it_stands_on_one_agenda(held: Year):
    made = raised(held)
    item = deviation.put_on_agenda(held.work, made, held.meeting(2))
    assert (row(held).item_id, row(held).meeting_id) == (item, held.meeting(2))
    assert row(held).outcome == "lyft 2018-09-04, på dagordningen"
    other = held.meeting(3)
    with refused(held, "Frågan står redan på en dagordning."):
        deviation.put_on_agenda(held.work, made, other)


def test_what_is_not_raised_does_not_come_on_an_agenda(held: Year):
    made = held.deviate(DAY)
    with refused(held, "Avvikelsen är inte lyft till gruppen. Lyft den först."):
        deviation.put_on_agenda(held.work, made, held.meeting(2))


def test_it_comes_on_the_agenda_of_the_group_it_was_raised_with(held: Year):
    made = raised(held)
    other = meeting.schedule(held.work, held.crew(1), DAYS[1])
    with refused(held, "Frågan är lyft till en annan grupp.", field="meeting_id"):
        deviation.put_on_agenda(held.work, made, other)


def test_it_does_not_come_on_a_closed_agenda(finished: Year):
    made = raised(finished)
    with refused(finished, FINISHED):
        deviation.put_on_agenda(finished.work, made, finished.meeting(1))
    cancelled = finished.meeting(2)
    meeting.cancel(finished.work, cancelled)
    with refused(finished, CANCELLED):
        deviation.put_on_agenda(finished.work, made, cancelled)


def test_taken_off_the_agenda_it_waits_again(held: Year):
    made = raised(held)
    agenda_order.remove_item(held.work, deviation.put_on_agenda(held.work, made, held.meeting(2)))
    assert row(held).outcome == "lyft 2018-09-04, väntar på dagordning"
    assert deviation.put_on_agenda(held.work, made, held.meeting(3))


def test_a_cancelled_meeting_takes_nothing_up(held: Year):
    made = raised(held)
    deviation.put_on_agenda(held.work, made, held.meeting(2))
    meeting.cancel(held.work, held.meeting(2))
    assert row(held).item_id is None
    assert deviation.put_on_agenda(held.work, made, held.meeting(2))


def test_a_question_left_out_of_the_next_meeting_is_told_of(held: Year):
    raised(held)
    agenda_builder.build(held.work, held.meeting(2))
    assert held.statuses("R23", date(2018, 10, 15)) != [Status.BREACHED]
    agenda_order.remove_item(held.work, next(i.id for i in held.items(2) if i.deviation_id))
    assert held.statuses("R23", date(2018, 10, 17))[0] in (Status.BREACHED, Status.AT_RISK)


def test_a_report_is_put_right(held: Year):
    made = held.deviate(DAY)
    deviation.change(held.work, made, arose_in=" IFO ", reported_on=date(2018, 9, 3))
    assert (row(held).arose_in, row(held).reported_on) == ("IFO", date(2018, 9, 3))


@pytest.mark.parametrize("field", ["reported_by", "arose_in", "line_manager", "description"])
def test_a_report_is_not_put_wrong(held: Year, field: str):
    made = held.deviate(DAY)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        deviation.change(held.work, made, **{field: NUMBER})
    with refused(held, "", field=field):
        deviation.change(held.work, made, **{field: " "})


def test_a_report_is_not_made_after_what_was_done_with_it(held: Year):
    made = raised(held)
    held.at(DAYS[1])
    with refused(held, "Avvikelsen hanterades eller lyftes 2018-09-04.", field="reported_on"):
        deviation.change(held.work, made, reported_on=DAYS[1])


def test_a_report_made_by_mistake_is_taken_away(held: Year):
    made = held.deviate(DAY)
    deviation.remove(held.work, made)
    assert deviation.listing(held.work) == ()
    made = raised(held)
    with refused(held, "Avvikelsen är hanterad eller lyft och finns därför kvar."):
        deviation.remove(held.work, made)


def test_no_more_is_asked_than_the_agreement_needs(held: Year):
    (escalation,) = [
        each
        for clause in agreement.clauses(held.work, 1)
        for each in clause.obligations
        if each.kind == "escalation"
    ]
    obligation.remove_obligation(held.work, escalation.id)
    deviation.report(
        held.work, 1, reported_on=DAY, reported_by="Förskola", description="Oklart vem som kallar."
    )
    assert (row(held).outcome, row(held).arose_in) == ("rapporterad", "")
    with refused(held, "Fyll i fältet, utan namn på personer.", field="reported_by"):
        deviation.report(held.work, 1, reported_on=DAY, reported_by="", description="Oklart.")
