"""Playing an example year: the same use cases a user has, in order, with the clock set to each day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import (
    adoption,
    archive,
    call,
    deviation,
    follow_up,
    group,
    meeting,
    minutes,
    organisation,
    year_plan,
)
from samverkan_desktop.services.demo_meeting import Played, play_agenda, play_meeting
from samverkan_desktop.services.demo_story import (
    DeviationStory,
    HoldingStory,
    MeetingStory,
    PlanStory,
    Story,
    read,
)
from samverkan_desktop.services.export import Progress, export
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind

#: The archive's name in the folder of the example.
ARCHIVE = "exempel.samverkan"
_STORY = "trelleborg"
CALLS, AGENDAS, MINUTES, BRIEFS, FOLLOW_UP = (
    "kallelser", "dagordningar", "anteckningar", "uppdrag", "uppfoljning",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class _Step:
    """Something done at an hour of a day."""

    day: date
    hour: int
    do: Callable[[], None] = field(compare=False)


class Player:
    """Plays a story into an empty archive, and writes the documents of its year beside it.

    Args:
        work: the archive, whose clock is ``clock``.
        clock: set to each day.
        story: what to play.
        folder: where the documents go, a folder a kind.
    """

    def __init__(self, work: Workspace, clock: FixedClock, story: Story, folder: Path) -> None:
        self._work, self._clock, self._story, self._folder = work, clock, story, folder
        self._made = Played()
        self._meetings: dict[date, int] = {}

    def play(self, progress: Progress | None = None) -> None:
        """Play everything, day by day."""
        steps = sorted(self._steps())
        for number, step in enumerate(steps):
            if progress is not None:
                progress(number, len(steps), step.day.isoformat())
            self._clock.set(step.day, step.hour)
            step.do()

    def _steps(self) -> list[_Step]:
        story = self._story
        steps = [_Step(story.adopted_on, 9, self._adopt)]
        steps += [_Step(told.since, 7, partial(self._hold_seat, told)) for told in story.holding]
        steps += [_Step(told.drafted_on, 9, partial(self._plan, told)) for told in story.plan]
        for told in story.meeting:
            if told.extra is not None:
                steps.append(_Step(told.extra.scheduled_on, 9, partial(self._schedule_extra, told)))
            steps.append(_Step(told.called_on, 10, partial(self._call, told)))
            steps.append(_Step(told.day, 16, partial(self._meet, told)))
            steps.append(_Step(told.minutes_sent_on, 11, partial(self._send_minutes, told)))
        for raised in story.deviation:
            steps.append(_Step(raised.reported_on, 8, partial(self._report, raised)))
            settled = raised.handled_on or raised.escalated_on
            if settled is not None:
                steps.append(_Step(settled, 9, partial(self._settle, raised)))
        steps.append(_Step(story.follow_up.written_on, 13, self._judge))
        return steps

    def _adopt(self) -> None:
        made = self._made
        made.agreement_id = own = adoption.adopt(self._work, self._story.preset)
        made.parties = {party.key: party.id for party in organisation.parties(self._work, own)}
        groups = {row.key: row for row in group.groups(self._work, agreement_id=own)}
        chosen = groups[self._story.group]
        made.group_id = chosen.id
        made.seats = {seat.key: seat.id for seat in chosen.seats}

    def _hold_seat(self, story: HoldingStory) -> None:
        seat_id = self._made.seats[story.seat]
        group.set_holder(self._work, seat_id, story.state, story.since, name=story.name)

    def _plan(self, story: PlanStory) -> None:
        self._made.plans[story.period] = year_plan.draft(
            self._work,
            self._made.group_id,
            story.period,
            story.days,
            starts=story.starts,
            ends=story.ends,
            place=story.place,
        )
        planned = meeting.listing(self._work, story.period, group_id=self._made.group_id)
        self._meetings |= {row.day: row.id for row in planned}

    def _schedule_extra(self, story: MeetingStory) -> None:
        if story.extra is None:
            return
        self._meetings[story.day] = meeting.schedule_extra(
            self._work,
            self._made.group_id,
            story.day,
            initiator_seat_id=self._made.seats[story.extra.initiator],
            reason=story.extra.reason,
            starts=story.starts,
            ends=story.ends,
            place=story.place,
        )

    def _call(self, story: MeetingStory) -> None:
        meeting_id = self._meetings[story.day]
        if story.extra is None and story.ends is not None:
            meeting.change(self._work, meeting_id, ends=story.ends)
        play_agenda(self._work, self._made, meeting_id, story)
        call.send(self._work, meeting_id, self._folder / CALLS)
        export(self._work, DocumentKind.AGENDA, self._folder / AGENDAS, meeting_id=meeting_id)

    def _meet(self, story: MeetingStory) -> None:
        play_meeting(self._work, self._made, self._meetings[story.day], story)

    def _send_minutes(self, story: MeetingStory) -> None:
        meeting_id = self._meetings[story.day]
        minutes.finish(self._work, meeting_id)
        minutes.send(self._work, meeting_id, self._folder / MINUTES)

    def _report(self, story: DeviationStory) -> None:
        self._made.deviations[story.number] = deviation.report(
            self._work,
            self._made.agreement_id,
            reported_on=story.reported_on,
            reported_by=story.reported_by,
            arose_in=story.arose_in,
            line_manager=story.line_manager,
            description=story.description,
        )

    def _settle(self, story: DeviationStory) -> None:
        deviation_id = self._made.deviations[story.number]
        if story.handled_on is not None:
            deviation.handle(self._work, deviation_id, story.handled_on, story.handling)
        elif story.escalated_on is not None and story.ground is not None:
            group_id = self._made.group_id
            deviation.escalate(self._work, deviation_id, story.escalated_on, story.ground, group_id)

    def _judge(self) -> None:
        told = self._story.follow_up
        follow_up.write(
            self._work,
            self._made.agreement_id,
            told.period,
            judgement=told.judgement.strip(),
            undocumented=told.undocumented,
            improvements=told.improvements,
        )


def build(folder: Path, progress: Progress | None = None) -> tuple[Path, ...]:
    """Build the example archive and every document of its year.

    What an earlier run has built in the folder is replaced; nothing else there is touched.

    Args:
        folder: where; made when missing.
        progress: told how far it has come; may raise to stop.

    Returns:
        The archive, then the documents by name.

    Raises:
        UserError: the example archive is open.
        EnvironmentFault: something cannot be written.
    """
    path = folder / ARCHIVE
    _clear(path, folder)
    archive.create_archive(path)
    clock = FixedClock(datetime(2018, 6, 1, tzinfo=UTC))
    work = archive.open_archive(path, clock, keep_backups=False)
    story = read(_STORY)
    try:
        Player(work, clock, story, folder).play(progress)
        period = story.follow_up.period
        export(work, DocumentKind.FOLLOW_UP, folder / FOLLOW_UP, period=period)
        export(work, DocumentKind.COMMISSION, folder / BRIEFS, period=period)
    finally:
        work.close()
    kinds = (CALLS, AGENDAS, MINUTES, BRIEFS, FOLLOW_UP)
    documents = [file for kind in kinds for file in sorted((folder / kind).iterdir())]
    return (path, *documents)


def _clear(path: Path, folder: Path) -> None:
    if path.exists():
        if archive.is_open(path):
            raise UserError(tr("{name} är öppet. Stäng det innan exemplet byggs om.", name=path.name))
        archive.remove(path)
    for kind in (CALLS, AGENDAS, MINUTES, BRIEFS, FOLLOW_UP):
        for file in (folder / kind).glob("*"):
            if file.suffix in {".pdf", ".docx", ".ics", ".eml"}:
                file.unlink()
