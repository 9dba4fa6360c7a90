from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.register_facts import AreaFact, DirectionFact, LevelReportFact
from samverkan_desktop.vocabulary import AreaKind, Policy
from tests.rules.facts_factory import AFTER_LAST, YEAR, a_year, adding, altered, judged, obligation, verdict

BAN = obligation("individual_cases", {"policy": "ban"})
DAY = date(2018, 12, 1)
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
        (altered(a_year(), "board_matters", 1, title=TEXT), Status.BREACHED),
        (altered(a_year(), "board_matters", 1, texts=("Inget här.", TEXT)), Status.BREACHED),
        (adding(a_year(), "directions", DirectionFact(1, 3, 1, DAY, TEXT)), Status.BREACHED),
        (adding(a_year(), "level_reports", LevelReportFact(1, 1, 3, DAY, text=TEXT)), Status.BREACHED),
    ],
)
def test_no_text_holds_a_personal_identity_number(facts: Facts, status: Status):
    assert verdict(BAN, facts, AFTER_LAST, rule="R11").status is status


@pytest.mark.parametrize(("facts", "status"), [(a_year(), Status.FULFILLED), (FLAGGED, Status.BREACHED)])
def test_no_individual_case_is_on_an_agenda(facts: Facts, status: Status):
    assert verdict(BAN, facts, AFTER_LAST, rule="R12").status is status


def test_a_version_that_is_not_in_force_does_not_repeat_that_all_is_well():
    coming = Obligation(1, "individual_cases", "§ 1", "", {"policy": "ban"}, since=date(2019, 8, 1))
    assert judged(coming, a_year(), AFTER_LAST) == []


def test_the_number_itself_is_not_repeated():
    finding = verdict(BAN, altered(a_year(), "items", 1, texts=(TEXT,)), AFTER_LAST, rule="R11")
    assert NUMBER not in repr(finding)
    assert finding.message.startswith("Texten ser ut att innehålla ett personnummer.")


def test_the_item_and_its_meeting_are_the_evidence():
    finding = verdict(BAN, FLAGGED, AFTER_LAST, rule="R12")
    assert [(each.kind, each.id) for each in finding.evidence] == [("item", 2), ("meeting", 3)]
    assert finding.message == "Individärenden behandlas inte i styrgruppen. Hänvisa till närmsta chef."
    assert finding.period == YEAR


def test_the_group_is_called_by_its_own_name():
    named = altered(FLAGGED, "groups", 1, name="Ledningsgruppen Närvaro")
    finding = verdict(BAN, named, AFTER_LAST, rule="R12")
    assert finding.message.startswith("Individärenden behandlas inte i ledningsgruppen Närvaro.")


ALLOWED = obligation("individual_cases", {"policy": "allowed"})
CONSENT = obligation("individual_cases", {"policy": "consent_note"})
MEETING = 3
KEPT = "Diariet, socialförvaltningen"
CONSENTED = altered(FLAGGED, "items", 2, consent_on=DAY, consent_kept=KEPT)


def test_where_they_may_be_discussed_only_the_numbers_are_looked_for():
    found = judged(ALLOWED, FLAGGED, AFTER_LAST)
    assert [finding.rule for finding in found] == ["R11"]


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        (a_year(), Status.FULFILLED),
        (CONSENTED, Status.FULFILLED),
        (FLAGGED, Status.BREACHED),
        (altered(CONSENTED, "items", 2, consent_kept=" "), Status.BREACHED),
        (altered(CONSENTED, "items", 2, consent_on=date(2018, 12, 5)), Status.BREACHED),
    ],
)
def test_consent_is_noted_with_its_day_and_where_it_is_kept(facts: Facts, status: Status):
    assert verdict(CONSENT, facts, AFTER_LAST, rule="R12").status is status


def test_consent_may_be_asked_for_until_the_call_is_sent():
    planned = altered(FLAGGED, "meetings", MEETING, called_on=None, held=False)
    finding = verdict(CONSENT, planned, AFTER_LAST, rule="R12")
    assert (finding.status, finding.message) == (
        Status.AT_RISK,
        "Punkt 6 är ett individärende utan anteckning om samtycke.",
    )
    called = altered(planned, "meetings", MEETING, called_on=date(2018, 11, 27))
    assert verdict(CONSENT, called, AFTER_LAST, rule="R12").status is Status.BREACHED


def field(policy: Policy | None, facts: Facts = FLAGGED) -> Facts:
    area = AreaFact(77, AreaKind.FIELD, "oro", "Barn som far illa", policy=policy)
    return altered(adding(facts, "areas", area), "items", 2, area_id=77)


@pytest.mark.parametrize(
    ("demand", "facts", "statuses"),
    [
        (BAN, field(Policy.ALLOWED), [Status.FULFILLED]),
        (BAN, field(Policy.CONSENT_NOTE), [Status.BREACHED]),
        (BAN, field(Policy.CONSENT_NOTE, CONSENTED), [Status.FULFILLED]),
        (BAN, field(None), [Status.BREACHED]),
        (CONSENT, field(Policy.ALLOWED), [Status.FULFILLED]),
        (ALLOWED, field(Policy.BAN), [Status.BREACHED]),
        (ALLOWED, field(Policy.ALLOWED), []),
    ],
)
def test_the_policy_of_the_field_goes_before_the_groups(
    demand: Obligation, facts: Facts, statuses: list[Status]
):
    assert [each.status for each in judged(demand, facts, AFTER_LAST, rule="R12")] == statuses


def test_the_field_that_bans_them_is_named():
    finding = verdict(ALLOWED, field(Policy.BAN), AFTER_LAST, rule="R12")
    assert finding.message == (
        "Individärenden behandlas inte inom Barn som far illa. Hänvisa till närmsta chef."
    )


def test_personal_data_is_never_noted_whatever_the_policy():
    finding = verdict(CONSENT, CONSENTED, AFTER_LAST, rule="R12")
    assert finding.message.endswith("Namn och andra personuppgifter antecknas aldrig.")
    numbered = altered(CONSENTED, "items", 2, texts=(TEXT,))
    assert verdict(CONSENT, numbered, AFTER_LAST, rule="R11").status is Status.BREACHED
