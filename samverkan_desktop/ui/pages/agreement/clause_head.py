"""The chosen clause: what it is called, its words to change in place, and its place among the others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.agreement import ClauseRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import tell_unfolding
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import icon_button


def clause_fields() -> tuple[Field, ...]:
    """Return what is written of a clause."""
    return (
        Field("reference", tr("Beteckning"), placeholder=tr("§ 4")),
        Field("heading", tr("Rubrik"), beside=True),
        Field("text", tr("Stycket, ord för ord"), Kind.MULTILINE, lines=4),
    )


class ClauseHead(QWidget):
    """The clause above its obligations."""

    #: The clause's identity, the name of a field and what it is to hold.
    changed = Signal(int, str, object)
    #: The clause's identity, and how many places up (-1) or down (1) it is to go.
    moved = Signal(int, int)
    #: The clause's identity.
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._clause: ClauseRow | None = None
        self.title = theme.label("", "heading", wrap=True)
        self.edit = icon_button("pencil", tr("Ändra stycket"))
        self.edit.setCheckable(True)
        tell_unfolding(self.edit)
        self.edit.toggled.connect(self._unfold)
        self.up = icon_button("chevron-up", tr("Flytta upp stycket"), lambda: self._move(-1))
        self.down = icon_button("chevron-down", tr("Flytta ned stycket"), lambda: self._move(1))
        self.remove = icon_button("trash-2", tr("Ta bort stycket"), self._remove)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.title, 1)
        for tool in self._tools():
            row.addWidget(tool)
        self.locked = theme.label(
            tr("Stycket är en miniminivå i mallen och ändras inte. Lägg till egna stycken bredvid."),
            "small",
            wrap=True,
        )
        self.form = Form(clause_fields())
        self.form.committed.connect(self._committed)
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addLayout(row)
        column.addWidget(self.locked)
        column.addWidget(self.form)

    def _tools(self) -> tuple[QToolButton, ...]:
        return (self.edit, self.up, self.down, self.remove)

    def show_clause(self, clause: ClauseRow, *, writable: bool) -> None:
        """Show a clause; what is being written in the same one is left alone."""
        if self._clause is None or self._clause.id != clause.id:
            self.form.clear_errors()
            self.edit.setChecked(False)
        self._clause = clause
        self.title.setText(f"{clause.reference}  {clause.heading}")
        self.form.show_values({"reference": clause.reference, "heading": clause.heading, "text": clause.text})
        for tool in self._tools():
            tool.setVisible(writable)
        self.form.setVisible(writable and self.edit.isChecked())
        self.locked.setVisible(clause.locked)

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether it concerns a field of the clause."""
        return self.form.show_error(error)

    def _unfold(self, is_open: bool) -> None:
        self.form.setVisible(is_open)
        if is_open:
            self.form.field("text").setFocus()

    def _committed(self, name: str, value: object) -> None:
        if self._clause is not None:
            self.changed.emit(self._clause.id, name, value)

    def _move(self, steps: int) -> None:
        if self._clause is not None:
            self.moved.emit(self._clause.id, steps)

    def _remove(self) -> None:
        if self._clause is not None:
            self.removed.emit(self._clause.id)
