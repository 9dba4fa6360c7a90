"""That the last meeting of the year takes up what the agreement demands (R06). Source: T15, T24."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact
from samverkan_desktop.rules.finding import Finding, Status
from samverkan_desktop.rules.last_meeting import LastMeeting, Occasion, Stage, last_meeting
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.skipped import is_skipped, told
from samverkan_desktop.rules.wording import shall, topic_name
from samverkan_desktop.rules.years import years_of
from samverkan_desktop.vocabulary import Grade, Topic


@dataclass(frozen=True)
class MandatoryItems:
    """Parameters.

    Args:
        at: which of the year's meetings is to have them.
        topics: the questions, known by topic whatever their headings say. The plan of a coming year is
            not asked for in the agreement's last one.
    """

    at: Occasion
    topics: tuple[Topic, ...]

    def __post_init__(self) -> None:
        not_empty("topics", self.topics)


def _status(stage: Stage, *, present: bool) -> Status:
    match stage:
        case Stage.UNKNOWN:
            return Status.NOT_DUE
        case Stage.AHEAD:
            return Status.UPCOMING
        case Stage.CALLED | Stage.HELD if present:
            return Status.FULFILLED
        case _:
            return Status.BREACHED


def _message(last: LastMeeting, topic: str, period: str, grade: Grade, *, present: bool) -> str:
    if last.stage is Stage.UNKNOWN:
        return tr(
            "Sista mötet {period} är inte planerat än; det {shall} ha punkten {topic}.",
            period=period,
            shall=shall(grade),
            topic=topic,
        )
    if last.stage is Stage.MISSED:
        return tr(
            "Inget ordinarie möte hölls {period}, så punkten {topic} togs inte upp.",
            period=period,
            topic=topic,
        )
    if present:
        return tr("Sista mötet har punkten {topic}.", topic=topic)
    if last.stage is Stage.AHEAD:
        return tr("Sista mötet {shall} ha punkten {topic}.", shall=shall(grade), topic=topic)
    return tr("Sista mötet saknar punkten {topic}.", topic=topic)


def _finding(
    obligation: Obligation, topic: Topic, facts: Facts, group: GroupFact, period: Period, on: date
) -> Finding:
    last = last_meeting(facts, group, period, on)
    name = topic_name(topic, facts.agreement.calendar.working_year, facts.agreement.said)
    meeting = last.meeting
    items = [item for item in facts.items_of(meeting.id) if item.topic is topic] if meeting else []
    status = _status(last.stage, present=bool(items))
    if status is Status.UPCOMING and not items and is_skipped(meeting, "topic", topic):
        status = Status.AT_RISK
    message = _message(last, name, period.label, obligation.grade, present=bool(items))
    return obligation.finding(
        "R06",
        status,
        message if items else told(message, meeting, "topic", topic),
        group=group,
        period=period.label,
        required=name,
        actual=items[0].heading if items else tr("saknas"),
        evidence=[
            *([evidence.meeting(meeting)] if meeting else []),
            *(evidence.item(item, meeting) for item in items if meeting),
        ],
        mend=_mend(last.stage, name) if not items else "",
    )


def _mend(stage: Stage, topic: str) -> str:
    match stage:
        case Stage.AHEAD:
            return tr("Lägg till punkten {topic} på dagordningen.", topic=topic)
        case Stage.CALLED:
            return tr("Lägg till punkten {topic} och skicka en ny kallelse.", topic=topic)
        case Stage.HELD | Stage.MISSED:
            return tr("Ta upp {topic} på nästa möte och anteckna varför det skedde senare.", topic=topic)
        case _:
            return ""


def _is_followed(facts: Facts, period: Period) -> bool:
    """Say whether the agreement has a working year after this one to plan for."""
    ends = facts.agreement.ends
    return ends is None or ends > period.ends


def evaluate(obligation: Obligation, parameters: MandatoryItems, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each working year begun and each topic, whether the last meeting has it."""
    for group in obligation.groups(facts):
        for period in years_of(obligation, facts, group, on):
            for topic in parameters.topics:
                if topic is Topic.YEAR_PLAN and not _is_followed(facts, period):
                    continue
                yield _finding(obligation, topic, facts, group, period, on)


KIND = RuleKind("mandatory_items", MandatoryItems, evaluate, mark("Obligatoriska punkter"))
