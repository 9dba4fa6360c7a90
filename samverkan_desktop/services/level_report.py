"""Reports upwards: what a group has told a group it answers to (L01, L03)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.direction import LevelReport
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.hierarchy import superiors_in
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace

_FIELDS = ("text", "reported_on", "meeting_id")


@dataclass(frozen=True)
class LevelReportRow:
    """A report upwards.

    Args:
        id: identity.
        group_id: the group that reported.
        group: its name.
        superior_id: the group reported to.
        superior: its name.
        reported_on: the day.
        text: what was reported.
        meeting_id: the superior group's meeting at which it was; None where it was at none.
        meeting_day: that meeting's day.
    """

    id: int
    group_id: int
    group: str
    superior_id: int
    superior: str
    reported_on: date
    text: str
    meeting_id: int | None
    meeting_day: date | None


def listing(
    work: Workspace, agreement_id: int, *, group_id: int | None = None, superior_id: int | None = None
) -> tuple[LevelReportRow, ...]:
    """Return an agreement's reports upwards, oldest first.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        group_id: only this group's; every group's where None.
        superior_id: only those to this group; to every group where None.
    """
    with work.read() as session:
        return tuple(
            row
            for row in rows_in(session, agreement_id)
            if group_id in (None, row.group_id) and superior_id in (None, row.superior_id)
        )


def rows_in(session: Session, agreement_id: int) -> tuple[LevelReportRow, ...]:
    """Return an agreement's reports upwards as a session sees them, oldest first."""
    chosen = select(Group.id, Group.name).where(Group.agreement_id == agreement_id)
    names = {row.id: row.name for row in session.execute(chosen)}
    found = (
        select(LevelReport, Meeting.day)
        .outerjoin(Meeting, Meeting.id == LevelReport.meeting_id)
        .where(LevelReport.group_id.in_(names))
        .order_by(LevelReport.reported_on, LevelReport.id)
    )
    return tuple(
        LevelReportRow(
            report.id,
            report.group_id,
            names[report.group_id],
            report.superior_id,
            names[report.superior_id],
            report.reported_on,
            report.text,
            report.meeting_id,
            day,
        )
        for report, day in session.execute(found)
    )


def report(
    work: Workspace,
    group_id: int,
    superior_id: int,
    text: str,
    *,
    reported_on: date | None = None,
    meeting_id: int | None = None,
) -> int:
    """Note that a group has reported to one it answers to.

    Args:
        work: the open archive.
        group_id: the group that reports.
        superior_id: the group reported to.
        text: what was reported.
        reported_on: the day; that of the meeting where None, and today without one.
        meeting_id: the superior group's meeting at which it was; None where it was at none.

    Returns:
        The report's identity.

    Raises:
        UserError: the text is missing, the group does not answer to the other, the meeting is another
            group's, the day is to come or not the meeting's, or the text holds a personal identity number.
    """
    demand(tr("Skriv vad som redovisades."), text=text)
    refuse(text=text)
    with work.change("level_report.report", tr("En redovisning uppåt antecknades")) as session:
        group, superior = session.get_one(Group, group_id), session.get_one(Group, superior_id)
        if superior_id not in superiors_in(session, group.agreement_id).get(group_id, ()):
            sentence = tr(
                "{group} svarar inte inför {superior}. Ange det bland gruppens överordnade först.",
                group=group.name,
                superior=superior.name,
            )
            raise UserError(sentence, field="superior_id")
        day = session.get_one(Meeting, meeting_id).day if meeting_id is not None else work.today
        made = LevelReport(
            group_id=group_id,
            superior_id=superior_id,
            reported_on=reported_on or day,
            text=text.strip(),
            meeting_id=meeting_id,
        )
        _check(work, session, made)
        session.add(made)
        session.flush()
        return made.id


def _check(work: Workspace, session: Session, made: LevelReport) -> None:
    demand(tr("Skriv vad som redovisades."), text=made.text)
    refuse_future(work.today, reported_on=made.reported_on)
    if made.meeting_id is None:
        return
    meeting = session.get_one(Meeting, made.meeting_id)
    if meeting.group_id != made.superior_id:
        raise UserError(tr("Välj ett möte i den grupp som redovisningen gäller."), field="meeting_id")
    if meeting.day != made.reported_on:
        sentence = tr("Mötet är {day}. Välj den dagen, eller inget möte.", day=meeting.day)
        raise UserError(sentence, field="reported_on")


def change(work: Workspace, report_id: int, **values: object) -> None:
    """Correct a report upwards.

    Args:
        work: the open archive.
        report_id: the report.
        values: ``text``, ``reported_on``, ``meeting_id``: those to change.

    Raises:
        UserError: as `report` does.
    """
    key = f"level-report:{report_id}:{','.join(sorted(values))}"
    label = tr("En redovisning uppåt ändrades")
    with work.change("level_report.change", label, merge_key=key) as session:
        made = session.get_one(LevelReport, report_id)
        set_values(made, looked_through(values, _FIELDS))
        _check(work, session, made)


def remove(work: Workspace, report_id: int) -> None:
    """Take away a report upwards that was noted by mistake."""
    with work.change("level_report.remove", tr("En redovisning uppåt togs bort")) as session:
        session.delete(session.get_one(LevelReport, report_id))
