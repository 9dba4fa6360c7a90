"""The decision log: every decision of the year, or of all years, and what has taken its place."""

from typing import ClassVar

from PySide6.QtCore import Qt

from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import decision
from samverkan_desktop.services.decision import DecisionRow, kind_label
from samverkan_desktop.services.supersession import Link
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.hand_out import HandOut, Of
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.fields import CheckField
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.side_panel import Beside, SidePanel
from samverkan_desktop.ui.widgets.table_model import Column
from samverkan_desktop.vocabulary import DocumentKind


def _responsible(row: DecisionRow) -> str:
    return row.responsible.replace(";", ",")


def _superseded(row: DecisionRow) -> bool:
    return row.superseded_by is not None


def columns(groups: GroupNames) -> tuple[Column[DecisionRow], ...]:
    """Return what the log shows of a decision."""
    return (
        Column(
            tr("Nummer"),
            lambda row: row.number,
            width=144,
            sort=lambda row: (row.day, row.id),
            struck=_superseded,
        ),
        Column(tr("Grupp"), groups.of, width=152, optional=True),
        Column(tr("Dag"), lambda row: row.day.isoformat(), width=104),
        Column(tr("Beslut"), lambda row: row.text, struck=_superseded),
        Column(tr("Slag"), lambda row: kind_label(row.kind), width=104),
        Column(tr("Ansvarig"), _responsible, width=168, optional=True),
        Column(tr("Punkt"), lambda row: row.item, width=200),
        Column(
            tr("Ersatt av/ersätter"),
            lambda row: row.standing,
            width=160,
            status=lambda row: "not_countable" if _superseded(row) else None,
            optional=True,
        ),
    )


def _replaced(row: DecisionRow) -> tuple[Fact, ...]:
    later = row.superseded_by
    if later is None:
        return ()
    return Fact("", tr("gäller inte"), status="not_countable"), _link(later, later.by_later)


def _link(link: Link, words: str) -> Fact:
    return Fact("", capital(words), f"decision:{link.id}")


class DecisionsPage(Page):
    """The log, filtered as one types, with the chosen decision beside it."""

    rooms: ClassVar[frozenset[str]] = frozenset({"decision", "meeting", "agenda_item", "collaboration_group"})

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr_as("page", "Beslut"))
        self._rows: tuple[DecisionRow, ...] = ()
        self._groups = GroupNames()
        self.every_year = CheckField(tr("Visa alla år"))
        self.every_year.committed.connect(lambda _ticked: self.refresh())
        self.add_action_widget(self.every_year)
        self.hand_out = HandOut(context, DocumentKind.DECISIONS, tr("Skapa beslutslista"))
        self.hand_out.put_on(self)
        self.table: FilterTable[DecisionRow] = FilterTable(
            columns(self._groups),
            name=tr_as("several", "beslut"),
            key=lambda row: row.id,
            group=lambda row: kind_label(row.kind),
            empty=tr("Inga beslut är tagna än. De skrivs på mötet, under punkten de hör till."),
            step=tr("Gå till mötena"),
            done=lambda: context.navigate("meetings"),
        )
        self.panel = SidePanel(tr("Beslutet"))
        self._facts = Facts(self.open)
        self.panel.content.addWidget(self._facts)
        opens = button(tr("Öppna punkten på mötet"), self._open_item)
        self.panel.content.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        self.extract = HandOut(context, DocumentKind.EXTRACT, tr("Skapa protokollsutdrag"), self._of_chosen)
        # A menu's arrow stands last since its button runs from right to left: its left is the other side.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self.panel.content.addWidget(self.extract, 0, left)
        self.extract.put_among(self)
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
        self._beside.show_rows(self._rows)

    def open(self, target: str) -> None:
        """Choose the decision of ``decision:5``, of whatever year it is."""
        decision_id = int(target.rpartition(":")[2])
        if not self.table.select(decision_id):
            self.every_year.set_value(True)
            self.refresh()
            self.table.select(decision_id)
        self.table.setFocus()

    def _fill(self, row: DecisionRow) -> None:
        self.panel.set_title(row.number)
        self._facts.show_facts(
            (
                *_replaced(row),
                Fact(tr("Förslag"), row.proposal),
                Fact(tr("Beslut"), row.text),
                *(_link(each, each.of_earlier) for each in row.supersedes),
                Fact(tr("Ansvarig"), _responsible(row)),
                Fact(tr("Senast"), row.when),
                Fact(tr("Sänds till"), ", ".join(row.distribution)),
                Fact(tr("Slag"), kind_label(row.kind)),
                Fact(tr("Taget"), f"{row.day}, {row.group}"),
                Fact(tr("Punkt"), row.item),
            )
        )

    def _of_chosen(self) -> Of | None:
        row = self.table.current()
        if row is None:
            self.context.messages.say(tr("Välj ett beslut i listan först."))
        return Of(item_id=row.item_id) if row else None

    def _open_item(self) -> None:
        if row := self.table.current():
            self.context.navigate(f"meeting:{row.meeting_id}/item:{row.item_id}")
