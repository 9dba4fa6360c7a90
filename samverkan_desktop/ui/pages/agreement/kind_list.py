"""The kinds of obligations to choose from: families that unfold, each kind with what it is for."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement.sentences import FAMILIES, Family
from samverkan_desktop.ui.widgets.expander import Expander
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.ui.widgets.parts import button


class KindList(QWidget):
    """Every kind of obligation."""

    #: The name of the kind that was chosen.
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.search = TextField()
        self.search.setPlaceholderText(tr("Sök bland åtaganden, till exempel ”möten” eller ”nämnd”"))
        self.search.setAccessibleName(tr("Sök bland åtaganden"))
        self.search.textChanged.connect(self._find)
        self._rows: dict[str, QWidget] = {}
        self._texts: dict[str, str] = {}
        self.families: list[Expander] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.search)
        for family in FAMILIES:
            column.addWidget(self._family(family))
        self.nothing = theme.label(tr("Inget åtagande heter så."), "muted")
        self.nothing.hide()
        column.addWidget(self.nothing)

    def _family(self, family: Family) -> Expander:
        expander = Expander(tr(family.title))
        for kind, about in family.kinds.items():
            row = QWidget()
            lines = QVBoxLayout(row)
            lines.setContentsMargins(theme.APART, 0, 0, 0)
            lines.setSpacing(0)
            title = KINDS[kind].called()
            choose = button(title, partial(self.chosen.emit, kind), "link")
            choose.setAccessibleDescription(tr(about))
            lines.addWidget(choose)
            lines.addWidget(theme.label(tr(about), "small", wrap=True))
            expander.body.addWidget(row)
            self._rows[kind] = row
            self._texts[kind] = f"{title} {tr(about)} {tr(family.title)}".casefold()
        self.families.append(expander)
        return expander

    def begin(self) -> None:
        """Show every family closed, and go to the search."""
        self.search.clear()
        for family in self.families:
            family.set_open(False)
        self.search.setFocus()

    def _find(self, text: str) -> None:
        words = text.casefold().split()
        found = {kind for kind, about in self._texts.items() if all(word in about for word in words)}
        for kind, row in self._rows.items():
            row.setVisible(kind in found)
        for family, expander in zip(FAMILIES, self.families, strict=True):
            own = found & set(family.kinds)
            expander.setVisible(bool(own))
            expander.set_open(bool(own and words))
        self.nothing.setVisible(not found)
