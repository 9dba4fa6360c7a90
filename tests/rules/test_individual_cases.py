import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import AFTER_LAST, YEAR, a_year, altered, judged, obligation, verdict

BAN = obligation("individual_cases", {"policy": "ban"})
NUMBER = "811228-9874"
TEXT = f"Ärendet gäller {NUMBER}."
FLAGGED = altered(a_year(), "items", 2, individual_case=True)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (a_year(), Status.FULFILLED),
        (altered(a_year(), "items", 1, texts=("Inget här.", TEXT)), Status.BREACHED),
        (altered(a_year(), "items", 1, heading=TEXT), Status.BREACHED),
        (altered(a_year(), "decisions", 1, text=TEXT), Status.BREACHED),
        (altered(a_year(), "commissions", 1, title=TEXT), Status.BREACHED),
        (altered(a_year(), "commissions", 1, how=TEXT), Status.BREACHED),
        (altered(a_year(), "deviations", 1, description=TEXT), Status.BREACHED),
    ],
)
def test_no_text_holds_a_personal_identity_number(facts: Facts, status: Status):
    assert verdict(BAN, facts, AFTER_LAST, rule="R11").status is status


@pytest.mark.parametrize(("facts", "status"), [(a_year(), Status.FULFILLED), (FLAGGED, Status.BREACHED)])
def test_no_individual_case_is_on_an_agenda(facts: Facts, status: Status):
    assert verdict(BAN, facts, AFTER_LAST, rule="R12").status is status


def test_the_number_itself_is_not_repeated():
    finding = verdict(BAN, altered(a_year(), "items", 1, texts=(TEXT,)), AFTER_LAST, rule="R11")
    assert NUMBER not in repr(finding)
    assert finding.message.startswith("Texten ser ut att innehålla ett personnummer.")


def test_the_item_and_its_meeting_are_the_evidence():
    finding = verdict(BAN, FLAGGED, AFTER_LAST, rule="R12")
    assert [(each.kind, each.id) for each in finding.evidence] == [("item", 2), ("meeting", 3)]
    assert finding.message == "Individärenden behandlas inte i styrgruppen. Hänvisa till närmsta chef."
    assert finding.period == YEAR


@pytest.mark.parametrize("policy", ["consent_note", "allowed"])
def test_without_a_ban_only_the_numbers_are_looked_for(policy: str):
    found = judged(obligation("individual_cases", {"policy": policy}), FLAGGED, AFTER_LAST)
    assert [finding.rule for finding in found] == ["R11"]
