"""The decision log: every decision of the year, or of all years, and what has taken its place."""

from typing import ClassVar

from PySide6.QtCore import Qt

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import decision
from samverkan_desktop.services.decision import DecisionRow, kind_label
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.fields import CheckField, ChoiceField
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column


def validity(row: DecisionRow) -> str:
    """Return whether another decision has taken a decision's place, or it that of another."""
    if row.superseded_by:
        return tr("ersatt av {number}", number=row.superseded_by)
    return tr("ersätter {number}", number=row.supersedes) if row.supersedes else ""


def _responsible(row: DecisionRow) -> str:
    return row.responsible.replace(";", ",")


def columns(groups: GroupNames) -> tuple[Column[DecisionRow], ...]:
    """Return what the log shows of a decision."""
    return (
        Column(tr("Nummer"), lambda row: row.number, width=144, sort=lambda row: (row.day, row.number)),
        Column(tr("Grupp"), groups.of, width=152, optional=True),
        Column(tr("Dag"), lambda row: row.day.isoformat(), width=104),
        Column(tr("Beslut"), lambda row: row.text),
        Column(tr("Slag"), lambda row: kind_label(row.kind), width=104),
        Column(tr("Ansvarig"), _responsible, width=168, optional=True),
        Column(tr("Punkt"), lambda row: row.item, width=200),
        Column(
            tr("Ersatt av/ersätter"),
            validity,
            width=160,
            status=lambda row: "not_countable" if row.superseded_by else None,
            optional=True,
        ),
    )


class DecisionsPage(Page):
    """The log, filtered as one types, with the chosen decision beside it."""

    rooms: ClassVar[frozenset[str]] = frozenset({"decision", "meeting", "agenda_item", "collaboration_group"})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Beslut"))
        self._rows: tuple[DecisionRow, ...] = ()
        self._groups = GroupNames()
        self.kind = ChoiceField(((None, tr("Alla slag")),))
        self.kind.setAccessibleName(tr("Slag av beslut"))
        self.kind.set_value(None)
        self.kind.committed.connect(lambda _kind: self._show())
        self.every_year = CheckField(tr("Visa alla år"))
        self.every_year.committed.connect(lambda _ticked: self.refresh())
        self.add_action_widget(self.kind)
        self.add_action_widget(self.every_year)
        self.table: FilterTable[DecisionRow] = FilterTable(
            columns(self._groups),
            name=tr("beslut"),
            key=lambda row: row.id,
            empty=tr("Inga beslut är tagna än. De skrivs på mötet, under punkten de hör till."),
            step=tr("Gå till mötena"),
            done=lambda: context.navigate("meetings"),
        )
        self.panel = SidePanel(tr("Beslutet"))
        self._facts = Facts(self.open)
        self.panel.content.addWidget(self._facts)
        opens = button(tr("Öppna punkten på mötet"), self._open_item)
        self.panel.content.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        self._beside = Beside(self.table, self.panel, self._fill, spare=(1, 4, 5, 6))
        self.table.opened.connect(lambda _row: self._open_item())
        self.body.addWidget(self._beside, 1)

    def refresh(self) -> None:
        """Read the decisions of the year, or of all."""
        every = bool(self.every_year.value())
        agreement_id, group_id = self.context.shown()
        period = None if every else self.context.period()
        self._rows = decision.log(
            self.context.workspace, period, agreement_id=agreement_id, group_id=group_id
        )
        self._groups.look_at(self._rows)
        present = sorted({row.kind for row in self._rows}, key=kind_label)
        chosen = self.kind.value()
        self.kind.offer([(None, tr("Alla slag")), *((kind, kind_label(kind)) for kind in present)])
        self.kind.set_value(chosen if chosen in present else None)
        self._show()

    def _show(self) -> None:
        kind = self.kind.value()
        self._beside.show_rows([row for row in self._rows if kind in (None, row.kind)])

    def open(self, target: str) -> None:
        """Choose the decision of ``decision:5``, of whatever year it is."""
        decision_id = int(target.rpartition(":")[2])
        if not self.table.select(decision_id):
            self.every_year.set_value(True)
            self.kind.set_value(None)
            self.refresh()
            self.table.select(decision_id)
        self.table.setFocus()

    def _fill(self, row: DecisionRow) -> None:
        self.panel.set_title(row.number)
        self._facts.show_facts(
            (
                Fact("", tr("ersatt") if row.superseded_by else "", status="not_countable"),
                Fact(tr("Beslut"), row.text),
                Fact(tr("Ersatt av"), row.superseded_by, self._target(row, row.superseded_by)),
                Fact(tr("Ersätter"), row.supersedes, self._target(row, row.supersedes)),
                Fact(tr("Ansvarig"), _responsible(row)),
                Fact(tr("Slag"), kind_label(row.kind)),
                Fact(tr("Taget"), f"{row.day}, {row.group}"),
                Fact(tr("Punkt"), row.item),
            )
        )

    def _target(self, row: DecisionRow, number: str) -> str:
        for other in decision.log(self.context.workspace, group_id=row.group_id) if number else ():
            if other.number == number:
                return f"decision:{other.id}"
        return ""

    def _open_item(self) -> None:
        if row := self.table.current():
            self.context.navigate(f"meeting:{row.meeting_id}/item:{row.item_id}")
