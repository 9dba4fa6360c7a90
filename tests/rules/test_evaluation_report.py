from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.rules.agreement_facts import EarlierTermFact
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import BoardMatterFact, BoardReportFact
from tests.rules.facts_factory import ENDS, a_year, adding, judged, obligation, verdict

BOARD = obligation("evaluation_report", {"boards": ["Socialnämnden"]}, group="")
REPORTED = date(2021, 9, 15)
OTHER = MatterSubject.FOLLOW_UP


def reported(
    board: str = "Socialnämnden", subject: MatterSubject = MatterSubject.EVALUATION
) -> BoardMatterFact:
    report = BoardReportFact(1, board, subject, "2020/2021", REPORTED)
    return BoardMatterFact(1, subject, "Utvärdering", "2020/2021", ENDS, reports=(report,))


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), ENDS, Status.NOT_DUE),
        (a_year(), date(2021, 7, 1), Status.AT_RISK),
        (a_year(), date(2023, 7, 1), Status.AT_RISK),
        (adding(a_year(), "board_matters", reported()), date(2021, 9, 1), Status.AT_RISK),
        (adding(a_year(), "board_matters", reported()), REPORTED, Status.FULFILLED),
        (adding(a_year(), "board_matters", reported("Annan nämnd")), REPORTED, Status.AT_RISK),
        (
            adding(a_year(), "board_matters", reported(subject=MatterSubject.FOLLOW_UP)),
            REPORTED,
            Status.AT_RISK,
        ),
    ],
)
def test_evaluation_is_reported_to_the_board(facts: Facts, on: date, status: Status):
    assert verdict(BOARD, facts, on).status is status


def test_each_board_has_a_finding_of_its_own():
    both = obligation("evaluation_report", {"boards": ["Socialnämnden", "Bildningsnämnden"]}, group="")
    found = judged(both, adding(a_year(), "board_matters", reported()), REPORTED)
    assert [finding.message for finding in found] == [
        "Utvärderingen är inte redovisad för Bildningsnämnden.",
        "Utvärderingen redovisades för Socialnämnden 2021-09-15.",
    ]


def test_an_agreement_without_an_end_has_no_finding():
    facts = a_year()
    endless = replace(facts, agreement=replace(facts.agreement, ends=None))
    assert judged(BOARD, endless, REPORTED) == []


LATER = date(2024, 6, 30)


def prolonged(*matters: BoardMatterFact) -> Facts:
    facts = a_year()
    first = EarlierTermFact(date(2021, 6, 1), ENDS, date(2021, 3, 1), date(2021, 5, 18))
    agreement = replace(facts.agreement, ends=LATER, earlier_terms=(first,))
    return replace(facts, agreement=agreement, board_matters=matters)


def test_an_agreement_evaluated_and_prolonged_is_reported_for_each_term():
    found = judged(BOARD, prolonged(reported()), date(2024, 7, 1))
    assert {(each.period, each.status) for each in found} == {
        ("2020/2021", Status.FULFILLED),
        ("2023/2024", Status.AT_RISK),
    }


def test_a_report_on_the_second_term_does_not_stand_for_the_first():
    late = replace(reported(), reports=(replace(reported().reports[0], reported_on=date(2024, 9, 1)),))
    found = judged(BOARD, prolonged(late), date(2024, 9, 1))
    assert {(each.period, each.status) for each in found} == {
        ("2020/2021", Status.AT_RISK),
        ("2023/2024", Status.FULFILLED),
    }


def test_a_term_prolonged_without_an_evaluation_has_none_to_report():
    facts = prolonged()
    term = replace(facts.agreement.earlier_terms[0], evaluated_on=None)
    found = judged(BOARD, replace(facts, agreement=replace(facts.agreement, earlier_terms=(term,))), LATER)
    assert [each.period for each in found] == ["2023/2024"]
