"""Gathering the lists that are handed out: the decisions of a year, and what is still open."""

from datetime import date

from sqlalchemy.orm import Session

from samverkan_desktop.documents.listing import Column, Listing, Value
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import decision
from samverkan_desktop.services import open_items as open_rows
from samverkan_desktop.services.open_items import OpenItem
from samverkan_desktop.services.organisation import bound_in
from samverkan_desktop.services.workspace import Workspace


def decisions(work: Workspace, agreement_id: int, period: str, group_id: int | None = None) -> Listing:
    """Return the log of a working year's decisions.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        period: label of the working year.
        group_id: only those of this group; of every group where None.
    """
    with work.read() as session:
        rows = decision.rows_in(session, agreement_id, group_id, period=period)
        several = group_id is None and len({row.group_id for row in rows}) > 1
        columns = [
            Column(tr("Nr"), 14),
            Column(tr("Datum"), 13),
            *([Column(tr("Grupp"), 12)] if several else []),
            Column(tr("Beslut"), 40),
            Column(tr("Slag"), 10),
            Column(tr("Ansvarig"), 18),
            Column(tr("Klart"), 13),
        ]
        told = [
            (
                row.number,
                row.day,
                *([row.group] if several else []),
                "\n".join(part for part in (row.text, capital(row.standing)) if part),
                decision.kind_label(row.kind),
                row.responsible,
                _day(row.due, row.when),
            )
            for row in rows
        ]
        return _listing(
            session,
            work.today,
            (agreement_id, group_id),
            (tr("BESLUT"), tr("Beslut {period}", period=period)),
            (tuple(columns), tuple(told), tr("Inga beslut har fattats {period}.", period=period)),
        )


def open_items(work: Workspace, agreement_id: int, group_id: int | None = None) -> Listing:
    """Return the list of commissions and tasks that are still open (balanslista), first what is due first.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        group_id: only those of this group; of every group where None.
    """
    with work.read() as session:
        found = open_rows.rows_in(session, work.today, agreement_id, group_id)
        several = group_id is None and len({each.group for each in found}) > 1
        columns = (
            Column(tr("Nr"), 12),
            *([Column(tr("Grupp"), 12)] if several else []),
            Column(tr("Uppdrag eller uppgift"), 34),
            Column(tr("Ansvarig"), 22),
            Column(tr("Beslutat"), 15),
            Column(tr("Klart"), 13),
            Column(tr("Läge"), 14),
        )
        rows = tuple(
            (
                each.number or tr("uppgift"),
                *([each.group] if several else []),
                each.text,
                each.responsible.replace(";", ","),
                _given(each),
                _day(each.due, each.when),
                _state(each),
            )
            for each in found
        )
        return _listing(
            session,
            work.today,
            (agreement_id, group_id),
            (tr("BALANSLISTA"), tr("Balanslista")),
            (columns, rows, tr("Inget uppdrag och ingen uppgift är öppen.")),
        )


def _given(row: OpenItem) -> Value:
    if not row.decision:
        return row.given_on
    return tr("{decision}, {day}", decision=row.decision, day=row.given_on)


def _day(due: date | None, said: str) -> Value:
    """Return a time as a day where it was decided as one, else as it was said."""
    return due if due is not None and said == due.isoformat() else said


def _state(row: OpenItem) -> str:
    if not row.days_over:
        return capital(row.state)
    one = row.days_over == 1
    return tr("Försenad 1 dag") if one else tr("Försenad {n} dagar", n=row.days_over)


def _listing(
    session: Session,
    today: date,
    own: tuple[int, int | None],
    names: tuple[str, str],
    table: tuple[tuple[Column, ...], tuple[tuple[Value, ...], ...], str],
) -> Listing:
    agreement = session.get_one(Agreement, own[0])
    group = session.get_one(Group, own[1]).full_name if own[1] is not None else ""
    columns, rows, nothing = table
    return Listing(
        organisation=agreement.municipality,
        parties=bound_in(session, agreement.id),
        agreement=agreement.title,
        name=names[0],
        title=names[1],
        group=group,
        issued=today,
        columns=columns,
        rows=rows,
        nothing=nothing,
    )
