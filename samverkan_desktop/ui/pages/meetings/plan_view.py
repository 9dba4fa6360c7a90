"""The step Planera: when, where and why a meeting is held; it is moved and cancelled here."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import export, meeting, meeting_day
from samverkan_desktop.services.exported_file import WhenChanged, Written
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.pages.meetings.against_note import AgainstNote
from samverkan_desktop.ui.pages.meetings.files_written import FilesWritten
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values, save
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import Card, button, scrolling
from samverkan_desktop.vocabulary import DocumentKind, MeetingKind, MeetingStatus

_FIELDS = ("day", "starts", "ends", "place", "case_number")


class PlanView(QWidget):
    """Day, times and place, and for an extra meeting who calls it and why; each saves itself.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self.form = Form(
            [
                Field("day", tr("Dag"), Kind.DATE),
                Field("starts", tr("Börjar"), Kind.TIME, beside=True),
                Field("ends", tr("Slutar"), Kind.TIME, beside=True),
                Field("place", tr("Plats")),
                Field("case_number", tr("Diarienummer"), help=tr("Får vara tomt.")),
            ]
        )
        self.extra = Form(
            [
                Field("initiator_seat_id", tr("Funktion som kallar"), Kind.CHOICE),
                Field("reason", tr("Vad har inträffat?"), Kind.MULTILINE),
            ]
        )
        for form in (self.form, self.extra):
            form.committed.connect(lambda name, value, form=form: self._save(form, name, value))
        self._about = theme.label("", "muted", wrap=True)
        self.against = AgainstNote()
        self._cancel = button(tr("Ställ in mötet"), self._ask_why, "")
        self._place_of_why = QVBoxLayout()
        self._why_cancelled: InPlaceForm | None = None
        self.files = FilesWritten(
            context, tr("Skapa avbokning…"), tr("Skapar avbokningen"), self._withdraw, "", "calendar-days"
        )
        self._lay_out()

    def _lay_out(self) -> None:
        when, why = Card(tr("När och var")), Card(tr("Extra möte"))
        when.body.addWidget(self._about)
        when.body.addWidget(self.form)
        when.body.addWidget(self.against)
        why.body.addWidget(self.extra)
        why.body.addStretch(1)
        self._why = why
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        when.body.addLayout(buttons)
        when.body.addWidget(self.files)
        when.body.addLayout(self._place_of_why)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.APART)
        for card in (when, why):
            card.setMaximumWidth(130 * theme.GRID)
            column = QVBoxLayout()
            column.addWidget(card)
            column.addStretch(1)
            row.addLayout(column, 1)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def show_state(self, state: MeetingState) -> None:
        """Show a meeting."""
        row = state.meeting
        if row.id != self._meeting_id:
            self.form.clear_errors()
            self.extra.clear_errors()
            self.files.clear()
            self._leave()
        self._meeting_id = row.id
        self._tell(row)
        self.form.show_values({name: getattr(row, name) for name in _FIELDS})
        extra = row.kind is MeetingKind.EXTRA
        self._why.setVisible(extra)
        if extra:
            seats = self.extra.field("initiator_seat_id")
            if isinstance(seats, ChoiceField):
                seats.offer([(seat.id, words.seat(seat)) for seat in state.group.seats])
            self.extra.show_values({"initiator_seat_id": row.initiator_seat_id, "reason": row.reason})
        for form in (self.form, self.extra):
            form.setEnabled(state.editable)
        to_come = row.status in (MeetingStatus.PLANNED, MeetingStatus.CALLED)
        self._cancel.setVisible(to_come and self._why_cancelled is None)

    def _tell(self, row: MeetingRow) -> None:
        """Say whose meeting it is, and what speaks against its day; of one that is cancelled, why."""
        cancelled = row.status is MeetingStatus.CANCELLED
        text = tr("{group}, {period}. Ändringar sparas direkt.", group=row.group, period=row.period)
        if cancelled:
            text = "\n".join(filter(None, (tr("Mötet är inställt."), row.reason)))
        self._about.setText(text)
        self.files.setVisible(cancelled)
        to_come = row.status in (MeetingStatus.PLANNED, MeetingStatus.CALLED)
        work = self._context.workspace
        self.against.tell(meeting_day.against_meeting(work, row.id) if to_come else ())

    def _save(self, form: Form, name: str, value: object) -> None:
        empty = "" if name in ("place", "case_number", "reason") else None
        stored = value if value is not None else empty
        if name == "day" and stored is None:
            return
        work, meeting_id = self._context.workspace, self._meeting_id
        save(self._context, form, lambda: meeting.change(work, meeting_id, **{name: stored}))

    def _ask_why(self) -> None:
        """Ask why the meeting is cancelled, in place."""
        reason = Field("reason", tr("Varför?"), Kind.MULTILINE, help=tr("Får vara tomt."), lines=2)
        form = InPlaceForm(tr("Ställ in mötet"), [reason], tr("Ställ in mötet"), self._cancel_meeting)
        form.closed.connect(self._leave)
        self._why_cancelled = form
        self._place_of_why.addWidget(form)
        self._cancel.hide()
        form.show()
        form.begin()

    def _leave(self) -> None:
        form, self._why_cancelled = self._why_cancelled, None
        if form is not None:
            self._place_of_why.removeWidget(form)
            form.hide()
            form.deleteLater()
            self._cancel.setVisible(not form.carried)

    def _cancel_meeting(self, values: Values) -> None:
        meeting.cancel(self._context.workspace, self._meeting_id, str(values["reason"] or ""))
        self._context.messages.say(tr("Mötet ställdes in."), undo=True)

    def _withdraw(self, folder: Path, changed: WhenChanged) -> Written:
        work, kind = self._context.workspace, DocumentKind.CALENDAR
        return export.export(work, kind, folder, meeting_id=self._meeting_id, changed=changed)
