"""What is amiss at one meeting while it is held: of its own, not of the year's.

Source: T06, T10, T13, T24, S16, ST14, by the rules of each (R06, R07, R11, R12, R26, R31).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules import designated_attendance, engine, individual_cases, mandatory_items
from samverkan_desktop.rules import party_representation as parties
from samverkan_desktop.rules import seat_attendance as seats
from samverkan_desktop.rules.facts import Facts, MeetingFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.wording import listed

#: Kinds that are judged by what is known of the meeting alone, and those that need the year around it.
_ALONE = (individual_cases.KIND.name, parties.KIND.name, seats.KIND.name)
_IN_ITS_YEAR = (designated_attendance.KIND.name, mandatory_items.KIND.name)
#: Rules about who was there, which say nothing until everybody has been noted.
_ABOUT_PRESENCE = ("R07", "R26", "R31")


def amiss(
    obligations: Iterable[Obligation], facts: Facts, meeting_id: int, on: date, *, noted: bool
) -> tuple[Finding, ...]:
    """Return what a meeting that is held breaks, or risks to, worst first.

    Args:
        obligations: what the agreement demands.
        facts: all that is known.
        meeting_id: the meeting.
        on: the day to judge on.
        noted: whether it is noted of everybody who was called how they were there.
    """
    meeting = next((each for each in facts.meetings if each.id == meeting_id), None)
    if meeting is None:
        return ()
    in_force = [each for each in obligations if each.covers(meeting.day)]
    only, year = _divided(in_force)
    alone = _alone(facts, meeting)
    found = [*engine.check(only, alone, on), *engine.check(year, facts, on)]
    about = {("meeting", meeting_id), *(("item", item.id) for item in facts.items_of(meeting_id))}
    return tuple(
        _brief(finding, meeting, facts)
        for finding in found
        if finding.status in (Status.BREACHED, Status.AT_RISK)
        and (noted or finding.rule not in _ABOUT_PRESENCE)
        and about & {(each.kind, each.id) for each in finding.evidence}
    )


def _divided(obligations: Iterable[Obligation]) -> tuple[list[Obligation], list[Obligation]]:
    """Return those that are judged by the meeting alone, and those by its year."""
    only, year = [], []
    for each in obligations:
        last = each.parameters.get("at") == seats.Meetings.LAST_MEETING.value
        if each.kind in _IN_ITS_YEAR or (each.kind == seats.KIND.name and last):
            year.append(each)
        elif each.kind in _ALONE:
            only.append(each)
    return only, year


def _alone(facts: Facts, meeting: MeetingFact) -> Facts:
    """Return the facts as if there were no other meeting, and nothing outside of meetings."""
    return replace(
        facts,
        meetings=(meeting,),
        items=facts.items_of(meeting.id),
        attendances=facts.attendances_of(meeting.id),
        decisions=tuple(each for each in facts.decisions if each.meeting_id == meeting.id),
        commissions=tuple(each for each in facts.commissions if each.given_on == meeting.day),
        deviations=(),
        board_matters=(),
        directions=(),
        level_reports=(),
    )


def _brief(finding: Finding, meeting: MeetingFact, facts: Facts) -> Finding:
    """Return a finding with its sentence as short as it can be said of one meeting."""
    if finding.rule == "R26":
        return replace(finding, message=tr("Ingen företräder {parties}.", parties=_missing(meeting, facts)))
    absent = [each.label for each in finding.evidence if each.kind == "seat"]
    if finding.rule == "R31" and absent:
        return replace(finding, message=tr("Ej närvarande: {functions}.", functions=listed(absent)))
    return finding


def _missing(meeting: MeetingFact, facts: Facts) -> str:
    return listed(parties.missing(meeting, facts))
