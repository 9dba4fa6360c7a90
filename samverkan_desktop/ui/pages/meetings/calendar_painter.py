"""Paints the days of a year: each kind of thing by a shape of its own, so that nothing hangs on colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services.year_calendar import CalendarDay, DayMeeting
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.meetings.calendar_model import COLUMNS, DAY_ROLE, ROWS, WEEK, CalendarModel
from samverkan_desktop.ui.widgets.flow import Flow

_Index = QModelIndex | QPersistentModelIndex
_SATURDAY = 5
#: How far above the middle numbers stand, so that there is room for a mark under them.
_UP = -1.5
_LEGEND = (
    ("meeting", mark("möte")),
    ("extra", mark("extra möte")),
    ("held", mark("hållet möte")),
    ("clash", mark("krock")),
    ("holiday", mark("helgdag")),
    ("eve", mark("dag före helgdag")),
    ("break", mark("lov")),
)


def shape(painter: QPainter, kind: str, area: QRectF) -> None:
    """Draw the shape of one kind of thing in the area of a day."""
    accent, muted = theme.colour("accent"), theme.colour("muted")
    red = theme.status_colours("breached")[0]
    inner = area.adjusted(2, 1.5, -2, -1.5)
    low = QPointF(area.center().x(), area.bottom() - 2.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind in ("meeting", "held"):
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(accent if kind == "meeting" else theme.colour("accent_soft"))
        painter.drawRoundedRect(inner, 3, 3)
    elif kind == "extra":
        painter.setPen(QPen(accent, 2))
        size = min(inner.width(), inner.height())
        round_ = QRectF(0, 0, size + 6, size)
        round_.moveCenter(inner.center())
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(round_)
    elif kind == "clash":
        middle = QPointF(area.right() - 7, area.center().y())
        ends = (QPointF(0, -5.5), QPointF(5.5, 4.5), QPointF(-5.5, 4.5))
        painter.setPen(QPen(red, 1.6))
        painter.setBrush(theme.colour("surface"))
        painter.drawPolygon(QPolygonF([middle + each for each in ends]))
    elif kind in ("holiday", "eve"):
        painter.setPen(QPen(red, 1.4))
        painter.setBrush(red if kind == "holiday" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(low, 2, 2)
    elif kind == "break":
        painter.fillRect(area.adjusted(0, 1.5, 0, -1.5), theme.colour("sunken"))
        pen = QPen(muted, 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for high in (area.top() + 1.5, area.bottom() - 1.5):
            painter.drawLine(QPointF(area.left(), high), QPointF(area.right(), high))


def _kinds(day: CalendarDay) -> list[str]:
    """Return what is drawn of a day, what lies undermost first."""
    kinds = ["break"] if day.breaks else []
    if day.holiday or day.eve:
        kinds.append("holiday" if day.holiday else "eve")
    if day.meetings:
        kinds.append(_of_meeting(day.meetings[0]))
    return [*kinds, "clash"] if day.clashes else kinds


def _of_meeting(each: DayMeeting) -> str:
    if not each.movable:
        return "held"
    return "extra" if each.extra else "meeting"


class CalendarDelegate(QStyledItemDelegate):
    """Paints one cell: a day, or what stands around the days."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        day = index.data(DAY_ROLE)
        if isinstance(day, CalendarDay):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._day(painter, area, day, index, chosen=chosen)
        elif text := index.data():
            title = index.row() % ROWS == 0
            painter.setFont(theme.font(theme.BODY if title else theme.SMALL, strong=title))
            painter.setPen(theme.colour("text" if title else "muted"))
            side = Qt.AlignmentFlag.AlignLeft if title else Qt.AlignmentFlag.AlignHCenter
            area.adjust(theme.NEAR if title else 0, _UP, 0, _UP)
            painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _day(self, painter: QPainter, area: QRectF, day: CalendarDay, index: _Index, *, chosen: bool) -> None:
        kinds = _kinds(day)
        for kind in kinds:
            if kind != "clash":
                shape(painter, kind, area)
        model = index.model()
        today = isinstance(model, CalendarModel) and model.calendar and model.calendar.today == day.day
        filled = "meeting" in kinds
        ink = "on_accent" if filled else "muted" if day.day.weekday() >= _SATURDAY else "text"
        painter.setFont(theme.font(theme.SMALL, strong=bool(day.meetings or day.holiday or today)))
        painter.setPen(theme.colour(ink))
        if day.holiday and not filled:
            painter.setPen(theme.status_colours("breached")[0])
        painter.drawText(area.adjusted(0, _UP, 0, _UP), Qt.AlignmentFlag.AlignCenter, str(day.day.day))
        if today:
            painter.setPen(QPen(theme.colour("on_accent" if filled else "accent"), 1.5))
            under = area.bottom() - 4.5
            painter.drawLine(QPointF(area.center().x() - 7, under), QPointF(area.center().x() + 7, under))
        if "clash" in kinds:
            shape(painter, "clash", area)
        if chosen:
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a day."""
        wide = 6 if index.column() % COLUMNS == WEEK else 7
        return QSize(wide * theme.GRID, 6 * theme.GRID)


class _Sign(QWidget):
    """One shape, as in the calendar."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(7 * theme.GRID, 5 * theme.GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape(painter, self._kind, QRectF(self.rect()).adjusted(1, 0, -1, 0))
        painter.end()


class CalendarLegend(QWidget):
    """What the shapes mean, in words."""

    def __init__(self) -> None:
        super().__init__()
        flow = Flow(self, across=theme.APART)
        for kind, name in _LEGEND:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.GRID)
            row.addWidget(_Sign(kind))
            row.addWidget(theme.label(tr(name), "small"))
            flow.addWidget(pair)
