"""What the year brought: its meetings, its commissions by outcome, who had which role."""

from collections import Counter

from samverkan_desktop.documents.follow_up import CommissionLine, FollowUp, GroupYear, MeetingLine
from samverkan_desktop.i18n import sort_key, tr, tr_as
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fitted_table import FittedTable
from samverkan_desktop.ui.widgets.parts import Card
from samverkan_desktop.ui.widgets.table_model import Column, TableModel

_NUMBER, _DAY, _STATE = 16 * theme.GRID, 28 * theme.GRID, 30 * theme.GRID
_SENT, _DUE, _OUTCOME = 42 * theme.GRID, 54 * theme.GRID, 60 * theme.GRID


class MeetingsCard(Card):
    """The meetings that were required, and those that were held."""

    def __init__(self) -> None:
        super().__init__(tr("Möten"))
        self.count = theme.label("", wrap=True)
        self.model: TableModel[MeetingLine] = TableModel(_meeting_columns())
        self.table = FittedTable(self.model, tr("Årets möten"))
        self.body.addWidget(self.count)
        self.body.addWidget(self.table)

    def show_group(self, group: GroupYear, *, named: bool) -> None:
        """Show the meetings of a group in a year; named where there are several groups."""
        self.title.set_text(tr("Möten i {group}", group=group.name) if named else tr("Möten"))
        self.count.setText(_count(group))
        self.table.show_rows(group.meetings)
        self.table.setVisible(bool(group.meetings))


def _count(group: GroupYear) -> str:
    if group.required is None:
        held = tr("Hållna ordinarie möten: {n}.", n=group.held)
    else:
        held = tr("Hållna ordinarie möten: {n} av {m} fastlagda.", n=group.held, m=group.required)
    return f"{held} {tr('Extra möten: {n}.', n=group.extra)}"


def _meeting_columns() -> tuple[Column[MeetingLine], ...]:
    return (
        Column(tr("Möte"), lambda line: line.number, width=_NUMBER),
        Column(tr("Datum"), lambda line: line.day.isoformat(), width=_DAY),
        Column(tr("Slag"), _kind),
        Column(tr("Läge"), lambda line: capital(line.state), width=_STATE, status=_meeting_status),
        Column(tr("Närvaro"), _presence, width=_STATE),
        Column(tr("Kallelse"), lambda line: _day(line.call_sent), width=_STATE),
        Column(tr("Anteckningar"), _minutes, width=_SENT),
    )


def _kind(line: MeetingLine) -> str:
    return capital(f"{line.kind} – {line.remark}" if line.remark else line.kind)


def _meeting_status(line: MeetingLine) -> str:
    return "upcoming" if line.present is None else "fulfilled"


def _presence(line: MeetingLine) -> str:
    return "–" if line.present is None else tr("{n} av {m}", n=line.present, m=line.called)


def _day(day: object) -> str:
    return str(day) if day else "–"


def _minutes(line: MeetingLine) -> str:
    if line.minutes_sent is None or line.minutes_days is None:
        return _day(line.minutes_sent)
    if line.minutes_days == 1:
        return tr("{day} (1 dag)", day=line.minutes_sent)
    return tr("{day} ({n} dagar)", day=line.minutes_sent, n=line.minutes_days)


class CommissionsCard(Card):
    """The commissions of the year by what became of them."""

    def __init__(self) -> None:
        super().__init__(tr_as("several", "Uppdrag"))
        self.count = theme.label("", wrap=True)
        self._content: FollowUp | None = None
        self.model: TableModel[CommissionLine] = TableModel(self._columns())
        self.table = FittedTable(self.model, tr("Uppdrag efter utfall"))
        self.body.addWidget(self.count)
        self.body.addWidget(self.table)

    def _columns(self) -> tuple[Column[CommissionLine], ...]:
        return (
            Column(tr("Nr"), lambda line: line.number, width=_NUMBER),
            Column(tr("Uppdrag"), lambda line: line.title),
            Column(tr("Ansvarig"), lambda line: line.responsible),
            Column(tr("Redovisas"), _due, width=_DUE),
            Column(tr("Utfall"), lambda line: capital(line.outcome), width=_OUTCOME, status=self._status),
        )

    def _status(self, line: CommissionLine) -> str:
        if line.reported is not None:
            return "fulfilled"
        late = self._content is not None and line.due < self._content.issued
        return "breached" if late else "upcoming"

    def show_content(self, content: FollowUp) -> None:
        """Show the commissions of a year."""
        self._content = content
        counted = Counter(line.outcome for line in content.commissions)
        said = " · ".join(f"{capital(outcome)} {number}" for outcome, number in counted.items())
        self.count.setText(said or tr("Inga uppdrag har varit öppna under året."))
        ordered = sorted(
            content.commissions, key=lambda line: (sort_key(line.outcome), sort_key(line.number))
        )
        self.table.show_rows(ordered)
        self.table.setVisible(bool(ordered))


def _due(line: CommissionLine) -> str:
    if line.first_due is None:
        return line.when
    return tr("{day} (först {first})", day=line.when, first=line.first_when)


class LinesCard(Card):
    """Sentences under one another; nothing where there are none."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.text = theme.label("", wrap=True)
        self.body.addWidget(self.text)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show other sentences."""
        self.text.setText("\n".join(lines))
        self.setVisible(bool(lines))
