"""Playing an example year: the same use cases a user has, in order, with the clock set to each day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import (
    adoption,
    area,
    call,
    group,
    meeting,
    minutes,
    organisation,
    year_plan,
)
from samverkan_desktop.services.demo_boards import matter_steps
from samverkan_desktop.services.demo_meeting import play_agenda, play_meeting
from samverkan_desktop.services.demo_meeting_story import MeetingStory
from samverkan_desktop.services.demo_played import Played
from samverkan_desktop.services.demo_registers import (
    play_event,
    play_judgement,
    play_report,
    play_settling,
)
from samverkan_desktop.services.demo_story import (
    HoldingStory,
    PlanStory,
    Story,
)
from samverkan_desktop.services.export import Progress, export
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind, HolderState

#: The folders of a year's documents, a folder a kind.
CALLS, AGENDAS, MINUTES, BRIEFS, FOLLOW_UP = (
    "kallelser", "dagordningar", "anteckningar", "uppdrag", "uppfoljning",
)  # fmt: skip
FOLDERS = (CALLS, AGENDAS, MINUTES, BRIEFS, FOLLOW_UP)


@dataclass(frozen=True, order=True)
class _Step:
    """Something done at an hour of a day."""

    day: date
    hour: int
    do: Callable[[], object] = field(compare=False)


class Player:
    """Plays a story into an archive, and writes the documents of its year beside it.

    Args:
        work: the archive, whose clock is ``clock``.
        clock: set to each day.
        story: what to play.
        folder: where the documents go, a folder a kind.
    """

    def __init__(self, work: Workspace, clock: FixedClock, story: Story, folder: Path) -> None:
        self._work, self._clock, self._story, self._folder = work, clock, story, folder
        self._made = Played()

    def play(self, progress: Progress | None = None) -> None:
        """Play everything, day by day."""
        steps = sorted(self._steps())
        for number, step in enumerate(steps):
            if progress is not None:
                progress(number, len(steps), step.day.isoformat())
            self._clock.set(step.day, step.hour)
            step.do()
        self._write_up()

    def _steps(self) -> Iterator[_Step]:
        story = self._story
        yield _Step(story.adopted_on, 6, self._adopt)
        if story.held_since is not None:
            yield _Step(story.held_since, 7, partial(self._hold_every_seat, story.held_since))
        for told in story.holding:
            yield _Step(told.since, 7, partial(self._hold_seat, told))
        for drafted in story.plan:
            yield _Step(drafted.drafted_on, 9, partial(self._plan, drafted))
        for met in story.meeting:
            yield from self._steps_of(met)
        yield from self._steps_between()

    def _steps_between(self) -> Iterator[_Step]:
        """Yield what happens between the meetings."""
        story = self._story
        for raised in story.deviation:
            yield _Step(raised.reported_on, 8, partial(play_report, self._work, self._made, raised))
            settled = raised.handled_on or raised.escalated_on
            if settled is not None:
                yield _Step(settled, 9, partial(play_settling, self._work, self._made, raised))
        for event in story.event:
            yield _Step(event.day, 14, partial(play_event, self._work, self._made, event))
        for matter in story.matter:
            for day, do in matter_steps(self._work, self._made, matter):
                yield _Step(day, 15, do)
        for judged in story.follow_up:
            yield _Step(judged.written_on, 13, partial(play_judgement, self._work, self._made, judged))

    def _steps_of(self, story: MeetingStory) -> Iterator[_Step]:
        if story.extra is not None:
            yield _Step(story.extra.scheduled_on, 9, partial(self._schedule_extra, story))
        if story.scheduled_on is not None:
            yield _Step(story.scheduled_on, 9, partial(self._schedule, story))
        yield _Step(story.called_on, 10, partial(self._call, story))
        yield _Step(story.day, 16, partial(self._meet, story))
        if story.minutes_sent_on is not None:
            yield _Step(story.minutes_sent_on, 11, partial(self._send_minutes, story))

    def _adopt(self) -> None:
        made = self._made
        made.agreement_id = own = adoption.adopt(self._work, self._story.preset)
        made.group = self._story.group
        made.parties = {party.key: party.id for party in organisation.parties(self._work, own)}
        for row in group.groups(self._work, agreement_id=own):
            made.groups[row.key] = row.id
            made.seats |= {(row.key, seat.key): seat.id for seat in row.seats}
        made.areas = {row.key: row.id for row in area.listing(self._work, own)}

    def _hold_every_seat(self, since: date) -> None:
        for row in group.groups(self._work, agreement_id=self._made.agreement_id):
            for seat in row.seats:
                name = tr("{function} (platshållare)", function=seat.function)
                group.set_holder(self._work, seat.id, HolderState.ORDINARY, since, name=name)

    def _hold_seat(self, story: HoldingStory) -> None:
        seat_id = self._made.seat(story.group, story.seat)
        group.set_holder(self._work, seat_id, story.state, story.since, name=story.name)

    def _plan(self, story: PlanStory) -> None:
        group_id = self._made.group_id(story.group)
        self._made.plans[story.group, story.period] = year_plan.draft(
            self._work,
            group_id,
            story.period,
            story.days,
            starts=story.starts,
            ends=story.ends,
            place=story.place,
        )
        planned = meeting.listing(self._work, story.period, group_id=group_id)
        self._made.meetings |= {(story.group, row.day): row.id for row in planned}

    def _schedule_extra(self, story: MeetingStory) -> None:
        if story.extra is None:
            return
        self._made.meetings[story.group, story.day] = meeting.schedule_extra(
            self._work,
            self._made.group_id(story.group),
            story.day,
            initiator_seat_id=self._made.seat(story.group, story.extra.initiator),
            reason=story.extra.reason,
            starts=story.starts,
            ends=story.ends,
            place=story.place,
        )

    def _schedule(self, story: MeetingStory) -> None:
        self._made.meetings[story.group, story.day] = meeting.schedule(
            self._work,
            self._made.group_id(story.group),
            story.day,
            starts=story.starts,
            ends=story.ends,
            place=story.place,
            area_id=self._made.areas.get(story.area),
        )

    def _call(self, story: MeetingStory) -> None:
        meeting_id = self._made.meetings[story.group, story.day]
        if story.extra is None and story.ends is not None:
            meeting.change(self._work, meeting_id, ends=story.ends)
        play_agenda(self._work, self._made, meeting_id, story)
        call.send(self._work, meeting_id, self._folder / CALLS)
        export(self._work, DocumentKind.AGENDA, self._folder / AGENDAS, meeting_id=meeting_id)

    def _meet(self, story: MeetingStory) -> None:
        play_meeting(self._work, self._made, self._made.meetings[story.group, story.day], story)

    def _send_minutes(self, story: MeetingStory) -> None:
        meeting_id = self._made.meetings[story.group, story.day]
        minutes.finish(self._work, meeting_id)
        minutes.send(self._work, meeting_id, self._folder / MINUTES)

    def _write_up(self) -> None:
        """Write the reports on the years judged, and the commissions given in them."""
        own = self._made.agreement_id
        for story in self._story.follow_up:
            year = story.period
            folder = self._folder
            export(self._work, DocumentKind.FOLLOW_UP, folder / FOLLOW_UP, agreement_id=own, period=year)
            if self._made.commissions:
                export(self._work, DocumentKind.COMMISSION, folder / BRIEFS, agreement_id=own, period=year)
