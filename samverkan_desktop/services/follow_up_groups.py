"""The groups of an agreement in the follow-up of a working year: meetings, attendance and roles of each."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.follow_up import GroupYear, MeetingLine
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group, RoleTerm, Seat
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.periods import Period
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import meeting, own_words
from samverkan_desktop.services.attendance_summary import attendance_lines, presence
from samverkan_desktop.services.facts import groups_demanded
from samverkan_desktop.services.fixed_role import fixed_roles
from samverkan_desktop.services.group import main_group
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.wording import initiative
from samverkan_desktop.services.year_plan import required
from samverkan_desktop.vocabulary import MeetingKind, MeetingStatus

_HELD = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


def groups_of(
    session: Session, agreement: Agreement, year: Period, group_id: int | None = None
) -> tuple[Group, ...]:
    """Return the groups that the follow-up of a working year tells of, first the one that follows it up.

    The others are those that meet in the year, or are to.

    Args:
        session: where to read.
        agreement: the agreement.
        year: the working year.
        group_id: only this group; every one where None.
    """
    if group_id is not None:
        return (session.get_one(Group, group_id),)
    chosen = select(Group).where(Group.agreement_id == agreement.id).order_by(Group.id)
    groups = session.scalars(chosen).all()
    meet = {row.group_id for row in _meetings(session, agreement, year, None)}
    main = main_group(session, agreement.id)
    follows = groups_demanded(session, agreement.id, "follow_up", year.ends)
    wished = [main, *groups] if main else []
    first = next((group for group in wished if group.id in follows), main)
    return tuple(
        [group for group in groups if group is first]
        + [
            group
            for group in groups
            if group is not first and (group.id in meet or required(session, group.id, year) is not None)
        ]
    )


def _meetings(session: Session, agreement: Agreement, year: Period, group_id: int | None) -> list[MeetingRow]:
    return [
        row
        for row in meeting.rows_in(session, agreement.id, group_id)
        if row.day in year and row.status is not MeetingStatus.CANCELLED
    ]


def group_year(session: Session, agreement: Agreement, group: Group, year: Period) -> GroupYear:
    """Return what is told of a group's meetings in a working year."""
    rows = _meetings(session, agreement, year, group.id)
    held = [row for row in rows if row.status in _HELD]
    follows = group.id in groups_demanded(session, agreement.id, "follow_up", year.ends)
    return GroupYear(
        name=group.name,
        required=required(session, group.id, year),
        held=sum(row.kind is MeetingKind.ORDINARY for row in held),
        extra=sum(row.kind is MeetingKind.EXTRA for row in held),
        meetings=tuple(_meeting_line(session, row, follows=follows) for row in rows),
        attendance=attendance_lines(session, group.id, rows),
        roles=_roles(session, group.id, year),
    )


def _meeting_line(session: Session, row: MeetingRow, *, follows: bool) -> MeetingLine:
    extra = row.kind is MeetingKind.EXTRA
    kind = tr("extra") if extra else tr("ordinarie")
    if row.last:
        kind = tr("ordinarie (sista, uppföljning)") if follows else tr("ordinarie (sista)")
    held = row.status in _HELD
    present, called = presence(session, row.id)
    sent = row.minutes_sent_on
    return MeetingLine(
        number=tr("Extra") if extra else str(row.number),
        day=row.day,
        kind=kind,
        state=tr("hållet") if held else tr("planerat"),
        present=present if held else None,
        called=called,
        call_sent=row.called_on,
        minutes_sent=sent,
        minutes_days=(sent - row.day).days if sent else None,
        remark=initiative(row),
        target=f"meeting:{row.id}",
    )


def _roles(session: Session, group_id: int, year: Period) -> tuple[str, ...]:
    found = session.execute(
        select(RoleTerm, Seat.function, Party.name)
        .join(Seat, Seat.id == RoleTerm.seat_id)
        .join(Party, Party.id == Seat.party_id)
        .where(
            RoleTerm.group_id == group_id,
            RoleTerm.since <= year.ends,
            (RoleTerm.until.is_(None)) | (RoleTerm.until >= year.starts),
        )
        .order_by(RoleTerm.role, RoleTerm.since)
    )
    words = own_words.of_group(session, group_id)
    fixed = tuple(
        tr(
            "{role}: {function} ({party}), enligt {clause}",
            role=capital(words.role(each.role)),
            function=each.function,
            party=each.party,
            clause=each.clause,
        )
        for each in fixed_roles(session, group_id)
        if each.since <= year.ends and (each.until is None or each.until >= year.starts)
    )
    return fixed + tuple(
        tr(
            "{role}: {function} ({party})",
            role=capital(words.role(term.role)),
            function=function,
            party=party,
        )
        for term, function, party in found
    )
