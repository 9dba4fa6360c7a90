"""The pages of a PDF below one another, drawn when they come in sight and as sharp as the screen is."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from samverkan_desktop.documents.pdf_pages import PdfPages
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.printing import image

_INCH = 25.4
#: Dots to an inch at 100 percent, on a screen that is not scaled: a page is as large as on paper.
_FULL = 96.0
#: The sizes one steps through, in percent.
STEPS = (25, 50, 75, 100, 125, 150, 200, 300, 400)


class PageSheet(QWidget):
    """One page; its text is what a screen reader says of it.

    Args:
        pages: the document.
        number: which page, from 0.
    """

    def __init__(self, pages: PdfPages, number: int) -> None:
        super().__init__()
        self._pages, self._number = pages, number
        self._drawn: QImage | None = None
        self._percent = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Sida {number} av {of}", number=number + 1, of=pages.count))
        self.setAccessibleDescription(pages.text(number))

    def resize_to(self, percent: float) -> None:
        """Show the page in a size, in percent of the paper's."""
        self._percent, self._drawn = percent, None
        width, height = (round(mm / _INCH * _FULL * percent / 100) for mm in self._pages.sizes[self._number])
        self.setFixedSize(width, height)
        self.update()

    def let_go(self) -> None:
        """Forget the picture: the page is out of sight."""
        self._drawn = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page when it is first seen."""
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            self._drawn = image(self._pages, self._number, _FULL * ratio * self._percent / 100)
            self._drawn.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._drawn)
        painter.setPen(theme.colour("accent" if self.hasFocus() else "line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PreviewPages(QScrollArea):
    """Every page, with the size it is shown in.

    Args:
        pages: the document.
    """

    #: Told on the key sheet.
    KEYS = (
        ("PgUp, PgDown", mark("Bläddra i förhandsgranskningen")),
        ("Home, End", mark("Gå till förhandsgranskningens första eller sista sida")),
    )

    #: The page that is shown, from 0.
    turned = Signal(int)
    #: In how many percent of the paper's size pages are shown.
    sized = Signal(int)

    def __init__(self, pages: PdfPages) -> None:
        super().__init__()
        self._pages = pages
        self._fits, self._percent, self._page = True, 100.0, 0
        self.sheets = [PageSheet(pages, number) for number in range(pages.count)]
        self._inside = QWidget()
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.APART)
        column.setSpacing(theme.APART)
        for sheet in self.sheets:
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            sheet.installEventFilter(self)
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAccessibleName(tr("Dokumentets sidor"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    @property
    def percent(self) -> float:
        """The size in which pages are shown."""
        return self._percent

    def show_page(self, number: int, focus: bool = False) -> None:
        """Turn to a page, or to the nearest there is."""
        number = max(0, min(number, len(self.sheets) - 1))
        self.verticalScrollBar().setValue(self.sheets[number].y() - theme.APART)
        self._turn(number)
        if focus:
            self.sheets[number].setFocus()

    def fit(self) -> None:
        """Show pages as wide as there is room for, and follow the window."""
        self._fits = True
        widest = max(width for width, _ in self._pages.sizes) / _INCH * _FULL
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * theme.APART - bar
        self._show_in(max(10.0, min(room / widest * 100, STEPS[-1])))

    def step(self, way: int) -> None:
        """Show pages a step larger or smaller."""
        other = [
            each for each in STEPS if (each > self._percent + 1 if way > 0 else each < self._percent - 1)
        ]
        if other:
            self._fits = False
            self._show_in(float(other[0] if way > 0 else other[-1]))

    def full_size(self) -> None:
        """Show pages as large as on paper."""
        self._fits = False
        self._show_in(100.0)

    def _show_in(self, percent: float) -> None:
        page = self._page
        self._percent = percent
        for sheet in self.sheets:
            sheet.resize_to(percent)
        self._spread()
        self.show_page(page)
        self.sized.emit(round(percent))

    def _spread(self) -> None:
        """Lay the pages out at once: where each begins is asked for before Qt would have done so."""
        self._column.invalidate()
        self._inside.resize(self._column.sizeHint().expandedTo(self.viewport().size()))
        self._column.activate()

    def _scrolled(self, top: int) -> None:
        middle = top + self.viewport().height() // 2
        seen = QRect(0, top - self.viewport().height(), 1, 3 * self.viewport().height())
        for sheet in self.sheets:
            if not seen.intersects(QRect(0, sheet.y(), 1, sheet.height())):
                sheet.let_go()
        bar = self.verticalScrollBar()
        if top == bar.maximum():
            self._turn(len(self.sheets) - 1)
            return
        reached = [number for number, sheet in enumerate(self.sheets) if sheet.y() <= middle]
        self._turn(reached[-1] if reached and top else 0)

    def _turn(self, number: int) -> None:
        if number != self._page:
            self._page = number
            self.turned.emit(number)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # only our sheets
        """Follow the keyboard from page to page."""
        if event.type() is QEvent.Type.FocusIn and watched in self.sheets:
            self._turn(self.sheets.index(watched))
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            watched.update()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up and Page Down, to the first and last with Home and End."""
        leads = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.sheets) - 1,
        }
        if (number := leads.get(Qt.Key(event.key()))) is not None:
            self.show_page(number, focus=True)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Show larger and smaller with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window, where pages fill its width."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        else:
            self._spread()
