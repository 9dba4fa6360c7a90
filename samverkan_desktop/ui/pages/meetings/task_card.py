"""A task as a card under its item; and the form that asks for one in place."""

from PySide6.QtWidgets import QHBoxLayout

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import task
from samverkan_desktop.services.task import TaskRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values, attempt
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, button, icon_button


def task_fields(text: str) -> tuple[Field, ...]:
    """Return what is asked of a task; ``text`` is what its words are called as a field."""
    return (
        Field("responsible", tr("Vem gör uppgiften?")),
        Field(text, tr("Vad ska göras?")),
        Field(
            "due", tr("När ska det vara klart?"), Kind.WHEN, help=tr("En dag, eller till exempel mars 2019.")
        ),
    )


class TaskCard(Card):
    """One task: what, who and when; done, changed and taken away in place.

    Args:
        context: what the page is given.
        row: the task.
    """

    def __init__(self, context: PageContext, row: TaskRow) -> None:
        super().__init__()
        self._context = context
        self._row = row
        self._title = theme.label("", "strong", wrap=True)
        self._details = theme.label("", "small", wrap=True)
        self.done = button("", self._turn, "quiet", "check")
        self._edit = icon_button("pencil", tr("Ändra uppgiften"), self._toggle)
        self._remove = icon_button("trash-2", tr("Ta bort uppgiften"), self.remove)
        self.form = Form(task_fields("text"))
        self.form.hide()
        self.form.committed.connect(self._save)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for widget in (self.done, self._edit, self._remove):
            top.addWidget(widget)
        self.body.addLayout(top)
        self.body.addWidget(self._details)
        self.body.addWidget(self.form)

    def show_row(self, row: TaskRow, editable: bool) -> None:
        """Show the task as it is stored."""
        self._row = row
        name = tr("Uppgift: {text}", text=row.text)
        self._title.setText(name)
        self.setAccessibleName(name)
        self._details.setText("\n".join(_details(row)))
        verb = tr("Klar") if row.done_on is None else tr("Inte klar")
        self.done.setText(f" {verb}")
        self.done.setAccessibleName(verb)
        self.form.show_values(
            {"responsible": row.responsible, "text": row.text, "due": row.due_words or row.due}
        )
        self._edit.setVisible(editable)
        self._remove.setVisible(editable)
        if not editable:
            self.form.hide()

    def commit(self) -> None:
        """Every field saves itself when it is left."""

    def remove(self) -> None:
        """Take the task away."""
        if attempt(self._context, lambda: task.remove(self._context.workspace, self._row.id)):
            self._context.messages.say(tr("Uppgiften togs bort."), undo=True)

    def _turn(self) -> None:
        does = task.done if self._row.done_on is None else task.not_done
        attempt(self._context, lambda: does(self._context.workspace, self._row.id))

    def _toggle(self) -> None:
        self.form.setVisible(self.form.isHidden())
        if not self.form.isHidden():
            self.form.field("responsible").setFocus()

    def _save(self, name: str, value: object) -> None:
        try:
            task.change(self._context.workspace, self._row.id, **{name: value})
        except UserError as error:
            self.form.show_error(error)


def _details(row: TaskRow) -> list[str]:
    lines = [
        tr("Vem: {responsible}", responsible=row.responsible.replace(";", ",")),
        tr("När: {day}", day=row.when) if row.when else "",
        tr("Läge: {outcome}", outcome=row.outcome) if row.done_on or row.late else "",
    ]
    return [line for line in lines if line]


def task_form(context: PageContext, item_id: int, title: str) -> InPlaceForm:
    """Return the form that asks for a task under an item.

    Args:
        context: what the page is given.
        item_id: the item.
        title: what it is, as far as known.
    """

    def note(values: Values) -> None:
        task.note(
            context.workspace,
            item_id,
            values["title"],
            responsible=values["responsible"],
            due=values["due"],
        )

    return InPlaceForm(
        tr("Ny uppgift"),
        task_fields("title"),
        tr("Notera uppgiften"),
        note,
        initial={"title": title},
        aliases={"text": "title"},
    )
