"""The next meeting: when it is, how far it has come, and the way to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import clock_span, long_date, tr
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.services.overview import Overview
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.meetings.steps import next_step, steps
from samverkan_desktop.ui.widgets.flow import Flow
from samverkan_desktop.ui.widgets.parts import Card, EmptyState, button
from samverkan_desktop.ui.widgets.stepper import Step, StepState
from samverkan_desktop.vocabulary import MeetingStatus

_MEETING = "meeting:"
#: How many days after its day a meeting is still counted from it.
_COUNTED = 14
_TO_CLOSE = (MeetingStatus.HELD, MeetingStatus.FINISHED)


class NextMeeting(Card):
    """The next meeting of a working year, or the next step where there is none.

    Args:
        navigate: goes to a place in the window.
    """

    def __init__(self, navigate: Callable[[str], None]) -> None:
        super().__init__(tr("Nästa möte"))
        self._navigate = navigate
        self._target = ""
        self.name = theme.label("", "strong", wrap=True)
        self.when = theme.label("", wrap=True)
        self.left = theme.label("", "number")
        self.steps = QWidget()
        self._steps = Flow(self.steps)
        self._steps.setSpacing(0)
        self._shown_steps: tuple[Step, ...] = ()
        self.open_it = button(tr("Öppna mötet"), lambda: navigate(self._target), "primary")
        self._known = QWidget()
        self._lay_out()
        self._empty: EmptyState | None = None
        self.body.addWidget(self._known)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.name, 1)
        top.addWidget(self.left)
        known = QVBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.setSpacing(theme.NEAR)
        known.addLayout(top)
        known.addWidget(self.when)
        known.addWidget(self.steps)
        known.addWidget(self.open_it, 0, Qt.AlignmentFlag.AlignLeft)

    def show_overview(self, overview: Overview, period: str) -> None:
        """Show what comes next in a working year."""
        meeting = overview.next_meeting
        self._known.setVisible(meeting is not None)
        self._entitle(meeting)
        self._show_empty(overview, period)
        if meeting is None:
            return
        self._target = f"{_MEETING}{meeting.id}"
        self.name.setText(f"{meeting.title} · {meeting.group}")
        self.when.setText(_when(meeting))
        self.left.setText(days_left(overview.days_left or 0))
        self._show_steps(steps(meeting, next_step(meeting)))

    def _entitle(self, meeting: MeetingRow | None) -> None:
        begun = meeting is not None and meeting.status in _TO_CLOSE
        heading = tr("Mötet att avsluta") if begun else tr("Nästa möte")
        self.title.set_text(heading)
        self.setAccessibleName(heading)

    def _show_empty(self, overview: Overview, period: str) -> None:
        if self._empty:
            self.body.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if overview.next_meeting is not None:
            return
        if any(mark.target.startswith(_MEETING) for mark in overview.wheel.marks):
            text = tr("Alla möten {period} är hållna och utskickade.", period=period)
            self._empty = EmptyState(text, tr("Se uppföljningen"), lambda: self._navigate("follow_up"))
        else:
            text = tr("Det finns inga möten för {period} än.", period=period)
            step = tr("Lägg upp årsplanen för {period}", period=period)
            self._empty = EmptyState(text, step, lambda: self._navigate(f"plan:{period}"))
        self.body.addWidget(self._empty)

    def _show_steps(self, shown: Sequence[Step]) -> None:
        if tuple(shown) == self._shown_steps:
            return
        self._shown_steps = tuple(shown)
        while item := self._steps.takeAt(0):
            if gone := item.widget():
                gone.hide()
                gone.deleteLater()
        for number, step in enumerate(shown, 1):
            link = button(
                step.label if step.done else f"{number}  {step.label}",
                lambda: self._navigate(self._target),
                "segment",
                "check" if step.done else "",
            )
            link.setCheckable(step.state is StepState.CURRENT)
            link.setChecked(step.state is StepState.CURRENT)
            state = tr("klart") if step.done else tr("kvar")
            link.setAccessibleName(f"{number}. {step.label}, {state}")
            self._steps.addWidget(link)


def days_left(days: int) -> str:
    """Return how far off a day is, in words: ``Om 12 dagar``."""
    if days == 0:
        return tr("I dag")
    if days == 1:
        return tr("I morgon")
    if days == -1:
        return tr("I går")
    if days < -_COUNTED:
        return tr("Dagen har passerat")
    return tr("Om {n} dagar", n=days) if days > 0 else tr("För {n} dagar sedan", n=-days)


def _when(meeting: MeetingRow) -> str:
    day = long_date(meeting.day)
    parts = (day[:1].upper() + day[1:], clock_span(meeting.starts, meeting.ends), meeting.place)
    return ", ".join(part for part in parts if part)
