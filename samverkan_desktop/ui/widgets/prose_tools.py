"""The row of buttons over an editor of notes: quiet, by name for those who do not see them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.parts import MenuButton, icon_button
from samverkan_desktop.ui.widgets.prose_editor import ProseEditor


class ProseTools(QWidget):
    """Marks up what stands in an editor, and shows how what stands at its cursor is marked up.

    Args:
        editor: the editor, which keeps the keyboard.
    """

    def __init__(self, editor: ProseEditor) -> None:
        super().__init__()
        self._editor = editor
        marking = editor.marking
        numbered, bulleted = (
            partial(editor.lists.make, numbered=True),
            partial(editor.lists.make, numbered=False),
        )
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.bold = self._add("bold", tr("Fet (Ctrl+B)"), marking.bold)
        self.italic = self._add("italic", tr("Kursiv (Ctrl+I)"), marking.italic)
        self._row.addSpacing(theme.NEAR)
        self.larger = self._add("heading-1", tr("Rubrik (Ctrl+Alt+1)"), partial(marking.heading, 1))
        self.smaller = self._add("heading-2", tr("Underrubrik (Ctrl+Alt+2)"), partial(marking.heading, 2))
        self._row.addSpacing(theme.NEAR)
        self.bullets = self._add("list", tr("Punktlista (Ctrl+Skift+8)"), bulleted)
        self.numbers = self._add("list-ordered", tr("Numrerad lista (Ctrl+Skift+7)"), numbered)
        self._row.addSpacing(theme.NEAR)
        self.table = MenuButton("", icon="table")
        self.table.setProperty("role", "mark")
        self.table.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.table.setToolTip(tr("Tabell"))
        self.table.setAccessibleName(tr("Tabell"))
        self.table.menu().aboutToShow.connect(self._offer)
        self._row.addWidget(self.table)
        self._row.addStretch(1)
        editor.cursorPositionChanged.connect(self._show_state)
        editor.currentCharFormatChanged.connect(self._show_state)
        self._show_state()

    def _add(self, icon: str, name: str, done: Callable[[], object]) -> QToolButton:
        made = icon_button(icon, name, partial(self._do, done))
        made.setProperty("role", "mark")
        made.setCheckable(True)
        self._row.addWidget(made)
        return made

    def _do(self, done: Callable[[], object]) -> None:
        if not self._editor.isReadOnly():
            done()
        self._editor.setFocus()
        self._show_state()

    def _offer(self) -> None:
        tables = self._editor.tables
        choices: list[tuple[str, Callable[[], object]]] = [(tr("Infoga tabell"), tables.insert)]
        if tables.table is not None:
            choices = [
                (tr("Lägg till rad"), tables.add_row),
                (tr("Lägg till kolumn"), tables.add_column),
                (tr("Ta bort raden"), tables.remove_row),
                (tr("Ta bort tabellen"), tables.remove),
            ]
        self.table.offer([(text, partial(self._do, done)) for text, done in choices])

    def _show_state(self, *_: object) -> None:
        marking = self._editor.marking
        level = marking.level()
        state = {
            self.bold: marking.is_bold() and not level,
            self.italic: marking.is_italic(),
            self.larger: level == 1,
            self.smaller: level > 1,
            self.bullets: self._editor.lists.kind() is False,
            self.numbers: self._editor.lists.kind() is True,
        }
        for button, on in state.items():
            button.setChecked(on)
