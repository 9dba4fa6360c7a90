"""Playing the matters for political boards of an example year."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from samverkan_desktop.services import board_matter, board_report
from samverkan_desktop.services.demo_board_story import HandledStory, MatterStory, SeenMeetingStory
from samverkan_desktop.services.demo_played import Played
from samverkan_desktop.services.workspace import Workspace


def matter_steps(
    work: Workspace, made: Played, story: MatterStory
) -> Iterator[tuple[date, Callable[[], object]]]:
    """Yield what is done in a matter, and on which day, in the order it is done on a day."""
    yield story.opened_on, partial(_open, work, made, story)
    if story.negotiated_on is not None:
        yield story.negotiated_on, partial(_negotiated, work, made, story)
    for told in story.handled:
        yield told.day, partial(_handled, work, made, story, told)
        if told.sent_on is not None:
            yield told.sent_on, partial(_sent, work, made, story, told)


def _meeting(made: Played, story: SeenMeetingStory | None) -> int | None:
    return made.meetings[story.group, story.day] if story is not None else None


def _open(work: Workspace, made: Played, story: MatterStory) -> None:
    made.matters[story.title] = board_matter.open_matter(
        work,
        made.agreement_id,
        story.subject,
        story.title,
        period=story.period,
        case_number=story.case_number,
        answers=story.answers,
        statement=story.statement,
        clauses=story.clauses,
        enclosures=story.enclosures,
        distribution=story.distribution,
        earlier=story.earlier,
        planning_meeting_id=_meeting(made, story.planned_at),
        meeting_id=_meeting(made, story.reports),
        signing_by=story.signing_by,
    )


def _negotiated(work: Workspace, made: Played, story: MatterStory) -> None:
    board_matter.change_matter(work, made.matters[story.title], negotiated_on=story.negotiated_on)


def _handled(work: Workspace, made: Played, story: MatterStory, told: HandledStory) -> None:
    board_report.note(
        work,
        made.matters[story.title],
        told.board,
        instance=told.instance,
        clause=told.clause,
        reported_on=told.day,
        paragraph=told.paragraph,
        page=told.page,
        outcome=told.outcome,
        text=told.text,
        delegation=told.delegation,
        rider=told.rider,
    )


def _sent(work: Workspace, made: Played, story: MatterStory, told: HandledStory) -> None:
    board_report.distribute(work, made.matters[story.title], told.board, told.sent_on or told.day)
