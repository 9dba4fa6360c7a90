"""Tasks: smaller than commissions, noted under an item, done by somebody until a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.models.task import Task
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.due import shown, stored
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus

_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)
#: What can be changed of a task that has been noted.
_FIELDS = ("text", "responsible", "due")


@dataclass(frozen=True)
class TaskRow:
    """A task with where it was noted; see `models.task.Task` for what its fields mean.

    ``late`` says that it is not done after its day, ``locked`` that the minutes it stands in are finished.
    """

    id: int
    text: str
    responsible: str
    due: date | None
    due_words: str
    done_on: date | None
    group_id: int
    group: str
    meeting_id: int
    noted_on: date
    item_id: int
    item: str
    late: bool
    locked: bool

    @property
    def when(self) -> str:
        """When it is to be done, as it was said; empty where nothing was."""
        return shown(self.due, self.due_words)

    @property
    def outcome(self) -> str:
        """What has become of it, in words."""
        if self.done_on is not None:
            return tr("klar {day}", day=self.done_on)
        return tr("försenad") if self.late else tr("pågår")


def note(work: Workspace, item_id: int, text: str, *, responsible: str, due: date | str | None = None) -> int:
    """Note a task under an item.

    Args:
        work: the open archive.
        item_id: the item.
        text: what is to be done.
        responsible: the function that does it; several are parted by a semicolon.
        due: when it is to be done: a day, or words such as ``mars 2019``; None for nothing said.

    Returns:
        The task's identity.

    Raises:
        UserError: what or who is missing, the day is before the meeting's, a text holds a personal identity
            number, or the minutes are finished.
    """
    _demand_words(text=text, responsible=responsible)
    refuse(text=text, responsible=responsible)
    with work.change("task.note", tr("En uppgift noterades")) as session:
        item = session.get_one(AgendaItem, item_id)
        meeting = open_meeting(session, item.meeting_id)
        task = Task(item_id=item_id, text=text.strip(), responsible=responsible.strip())
        task.due, task.due_words = _time(session, meeting, due)
        session.add(task)
        session.flush()
        return task.id


def _demand_words(**words: str) -> None:
    sentences = {"text": tr("Skriv vad som ska göras."), "responsible": tr("Ange vem som gör uppgiften.")}
    for name, words_of_it in words.items():
        demand(sentences[name], **{name: words_of_it})


def _time(session: Session, meeting: Meeting, value: date | str | None) -> tuple[date | None, str]:
    if isinstance(value, str):
        refuse(due=value)
    agreement_id = session.get_one(Group, meeting.group_id).agreement_id
    last, words = stored(value, calendar_of(session.get_one(Agreement, agreement_id)))
    if last is not None and last < meeting.day:
        raise UserError(tr("Tiden ligger före mötet. Välj mötesdagen eller en senare."), field="due")
    return last, words


def change(work: Workspace, task_id: int, **values: object) -> None:
    """Change a task while the minutes it stands in are open.

    Args:
        work: the open archive.
        task_id: the task.
        values: ``text``, ``responsible``, ``due``: those to change, as for `note`.

    Raises:
        UserError: as for `note`.
    """
    given = looked_through(values, _FIELDS)
    _demand_words(**{name: str(given[name]) for name in ("text", "responsible") if name in given})
    key = f"task:{task_id}:{','.join(sorted(values))}"
    with work.change("task.change", tr("En uppgift ändrades"), merge_key=key) as session:
        task, meeting = _of(session, task_id)
        open_meeting(session, meeting.id)
        if "due" in given:
            due = given["due"]
            last, words = _time(session, meeting, due if isinstance(due, (date, str)) else None)
            given |= {"due": last, "due_words": words}
        set_values(task, given)


def _of(session: Session, task_id: int) -> tuple[Task, Meeting]:
    task = session.get_one(Task, task_id)
    item = session.get_one(AgendaItem, task.item_id)
    return task, session.get_one(Meeting, item.meeting_id)


def done(work: Workspace, task_id: int, on: date | None = None) -> None:
    """Note that a task has been done; also when the minutes it stands in are finished.

    Args:
        work: the open archive.
        task_id: the task.
        on: the day it was done; today where None.

    Raises:
        UserError: the day lies ahead, or before the meeting.
    """
    day = on or work.today
    refuse_future(work.today, on=day)
    with work.change("task.done", tr("En uppgift blev klar")) as session:
        task, meeting = _of(session, task_id)
        if day < meeting.day:
            raise UserError(tr("Uppgiften kan inte vara klar innan den gavs."), field="on")
        task.done_on = day


def not_done(work: Workspace, task_id: int) -> None:
    """Note that a task has not been done after all."""
    with work.change("task.not_done", tr("En uppgift togs upp igen")) as session:
        session.get_one(Task, task_id).done_on = None


def remove(work: Workspace, task_id: int) -> None:
    """Take a task away while the minutes it stands in are open."""
    with work.change("task.remove", tr("En uppgift togs bort")) as session:
        task, meeting = _of(session, task_id)
        open_meeting(session, meeting.id)
        session.delete(task)


def listing(
    work: Workspace,
    open_only: bool = False,
    *,
    agreement_id: int | None = None,
    group_id: int | None = None,
) -> tuple[TaskRow, ...]:
    """Return tasks in the order they were noted.

    Args:
        work: the open archive.
        open_only: only those not done.
        agreement_id: only those of this agreement's groups; of every one's where None.
        group_id: only those of this group; of every group where None.
    """
    with work.read() as session:
        rows = rows_in(session, work.today, agreement_id, group_id)
        return tuple(row for row in rows if not open_only or row.done_on is None)


def rows_in(
    session: Session, today: date, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[TaskRow, ...]:
    """Return tasks as a session sees them, in the order they were noted; late as of a day."""
    found = session.execute(
        select(Task, AgendaItem, Meeting, Group.name)
        .join(AgendaItem, AgendaItem.id == Task.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .join(Group, Group.id == Meeting.group_id)
        .where(*of_groups(agreement_id, group_id))
        .order_by(Meeting.day, Task.id)
    )
    return tuple(
        TaskRow(
            id=task.id,
            text=task.text,
            responsible=task.responsible,
            due=task.due,
            due_words=task.due_words,
            done_on=task.done_on,
            group_id=meeting.group_id,
            group=name,
            meeting_id=meeting.id,
            noted_on=meeting.day,
            item_id=item.id,
            item=item.heading,
            late=task.done_on is None and task.due is not None and task.due < today,
            locked=meeting.status in _FINISHED,
        )
        for task, item, meeting, name in found
    )
