"""The year wheel on screen: hover tells, click and Enter open, arrow keys go from mark to mark."""

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from samverkan_desktop.documents.year_wheel import Mark, YearWheel
from samverkan_desktop.documents.year_wheel_shapes import kind_name
from samverkan_desktop.i18n import mark, short_date, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, announce, tell_role
from samverkan_desktop.ui.widgets.wheel_geometry import WheelGeometry
from samverkan_desktop.ui.widgets.wheel_painter import WheelPainter

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class YearWheelView(QWidget):
    """A working year as a ring of months with marks."""

    #: Told on the key sheet.
    KEYS = (
        ("Right, Down", mark("Gå till nästa händelse i årshjulet")),
        ("Left, Up", mark("Gå till föregående händelse i årshjulet")),
        ("Return", mark("Öppna händelsen i årshjulet")),
    )

    #: The target of a mark that was opened: ``meeting:3``.
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.geometry_: WheelGeometry | None = None
        self._chosen = -1
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        tell_role(self, Role.Chart)
        self.setAccessibleName(tr("Årshjul"))
        self.setAccessibleDescription(tr("Piltangenterna går mellan händelserna. Enter öppnar."))

    def show_wheel(self, wheel: YearWheel) -> None:
        """Show a year."""
        self._chosen = self._hovered = -1
        self.setAccessibleName(
            tr("Årshjul {label}, {count} händelser", label=wheel.label, count=len(wheel.marks))
        )
        self.geometry_ = WheelGeometry(wheel, QSizeF(self.size()))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which the months can be read."""
        return QSize(theme.enlarged(70 * theme.GRID), theme.enlarged(70 * theme.GRID))

    def sizeHint(self) -> QSize:
        """Return the room in which everything is read at ease."""
        return QSize(160 * theme.GRID, 110 * theme.GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        if self.geometry_:
            self.geometry_ = WheelGeometry(self.geometry_.wheel, QSizeF(self.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the wheel."""
        if self.geometry_ is None:
            return
        painter = WheelPainter(self, self.geometry_)
        painter.ring()
        painter.marks(self._chosen if self.hasFocus() else -1, self._hovered)
        painter.legend()
        painter.end()

    def _mark(self, number: int) -> Mark | None:
        marks = self.geometry_.layout.marks if self.geometry_ else ()
        return marks[number].mark if 0 <= number < len(marks) else None

    def focused_mark(self) -> Mark | None:
        """Return the mark that the arrow keys have come to."""
        return self._mark(self._chosen)

    def _under(self, place: QPointF) -> int:
        return self.geometry_.under(place) if self.geometry_ else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what one points at."""
        hovered = self._under(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            mark = self._mark(hovered)
            hand = Qt.CursorShape.PointingHandCursor if mark and mark.target else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        mark = self._mark(number := self._under(event.position()))
        if mark:
            self._chosen = number
            self.update()
            self._open(mark)

    def _open(self, mark: Mark) -> None:
        if mark.target:
            self.opened.emit(mark.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, and open."""
        count = len(self.geometry_.layout.marks) if self.geometry_ else 0
        step = _STEPS.get(Qt.Key(event.key()))
        if step and count:
            start = self._chosen if self._chosen >= 0 or step > 0 else 0
            self._chosen = (start + step) % count
            if mark := self.focused_mark():
                announce(self, _told(mark))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (mark := self.focused_mark()):
            self._open(mark)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what a mark is when one rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark(self._under(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), _told(mark) if mark else "", self)
            return True
        if event.type() in (QEvent.Type.Leave, QEvent.Type.PaletteChange):
            self._hovered = -1
            self.update()
        return super().event(event)


def _told(mark: Mark) -> str:
    return f"{short_date(mark.day)}: {mark.label} ({kind_name(mark.kind).lower()})"
