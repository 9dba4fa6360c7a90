"""A stepper: the steps of one thing, where one stands, and what is behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from samverkan_desktop.i18n import tr, tr_as
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.widgets.flow import Flow


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    CURRENT = "current"
    TODO = "todo"
    CLOSED = "closed"


@dataclass(frozen=True)
class Step:
    """One step.

    Args:
        key: what it is called in the code.
        label: what it is called: a verb.
        state: where it stands; a closed step cannot be opened yet.
        reason: why it stands so, shown when one rests on it.
        done: whether the step where one is has been done before: it keeps its tick.
    """

    key: str
    label: str
    state: StepState
    reason: str = ""
    done: bool = False


class Stepper(QWidget):
    """The steps in a row; each opens when it is pressed."""

    #: The key of the step that was pressed.
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        self._row = Flow(self, across=theme.GRID)
        self._row.setSpacing(theme.GRID)
        self.setAccessibleName(tr_as("several", "Steg"))

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show where the steps stand."""
        if [step.key for step in steps] != list(self._buttons):
            self._build(steps)
        for number, step in enumerate(steps, 1):
            self._show(self._buttons[step.key], number, step)

    def _build(self, steps: Sequence[Step]) -> None:
        while item := self._row.takeAt(0):
            if gone := item.widget():
                gone.deleteLater()
        self._buttons = {}
        for step in steps:
            if self._buttons:
                self._row.addWidget(_arrow())
            button = self._buttons[step.key] = QToolButton()
            button.setProperty("role", "step")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _checked=False, key=step.key: self.chosen.emit(key))
            self._row.addWidget(button)

    def _show(self, button: QToolButton, number: int, step: Step) -> None:
        states = {
            StepState.DONE: tr("klart"),
            StepState.CURRENT: tr("här är du"),
            StepState.TODO: tr("kvar"),
            StepState.CLOSED: tr("öppnas senare"),
        }
        done = step.done or step.state is StepState.DONE
        button.setText(f" {step.label}" if done else f"{number}  {step.label}")
        button.setAccessibleName(f"{number}. {step.label}, {states[step.state]}")
        button.setToolTip(step.reason)
        button.setEnabled(step.state is not StepState.CLOSED)
        button.setProperty("state", step.state.value)
        icons.put(button, "check" if done else "", "accent")
        button.style().unpolish(button)
        button.style().polish(button)


def _arrow() -> QLabel:
    result = theme.label("›", "muted")
    result.setAccessibleName(" ")
    return result
