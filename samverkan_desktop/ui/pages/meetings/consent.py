"""Consent to an individual case: that it exists, its day, and where it is kept; never by whom (S16, ST12)."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import individual_cases
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.widgets.entry import Entry, Steps, Values
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.vocabulary import Policy


class Consent(QWidget):
    """What goes for the individual case that an item takes up, and the note that consent has been given.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._item: ItemRow | None = None
        self.hint = theme.label("", "small", wrap=True)
        self.noted = theme.label("", wrap=True)
        fields = (
            Field("day", tr("Samtycke lämnades"), Kind.DATE),
            Field("kept", tr("Förvaras i"), placeholder=tr("Diariet hos socialförvaltningen")),
        )
        self.steps = Steps()
        self.entry = Entry(fields, tr("Anteckna"), self._note, context.messages, tr("Avbryt"))
        self.steps.add("note", tr("Anteckna samtycke…"), self.entry, self._begin)
        self.withdraw = button(tr("Ta bort samtycket"), self._withdraw, "quiet", "trash-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        for widget in (self.hint, self.noted, self.steps, self.withdraw):
            column.addWidget(widget)

    def show_item(self, item: ItemRow, *, editable: bool) -> None:
        """Show what goes for an item; nothing where it takes up no individual case.

        Args:
            item: the item.
            editable: whether its meeting can be changed.
        """
        if self._item is None or self._item.id != item.id:
            self.steps.offer()
        self._item = item
        given = item.consent_on is not None
        self.hint.setText(item.case_hint)
        self.noted.setText(_noted(item.consent_on, item.consent_kept))
        self.noted.setVisible(given)
        asked = item.individual_case and item.policy is Policy.CONSENT_NOTE
        self.steps.offer(*(["note"] if editable and asked else []))
        self.withdraw.setVisible(editable and given)
        self.setVisible(item.individual_case or given)

    def _shown(self) -> ItemRow:
        if self._item is None:
            raise LookupError("no item is shown")
        return self._item

    def _begin(self) -> Values:
        item = self._shown()
        return {"day": item.consent_on, "kept": item.consent_kept}

    def _note(self, values: Values) -> None:
        day = values["day"]
        if not isinstance(day, date):
            raise UserError(tr("Ange vilken dag samtycke lämnades."), field="day")
        individual_cases.note_consent(self._context.workspace, self._shown().id, day, str(values["kept"]))

    def _withdraw(self) -> None:
        work, item_id = self._context.workspace, self._shown().id
        attempt(self._context, lambda: individual_cases.withdraw_consent(work, item_id))


def _noted(day: date | None, kept: str) -> str:
    return tr("Samtycke lämnades {day}. Förvaras i: {kept}.", day=day, kept=kept) if day else ""
