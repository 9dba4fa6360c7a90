"""Gathering what the follow-up report says of standing topics, routines and joint activities."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up_registers import (
    JointActivityLine,
    Registers,
    RoutineLine,
    TopicLine,
    TopicPart,
)
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.routine import Dissemination
from samverkan_desktop.periods import Period
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules import routine_dissemination
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import activity, decision, dissemination, routine, standing_topic
from samverkan_desktop.services.facts import gather, in_force
from samverkan_desktop.services.routine import RoutineRow
from samverkan_desktop.services.scope import of_groups
from samverkan_desktop.services.standing_topic import TopicRow


def registers(
    session: Session,
    agreement: Agreement,
    year: Period,
    findings: Sequence[Finding],
    group_id: int | None = None,
) -> Registers:
    """Return what the report of a working year says of the registers.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        findings: those of the year.
        group_id: only what concerns this group; every group where None.
    """
    routines = tuple(_routines(session, agreement, year, group_id))
    demanded = {each.kind for each in in_force(session, agreement.id, max(year.starts, agreement.starts))}
    noted = any(line.known or line.known_by for line in routines)
    return Registers(
        topics=tuple(_topics(session, agreement, year, findings, group_id)),
        routines=routines,
        dissemination=noted or routine_dissemination.KIND.name in demanded,
        activities=_activities(session, agreement, year, group_id),
        activity_findings=tuple(found.message for found in findings if found.rule == "R37"),
    )


def _topics(
    session: Session, agreement: Agreement, year: Period, findings: Sequence[Finding], group_id: int | None
) -> Iterator[TopicPart]:
    if not any(found.rule == "R14" for found in findings):
        return
    facts = gather(session, agreement)
    groups = select(Group).where(*of_groups(agreement.id, group_id)).order_by(Group.id)
    for group in session.scalars(groups):
        rows = standing_topic.rows_in(session, group.id, year.label, facts)
        if rows:
            own = [found for found in findings if found.rule == "R14" and found.group_id == group.id]
            said = tuple(found.message for found in own)
            yield TopicPart(group.name, said, tuple(map(_topic, rows)))


def _topic(row: TopicRow) -> TopicLine:
    return TopicLine(
        row.topic, tuple(each.day for each in row.covered), tuple(each.day for each in row.planned)
    )


def _routines(
    session: Session, agreement: Agreement, year: Period, group_id: int | None
) -> Iterator[RoutineLine]:
    units = dissemination.units_in(session, agreement.id)
    chosen = select(Dissemination).where(Dissemination.made_known_on <= year.ends)
    known = {(each.routine_id, each.unit_id) for each in session.scalars(chosen)}
    for row in routine.rows_in(session, agreement.id, group_id):
        if row.decided_on is not None and row.decided_on > year.ends:
            continue
        if row.withdrawn_on is not None and row.withdrawn_on <= year.starts:
            continue
        missing = tuple(unit.name for unit in units if (row.id, unit.id) not in known)
        if row.made_known_on is not None and row.made_known_on <= year.ends:
            missing = ()
        yield _routine(row, len(units) - len(missing), missing)


def _routine(row: RoutineRow, known: int, missing: tuple[str, ...]) -> RoutineLine:
    return RoutineLine(
        kind=tr("Rutin") if row.kind is RoutineKind.ROUTINE else tr("Stödmaterial"),
        name=row.name,
        owner=row.owner,
        decision=row.decision,
        decided_on=row.decided_on,
        due=row.due,
        presented_on=row.presented_on,
        version=row.version,
        updated_on=row.updated_on,
        review_by=row.review_by,
        reviewed_on=row.reviewed_on,
        known_by=row.known_by,
        known=known,
        missing=missing,
    )


def _activities(
    session: Session, agreement: Agreement, year: Period, group_id: int | None
) -> tuple[JointActivityLine, ...]:
    decided = {row.id for row in decision.rows_in(session, agreement.id, group_id, period=year.label)}
    return tuple(
        JointActivityLine(row.title, row.day, row.held, row.decision)
        for row in activity.rows_in(session, agreement.id, group_id)
        if row.day in year or row.decision_id in decided
    )
