"""Where in a meeting that is mended which was found before its minutes are finished."""

from typing import Protocol

from samverkan_desktop.services.minutes_checks import CheckRow
from samverkan_desktop.ui.pages.meetings.attendance_pane import AttendancePane
from samverkan_desktop.ui.pages.meetings.notes_pane import NotesPane
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.pages.meetings.steps import At

#: Checks that are mended at another step than where the meeting is minuted.
_STEPS = {"R06": At.AGENDA, "R21": At.PLAN, "R28": At.CALL, "held": At.HOLD}


def step_of(row: CheckRow) -> At:
    """Return the step where something is mended."""
    return _STEPS.get(row.check, At.HOLD)


def item_of(row: CheckRow, state: MeetingState) -> int | None:
    """Return the item under which something is mended; None where it is the attendance list."""
    kind, _, identity = row.place.partition(":")
    sought = int(identity)
    if kind == "commission":
        kind, sought = "decision", next((c.decision_id for c in state.commissions if c.id == sought), 0)
    if kind == "decision":
        return next((each.item_id for each in state.decisions if each.id == sought), None)
    return sought if kind == "item" else None


class Desk(Protocol):
    """The meeting's workspace, as far as it is gone about in here."""

    state: MeetingState | None
    item_id: int | None
    here: At
    attendance: AttendancePane
    notes: NotesPane

    def go(self, step: At) -> None:
        """Go to a step."""


class Mending:
    """Goes to where what was found is mended, and back to what is left.

    Args:
        desk: the meeting's workspace.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._there: At | None = None

    def go(self, row: CheckRow) -> None:
        """Go to where something is mended, with the cursor in it."""
        desk = self._desk
        if desk.state is None:
            return
        item_id = item_of(row, desk.state)
        if item_id is not None:
            desk.item_id = item_id
        self._there = step_of(row)
        desk.go(self._there)
        if desk.here is At.HOLD:
            (desk.attendance if item_id is None else desk.notes.editor.text).setFocus()

    def back(self) -> None:
        """Go back to what is found, where one came from there."""
        if self._there is not None and self._desk.here is self._there:
            self._there = None
            self._desk.go(At.FINISH)
