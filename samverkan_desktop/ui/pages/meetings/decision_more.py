"""What unfolds on a decision's card: the proposal, by when, who is told, and what it replaces."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.decision import DecisionRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.superseded import Superseded
from samverkan_desktop.ui.widgets.fields import TextField
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import MenuButton, mark_wrong


class DecisionMore(QWidget):
    """Fields that few decisions need.

    Args:
        context: what the page is given.
        functions: the group's, to be told.
    """

    #: A field's name and what was written in it.
    committed = Signal(str, object)

    def __init__(self, context: PageContext, functions: Sequence[str]) -> None:
        super().__init__()
        self.form = Form(
            (
                Field("proposal", tr("Förslag"), Kind.MULTILINE, lines=1),
                Field(
                    "due",
                    tr("Senast"),
                    Kind.WHEN,
                    help=tr("En dag, eller till exempel första kvartalet 2019."),
                ),
            )
        )
        self.form.committed.connect(self.committed)
        self.told = TextField()
        self.told.setPlaceholderText(tr("Funktioner, skilda med semikolon"))
        self.told.setAccessibleName(tr("Sänds till"))
        self.told.committed.connect(lambda value: self.committed.emit("distribution", _names(str(value))))
        self.choose = MenuButton(tr("Välj"), [(name, partial(self._toggle, name)) for name in functions])
        self.choose.setToolTip(tr("Lägg till en av gruppens funktioner, eller ta bort den"))
        self.choose.setEnabled(bool(functions))
        self._told_error = theme.label("", "error", wrap=True)
        self._told_error.hide()
        self.superseded = Superseded(context)
        self._lay_out()

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.addWidget(self.told, 1)
        told.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.form)
        column.addWidget(_headed(tr("Sänds till"), self.told))
        column.addLayout(told)
        column.addWidget(self._told_error)
        column.addWidget(_headed(tr("Ersätter eller upphäver"), self.superseded.search))
        column.addWidget(self.superseded)

    def show_row(self, row: DecisionRow, editable: bool) -> None:
        """Show the decision as it is stored."""
        self.form.show_values({"proposal": row.proposal, "due": row.due_words or row.due})
        self.told.set_value("; ".join(row.distribution))
        self.told.setToolTip("\n".join(row.distribution))
        self.superseded.show_row(row, editable)
        self.form.setEnabled(editable)
        self.told.setReadOnly(not editable)
        self.choose.setVisible(editable)

    def commit(self) -> None:
        """Save what is being written."""
        for name in ("proposal", "due"):
            field = self.form.field(name)
            if hasattr(field, "commit"):
                field.commit()
        self.told.commit()

    def show_error(self, error: UserError) -> bool:
        """Say at its field what is wrong; returns whether the error concerns a field here."""
        mine = error.field == "distribution"
        self._told_error.setText(error.message if mine else "")
        self._told_error.setHidden(not mine)
        mark_wrong(self.told, error.message if mine else "")
        return mine or self.form.show_error(error)

    def clear_errors(self) -> None:
        """Take away what was said of the fields."""
        self.form.clear_errors()
        self._told_error.hide()
        mark_wrong(self.told, "")

    def _toggle(self, name: str) -> None:
        names = _names(self.told.text())
        names = [each for each in names if each != name] if name in names else [*names, name]
        self.told.setText("; ".join(names))
        self.told.commit()


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def _headed(text: str, field: QWidget) -> QLabel:
    label = theme.label(text, "strong")
    label.setBuddy(field)
    return label
