"""That a group takes up its standing topics (R14). Source: S03."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.periods import Period
from samverkan_desktop.rules import evidence
from samverkan_desktop.rules.facts import Facts, GroupFact, ItemFact, MeetingFact
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.parameter_fault import not_empty
from samverkan_desktop.rules.stretches import is_stub, meetings_within, stretches_of
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.rules.years import has_ended
from samverkan_desktop.vocabulary import Per


@dataclass(frozen=True)
class StandingTopics:
    """Parameters.

    Args:
        topics: the topics in the agreement's words; an item on an agenda names the one it covers.
        per: in what stretch of time each is to be covered once. It is covered when the meeting whose
            agenda it stands on has been held, whatever kind of meeting it is.
    """

    topics: tuple[str, ...]
    per: Per = Per.WORKING_YEAR

    def __post_init__(self) -> None:
        not_empty("topics", self.topics)
        for topic in self.topics:
            not_empty("topics", topic)


@dataclass(frozen=True)
class Coverage:
    """A topic, and the first items that took it up in a stretch of time, by day."""

    topic: str
    covered: tuple[tuple[ItemFact, MeetingFact], ...]


def same_topic(one: str, other: str) -> bool:
    """Say whether two texts name the same standing topic."""
    return one.strip().casefold() == other.strip().casefold()


def coverage(topics: Sequence[str], meetings: Sequence[MeetingFact], facts: Facts) -> tuple[Coverage, ...]:
    """Return, for each topic, the items that took it up at meetings held.

    Args:
        topics: the agreement's standing topics.
        meetings: the meetings to look through, in order of day.
        facts: where their items are.
    """
    taken = [
        (item, meeting)
        for meeting in meetings
        if meeting.held
        for item in facts.items_of(meeting.id)
        if item.standing_topic
    ]
    return tuple(
        Coverage(topic, tuple(each for each in taken if same_topic(each[0].standing_topic, topic)))
        for topic in topics
    )


def _ahead(
    missing: Sequence[str], meetings: Sequence[MeetingFact], facts: Facts, on: date
) -> tuple[Status, str]:
    """Return how it stands while the stretch lasts, and what would mend it."""
    coming = [meeting for meeting in meetings if not meeting.held and meeting.day >= on]
    if not coming:
        return Status.AT_RISK, tr("Planera ett möte som tar upp det som återstår.")
    placed = [item.standing_topic for meeting in coming for item in facts.items_of(meeting.id)]
    left = [topic for topic in missing if not any(same_topic(topic, each) for each in placed)]
    if left and coming[-1].called_on is not None:
        text = tr("Sätt på dagordningen {day}: {topics}.", topics=", ".join(left), day=coming[-1].day)
        return Status.AT_RISK, text
    return Status.UPCOMING, ""


def _message(found: Sequence[Coverage], missing: Sequence[str], stretch: Period, *, over: bool) -> str:
    if not missing:
        return tr("Alla stående frågor har behandlats {stretch}.", stretch=stretch.label)
    if over and len(missing) == 1:
        return tr("{topic} har inte behandlats {stretch}.", topic=capital(missing[0]), stretch=stretch.label)
    # Topics have an "och" of their own: between commas it is seen where each ends.
    topics = ", ".join(missing)
    if over:
        return tr(
            "{n} stående frågor har inte behandlats {stretch}: {topics}.",
            n=len(missing),
            stretch=stretch.label,
            topics=topics,
        )
    return tr(
        "{done} av {all} stående frågor har behandlats {stretch}. Återstår: {topics}.",
        done=len(found) - len(missing),
        all=len(found),
        stretch=stretch.label,
        topics=topics,
    )


def _finding(
    obligation: Obligation,
    per: Per,
    found: Sequence[Coverage],
    meetings: Sequence[MeetingFact],
    facts: Facts,
    group: GroupFact,
    year: Period,
    stretch: Period,
    on: date,
) -> Finding:
    missing = [each.topic for each in found if not each.covered]
    over = has_ended(group, stretch, on)
    mend = ""
    message = _message(found, missing, stretch, over=over)
    if not missing:
        status = Status.FULFILLED
    elif is_stub(facts, group, per, stretch):
        status = Status.NOT_COUNTABLE
        message += " " + tr("Avtalet eller gruppen fanns bara en mindre del av tiden.")
    elif over:
        status, mend = Status.BREACHED, tr("Ta upp frågorna på nästa möte.")
    else:
        status, mend = _ahead(missing, meetings, facts, on)
    return obligation.finding(
        "R14",
        status,
        message,
        group=group,
        period=year.label,
        required=len(found),
        actual=len(found) - len(missing),
        evidence=_evidence(found),
        mend=mend,
    )


def _evidence(found: Sequence[Coverage]) -> list[Evidence]:
    taken = [each.covered[0] for each in found if each.covered]
    meetings = {meeting.id: meeting for _, meeting in taken}
    return [
        *(evidence.meeting(meeting) for meeting in sorted(meetings.values(), key=lambda each: each.day)),
        *(evidence.item(item, meeting) for item, meeting in taken),
    ]


def evaluate(obligation: Obligation, parameters: StandingTopics, facts: Facts, on: date) -> Iterator[Finding]:
    """Yield, for each stretch of time begun, whether every standing topic has been covered in it."""
    for group in obligation.groups(facts):
        for year, stretch in stretches_of(obligation, facts, group, parameters.per, on):
            meetings = meetings_within(facts, group, stretch)
            found = coverage(parameters.topics, meetings, facts)
            yield _finding(obligation, parameters.per, found, meetings, facts, group, year, stretch, on)


KIND = RuleKind("standing_topics", StandingTopics, evaluate, mark("Stående frågor"))
