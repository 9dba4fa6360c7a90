"""One more obligation to read out of a clause: its kind is chosen, then its sentence filled in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement.kind_list import KindList
from samverkan_desktop.ui.pages.agreement.obligation_form import Demand, ObligationForm, begun
from samverkan_desktop.ui.pages.agreement.setting import Setting
from samverkan_desktop.ui.widgets.fields import commit_pending
from samverkan_desktop.ui.widgets.parts import Card, button, reveal


class NewObligation(QWidget):
    """A button that unfolds the kinds, then the sentence of the one chosen; nothing is kept until added."""

    #: The kind and what it says, a `Demand`.
    added = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._setting = Setting()
        self.kind = ""
        self.writing: ObligationForm | None = None
        self._demand = Demand({})
        self.start = button(tr("Läs ut ett åtagande"), self.begin, icon="plus")
        self.kinds = KindList()
        self.kinds.chosen.connect(self.choose)
        self._kinds = Card(tr("Vad säger stycket?"))
        self._kinds.body.addWidget(self.kinds)
        self._kinds.body.addWidget(button(tr("Avbryt"), self.fold), 0, Qt.AlignmentFlag.AlignLeft)
        self._draft = Card()
        self._draft.title.show()
        self._place = QVBoxLayout()
        self._draft.body.addLayout(self._place)
        steps = QHBoxLayout()
        steps.setSpacing(theme.NEAR)
        self.add = button(tr("Lägg till åtagandet"), self._add, "primary")
        steps.addWidget(self.add)
        steps.addWidget(button(tr("Välj ett annat"), self.begin))
        steps.addWidget(button(tr("Avbryt"), self.fold))
        steps.addStretch(1)
        self._draft.body.addLayout(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._kinds)
        column.addWidget(self._draft)
        self.fold()

    def show_setting(self, setting: Setting) -> None:
        """Offer what can be chosen in the agreement."""
        self._setting = setting
        if self.writing is not None:
            self.writing.show_demand(self._demand, setting)

    def begin(self) -> None:
        """Show the kinds to choose from."""
        self._show(self._kinds)
        self.kinds.begin()
        reveal(self._kinds)

    def fold(self) -> None:
        """Let go of what was begun."""
        self.kind = ""
        self._show(self.start)

    def choose(self, kind: str) -> None:
        """Show the sentence of a kind, to be filled in."""
        self.kind = kind
        if self.writing is not None:
            self._place.removeWidget(self.writing)
            self.writing.hide()
            self.writing.deleteLater()
        self._demand = begun(kind, self._setting)
        self.writing = ObligationForm(kind, self._setting, self._demand)
        self.writing.changed.connect(self._written)
        self._place.addWidget(self.writing)
        self._draft.title.set_text(KINDS[kind].called(self._setting.words))
        self._show(self._draft)
        self.add.setFocus()
        reveal(self._draft)

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether it concerns one of these."""
        return self.writing is not None and self.writing.show_error(error)

    def _written(self, demand: Demand) -> None:
        self._demand = demand
        if self.writing is not None:
            self.writing.show_demand(demand, self._setting)

    def _add(self) -> None:
        commit_pending()
        self.added.emit(self.kind, self._demand)

    def _show(self, part: QWidget) -> None:
        for each in (self.start, self._kinds, self._draft):
            each.setVisible(each is part)
