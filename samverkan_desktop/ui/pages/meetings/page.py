"""The page Möten: the year's meetings in a list, panels that add to it, and each meeting to work in."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agenda, meeting
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.group_names import GroupNames
from samverkan_desktop.ui.hand_out import HandOut
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.pages.meetings.agenda_commands import Command, agenda_commands
from samverkan_desktop.ui.pages.meetings.attendance_row import AttendanceLine
from samverkan_desktop.ui.pages.meetings.calendar_view import CalendarView
from samverkan_desktop.ui.pages.meetings.history_view import HistoryView
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm
from samverkan_desktop.ui.pages.meetings.listing import SPARE, meetings_table
from samverkan_desktop.ui.pages.meetings.new_meeting import ExtraMeetingPanel, NewMeetingPanel
from samverkan_desktop.ui.pages.meetings.notes_pane import NotesPane
from samverkan_desktop.ui.pages.meetings.phrase_panel import PhrasePanel
from samverkan_desktop.ui.pages.meetings.plan_panel import PlanPanel
from samverkan_desktop.ui.pages.meetings.projector import Projector
from samverkan_desktop.ui.pages.meetings.state import exists
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace
from samverkan_desktop.ui.widgets.parts import action, button, scrolling
from samverkan_desktop.vocabulary import DocumentKind


class MeetingsPage(Page):
    """Meetings, listed or one at a time.

    Args:
        context: what the page is given.
    """

    #: Of what is made first when it is needed.
    KEYS = (*InPlaceForm.KEYS, *PhrasePanel.KEYS, *Projector.KEYS, *AttendanceLine.KEYS)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("Möten"))
        self._groups = GroupNames()
        self.table = meetings_table(self._groups)
        self.table.opened.connect(lambda row: self._open_meeting(row.id, None))
        self._show_columns(whole=True)
        self.panel: InPlaceForm | None = None
        self._panel_place = QHBoxLayout()
        self.list = QWidget()
        row = QHBoxLayout(self.list)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.APART)
        self.calendar = CalendarView(context)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Flikar"))
        self.tabs.addTab(self.table, tr("Lista"))
        self.tabs.addTab(self.calendar, tr("Kalender"))
        self.tabs.currentChanged.connect(lambda _at: self.mark_dirty())
        row.addWidget(self.tabs, 1)
        row.addLayout(self._panel_place)
        self.workspace = MeetingWorkspace(context, self.show_list)
        self.keepers = (self.workspace.notes.editor.keeper,)
        self.history = HistoryView(context, lambda: self._stack.setCurrentWidget(self.workspace))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.workspace)
        self._stack.addWidget(self.history)
        self.body.addWidget(self._stack, 1)
        self._buttons: list[QWidget] = [
            button(tr("Lägg upp årsplan"), self.lay_plan, "primary", "calendar-days"),
            button(tr("Nytt möte"), self.add_meeting, "", "plus"),
            button(tr("Extra möte"), self.add_extra, "", "plus"),
        ]
        for each in self._buttons:
            self.add_action_widget(each)
        self.plan_file = HandOut(context, DocumentKind.YEAR_PLAN, tr("Skapa årsplan"))
        self.plan_file.put_on(self)
        self._buttons.append(self.plan_file)
        self._add_commands()
        self.chapter = lambda: (
            "plan" if self._stack.currentWidget() is self.list else self.workspace.here.value
        )
        context.scope.changed.connect(self._follow)
        self.setFocusProxy(self.tabs)

    def _add_commands(self) -> None:
        inside = self.workspace
        commands: tuple[Command, ...] = (
            (tr("Lägg upp årsplan"), self.lay_plan, "", "calendar-days"),
            (tr("Nytt möte"), self.add_meeting, "", "plus"),
            (tr("Extra möte"), self.add_extra, "", "plus"),
            (tr("Visa mötets historik"), inside.history.click, "", "history"),
            (tr("Gör raden till ett beslut"), inside.decide, "Ctrl+D", "gavel"),
            (
                tr("Gör raden till ett uppdrag"),
                partial(inside.in_notes, NotesPane.give),
                "Ctrl+U",
                "clipboard-list",
            ),
            (
                tr("Gör raden till en uppgift"),
                partial(inside.in_notes, NotesPane.note_task),
                "Ctrl+T",
                "check",
            ),
            (tr("Till närvarolistan"), inside.attendance.enter, "Alt+N", "users"),
            (tr("Ajournera eller återuppta mötet"), inside.attendance.margin.pause.click, "", "clock"),
            (tr("Ange vem som leder mötet"), inside.attendance.ask_task, "", "users"),
            (tr("Visa på projektor"), inside.projector.toggle, "F5", "layout-dashboard"),
            (tr("Egna fraser"), partial(inside.in_notes, NotesPane.open_phrases), "", "pencil"),
            (tr("Nästa punkt"), partial(inside.step, 1), "Ctrl+Down", "chevron-down"),
            (tr("Föregående punkt"), partial(inside.step, -1), "Ctrl+Up", "chevron-up"),
            (tr("Tillbaka till det som saknas"), inside.mending.back, "Alt+Left", "chevron-left"),
            *agenda_commands(inside),
        )
        for text, done, keys, icon in commands:
            self.addAction(action(text, done, keys, icon, self))

    def refresh(self) -> None:
        """Read the year's meetings, and the one that is open."""
        rows = meeting.listing(self.context.workspace, self.context.period(), *self.context.shown())
        self._groups.look_at(rows)
        self.table.show_rows(rows)
        if self.tabs.currentWidget() is self.calendar:
            self.calendar.show_rows(rows)
        state, shown = self.workspace.state, self._stack.currentWidget()
        if shown is self.list or state is None:
            return
        if not exists(self.context.workspace, state.meeting.id):
            self.show_list()
            return
        self.workspace.refresh()
        if shown is self.history:
            self.history.refresh()

    def open(self, target: str) -> None:
        """Open a meeting, one of its items, or the list with the panel for a plan."""
        whole, _, part = target.partition("/")
        kind, _, identity = whole.partition(":")
        if kind == "meeting":
            item = part.partition(":")[2]
            state = self.workspace.state
            if part != "history" or state is None or state.meeting.id != int(identity):
                self._open_meeting(int(identity), int(item) if item else None)
            if part == "history" and self.workspace.commit():
                self.history.open(int(identity))
                self._stack.setCurrentWidget(self.history)
                self._turn()
        elif kind == "item":
            meeting_id = agenda.meeting_of(self.context.workspace, int(identity))
            if meeting_id is not None:
                self._open_meeting(meeting_id, int(identity))
        elif kind == "plan":
            self._open_panel(PlanPanel(self.context, target.partition(":")[2]))
        else:
            self.show_list()

    def _open_meeting(self, meeting_id: int, item_id: int | None) -> None:
        self._close_panel()
        self.workspace.open(meeting_id, item_id)
        self._stack.setCurrentWidget(self.workspace)
        self._turn()

    def _follow(self) -> None:
        """Go back to the list where something else is to be shown than the meeting that is open."""
        scope, state = self.context.scope, self.workspace.state
        self._close_panel()
        if state is None or self._stack.currentWidget() is self.list:
            return
        shown = (scope.agreement_id, scope.period)
        elsewhere = (state.group.agreement_id, state.meeting.period) != shown
        if elsewhere or scope.group_id not in (None, state.group.id):
            self.show_list()

    def begin_again(self) -> None:
        """Show the list where a meeting is open."""
        if self._stack.currentWidget() is not self.list:
            self.show_list()

    def show_list(self) -> None:
        """Go back to the list."""
        self.workspace.commit()
        self._stack.setCurrentWidget(self.list)
        self._turn()
        self.mark_dirty()
        self.tabs.currentWidget().setFocus()

    def _turn(self) -> None:
        listing = self._stack.currentWidget() is self.list
        self.set_title(tr("Möten") if listing else "")
        for each in self._buttons:
            each.setVisible(listing)

    def lay_plan(self) -> None:
        """Open the panel for a year plan."""
        self._open_panel(PlanPanel(self.context, self.context.period()))

    def add_meeting(self) -> None:
        """Open the panel for one more meeting."""
        self._open_panel(NewMeetingPanel(self.context))

    def add_extra(self) -> None:
        """Open the panel for an extra meeting."""
        self._open_panel(ExtraMeetingPanel(self.context))

    def _open_panel(self, panel: InPlaceForm) -> None:
        self.show_list()
        self._close_panel()
        self.panel = panel
        panel.closed.connect(self._close_panel)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)
        area = scrolling(inside)
        area.setFixedWidth(theme.enlarged(110 * theme.GRID))
        self._panel_place.addWidget(area)
        area.show()
        self._show_columns(whole=False)
        panel.begin()

    def _show_columns(self, *, whole: bool) -> None:
        """Show every column, or only the first where a panel needs the room."""
        self.table.give_way(SPARE, now=not whole)
        self.table.view.horizontalHeader().setStretchLastSection(not whole)

    def _close_panel(self) -> None:
        self.panel = None
        self._show_columns(whole=True)
        while entry := self._panel_place.takeAt(0):
            if (gone := entry.widget()) is not None:
                gone.hide()
                gone.deleteLater()
