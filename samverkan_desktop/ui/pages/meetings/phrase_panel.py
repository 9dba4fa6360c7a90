"""The user's own phrases: listed, added to, changed and taken away, in place beside the notes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services import phrase
from samverkan_desktop.services.phrase import PhraseRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values, attempt
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import Card, button, icon_button


class PhrasePanel(Card):
    """A card with each phrase in a line, and a form for a new one or the one that is changed.

    Args:
        context: what the page is given.
    """

    #: Told on the key sheet.
    KEYS = (("Esc", mark("Stäng fraserna")),)

    #: One is done with it.
    closed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Egna fraser"))
        self._context = context
        self._form: InPlaceForm | None = None
        self.title.add(icon_button("x", tr("Stäng fraserna (Esc)"), self.closed.emit))
        hint = tr("Skriv # och början av ett namn i anteckningarna, så skrivs hela frasen.")
        self.body.addWidget(theme.label(hint, "small", wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.GRID)
        self.body.addLayout(self._lines)
        self._new = button(tr("Ny fras"), self.ask, "quiet", "plus")
        self.body.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)

    def open(self, key: str | None = None) -> None:
        """Show the phrases; with a key, or where there is none yet, ask for a new one at once."""
        rows = self._show()
        self.show()
        if key is not None or not rows:
            self.ask(key or "")
        else:
            self._new.setFocus()

    def _show(self) -> tuple[PhraseRow, ...]:
        rows = phrase.listing(self._context.workspace)
        while entry := self._lines.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for row in rows:
            self._lines.addWidget(self._line(row))
        return rows

    def _line(self, row: PhraseRow) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.NEAR)
        across.addWidget(theme.label(f"{phrase.SIGN}{row.key}", "strong"))
        across.addWidget(theme.label(row.text, wrap=True), 1)
        change = icon_button("pencil", tr("Ändra #{key}", key=row.key), partial(self._change, row))
        remove = icon_button("trash-2", tr("Ta bort #{key}", key=row.key), partial(self._remove, row))
        for each in (change, remove):
            across.addWidget(each)
        return line

    def ask(self, key: str = "") -> None:
        """Ask for a new phrase."""
        work = self._context.workspace
        self._open_form(
            tr("Ny fras"),
            tr("Lägg till"),
            lambda values: phrase.add(work, values["key"], values["text"]),
            {"key": key},
        )

    def _change(self, row: PhraseRow) -> None:
        work = self._context.workspace
        self._open_form(
            tr("Ändra #{key}", key=row.key),
            tr("Ändra"),
            lambda values: phrase.change(work, row.id, values["key"], values["text"]),
            {"key": row.key, "text": row.text},
        )

    def _open_form(
        self, title: str, verb: str, carry_out: Callable[[Values], object], initial: Values
    ) -> None:
        self._leave_form()
        fields = [
            Field("key", tr("Namn, som skrivs efter #"), placeholder=tr("tack")),
            Field("text", tr("Fras"), Kind.MULTILINE, lines=2),
        ]
        form = self._form = InPlaceForm(title, fields, verb, carry_out, initial=initial)
        form.closed.connect(self._form_closed)
        self.body.addWidget(form)
        self._new.hide()
        form.begin()
        if initial.get("key") and not initial.get("text"):
            form.form.field("text").setFocus()

    def _form_closed(self) -> None:
        carried = self._form is not None and self._form.carried
        self._leave_form()
        if not self._show() and not carried:
            self.closed.emit()
        else:
            self._new.setFocus()

    def _leave_form(self) -> None:
        if self._form:
            self._form.hide()
            self._form.deleteLater()
        self._form = None
        self._new.show()

    def _remove(self, row: PhraseRow) -> None:
        if attempt(self._context, lambda: phrase.remove(self._context.workspace, row.id)):
            self._context.messages.say(tr("Frasen togs bort."), undo=True)
            self._show()
            self._new.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
