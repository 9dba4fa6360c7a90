from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import (
    agenda,
    commission,
    commission_content,
    commission_history,
    meeting,
    minutes,
)
from samverkan_desktop.vocabulary import CommissionStatus, ReportKind
from tests.services.year import DAYS, FINISHED, FIRST, HOLDS_NUMBER, LAST, NUMBER, Year, refused

HOW_AND_WHEN = "Ange hur och när uppdraget ska redovisas."


def give(year: Year, decided: int, **values: object) -> int:
    told: dict[str, object] = {
        "title": "Kartläggning", "responsible": "Kvalitetschef", "how": "Skriftlig rapport", "due": DAYS[4],
    } | values  # fmt: skip
    return commission.give(year.work, decided, str(told.pop("title")), **told)  # type: ignore[arg-type]  as a form gives them


def test_it_says_how_and_when(held: Year):
    held.give(1, DAYS[4], interim=(DAYS[2],), background="Frånvaron ökar.")
    (row,) = commission.listing(held.work)
    assert (row.number, row.title, row.decision, row.given_on) == ("U1", "Kartläggning", "2018/19-03", FIRST)
    assert (row.how, row.due, row.interim, row.first_due) == (
        "Skriftlig rapport", DAYS[4], (DAYS[2],), None,
    )  # fmt: skip
    assert (row.status, row.outcome, row.late) == (CommissionStatus.ONGOING, "pågår", False)
    assert held.statuses("R08") == [Status.FULFILLED]


@pytest.mark.parametrize("how", ["", "  "])
def test_without_how_it_is_refused(held: Year, how: str):
    decided = held.decide(1)
    with refused(held, HOW_AND_WHEN, field="how", rule="R08"):
        give(held, decided, how=how)


def test_without_when_it_is_refused(held: Year):
    decided = held.decide(1)
    with refused(held, HOW_AND_WHEN, field="due", rule="R08"):
        give(held, decided, due=None)


@pytest.mark.parametrize(
    ("field", "message"),
    [("title", "Ange vad uppdraget gäller."), ("responsible", "Ange vem som ansvarar för uppdraget.")],
)
def test_what_is_missing_is_refused(held: Year, field: str, message: str):
    decided = held.decide(1)
    with refused(held, message, field=field):
        give(held, decided, **{field: " "})


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"due": date(2018, 9, 3)}, "due", "Uppdraget kan inte redovisas innan det har getts."),
        ({"interim": (DAYS[4],)}, "interim", "Delredovisningen ska ligga före slutredovisningen."),
        ({"interim": (date(2018, 9, 3),)}, "interim", "Uppdraget kan inte delredovisas innan det har getts."),
    ],
)
def test_days_that_cannot_be_are_refused(held: Year, values: dict[str, object], field: str, message: str):
    decided = held.decide(1)
    with refused(held, message, field=field):
        give(held, decided, **values)


@pytest.mark.parametrize("field", ["title", "responsible", "how", "background", "number"])
def test_a_personal_number_is_refused(held: Year, field: str):
    decided = held.decide(1)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        give(held, decided, **{field: f"Gäller {NUMBER}"})


def test_a_number_is_given_once(held: Year):
    held.give(1, number="U7")
    decided = held.decide(1)
    with refused(held, "Det finns redan ett uppdrag U7.", field="number"):
        give(held, decided, number="U7")


def test_a_number_of_its_own_does_not_stop_the_next(held: Year):
    held.give(1, number="U2")
    held.give(1)
    held.give(1)
    assert [row.number for row in commission.listing(held.work)] == ["U2", "U3", "U4"]


def test_it_is_late_after_its_day(held: Year):
    held.give(1, DAYS[1])
    held.at(date(2018, 10, 17))
    (row,) = commission.listing(held.work)
    assert (row.late, row.outcome) == (True, "försenad")
    assert held.statuses("R09") == [Status.BREACHED]


def test_a_new_day_takes_a_decision(held: Year):
    given = held.give(1, DAYS[1])
    commission.new_date(held.work, given, DAYS[3], held.decide(2))
    (row,) = commission.listing(held.work)
    assert (row.due, row.first_due) == (DAYS[3], DAYS[1])
    assert [due.decision for due in commission_history.dues(held.work, given)] == ["2018/19-03", "2018/19-04"]


def test_a_new_day_before_the_decision_is_refused(held: Year):
    given, decided = held.give(1, DAYS[1]), held.decide(2)
    with refused(held, "Den nya dagen ligger före beslutet. Välj en senare dag.", field="due"):
        commission.new_date(held.work, given, FIRST, decided)


def test_what_is_reported_gets_no_new_day(held: Year):
    given = held.give(1, DAYS[1])
    commission.report(held.work, given, held.item(2))
    decided = held.decide(2)
    with refused(held, "Uppdraget är redan redovisat."):
        commission.new_date(held.work, given, LAST, decided)


@pytest.mark.parametrize(
    ("number", "outcome"), [(2, "redovisad i tid"), (3, "redovisad i tid"), (4, "redovisad för sent")]
)
def test_it_is_reported_in_time_or_late(held: Year, number: int, outcome: str):
    given = held.give(1, DAYS[2])
    commission.report(held.work, given, held.item(number), note="Föredrogs.")
    (row,) = commission.listing(held.work)
    assert (row.status, row.reported_on, row.outcome) == (
        CommissionStatus.REPORTED, DAYS[number - 1], outcome,
    )  # fmt: skip
    assert commission.listing(held.work, open_only=True) == ()
    (report,) = commission_history.reports(held.work, given)
    assert (report.kind, report.note, report.item) == (ReportKind.FINAL, "Föredrogs.", "En fråga")


def test_an_interim_report_leaves_it_open(held: Year):
    given = held.give(1, DAYS[4])
    commission.report(held.work, given, held.item(3), kind=ReportKind.INTERIM)
    assert [row.number for row in commission.listing(held.work, open_only=True)] == ["U1"]


def test_it_is_reported_finally_once(held: Year):
    given, item = held.give(1), held.item(2)
    commission.report(held.work, given, item)
    with refused(held, "Uppdraget är redan slutredovisat."):
        commission.report(held.work, given, item)


def test_it_is_not_reported_before_it_was_given(held: Year):
    given, item = held.give(2), held.item(1)
    with refused(held, "Uppdraget kan inte redovisas innan det har getts."):
        commission.report(held.work, given, item)


def test_a_personal_number_in_a_report_is_refused(held: Year):
    given, item = held.give(1), held.item(2)
    with refused(held, HOLDS_NUMBER, field="note", rule="R11"):
        commission.report(held.work, given, item, note=NUMBER)


def test_another_group_does_not_take_its_report(held: Year):
    given = held.give(1)
    other = meeting.schedule(held.work, held.crew(1), DAYS[1])
    item = agenda.add_item(held.work, other, "Fråga")
    with refused(held, "Uppdraget gavs av en annan grupp."):
        commission.report(held.work, given, item)


def test_reported_and_approved_are_two_states(held: Year):
    given = held.give(1)
    commission.report(held.work, given, held.item(2))
    commission.approve(held.work, given, held.decide(2))
    (row,) = commission.listing(held.work)
    assert (row.status, row.approved_by) == (CommissionStatus.APPROVED, "2018/19-04")


def test_what_is_not_reported_is_not_approved(held: Year):
    given, decided = held.give(1), held.decide(2)
    with refused(held, "Uppdraget är inte redovisat än. Redovisa det först."):
        commission.approve(held.work, given, decided)


def test_it_is_approved_once(held: Year):
    given = held.give(1)
    commission.report(held.work, given, held.item(2))
    commission.approve(held.work, given, held.decide(2))
    decided = held.decide(2)
    with refused(held, "Uppdraget är redan godkänt genom ett annat beslut."):
        commission.approve(held.work, given, decided)


def test_its_words_can_be_changed_while_the_minutes_are_open(held: Year):
    given = held.give(1)
    commission.change(held.work, given, title="Rutin ", how="Muntligt", responsible="F1; F5", background="")
    (row,) = commission.listing(held.work)
    assert (row.title, row.how, row.responsible) == ("Rutin", "Muntligt", "F1; F5")


@pytest.mark.parametrize("field", ["title", "how", "responsible"])
def test_its_words_cannot_be_emptied(held: Year, field: str):
    given = held.give(1)
    with refused(held, "Fältet får inte vara tomt.", field=field):
        commission.change(held.work, given, **{field: " "})


@pytest.mark.parametrize("field", ["title", "how", "responsible", "background"])
def test_a_personal_number_cannot_be_written_into_it(held: Year, field: str):
    given = held.give(1)
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        commission.change(held.work, given, **{field: NUMBER})


def test_nothing_of_it_changes_once_the_minutes_are_finished(held: Year):
    given, reported = held.give(1), held.give(1, FIRST)
    item = held.item(1)
    commission.report(held.work, reported, item)
    held.finish(1)
    for tried in (
        lambda: give(held, 3),
        lambda: commission.change(held.work, given, how="Muntligt"),
        lambda: commission.report(held.work, given, item),
        lambda: commission.new_date(held.work, given, LAST, 3),
        lambda: commission.approve(held.work, reported, 3),
    ):
        with refused(held, FINISHED):
            tried()


# --- A time in words (ST05) ---


def row_of(year: Year, identity: int) -> commission.CommissionRow:
    return next(each for each in commission.listing(year.work) if each.id == identity)


def test_it_may_be_due_in_a_quarter(held: Year):
    given = held.give(1, "under första kvartalet 2019")  # type: ignore[arg-type]  in words
    row = row_of(held, given)
    assert (row.due, row.due_words, row.when) == (
        date(2019, 3, 31),
        "första kvartalet 2019",
        "första kvartalet 2019",
    )
    assert held.statuses("R09", date(2019, 3, 31)) == [Status.AT_RISK]
    assert held.statuses("R09", date(2019, 4, 1)) == [Status.BREACHED]
    assert "första kvartalet 2019" in held.found("R09", date(2019, 4, 1))[0].message


def test_a_term_is_that_of_the_agreement(held: Year):
    assert row_of(held, held.give(1, "vt 2019")).due == date(2019, 6, 30)  # type: ignore[arg-type]  in words


def test_a_day_in_words_is_a_day(held: Year):
    row = row_of(held, held.give(1, "2019-03-26"))  # type: ignore[arg-type]  in words
    assert (row.due, row.due_words, row.when) == (DAYS[4], "", "2019-03-26")


@pytest.mark.parametrize(
    ("due", "message"),
    [
        ("så snart som möjligt", "Skriv en dag, ett kvartal, en månad eller en termin"),
        ("2019-02-30", "2019-02-30 är ingen dag."),
        ("första kvartalet 2018", "Uppdraget kan inte redovisas innan det har getts."),
    ],
)
def test_words_that_name_no_time_to_come_are_refused(held: Year, due: str, message: str):
    decided = held.decide(1)
    with refused(held, message, field="due"):
        give(held, decided, due=due)


def test_no_words_are_no_time(held: Year):
    decided = held.decide(1)
    with refused(held, "Ange hur och när uppdraget ska redovisas.", field="due", rule="R08"):
        give(held, decided, due="")


def test_a_new_time_may_be_in_words_too(held: Year):
    given = held.give(1, "hösten 2018")  # type: ignore[arg-type]  in words
    commission.new_date(held.work, given, "mars 2019", held.decide(2))
    row = row_of(held, given)
    assert (row.when, row.first_when) == ("mars 2019", "hösten 2018")
    assert (row.due, row.first_due) == (date(2019, 3, 31), date(2018, 12, 31))
    assert [each.when for each in commission_history.dues(held.work, given)] == ["hösten 2018", "mars 2019"]


def test_documents_print_the_words(held: Year):
    given = held.give(1, "första kvartalet 2019")  # type: ignore[arg-type]  in words
    assert commission_content.brief(held.work, given).when == "första kvartalet 2019"
    minuted = [c for item in minutes.content(held.work, held.meeting(1)).items for c in item.commissions]
    assert [each.when for each in minuted] == ["första kvartalet 2019"]
