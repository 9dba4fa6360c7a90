"""Every kind of obligation, in one table: adding a kind is one new module and one line here."""

from typing import Any

from samverkan_desktop.rules import (
    agreement_term,
    commission_brief,
    commission_report,
    designated_attendance,
    escalation,
    evaluation_report,
    excluded_scope,
    extra_meeting,
    follow_up,
    individual_cases,
    mandatory_items,
    meeting_call,
    meeting_frequency,
    minutes_distribution,
    named_responsible,
    party_representation,
    role_membership,
    role_parties,
    role_term,
    vacancy,
    work_group,
    year_plan,
)
from samverkan_desktop.rules.obligation import RuleKind

_ALL: tuple[RuleKind[Any], ...] = (
    agreement_term.KIND,
    commission_brief.KIND,
    commission_report.KIND,
    designated_attendance.KIND,
    escalation.KIND,
    evaluation_report.KIND,
    excluded_scope.KIND,
    extra_meeting.KIND,
    follow_up.KIND,
    individual_cases.KIND,
    mandatory_items.KIND,
    meeting_call.KIND,
    meeting_frequency.KIND,
    minutes_distribution.KIND,
    named_responsible.KIND,
    party_representation.KIND,
    role_membership.KIND,
    role_parties.KIND,
    role_term.KIND,
    vacancy.KIND,
    work_group.KIND,
    year_plan.KIND,
)

KINDS: dict[str, RuleKind[Any]] = {kind.name: kind for kind in _ALL}
