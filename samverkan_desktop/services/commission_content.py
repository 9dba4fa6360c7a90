"""Gathering what a commission brief says (T22)."""

from samverkan_desktop.documents.commission import CommissionBrief
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.group import Group
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import commission, own_words
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.services.group import seat_rows
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Role


def brief(work: Workspace, commission_id: int) -> CommissionBrief:
    """Return what a commission's brief says.

    Raises:
        UserError: there is no such commission.
    """
    with work.read() as session:
        rows = [row for row in commission.rows_in(session, work.today) if row.id == commission_id]
        if not rows:
            raise UserError(tr("Det finns inget uppdrag med nummer {id}.", id=commission_id))
        row = rows[0]
        group = session.get_one(Group, row.group_id)
        agreement = session.get_one(Agreement, group.agreement_id)
        words = own_words.of_agreement(agreement)
        seats = seat_rows(session, row.work_group_id, row.given_on) if row.work_group_id else ()
        work_group = session.get(Group, row.work_group_id) if row.work_group_id else None
        return CommissionBrief(
            organisation=agreement.municipality,
            agreement=agreement.title,
            number=row.number,
            title=row.title,
            given_by=group.full_name,
            given_on=row.given_on,
            decision=row.decision,
            background=row.background or (work_group.need if work_group else ""),
            responsible=tuple(name.strip() for name in row.responsible.split(";") if name.strip()),
            members=tuple(f"{seat.function}, {seat.party}" for seat in seats),
            convenor=next((s.function for s in seats if Role.CONVENOR in s.roles), ""),
            secretary=next((s.function for s in seats if Role.SECRETARY in s.roles), ""),
            how=row.how,
            when=_when(row),
            status=_status(row),
            convenor_label=capital(words.role(Role.CONVENOR)),
            secretary_label=capital(words.role(Role.SECRETARY)),
        )


def _when(row: CommissionRow) -> str:
    text = row.when
    if row.first_due is not None:
        text = tr("{due} (först beslutat {first})", due=text, first=row.first_when)
    if row.interim:
        days = ", ".join(day.isoformat() for day in row.interim)
        text = tr("delredovisning {days}, slutredovisning {final}", days=days, final=text)
    return text


def _status(row: CommissionRow) -> str:
    if row.reported_on is None:
        return row.outcome
    text = f"{row.outcome} {row.reported_on}"
    return (
        tr("{text}, godkänd genom beslut {number}", text=text, number=row.approved_by)
        if row.approved_by
        else text
    )
