"""A second window for the whole room: the agenda, the item that is open and what is decided, large."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from samverkan_desktop.i18n import long_date, mark, numbered, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.meetings.state import MeetingState

#: How many lines of text the height of the window holds: so large is a letter.
_LINES = 26
_SMALLEST, _LARGEST = 14, 64
#: Its size where there is no second screen.
_SIZE = QRect(0, 0, 240 * theme.GRID, 135 * theme.GRID)


class Projector(QWidget):
    """What the room sees: headings, proposals and decisions; never notes, persons or findings.

    It fills the second screen where there is one, and stays in a window of its own where that goes away.

    Args:
        owner: the widget that shows the meeting; it lives no longer.
    """

    #: Told on the key sheet.
    KEYS = (("Esc, F5", mark("Stäng projektorbilden")),)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self._owner = owner
        self.setWindowTitle(tr("Samverkan på projektor"))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # The keyboard stays in the notes.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._when, self._heading, self._said = QLabel(), QLabel(), QLabel()
        for label in (self._when, self._heading, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.agenda = _list()
        self._lay_out()
        theme.current().changed.connect(self._dress)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._screen_went)
            app.screenAdded.connect(self._screen_came)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(theme.MARGIN)
        right.addWidget(self._heading)
        right.addWidget(self._said)
        right.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(2 * theme.MARGIN)
        across.addWidget(self.agenda, 2)
        across.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.MARGIN, theme.MARGIN, 2 * theme.MARGIN, theme.MARGIN)
        column.setSpacing(theme.MARGIN)
        column.addWidget(self._when)
        column.addLayout(across, 1)

    def toggle(self) -> None:
        """Show it, or put it away."""
        if self.isVisible():
            self.hide()
        else:
            self.open()

    def open(self) -> None:
        """Show it: over the second screen, else in a window."""
        other = second_screen(self._owner.screen(), QGuiApplication.screens())
        if other is None:
            self._stand_alone()
            return
        self.setGeometry(other.geometry())
        self.showFullScreen()
        self._owner.window().activateWindow()

    def _stand_alone(self) -> None:
        size = QRect(_SIZE)
        size.moveCenter(self._owner.screen().availableGeometry().center())
        self.showNormal()
        self.setGeometry(size)

    def _screen_came(self, _screen: QScreen) -> None:
        if self.isVisible():
            self.open()

    def _screen_went(self, _screen: QScreen) -> None:
        """Come back in sight where its screen is gone; the room may be shown the agenda on another."""
        if self.isVisible():
            self._stand_alone()

    def show_state(self, state: MeetingState, item_id: int | None) -> None:
        """Show a meeting with an item open."""
        meeting = state.meeting
        self._when.setText(tr("{group}, {day}", group=meeting.group, day=long_date(meeting.day)))
        lines = [numbered(item.number, item.heading) for item in state.items]
        if lines != [self.agenda.item(row).text() for row in range(self.agenda.count())]:
            self.agenda.clear()
            self.agenda.addItems(lines)
        place = next((row for row, item in enumerate(state.items) if item.id == item_id), -1)
        self.agenda.setCurrentRow(place)
        if place >= 0:
            self.agenda.scrollToItem(self.agenda.item(place), QAbstractItemView.ScrollHint.PositionAtCenter)
        item = state.item(item_id)
        self._heading.setText(numbered(item.number, item.heading) if item else "")
        decided = [each for each in state.decisions if each.item_id == item_id]
        said = [tr("Beslut {number}\n{text}", number=each.number, text=each.text) for each in decided]
        if not said and item is not None and item.proposal:
            said = [tr("Förslag till beslut\n{text}", text=item.proposal)]
        if self._said.text() != (words := "\n\n".join(said)):
            self._said.setText(words)
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the letters follow the height of the window."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        size = max(_SMALLEST, min(self.height() // _LINES, _LARGEST))
        colours = theme.current().colours
        for label, times, ink, weight in (
            (self._when, 0.8, colours.muted, 400),
            (self._heading, 1.6, colours.text, 600),
        ):
            label.setStyleSheet(f"font-size: {int(size * times)}px; color: {ink}; font-weight: {weight};")
        self.agenda.setStyleSheet(
            f"QListWidget {{ font-size: {size}px; color: {colours.muted}; }}"
            "QListWidget { background: transparent; border: none; }"
            f"QListWidget::item {{ padding: {size // 4}px; }}"
            f"QListWidget::item:selected {{ color: {colours.text}; background: {colours.accent_soft}; }}"
        )
        self._fit(int(size * 1.2), colours.text)

    def _fit(self, size: int, ink: str) -> None:
        """Write what is decided as large as there is room for: no word of a long decision is cut."""
        width, room = self.width() * 3 // 5 - 4 * theme.MARGIN, self.height() * 2 // 3
        for smaller in range(size, _SMALLEST, -2):
            metrics = QFontMetrics(theme.font(smaller))
            if (
                metrics.boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap, self._said.text()).height()
                < room
            ):
                size = smaller
                break
        else:
            size = _SMALLEST
        self._said.setStyleSheet(f"font-size: {size}px; color: {ink};")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away on Escape and on the key that opened it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.hide()
        else:
            super().keyPressEvent(event)


def second_screen(own: QScreen, screens: list[QScreen]) -> QScreen | None:
    """Return a screen that is not the one where one works; None where there is no other."""
    return next((screen for screen in screens if screen is not own), None)


def _list() -> QListWidget:
    agenda = QListWidget()
    agenda.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    agenda.setWordWrap(True)
    agenda.setAccessibleName(tr("Dagordning"))
    agenda.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    agenda.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    agenda.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return agenda
