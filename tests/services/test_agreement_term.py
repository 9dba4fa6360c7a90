from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import AgreementChange, EvaluationOutcome
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import (
    agenda_builder,
    agreement,
    agreement_term,
    board_report,
    call,
    clause,
    obligation,
    year_plan,
)
from samverkan_desktop.services.agreement import ClauseRow
from samverkan_desktop.vocabulary import Topic
from tests.services.lock import lock
from tests.services.year import COMING, DAYS, HOLDS_NUMBER, LAST, NUMBER, PERIOD, Year, refused

ENDS, LATER = date(2021, 6, 30), date(2024, 6, 30)
SECOND_YEAR = date(2019, 7, 1)


def revised(year: Year, since: date = SECOND_YEAR) -> int:
    return agreement_term.revise(year.work, 1, since, "Fler möten behövs.")


def newest(year: Year, reference: str) -> ClauseRow:
    version = agreement_term.versions(year.work, 1)[-1].id
    return next(row for row in agreement.clauses(year.work, 1, version) if row.reference == reference)


def eight_meetings(year: Year) -> None:
    obligation.change_obligation(year.work, newest(year, "T14").obligations[0].id, {"count": 8})


# --- Versions ---


def test_an_adopted_agreement_has_one_version_in_force(adopted: Year):
    (row,) = agreement_term.versions(adopted.work, 1)
    assert (row.number, row.since, row.until) == (1, date(2018, 7, 1), None)
    assert (row.in_force, row.newest) == (True, True)


def test_a_revision_copies_every_clause_with_its_obligations(adopted: Year):
    lock(adopted, "T14")
    before = agreement.clauses(adopted.work, 1)
    version = revised(adopted)
    after = agreement.clauses(adopted.work, 1, version)
    assert [(c.reference, c.heading, c.text, c.locked) for c in after] == [
        (c.reference, c.heading, c.text, c.locked) for c in before
    ]
    assert [(o.kind, o.group, o.grade, o.parameters) for c in after for o in c.obligations] == [
        (o.kind, o.group, o.grade, o.parameters) for c in before for o in c.obligations
    ]
    assert not {c.id for c in after} & {c.id for c in before}


def test_the_version_before_ends_the_day_before(adopted: Year):
    revised(adopted)
    first, second = agreement_term.versions(adopted.work, 1)
    assert (first.until, first.in_force, first.newest) == (date(2019, 6, 30), True, False)
    assert (second.until, second.in_force, second.reason) == (None, False, "Fler möten behövs.")
    adopted.at(SECOND_YEAR)
    assert [row.in_force for row in agreement_term.versions(adopted.work, 1)] == [False, True]


def test_only_the_newest_version_is_written_in(adopted: Year):
    old = agreement.clauses(adopted.work, 1)[13]
    revised(adopted)
    with refused(adopted, "Stycket hör till en tidigare lydelse av avtalet."):
        clause.change_clause(adopted.work, old.id, text="Nytt.")
    with refused(adopted, "Stycket hör till en tidigare lydelse av avtalet."):
        obligation.change_obligation(adopted.work, old.obligations[0].id, {"count": 8})
    made = clause.add_clause(adopted.work, 1, "T28", "", "Nytt.")
    assert newest(adopted, "T28").id == made
    assert "T28" not in [row.reference for row in agreement.clauses(adopted.work, 1)]


def test_each_year_is_judged_by_the_version_in_force_when_it_began(planned: Year):
    revised(planned)
    eight_meetings(planned)
    assert year_plan.demanded(planned.work, planned.group_id, PERIOD) == 6
    assert year_plan.demanded(planned.work, planned.group_id, COMING) == 8
    planned.at(date(2019, 9, 1))
    asked = {f.period: f.required for f in planned.found("R05")}
    assert (asked[PERIOD], asked[COMING]) == (6, 8)


def test_the_agenda_has_what_the_version_of_its_day_demands(planned: Year):
    revised(planned, date(2018, 10, 1))
    clause.remove_clause(planned.work, newest(planned, "T18").id)
    for number in (1, 2):
        agenda_builder.build(planned.work, planned.meeting(number))
    assert Topic.ROLES in [item.topic for item in planned.items(1)]
    assert Topic.ROLES not in [item.topic for item in planned.items(2)]


def test_the_call_reminds_of_what_the_version_of_its_day_forbids(planned: Year):
    revised(planned, date(2018, 10, 1))
    clause.remove_clause(planned.work, newest(planned, "T10").id)
    reminded = "Individärenden behandlas inte i styrgruppen."
    assert reminded in call.content(planned.work, planned.meeting(1)).reminders
    assert reminded not in call.content(planned.work, planned.meeting(2)).reminders


@pytest.mark.parametrize(
    ("since", "reason", "sentence", "field"),
    [
        (SECOND_YEAR, " ", "Skriv varför avtalet revideras.", "reason"),
        (date(2018, 7, 1), "Skäl.", "Den senaste lydelsen gäller från 2018-07-01.", "since"),
        (date(2021, 7, 1), "Skäl.", "Avtalet gäller bara till 2021-06-30. Förläng det först.", "since"),
    ],
)
def test_a_revision_that_cannot_be_is_refused(
    adopted: Year, since: date, reason: str, sentence: str, field: str
):
    with refused(adopted, sentence, field=field):
        agreement_term.revise(adopted.work, 1, since, reason)


def test_a_revision_is_undone_whole(adopted: Year):
    revised(adopted)
    adopted.work.undo()
    assert len(agreement_term.versions(adopted.work, 1)) == 1


def test_a_revision_to_come_is_taken_back(adopted: Year):
    agreement_term.withdraw(adopted.work, revised(adopted))
    assert len(agreement_term.versions(adopted.work, 1)) == 1
    assert agreement_term.events(adopted.work, 1) == ()


def test_a_version_in_force_is_not_taken_back(adopted: Year):
    first = agreement_term.versions(adopted.work, 1)[0].id
    with refused(adopted, "Bara den senaste revideringen kan tas tillbaka."):
        agreement_term.withdraw(adopted.work, first)
    second = revised(adopted)
    adopted.at(SECOND_YEAR)
    with refused(adopted, "Lydelsen gäller sedan 2019-07-01. Revidera avtalet på nytt i stället."):
        agreement_term.withdraw(adopted.work, second)


# --- Prolonged ---


def evaluated(year: Year) -> None:
    year.at(date(2021, 6, 1))
    agreement.begin_evaluation(year.work, 1, date(2021, 3, 1))
    agreement.finish_evaluation(year.work, 1, date(2021, 5, 18), EvaluationOutcome.EXTENDED, "Gott.")
    agreement_term.prolong(year.work, 1, LATER, date(2021, 6, 1), "Beslut i båda nämnderna.")


def test_a_prolonged_agreement_is_to_be_evaluated_anew_by_its_new_end(adopted: Year):
    evaluated(adopted)
    row = agreement.head(adopted.work, 1)
    assert (row.ends, row.evaluated_on, row.evaluation_text) == (LATER, None, "")
    assert adopted.statuses("R19") == [Status.NOT_DUE]
    assert agreement.periods(adopted.work, 1)[-1] == "2023/2024"


def test_what_led_to_a_prolongation_stands_in_the_history(adopted: Year):
    evaluated(adopted)
    (event,) = agreement_term.events(adopted.work, 1)
    assert (event.kind, event.ends_before, event.ends_after) == (AgreementChange.PROLONGED, ENDS, LATER)
    assert (event.evaluated_on, event.evaluation_outcome, event.evaluation_text) == (
        date(2021, 5, 18), EvaluationOutcome.EXTENDED, "Gott.",
    )  # fmt: skip


def test_before_the_prolongation_the_old_end_was_what_counted(adopted: Year):
    evaluated(adopted)
    found = adopted.found("R19", date(2021, 5, 20))
    assert [(f.required, f.status) for f in found] == [("2021-06-30", Status.FULFILLED)]


def test_the_evaluation_is_reported_to_boards_after_the_prolongation_too(adopted: Year):
    evaluated(adopted)
    adopted.at(date(2021, 9, 20))
    board_report.report_evaluation(adopted.work, 1, "Socialnämnden", date(2021, 9, 15), "§ 85")
    told = {(f.period, f.required): f.status for f in adopted.found("R20") if f.required}
    assert told["2020/2021", "Socialnämnden"] is Status.FULFILLED
    assert told["2020/2021", "Bildningsnämnden"] is Status.AT_RISK
    assert told["2023/2024", "Socialnämnden"] is Status.NOT_DUE


def test_it_can_be_prolonged_until_further_notice(adopted: Year):
    agreement_term.prolong(adopted.work, 1, None, date(2018, 8, 1), "")
    row = agreement.head(adopted.work, 1)
    assert row.validity == "från 2018/2019, tills vidare"
    with refused(adopted, "Avtalet gäller redan tills vidare.", field="ends"):
        agreement_term.prolong(adopted.work, 1, LATER, date(2018, 8, 1), "")


def test_a_prolongation_that_shortens_is_refused(adopted: Year):
    with refused(adopted, "Avtalet gäller redan till 2021-06-30. Välj en senare dag.", field="ends"):
        agreement_term.prolong(adopted.work, 1, ENDS, date(2018, 8, 1), "")


def test_a_prolongation_is_not_decided_on_a_day_to_come(adopted: Year):
    with refused(adopted, "ligger framåt i tiden", field="day"):
        agreement_term.prolong(adopted.work, 1, LATER, LAST, "")


# --- Ended ---


def test_an_ended_agreement_has_no_years_after_its_last_day(adopted: Year):
    agreement_term.end(adopted.work, 1, date(2019, 6, 30), "Förvaltningarna slås ihop.")
    assert agreement.periods(adopted.work, 1) == ("2018/2019",)
    adopted.at(date(2020, 9, 1))
    assert {f.period for f in adopted.found("R05")} == {PERIOD}


def test_until_the_end_was_decided_the_agreement_was_to_go_on(adopted: Year):
    adopted.at(DAYS[3])
    agreement_term.end(adopted.work, 1, date(2019, 6, 30), "Förvaltningarna slås ihop.")
    assert [f.required for f in adopted.found("R19", DAYS[2])] == ["2021-06-30"]
    assert [f.required for f in adopted.found("R19", DAYS[4])] == ["2019-06-30"]


@pytest.mark.parametrize(
    ("day", "reason", "sentence", "field"),
    [
        (date(2019, 6, 30), "", "Skriv varför avtalet avslutas.", "reason"),
        (date(2018, 6, 30), "Skäl.", "Avtalet börjar gälla 2018-07-01.", "day"),
        (ENDS, "Skäl.", "Avtalet slutar redan gälla 2021-06-30.", "day"),
    ],
)
def test_an_end_that_cannot_be_is_refused(adopted: Year, day: date, reason: str, sentence: str, field: str):
    with refused(adopted, sentence, field=field):
        agreement_term.end(adopted.work, 1, day, reason)


def test_an_ended_agreement_is_not_prolonged(adopted: Year):
    agreement_term.end(adopted.work, 1, date(2019, 6, 30), "Skäl.")
    with refused(adopted, "Avtalet avslutades 2019-06-30 och kan inte förlängas.", field="ends"):
        agreement_term.prolong(adopted.work, 1, LATER, date(2018, 8, 1), "")


# --- Signed ---


def test_a_signature_is_noted_with_its_words(adopted: Year):
    agreement_term.sign(adopted.work, 1, " Åby den 20/8-18 ", date(2018, 8, 20))
    row = agreement.head(adopted.work, 1)
    assert (row.signed, row.signed_on) == ("Åby den 20/8-18", date(2018, 8, 20))


def test_a_signature_is_neither_of_a_day_to_come_nor_with_a_personal_number(adopted: Year):
    with refused(adopted, "ligger framåt i tiden", field="day"):
        agreement_term.sign(adopted.work, 1, "", LAST)
    with refused(adopted, HOLDS_NUMBER, field="words", rule="R11"):
        agreement_term.sign(adopted.work, 1, NUMBER, date(2018, 8, 20))
