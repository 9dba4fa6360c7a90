"""A window with a document as it will be handed out: its pages, their size, and the way to the printer."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from samverkan_desktop.documents.pdf_pages import PdfPages
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import printing, theme
from samverkan_desktop.ui.preview_pages import PreviewPages
from samverkan_desktop.ui.widgets.parts import MenuButton, action, button, icon_button

#: Its size, where the screen has room for it.
_SIZE = QSize(230 * theme.GRID, 200 * theme.GRID)
#: How wide a page is in the list, and in how many dots to the inch it is drawn there.
_SMALL, _SMALL_DOTS = 24 * theme.GRID, 24.0


class PreviewWindow(QWidget):
    """What a document will look like on paper, and printing it.

    Args:
        owner: the window it belongs to, and closes with.
        data: the document as PDF.
        name: what it is called.
    """

    def __init__(self, owner: QWidget, data: bytes, name: str) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")
        self.setWindowTitle(tr("Förhandsgranskning: {name}", name=name))
        self._name = name
        self._pages = PdfPages(data)
        self.pages = PreviewPages(self._pages)
        self.list = self._list()
        self.told = theme.label("", "strong")
        self.size_told = theme.label("", "strong")
        self.notice = theme.label("", "strong", wrap=True)
        self.accepted: printing.Accepted | None = None
        self._lay_out()
        self._commands()
        self.pages.turned.connect(self._turned)
        self.pages.sized.connect(lambda percent: self.size_told.setText(tr("{n} %", n=percent)))
        self._turned(0)
        self._place(owner)

    def _list(self) -> QListWidget:
        pages = QListWidget()
        pages.setAccessibleName(tr("Sidor"))
        pages.setIconSize(QSize(_SMALL, _SMALL * 3 // 2))
        pages.setFixedWidth(_SMALL + 18 * theme.GRID)
        for number in range(self._pages.count):
            small = QPixmap.fromImage(printing.image(self._pages, number, _SMALL_DOTS))
            icon = QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # a page is white, chosen or not
                icon.addPixmap(small, mode)
            entry = QListWidgetItem(icon, str(number + 1))
            entry.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                tr("Sida {number} av {of}", number=number + 1, of=self._pages.count),
            )
            pages.addItem(entry)
        pages.currentRowChanged.connect(self._chosen)
        return pages

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.NEAR)
        row.addWidget(icon_button("chevron-up", tr("Föregående sida (Page Up)"), lambda: self._step(-1)))
        row.addWidget(icon_button("chevron-down", tr("Nästa sida (Page Down)"), lambda: self._step(1)))
        row.addWidget(self.told)
        row.addStretch(1)
        row.addWidget(icon_button("minus", tr("Mindre (Ctrl+-)"), lambda: self.pages.step(-1)))
        row.addWidget(self.size_told)
        row.addWidget(icon_button("plus", tr("Större (Ctrl++)"), lambda: self.pages.step(1)))
        sizes = ((tr("Sidans bredd"), self.pages.fit), (tr("Verklig storlek"), self.pages.full_size))
        row.addWidget(MenuButton(tr("Storlek"), sizes))
        row.addStretch(1)
        row.addWidget(button(tr("Så skrivs den ut…"), self.print_preview, "quiet"))
        row.addWidget(button(tr("Skriv ut…"), self.print, "primary", "printer"))
        across = QHBoxLayout()
        across.setSpacing(theme.NEAR)
        across.addWidget(self.list)
        across.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.APART)
        column.setSpacing(theme.NEAR)
        column.addLayout(row)
        column.addWidget(self.notice)
        self.notice.hide()
        column.addLayout(across, 1)

    def _commands(self) -> None:
        commands: tuple[tuple[str, Callable[[], object], str], ...] = (
            (tr("Större"), lambda: self.pages.step(1), "Ctrl++"),
            (tr("Större"), lambda: self.pages.step(1), "Ctrl+="),
            (tr("Mindre"), lambda: self.pages.step(-1), "Ctrl+-"),
            (tr("Sidans bredd"), self.pages.fit, "Ctrl+0"),
            (tr("Skriv ut…"), self.print, "Ctrl+P"),
            (tr("Stäng"), self.close, "Esc"),
            (tr("Stäng"), self.close, "Ctrl+W"),
        )
        for text, done, keys in commands:
            self.addAction(action(text, done, keys, parent=self))

    def _place(self, owner: QWidget) -> None:
        room = owner.screen().availableGeometry()
        place = QRect(room.topLeft(), _SIZE.boundedTo(room.size()))
        place.moveCenter(room.center())
        self.setGeometry(place)
        self.pages.setFocus()

    def _step(self, way: int) -> None:
        self.pages.show_page(self.pages.page + way)

    def _chosen(self, number: int) -> None:
        if number >= 0 and number != self.pages.page:
            self.pages.show_page(number)

    def _turned(self, number: int) -> None:
        self.list.setCurrentRow(number)
        self.told.setText(tr("Sida {number} av {of}", number=number + 1, of=self._pages.count))

    def print(self) -> None:
        """Print the document through the system's dialog."""
        try:
            said = printing.print_pages(self, self._pages, self._name, self.accepted)
        except EnvironmentFault as fault:
            self._tell(fault.message, "error")
            return
        if said:
            self._tell(said, "strong")

    def _tell(self, text: str, role: str) -> None:
        theme.dress(self.notice, role)
        self.notice.setText(text)
        self.notice.show()

    def print_preview(self) -> None:
        """Show in the system's own preview how the document will lie on the printer's paper."""
        dialog = printing.preview(self, self._pages, self._name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the document."""
        super().closeEvent(event)
        self.pages.hide()
        self._pages.close()
