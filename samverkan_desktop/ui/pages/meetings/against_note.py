"""What speaks against the day of a meeting, said beside it as soon as the day is there."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.services import meeting_day
from samverkan_desktop.services.meeting_day import Objection
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.form import Form


class AgainstNote(QWidget):
    """A sentence for each thing that speaks against a day; nothing where nothing does."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.label = theme.label("", "error", wrap=True)
        column.addWidget(self.label)
        self.hide()

    def tell(self, objections: Sequence[Objection]) -> None:
        """Say what speaks against the day."""
        self.label.setText(said(objections))
        self.setHidden(not objections)

    def follow(self, work: Workspace, form: Form) -> None:
        """Say what speaks against the day in a form with a group, a day and times, whenever one changes."""

        def look(name: str, _value: object) -> None:
            if name in ("group_id", "day", "starts", "ends"):
                self.tell(of_form(work, form.values()))

        form.committed.connect(look)


def of_form(work: Workspace, values: dict[str, object]) -> tuple[Objection, ...]:
    """Return what speaks against the day that stands in a form; nothing where there is none yet."""
    group_id, day = values.get("group_id"), values.get("day")
    if not isinstance(group_id, int) or not isinstance(day, date):
        return ()
    starts, ends = values.get("starts"), values.get("ends")
    return meeting_day.against(
        work,
        group_id,
        day,
        starts if isinstance(starts, time) else None,
        ends if isinstance(ends, time) else None,
    )


def said(objections: Sequence[Objection]) -> str:
    """Return what speaks against a day as running text."""
    return " ".join(each.text for each in objections)
