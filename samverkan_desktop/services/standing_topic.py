"""Standing topics: which a group has, and when each was taken up (S03)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.rules import parameters
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.standing_topics import KIND, StandingTopics, coverage, same_topic
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.facts import demanded_of, gather
from samverkan_desktop.services.period import year_of_group
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus


@dataclass(frozen=True)
class Occasion:
    """A meeting that has a standing topic on its agenda, and the item that names it."""

    meeting_id: int
    item_id: int
    day: date


@dataclass(frozen=True)
class TopicRow:
    """A standing topic in a working year: the meetings held that took it up, and those to come that will."""

    topic: str
    covered: tuple[Occasion, ...]
    planned: tuple[Occasion, ...]


def topics(work: Workspace, meeting_id: int) -> tuple[str, ...]:
    """Return the standing topics that an item of a meeting can cover, in the agreement's words and order."""
    with work.read() as session:
        meeting = session.get_one(Meeting, meeting_id)
        return topics_in_force(session, meeting.group_id, meeting.day)


def topics_covered(work: Workspace, group_id: int, period: str) -> tuple[TopicRow, ...]:
    """Return which standing topics a group has taken up in a working year, and when.

    Args:
        work: the open archive.
        group_id: the group.
        period: label of the working year.

    Raises:
        UserError: the label names no working year of the group's agreement.
    """
    with work.read() as session:
        return rows_in(session, group_id, period)


def rows_in(session: Session, group_id: int, period: str, facts: Facts | None = None) -> tuple[TopicRow, ...]:
    """Return a group's standing topics as a session sees them; see `topics_covered`.

    Args:
        session: where to read.
        group_id: the group.
        period: label of the working year.
        facts: all that is known of the agreement, where it has been gathered already.
    """
    year = year_of_group(session, group_id, period)
    agreement = session.get_one(Agreement, session.get_one(Group, group_id).agreement_id)
    demanded = topics_in_force(session, group_id, max(year.starts, agreement.starts))
    if not demanded:
        return ()
    known = facts or gather(session, agreement)
    meetings = known.meetings_in(group_id, year.label)
    covered = {each.topic: each.covered for each in coverage(demanded, meetings, known)}
    coming = [
        (item, meeting) for meeting in meetings if not meeting.held for item in known.items_of(meeting.id)
    ]
    return tuple(
        TopicRow(
            topic,
            tuple(Occasion(meeting.id, item.id, meeting.day) for item, meeting in covered[topic]),
            tuple(
                Occasion(meeting.id, item.id, meeting.day)
                for item, meeting in coming
                if same_topic(item.standing_topic, topic)
            ),
        )
        for topic in demanded
    )


def topics_in_force(session: Session, group_id: int, day: date) -> tuple[str, ...]:
    """Return a group's standing topics on a day, by the version of the agreement in force then."""
    found = [topic for told in _demands(session, group_id, day) for topic in told.topics]
    return tuple(dict.fromkeys(found))


def _demands(session: Session, group_id: int, day: date) -> Iterator[StandingTopics]:
    for demand in demanded_of(session, session.get_one(Group, group_id), day):
        if demand.kind == KIND.name:
            told: StandingTopics = parameters.parse(demand.kind, demand.parameters)
            yield told


def topics_to_take_up(session: Session, meeting: Meeting) -> tuple[str, ...]:
    """Return the standing topics that an ordinary meeting's agenda is to have beside those it has.

    Those that no earlier meeting in the same stretch of time takes up; at the last meeting planned in it
    every one, so that the year is gone through as a whole.
    """
    group = session.get_one(Group, meeting.group_id)
    calendar = calendar_of(session.get_one(Agreement, group.agreement_id))
    wanted: dict[str, None] = {}
    for told in _demands(session, group.id, meeting.day):
        stretch = next(calendar.cut(told.per, meeting.day, meeting.day))
        chosen = select(Meeting).where(
            Meeting.group_id == group.id,
            Meeting.status != MeetingStatus.CANCELLED,
            Meeting.day.between(stretch.starts, stretch.ends),
        )
        others = [each for each in session.scalars(chosen) if each.id != meeting.id]
        last = all(each.day < meeting.day for each in others if each.kind is MeetingKind.ORDINARY)
        before = [] if last else [each.id for each in others if each.day < meeting.day]
        taken = _named(session, [meeting.id, *before])
        wanted |= dict.fromkeys(
            topic for topic in told.topics if not any(same_topic(topic, each) for each in taken)
        )
    return tuple(wanted)


def _named(session: Session, meetings: list[int]) -> list[str]:
    """Return the standing topics that items of meetings name."""
    chosen = select(AgendaItem.standing_topic).where(AgendaItem.meeting_id.in_(meetings))
    return [topic for topic in session.scalars(chosen) if topic]
