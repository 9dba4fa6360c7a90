"""The last meeting of a working year: the last ordinary one; extra meetings after it do not matter."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samverkan_desktop.periods import Period
from samverkan_desktop.rules.facts import Facts, GroupFact, MeetingFact
from samverkan_desktop.rules.once import once
from samverkan_desktop.rules.years import has_ended
from samverkan_desktop.vocabulary import MeetingKind


class Occasion(StrEnum):
    """At which of a year's meetings something is to be done, as a preset writes it."""

    LAST_MEETING = "last_meeting"


class Stage(StrEnum):
    """How far the last meeting has come.

    It is unknown until the year has a plan, and missed when the year ended without any meeting held.
    """

    UNKNOWN = "unknown"
    AHEAD = "ahead"
    CALLED = "called"
    HELD = "held"
    MISSED = "missed"


@dataclass(frozen=True)
class LastMeeting:
    """The last meeting of a group's working year, as far as it is known."""

    stage: Stage
    meeting: MeetingFact | None = None


@once
def _planned(facts: Facts) -> frozenset[tuple[int, str]]:
    """Return the groups and working years that have a plan, if only a draft."""
    return frozenset((plan.group_id, plan.period) for plan in facts.plans)


def last_meeting(facts: Facts, group: GroupFact, period: Period, on: date) -> LastMeeting:
    """Return the last meeting of a working year as it is known on a day.

    While the year lasts it is the last one in the plan; afterwards the last one that was held.
    """
    meetings = facts.meetings_of(group.id, period.label, MeetingKind.ORDINARY)
    if has_ended(group, period, on):
        held = [meeting for meeting in meetings if meeting.held]
        return LastMeeting(Stage.HELD, held[-1]) if held else LastMeeting(Stage.MISSED)
    if not meetings or (group.id, period.label) not in _planned(facts):
        return LastMeeting(Stage.UNKNOWN)
    last = meetings[-1]
    if last.held:
        return LastMeeting(Stage.HELD, last)
    return LastMeeting(Stage.CALLED if last.called_on else Stage.AHEAD, last)
