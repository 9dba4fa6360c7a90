"""The margin of a meeting that is held: its time, that of the item, and what is amiss just now."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import at_meeting, meeting_clock
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.services.at_meeting import Margin
from samverkan_desktop.services.meeting_clock import Timeline
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import attempt
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.parts import button
from samverkan_desktop.ui.widgets.status_mark import StatusMark
from samverkan_desktop.vocabulary import MeetingStatus

#: How often the time is written anew, and how long a change rests before findings are asked for, in ms.
_TICK, _REST = 10_000, 400
#: How many findings stand there at most.
_MOST = 3


class LiveMargin(QWidget):
    """Time and findings, small, beside the notes; it never takes the keyboard.

    Args:
        context: what the page is given.
    """

    #: One wants to say who leads (``leader_seat_id``) or takes notes (``recorder_seat_id``).
    asked = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._state: MeetingState | None = None
        self._item: ItemRow | None = None
        self._timeline = Timeline()
        self._judged: object = None
        self.time = theme.label("", "small", wrap=True)
        self.pause = button(tr("Ajournera"), self._pause, "quiet", "clock")
        self.close_meeting = button(tr("Avsluta mötet"), self._close, "quiet", "check")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.GRID)
        row = QHBoxLayout()
        row.setSpacing(0)
        for each in (self.pause, self.close_meeting):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.time)
        column.addLayout(row)
        column.addLayout(self._lines)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._write_time)
        self._ask = QTimer(self, singleShot=True, interval=_REST)
        self._ask.timeout.connect(self.judge)

    def show_state(self, state: MeetingState, item_id: int | None) -> None:
        """Show how a meeting stands with an item open; findings follow when it has rested a while."""
        self._state, self._item = state, state.item(item_id)
        self._timeline = meeting_clock.timeline(self._context.workspace, state.meeting.id)
        self._write_time()
        (self._tick.start if self._timeline.running else self._tick.stop)()
        judged = _judged_by(state)
        if judged != self._judged:
            self._judged = judged
            self._ask.start()

    def open_item(self) -> None:
        """Let the time of the item that is shown run, where the meeting runs and is not adjourned."""
        self._clock(meeting_clock.open_item)

    def _clock(self, use_case: Callable[..., object]) -> None:
        if self._state is None or self._item is None:
            return
        meeting_id = self._state.meeting.id
        # Where time cannot be taken, there is more to say about what is written, and it is said there.
        with suppress(UserError, EnvironmentFault):
            use_case(self._context.workspace, meeting_id, self._item.id)
            self._timeline = meeting_clock.timeline(self._context.workspace, meeting_id)
        self._write_time()

    def _pause(self) -> None:
        if self._timeline.adjourned:
            self._clock(meeting_clock.resume)
        else:
            self._clock(lambda work, meeting_id, _item: meeting_clock.adjourn(work, meeting_id))

    def _close(self) -> None:
        if self._state is not None:
            work, meeting_id = self._context.workspace, self._state.meeting.id
            if attempt(self._context, lambda: meeting_clock.close(work, meeting_id)):
                self._context.messages.say(tr("Mötet är avslutat."), undo=True)

    def _write_time(self) -> None:
        running, adjourned = self._timeline.running, self._timeline.adjourned
        standing = self._timeline.at(self._context.workspace.clock.now())
        parts = []
        # Of one that nobody closed, and that had no time to end, it is not known how long it took.
        if self._timeline.begun_at is not None and (running or standing.elapsed):
            span = _span(standing.elapsed)
            parts.append(tr("Mötet: {time}", time=span) if running else tr("Mötet tog {time}", time=span))
        if self._item is not None:
            parts.append(_of_item(self._item, standing.used.get(self._item.id), running=running))
        text = " · ".join(part for part in parts if part)
        self.time.setText(tr("Ajournerat. {time}", time=text) if adjourned else text)
        self.time.setHidden(not text)
        said = tr("Återuppta") if adjourned else tr("Ajournera")
        self.pause.setText(f" {said}")
        self.pause.setAccessibleName(said)
        for each in (self.pause, self.close_meeting):
            each.setVisible(running)

    def judge(self) -> None:
        """Ask in the background what is amiss, and show it when it is known."""
        state, work = self._state, self._context.workspace
        if state is None or state.meeting.status is not MeetingStatus.HELD:
            self.show_margin(Margin())
            return
        meeting_id = state.meeting.id
        self._context.tasks.run(
            lambda _progress: at_meeting.margin(work, meeting_id), partial(self._answered, meeting_id), ""
        )

    def _answered(self, meeting_id: int, margin: Margin) -> None:
        # The archive may have been let go of, and the page with it.
        if isValid(self) and self._state is not None and self._state.meeting.id == meeting_id:
            self.show_margin(margin)

    def show_margin(self, margin: Margin) -> None:
        """Show what is amiss, worst first, and whose task nobody has."""
        while entry := self._lines.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        said = [(finding.status.value, finding.message, "") for finding in margin.findings]
        said += [
            ("at_risk", text, field)
            for text, field in ((margin.leader, "leader_seat_id"), (margin.recorder, "recorder_seat_id"))
            if text
        ]
        for status, text, field in said[:_MOST]:
            line = _line(status, text)
            if field and (row := line.layout()) is not None:
                step = button(tr("Ange"), partial(self.asked.emit, field), "link")
                step.setAccessibleName(text)
                row.addWidget(step)
            self._lines.addWidget(line)
        if len(said) > _MOST:
            more = tr("och {count} till, se Färdigställ", count=len(said) - _MOST)
            self._lines.addWidget(theme.label(more, "small"))


def _line(status: str, text: str) -> QWidget:
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.NEAR)
    across.addWidget(StatusMark(status), 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(theme.label(text, "small", wrap=True), 1)
    return line


def _judged_by(state: MeetingState) -> object:
    """Return what the findings of a meeting rest on, so that words in the notes do not ask for them anew."""
    row = state.meeting
    items = tuple(
        (i.id, i.topic, i.individual_case, i.consent_on, i.consent_kept, i.area_id) for i in state.items
    )
    there = tuple((a.id, a.status, a.substitute, a.headcount) for a in state.attendance)
    decided = tuple((d.id, d.text) for d in state.decisions)
    return (row.id, row.status, row.leader_seat_id, row.recorder_seat_id, items, there, decided)


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)


def _span(time: timedelta) -> str:
    hours, minutes = divmod(_minutes(time), 60)
    return tr("{hours} h {minutes} min", hours=hours, minutes=minutes) if hours else tr("{n} min", n=minutes)


def _of_item(item: ItemRow, used: timedelta | None, *, running: bool) -> str:
    """Return the time of an item: what it has taken of what was planned, and what is left or over."""
    spent = item.used_minutes if item.used_minutes is not None and not running else None
    if spent is None and used is not None:
        spent = _minutes(used)
    if spent is None:
        return tr("punkten: {planned} min planerat", planned=item.minutes) if item.minutes else ""
    if not item.minutes:
        return tr("punkten: {spent} min", spent=spent)
    told = tr("punkten: {spent} av {planned} min", spent=spent, planned=item.minutes)
    left = item.minutes - spent
    if not running:
        return told
    return (
        tr("{told}, {n} kvar", told=told, n=left) if left >= 0 else tr("{told}, {n} över", told=told, n=-left)
    )
