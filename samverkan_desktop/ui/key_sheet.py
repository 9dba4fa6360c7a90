"""The key sheet (F1): every key of the program by page, read from what takes it, searched as one types."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import navigation, theme
from samverkan_desktop.ui.handbook import Handbook
from samverkan_desktop.ui.page import Page
from samverkan_desktop.ui.preview_pages import PreviewPages
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.ui.widgets.table_model import Column

if TYPE_CHECKING:
    from samverkan_desktop.ui.main_window import MainWindow

#: What stands in windows of its own, which are made first when they are opened.
_APART = (Handbook, PreviewPages)
#: What is the same on more pages than this is told once.
_MANY = 2


@dataclass(frozen=True)
class KeyRow:
    """What a key does.

    Args:
        place: the page where it does so, or everywhere.
        keys: the key as the system writes it; several with commas between.
        does: what it does.
    """

    place: str
    keys: str
    does: str


def rows(window: "MainWindow") -> list[KeyRow]:
    """Return every key that does something: those of the menus, then page by page.

    The pages are asked themselves, those that have not been shown yet too: commands are asked for their keys,
    and widgets that take keys themselves for what they tell in ``KEYS``.
    """
    everywhere = tr("Överallt")
    apart = [(spelled(keys), tr(does)) for kind in _APART for keys, does in kind.KEYS]
    pairs = (*_commands(_of_menus(window)), *_of_widgets(window.box), *apart)
    told = [KeyRow(everywhere, *each) for each in pairs]
    by_page = {place: dict.fromkeys(each) for place, each in _pages(window)}
    spread = [each for on_page in by_page.values() for each in on_page]
    common = [each for each in dict.fromkeys(spread) if spread.count(each) > _MANY]
    told += [KeyRow(everywhere, *each) for each in common]
    said = {(row.keys, row.does) for row in told}
    return told + [
        KeyRow(place, *each) for place, on_page in by_page.items() for each in on_page if each not in said
    ]


def _pages(window: "MainWindow") -> Iterator[tuple[str, list[tuple[str, str]]]]:
    if window.context is None:
        return
    made = {type(page): page for page in window.stack.findChildren(Page)}
    for place in navigation.PLACES:
        kind = navigation.page_class(place)
        page = made.get(kind) or kind(window.context)
        commands = [*page.actions(), *page.findChildren(QAction)]
        yield navigation.title(place), [*_commands(commands), *_of_widgets(page)]
        if kind not in made:
            page.deleteLater()


def _of_menus(window: "MainWindow") -> Iterator[QAction]:
    for menu in window.menuBar().actions():
        if (inside := menu.menu()) is not None:
            yield from inside.actions()  # type: ignore[attr-defined]  # the stubs say only that it is an object


def _commands(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    found = []
    for each in actions:
        keys = [written(keys) for keys in each.shortcuts() if not isinstance(each.parent(), QLineEdit)]
        if keys and each.text():
            found.append((", ".join(keys), each.text().replace("&", "").rstrip(" …")))
    return found


def _of_widgets(within: QWidget) -> list[tuple[str, str]]:
    widgets = [within, *within.findChildren(QWidget)]
    return [(spelled(keys), tr(does)) for widget in widgets for keys, does in getattr(widget, "KEYS", ())]


def written(keys: QKeySequence) -> str:
    """Return a key as the system writes it."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def spelled(keys: str) -> str:
    """Return keys as the system writes them: of ``"Alt+Up, Alt+Down"`` or of a letter of the language."""
    return tr(keys) if len(keys) == 1 else ", ".join(written(QKeySequence(each)) for each in keys.split(", "))


class KeySheet(QDialog):
    """The sheet: beside the window, so that one can try what one reads; Escape puts it away.

    Args:
        window: the window whose keys it tells.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Tangenter"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(190 * theme.GRID, 150 * theme.GRID)
        columns: tuple[Column[KeyRow], ...] = (
            Column(tr("Tangenter"), lambda row: row.keys, width=46 * theme.GRID),
            Column(tr("Vad de gör"), lambda row: row.does),
            Column(tr("Var"), lambda row: row.place, width=32 * theme.GRID),
        )
        self.table: FilterTable[KeyRow] = FilterTable(
            columns,
            name=tr("tangenter"),
            key=lambda row: row,
            empty=tr("Inga tangenter."),
            group=lambda row: row.place,
        )
        self.table.show_rows(rows(window))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.APART)
        column.setSpacing(theme.NEAR)
        about = tr("Utan mus går du med Tab mellan det som kan användas och med mellanslag trycker du.")
        column.addWidget(theme.label(about, "muted", wrap=True))
        column.addWidget(self.table, 1)
        self.table.filter.setFocus()


def show(window: "MainWindow") -> None:
    """Show the sheet, or bring it forward where it is shown."""
    shown = next((each for each in window.findChildren(KeySheet) if each.isVisible()), None)
    sheet = shown or KeySheet(window)
    sheet.show()
    sheet.raise_()
    sheet.activateWindow()
