"""Who was there, at the right of a meeting: by party, function first; who leads and who takes notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import attendance, meeting, presence
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.pages.meetings.attendance_row import AttendanceLine, Noted
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values, attempt
from samverkan_desktop.ui.pages.meetings.live_margin import LiveMargin
from samverkan_desktop.ui.pages.meetings.state import MeetingState
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.ui.widgets.form import Field, Form, Kind
from samverkan_desktop.ui.widgets.parts import button, reveal, scrolling
from samverkan_desktop.vocabulary import MeetingStatus, Role


class AttendancePane(QWidget):
    """The attendance list; each mark is kept at once.

    Args:
        context: what the page is given.
    """

    #: The meeting was to begin, and did unless something hindered it.
    begun = Signal()
    #: One is done with the list, and goes back to the notes.
    escaped = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._meeting_id = 0
        self._open_item: int | None = None
        self._listed = 0
        self._lines: dict[int, AttendanceLine] = {}
        self._form: InPlaceForm | None = None
        self._count = theme.label("", "small")
        self._legend = theme.label(_way_in(), "small", wrap=True)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_keys)
        self.margin = LiveMargin(context)
        self.margin.asked.connect(self.ask_task)
        self.begin = button(
            tr("Inled mötet"),
            lambda: attempt(context, lambda: meeting.begin(context.workspace, self._meeting_id)),
            "primary",
            "play",
        )
        self.begin.clicked.connect(self.begun)
        everyone = attendance.note_everyone_present
        self.everyone = button(
            tr("Alla närvarande"),
            lambda: attempt(context, lambda: everyone(context.workspace, self._meeting_id)),
            "",
            "check",
        )
        self.invite = button(tr("Adjungera"), self.ask_guest, "quiet", "plus")
        self.tasks = Form(
            [
                Field("leader_seat_id", tr("Leder mötet"), Kind.CHOICE),
                Field("recorder_seat_id", tr("För anteckningar"), Kind.CHOICE),
            ]
        )
        self.tasks.committed.connect(self._give_task)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(theme.label(tr("Närvaro"), "heading"))
        top.addStretch(1)
        top.addWidget(self._count)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self.everyone)
        buttons.addWidget(self.invite)
        buttons.addStretch(1)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, theme.GRID, 0)
        self._inside.setSpacing(theme.NEAR)
        self._inside.addLayout(self._list)
        self._inside.addWidget(self.tasks)
        self._inside.addStretch(1)
        self._scroll = scrolling(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.NEAR)
        column.addWidget(self.margin)
        column.addLayout(top)
        column.addWidget(self.begin)
        column.addLayout(buttons)
        column.addWidget(self._legend)
        column.addWidget(self._scroll, 1)
        self.setMinimumWidth(theme.enlarged(70 * theme.GRID))

    def show_state(self, state: MeetingState, item_id: int | None) -> None:
        """Show a meeting's attendance, with the item that is open."""
        if state.meeting.id != self._meeting_id:
            self._close()
            self._listed = 0
        self._meeting_id, self._open_item = state.meeting.id, item_id
        waiting = state.meeting.status in (MeetingStatus.PLANNED, MeetingStatus.CALLED)
        self.begin.setVisible(waiting)
        self.everyone.setVisible(state.editable and bool(state.attendance))
        self.invite.setVisible(state.editable)
        self._legend.setVisible(state.editable and bool(state.attendance))
        self.margin.show_state(state, item_id)
        if state.meeting.id != self._listed or [row.id for row in state.attendance] != list(self._lines):
            self._rebuild(state.attendance, waiting)
        items = tuple((item.id, item.number) for item in state.items)
        for row in state.attendance:
            self._lines[row.id].show_row(row, items, item_id, state.editable)
        present, total = presence.counted(state.attendance)
        self._count.setText(tr("{present} av {total}", present=present, total=total) if total else "")
        self._show_tasks(state)

    def _show_tasks(self, state: MeetingState) -> None:
        roles = {role: seat for seat in state.group.seats for role in seat.roles}
        said = state.group.words
        for name, role, usual in (
            ("leader_seat_id", state.leads, capital(said.role(state.leads))),
            ("recorder_seat_id", Role.SECRETARY, capital(said.the_role(Role.SECRETARY))),
        ):
            field = self.tasks.field(name)
            if isinstance(field, ChoiceField):
                first = f"{usual} ({roles[role].short_name})" if role in roles else usual
                seats = [(seat.id, words.seat(seat)) for seat in state.group.seats]
                field.offer([(None, first), *seats])
            self.tasks.show_values({name: getattr(state.meeting, name)})
        self.tasks.setEnabled(state.editable)

    def _rebuild(self, rows: tuple[AttendanceRow, ...], waiting: bool) -> None:
        self._listed = self._meeting_id
        while entry := self._list.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._lines = {}
        party: str | None = None
        for row in rows:
            heading = row.party if row.seat_id is not None else tr("Adjungerade")
            if heading != party:
                party = heading
                self._list.addWidget(theme.label(heading, "strong", wrap=True))
            line = self._lines[row.id] = AttendanceLine(row)
            line.noted.connect(self.note)
            line.left.connect(lambda by, row=row: self._move(row.id, by))
            self._bind(line)
            self._list.addWidget(line)
        if not rows and waiting:
            text = tr("Alla kallade ställs upp här när kallelsen skickas eller mötet inleds.")
            self._list.addWidget(theme.label(text, "muted", wrap=True))

    def _bind(self, line: AttendanceLine) -> None:
        context = self._context
        line.guest_asked.connect(self.ask_guest)
        line.escaped.connect(self.escaped)
        line.removed.connect(
            lambda entry: attempt(context, lambda: attendance.remove_guest(context.workspace, entry))
        )
        for told, use_case in (
            (line.counted, attendance.set_headcount),
            (line.substituted, attendance.set_substitute),
        ):
            told.connect(
                lambda entry, value, use_case=use_case: attempt(
                    context, lambda: use_case(context.workspace, entry, value)
                )
            )

    def enter(self) -> None:
        """Go to the list: to the first line of which nothing is noted, else to the first."""
        lines = list(self._lines.values())
        chosen = next((line for line in lines if not line.is_noted), lines[0] if lines else None)
        if chosen is not None and self.isVisible():
            chosen.setFocus()
            self._scroll.ensureWidgetVisible(chosen)

    def _show_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Tell of the keys while they can be used, else of the way to them."""
        used = now is not None and any(line is now or line.isAncestorOf(now) for line in self._lines.values())
        self._legend.setText(_legend() if used else _way_in())

    def line(self, attendance_id: int) -> AttendanceLine:
        """Return the line of a seat or guest."""
        return self._lines[attendance_id]

    def note(self, noted: Noted) -> None:
        """Note how a seat or guest was there."""
        work = self._context.workspace
        attempt(
            self._context,
            lambda: attendance.note(
                work,
                noted.attendance_id,
                noted.status,
                from_item_id=noted.from_item_id,
                to_item_id=noted.to_item_id,
            ),
        )

    def ask_guest(self) -> None:
        """Ask in place for a guest."""
        self._close()

        def invite(values: Values) -> None:
            attendance.invite(
                self._context.workspace,
                self._meeting_id,
                values["function"],
                values["organisation"],
                item_id=self._open_item if values["only"] else None,
            )

        form = self._form = InPlaceForm(
            tr("Adjungera"),
            [
                Field("function", tr("Funktion")),
                Field("organisation", tr("Organisation")),
                Field("only", tr("Bara vid punkten som är öppen"), Kind.CHECK),
            ],
            tr("Lägg till"),
            invite,
        )
        form.closed.connect(self._close)
        form.closed.connect(self.enter)
        self._inside.insertWidget(0, form)
        form.begin()

    def _close(self) -> None:
        if self._form:
            self._form.hide()
            self._form.deleteLater()
        self._form = None

    def ask_task(self, name: str = "leader_seat_id") -> None:
        """Go to who leads the meeting, or to who takes its notes (``recorder_seat_id``)."""
        field = self.tasks.field(name)
        reveal(field)
        field.setFocus()

    def _give_task(self, name: str, value: object) -> None:
        work, meeting_id = self._context.workspace, self._meeting_id
        attempt(self._context, lambda: meeting.change(work, meeting_id, **{name: value}))

    def _move(self, attendance_id: int, by: int) -> None:
        order = list(self._lines)
        at = order.index(attendance_id) + by
        if 0 <= at < len(order):
            line = self._lines[order[at]]
            line.setFocus()
            self._scroll.ensureWidgetVisible(line)


def _way_in() -> str:
    return tr("Alt+N: notera med tangenter")


def _legend() -> str:
    keys = (
        tr("N närvarande"),
        tr("F förhinder"),
        tr("E ej närvarande"),
        tr("V vakant"),
        tr("K kom nu"),
        tr("G gick nu"),
        tr("S ersättare"),
        tr("A adjungera"),
        tr("Esc till anteckningarna"),
    )
    # A letter stays on the line of its word.
    return ", ".join(key.replace(" ", "\N{NO-BREAK SPACE}") for key in keys)
