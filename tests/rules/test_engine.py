import re
import time
from datetime import date
from pathlib import Path

from samverkan_desktop.rules.engine import check
from samverkan_desktop.rules.finding import SEVERITY, Status
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.vocabulary import GroupKind
from tests.rules.facts_factory import AFTER_LAST, BEFORE_LAST, YEAR, a_year, obligation, without

ROLES = {"roles": ["convenor", "secretary"]}
STEERING = {
    "meeting_frequency": {"count": 6},
    "year_plan": {"decided_at": "last_meeting"},
    "mandatory_items": {"at": "last_meeting", "topics": ["year_plan", "follow_up"]},
    "designated_attendance": {},
    "party_representation": {},
    "role_parties": ROLES,
    "role_membership": ROLES,
    "role_term": {**ROLES, "term": "working_year"},
    "commission_brief": {"requires": ["how", "when"]},
    "commission_report": {},
    "named_responsible": {},
    "individual_cases": {"policy": "ban"},
    "agreement_term": {"warn_months": 12, "review": "Utvärdering"},
    "follow_up": {"every": 1, "at": "last_meeting"},
    "evaluation_report": {"boards": ["Socialnämnden"]},
    "extra_meeting": {},
    "vacancy": {},
    "meeting_call": {},
    "minutes_distribution": {},
    "minutes_kept": {},
    "role_function": {"role": "chair", "seats": ["F2"]},
    "seat_attendance": {},
    "escalation": {},
    "renegotiation": {},
    "signature": {},
    "excluded_scope": {"agreements": ["Överenskommelsen"]},
    "area_meetings": {"per": "working_year"},
    "activity_plan": {},
    "commitments": {},
    "expected_results": {"horizons": ["short", "long"]},
    "coverage": {"forms": ["compulsory"], "share": 100},
    "indicators": {},
    "standing_topics": {"topics": ["Avvikelser"]},
    "routine_review": {},
    "routine_dissemination": {},
    "support_material": {},
    "joint_activity": {"what": "gemensam utbildningsdag"},
    "deviation_reports": {"judgement": True},
    "joint_financing": {"boards": ["Socialnämnden"]},
    "union_negotiation": {},
    "board_decisions": {"boards": ["Socialnämnden"], "subject": "adoption"},
    "decision_distribution": {},
    "meeting_report": {"boards": ["Socialnämnden"]},
    "follow_up_report": {"boards": ["Socialnämnden"], "every": 1},
    "level_report": {"count": 1, "per": "working_year"},
    "directions": {},
    "yearly_deadline": {"what": "Uppföljning", "by": "06-15", "through": "follow_up"},
}
ALL = [
    *(obligation(kind, parameters) for kind, parameters in STEERING.items()),
    obligation(
        "work_group", {"requires": ["every_party", "decision", "need"]}, group_kind=GroupKind.WORK_GROUP
    ),
]
GOOD = {Status.FULFILLED, Status.UPCOMING, Status.NOT_DUE}


def test_every_kind_is_tried_here():
    assert {each.kind for each in ALL} == set(KINDS)


def test_a_year_as_agreed_has_nothing_amiss():
    amiss = [finding.message for finding in check(ALL, a_year(), AFTER_LAST) if finding.status not in GOOD]
    assert amiss == []


def test_worst_comes_first_then_rule_group_and_period():
    facts = without(a_year(), "items", 4)
    found = check(ALL, facts, AFTER_LAST)
    assert found[0].status is Status.BREACHED
    order = [(SEVERITY[each.status], each.rule, each.group, each.period) for each in found]
    assert order == sorted(order)


def test_every_finding_cites_its_clause():
    for finding in check(ALL, a_year(), AFTER_LAST):
        assert (finding.clause, finding.source, finding.obligation_id) == ("T99", "Ordagrant ur avtalet.", 9)
        assert finding.message


def test_what_is_amiss_says_what_would_mend_it():
    facts = without(a_year(), "items", 2, 3, 4, 5)
    for finding in check(ALL, facts, date(2019, 5, 22)):
        if finding.status is Status.BREACHED and finding.rule in {"R06", "R23"}:
            assert finding.mend


def test_what_happened_after_the_day_is_left_out_of_account():
    held = next(f for f in check(ALL, a_year(), BEFORE_LAST) if (f.rule, f.period) == ("R05", YEAR))
    assert (held.actual, held.status) == (5, Status.UPCOMING)


def test_an_obligation_without_a_group_concerns_every_group():
    found = check([obligation("vacancy", group="")], a_year(), AFTER_LAST)
    assert {finding.group for finding in found} == {"Styrgruppen", "Arbetsgrupp skolfrånvaro"}


def test_an_agreement_not_yet_begun_breaks_nothing():
    found = check(ALL, a_year(), date(2018, 6, 1))
    assert not [finding.message for finding in found if finding.status is Status.BREACHED]


def test_a_year_is_judged_in_a_few_milliseconds():
    facts = a_year()
    check(ALL, facts, AFTER_LAST)
    times = []
    for _ in range(5):
        started = time.perf_counter()
        check(ALL, facts, AFTER_LAST)
        times.append(time.perf_counter() - started)
    assert min(times) < 0.05


def test_the_manual_names_every_kind_and_every_rule():
    manual = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    rules = {finding.rule for on in (BEFORE_LAST, AFTER_LAST) for finding in check(ALL, a_year(), on)}
    assert rules <= set(re.findall(r"^\| (R\d\d) ", manual, re.MULTILINE))
    assert set(KINDS) == set(re.findall(r"^\| `(\w+)` \|", manual, re.MULTILINE))
