"""What the table shows of a commission; what is late is told apart by shape and word."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.commission import CommissionRow
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import CommissionStatus

#: Columns that give way to the panel, which shows them too.
SPARE = (2, 3, 4)


def when(row: CommissionRow) -> str:
    """Return the day that holds, and whether it is a new one."""
    return tr("{day}, ny tid", day=row.when) if row.first_due else row.when


def when_at_length(row: CommissionRow) -> str:
    """Return the day that holds, and the one that was decided first."""
    if row.first_due is None:
        return when(row)
    return tr("{day}, först beslutat {first}", day=row.when, first=row.first_when)


def shape(row: CommissionRow) -> str:
    """Return the status whose shape a commission bears."""
    if row.reported_on is None:
        return "breached" if row.late else "upcoming"
    return "at_risk" if row.due is not None and row.reported_on > row.due else "fulfilled"


def outcome(row: CommissionRow) -> str:
    """Return what came of it, and whether the group has approved it."""
    if row.status is CommissionStatus.APPROVED:
        return tr("{outcome}, godkänd", outcome=row.outcome)
    return row.outcome


def short_outcome(row: CommissionRow) -> str:
    """Return what came of it, short enough for a column."""
    in_time = row.reported_on is not None and row.due is not None and row.reported_on <= row.due
    text = tr("redovisad på ny tid") if row.first_due and in_time else row.outcome
    return tr("{outcome}, godkänd", outcome=text) if row.status is CommissionStatus.APPROVED else text


def columns(groups: GroupNames) -> tuple[Column[CommissionRow], ...]:
    """Return the columns."""
    return (
        Column(tr("Nr"), lambda row: row.number, width=56, sort=lambda row: row.id),
        Column(tr("Uppdrag"), lambda row: row.title),
        Column(tr("Gavs av"), groups.of, width=152, optional=True),
        Column(tr("Ansvarig"), lambda row: row.responsible, width=168),
        Column(tr("Hur"), lambda row: row.how, width=176),
        Column(tr("När"), when, width=144, tooltip=when_at_length, sort=lambda row: row.due or row.given_on),
        Column(tr("Utfall"), short_outcome, width=248, tooltip=outcome, status=shape),
    )
