"""The earlier decisions that one replaces or revokes: looked for as one types, linked, let stand again."""

from functools import partial

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import decision, supersession
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.services.supersession import Link
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.fields import ChoiceField, TextField
from samverkan_desktop.ui.widgets.parts import button, icon_button, mark_wrong
from samverkan_desktop.vocabulary import Supersession

#: How much of a decision's words stands in the list.
_WORDS = 90


class _Search(TextField):
    """A line to look for a decision in; it asks for the list when one comes to it."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for the list."""
        self.entered.emit()
        super().focusInEvent(event)


class Superseded(QWidget):
    """Under a decision: the earlier ones whose place it takes, and a line to find one more.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._row: DecisionRow | None = None
        self._links: tuple[Link, ...] | None = None
        self._found: dict[str, int] = {}
        self._texts = QStringListModel(self)
        self.how = ChoiceField(
            ((Supersession.REPLACED, tr("Ersätter")), (Supersession.REVOKED, tr("Upphäver")))
        )
        self.how.set_value(Supersession.REPLACED)
        self.how.setAccessibleName(tr("Ersätter eller upphäver"))
        self.how.setMinimumContentsLength(9)
        self.search = _Search()
        self.search.setPlaceholderText(tr("Sök ett tidigare beslut på nummer eller ord"))
        self.search.setAccessibleName(tr("Tidigare beslut"))
        self.search.entered.connect(self._offer)
        self.search.returnPressed.connect(self._take_written)
        self._error = theme.label("", "error", wrap=True)
        self._error.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.how)
        line.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(self._rows)
        column.addWidget(self._line)
        column.addWidget(self._error)
        self.search.setCompleter(self._completer())

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._texts, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        # Queued: Qt itself writes the chosen text into the line first.
        completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        return completer

    def show_row(self, row: DecisionRow, editable: bool) -> None:
        """Show what a decision replaces and revokes."""
        if self._row is None or row.id != self._row.id:
            self._found = {}
        self._row = row
        self._line.setVisible(editable)
        if row.supersedes != self._links:
            self._links = row.supersedes
            self._show_links(editable)

    def _show_links(self, editable: bool) -> None:
        while entry := self._rows.takeAt(0):
            if gone := entry.widget():
                gone.hide()
                gone.deleteLater()
        for link in self._links or ():
            line = QWidget()
            inside = QHBoxLayout(line)
            inside.setContentsMargins(0, 0, 0, 0)
            opens = partial(self._context.navigate, f"decision:{link.id}")
            inside.addWidget(button(capital(link.of_earlier), opens, "link"))
            free = icon_button("x", tr("Låt beslutet gälla igen"), partial(self._release, link))
            free.setVisible(editable)
            inside.addWidget(free)
            inside.addStretch(1)
            self._rows.addWidget(line)

    def _offer(self) -> None:
        """Read what can be superseded."""
        if self._row is None:
            return
        rows = decision.supersedable(self._context.workspace, self._row.id)
        self._found = {_told(row): row.id for row in rows}
        self._texts.setStringList(list(self._found))

    def _take_written(self) -> None:
        """Take what is written, where it tells one decision from the others."""
        words = self.search.text().casefold().split()
        matching = [text for text in self._found if all(word in text.casefold() for word in words)]
        if words and len(matching) == 1:
            self._take(matching[0])
        elif words:
            self._say(tr("Välj ett av besluten i listan."))

    def _take(self, text: str) -> None:
        earlier, row, how = self._found.get(text), self._row, self.how.value()
        if earlier is None or row is None or not isinstance(how, Supersession):
            return
        self._say("")
        try:
            supersession.supersede(self._context.workspace, row.id, earlier, how)
        except UserError as error:
            self._say(error.message)
        else:
            self.search.clear()

    def _release(self, link: Link) -> None:
        if self._row is not None:
            own = self._row.id
            attempt(self._context, lambda: supersession.release(self._context.workspace, own, link.id))

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setHidden(not text)
        mark_wrong(self.search, text)


def _told(row: DecisionRow) -> str:
    words = row.text if len(row.text) <= _WORDS else f"{row.text[:_WORDS].rstrip()}…"
    return f"{row.number}  {row.day}  {words}"
