"""One line of the attendance list: function first, holder second, and what is noted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services.attendance import AttendanceRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.accessible import Role, tell_role
from samverkan_desktop.ui.pages.meetings import words
from samverkan_desktop.ui.widgets.fields import ChoiceField, NumberField, TextField
from samverkan_desktop.ui.widgets.parts import MenuButton, button
from samverkan_desktop.vocabulary import AttendanceStatus


@dataclass(frozen=True)
class Noted:
    """What is to be noted of a seat or guest; ``from_item_id`` and ``to_item_id`` where only a part."""

    attendance_id: int
    status: AttendanceStatus | None
    from_item_id: int | None = None
    to_item_id: int | None = None


def _states() -> tuple[tuple[AttendanceStatus, str, str], ...]:
    return (
        (AttendanceStatus.PRESENT, tr("N"), tr("Närvarande (N)")),
        (AttendanceStatus.EXCUSED, tr("F"), tr("Anmält förhinder (F)")),
        (AttendanceStatus.ABSENT, tr("E"), tr("Ej närvarande (E)")),
        (AttendanceStatus.VACANT, tr("V"), tr("Vakant (V)")),
    )


def _in_part(row: AttendanceRow) -> AttendanceStatus | None:
    """Return how a seat is noted that took part in some items: its holder is away where a substitute did."""
    return row.status if row.substitute else AttendanceStatus.PRESENT


def _state_button(letter: str, name: str, pressed: Callable[[], object]) -> QPushButton:
    result = button(letter, pressed, "state")
    result.setCheckable(True)
    tell_role(result, Role.RadioButton)
    result.setAccessibleName(name)
    result.setToolTip(name)
    result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return result


class AttendanceLine(QFrame):
    """A seat or a guest. N, F, E and V note how it was; K came now, G went now; ↑ and ↓ move on.

    S asks who came instead, A for a guest; Escape goes back to the notes. Of a collective seat one writes
    how many were there.
    """

    #: Told on the key sheet.
    KEYS = (
        ("Down, Up", mark("Gå mellan raderna i närvarolistan")),
        ("Esc", mark("Gå tillbaka från närvarolistan")),
        (mark("N"), mark("Notera närvarande")),
        (mark("F"), mark("Notera anmält förhinder")),
        (mark("E"), mark("Notera ej närvarande")),
        (mark("V"), mark("Notera vakant")),
        (mark("K"), mark("Notera att någon kom nu")),
        (mark("G"), mark("Notera att någon gick nu")),
        (mark("S"), mark("Ange ersättare")),
        (mark("A"), mark("Adjungera")),
    )

    #: What is to be noted.
    noted = Signal(object)
    #: One wants to be at the line above (-1) or below (1).
    left = Signal(int)
    #: A guest is to be taken off the list.
    removed = Signal(int)
    #: The entry, and how many of its collective seat were there.
    counted = Signal(int, int)
    #: The entry, and the function that came instead of the holder.
    substituted = Signal(int, str)
    #: A guest is to be asked for.
    guest_asked = Signal()
    #: One is done with the list.
    escaped = Signal()

    def __init__(self, row: AttendanceRow) -> None:
        super().__init__()
        self._row = row
        self._items: tuple[tuple[int, str], ...] = ()
        self._open_item: int | None = None
        self.setProperty("role", "entry")
        tell_role(self, Role.ListItem)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._function = theme.label("", "body", wrap=True)
        self._holder = theme.label("", "small", wrap=True)
        self._menu = MenuButton("", icon="ellipsis")
        theme.dress(self._menu, "")
        self._first, self._last = ChoiceField(), ChoiceField()
        self._part = QFrame()
        self._heads = NumberField()
        self._heads.committed.connect(lambda heads: self.counted.emit(self._row.id, int(heads or 0)))
        self._heads_row = QWidget()
        self._heads_of = theme.label("", "small")
        self._substitute = TextField()
        self._substitute.committed.connect(
            lambda function: self.substituted.emit(self._row.id, str(function))
        )
        self._substitute_row = QWidget()
        self._substitute_row.hide()
        self._buttons = {
            status: _state_button(letter, name, partial(self.note, status))
            for status, letter, name in _states()
        }
        self._lay_out()
        self._first.committed.connect(lambda _v: self._part_changed())
        self._last.committed.connect(lambda _v: self._part_changed())

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._holder, 1, Qt.AlignmentFlag.AlignTop)
        for each in (*self._buttons.values(), self._menu):
            below.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        part = QHBoxLayout(self._part)
        part.setContentsMargins(0, 0, 0, 0)
        self._first.setAccessibleName(tr("Fr.o.m. punkt"))
        self._last.setAccessibleName(tr("T.o.m. punkt"))
        for text, field in ((tr("fr.o.m."), self._first), (tr("t.o.m."), self._last)):
            field.setMinimumContentsLength(3)
            part.addWidget(theme.label(text, "small"))
            part.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID, theme.GRID, theme.GRID, theme.GRID)
        column.setSpacing(0)
        column.addWidget(self._function)
        column.addLayout(below)
        heads = QHBoxLayout(self._heads_row)
        heads.setContentsMargins(0, 0, 0, 0)
        heads.addWidget(theme.label(tr("antal närvarande"), "small"))
        heads.addWidget(self._heads)
        heads.addWidget(self._heads_of, 1)
        column.addWidget(self._heads_row)
        instead = QHBoxLayout(self._substitute_row)
        instead.setContentsMargins(0, 0, 0, 0)
        instead.addWidget(theme.label(tr("ersättare"), "small"))
        instead.addWidget(self._substitute, 1)
        column.addWidget(self._substitute_row)
        column.addWidget(self._part)

    def show_row(
        self, row: AttendanceRow, items: tuple[tuple[int, str], ...], open_item: int | None, editable: bool
    ) -> None:
        """Show what is noted.

        Args:
            row: the line.
            items: identity and number of every item of the agenda.
            open_item: the item that is open.
            editable: whether it can be changed.
        """
        self._row, self._open_item = row, open_item
        self._function.setText(row.function)
        held, how = words.holder(row), words.presence(row)
        part = words.part(row)
        plain = row.status in (None, AttendanceStatus.PRESENT) and not part
        self._holder.setText(" · ".join(text for text in (held, "" if plain else how) if text))
        instead = tr("ersättare {function}", function=row.substitute) if row.substitute else ""
        instead = f"{instead} {part}" if instead and part else instead
        self.setAccessibleName(", ".join(text for text in (row.function, held, how, instead) if text))
        for status, each in self._buttons.items():
            each.setChecked(row.status is status)
            each.setEnabled(editable)
            letter_name = next(name for state, _, name in _states() if state is status)
            each.setAccessibleName(f"{row.function}: {letter_name}")
        self._buttons[AttendanceStatus.VACANT].setEnabled(editable and row.seat_id is not None)
        if items != self._items:
            self._items = items
            choices = list(items)
            self._first.offer([(None, tr("början")), *choices])
            self._last.offer([(None, tr("slutet")), *choices])
        self._first.set_value(row.from_item_id)
        self._last.set_value(row.to_item_id)
        self._part.setVisible(bool(part))
        self._part.setEnabled(editable)
        self._show_heads(row, editable)
        self._show_substitute(row, editable)
        self._offer_menu(editable)

    def _show_heads(self, row: AttendanceRow, editable: bool) -> None:
        self._heads_row.setVisible(row.collective)
        self._heads.setEnabled(editable)
        self._heads.setAccessibleName(tr("{function}: antal närvarande", function=row.function))
        with QSignalBlocker(self._heads):
            self._heads.set_value(row.headcount)
        self._heads_of.setText(tr("av {size}", size=row.size) if row.size else "")

    def _show_substitute(self, row: AttendanceRow, editable: bool) -> None:
        self._substitute.setEnabled(editable)
        self._substitute.setAccessibleName(tr("{function}: ersättare, funktion", function=row.function))
        self._substitute.set_value(row.substitute)
        self._substitute_row.setVisible(bool(row.substitute) or self._substitute.hasFocus())

    def ask_substitute(self) -> None:
        """Ask which function came instead of the holder this once."""
        if self._row.seat_id is not None and not self._row.collective:
            self._substitute_row.show()
            self._substitute.setFocus()

    def _offer_menu(self, editable: bool) -> None:
        self._menu.setEnabled(editable)
        name = tr("Mer om {function}", function=self._row.function)
        self._menu.setAccessibleName(name)
        self._menu.setToolTip(tr("Kom eller gick under mötet"))
        number = dict(self._items).get(self._open_item or 0)
        choices = []
        if number is not None:
            choices.append((tr("Kom till punkt {number} (K)", number=number), self.came))
            choices.append((tr("Gick efter punkt {number} (G)", number=number), self.went))
        if self._row.seat_id is not None and not self._row.collective:
            choices.append((tr("Ersättare kom i stället (S)"), self.ask_substitute))
        choices.append((tr("Med hela mötet"), lambda: self._note(AttendanceStatus.PRESENT)))
        choices.append((tr("Ta bort noteringen"), lambda: self._note(None)))
        if self._row.seat_id is None:
            choices.append((tr("Ta bort adjungerad"), lambda: self.removed.emit(self._row.id)))
        self._menu.offer(choices)

    @property
    def is_noted(self) -> bool:
        """Whether it is noted how it was, or need not be."""
        return self._row.status is not None or self._row.deputy_for_id is not None

    def note(self, status: AttendanceStatus) -> None:
        """Note a state; whoever was noted as away and is now here came to the item that is open."""
        away = self._row.status in (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)
        late = bool(self._items) and self._open_item != self._items[0][0]
        if status is AttendanceStatus.PRESENT and away and late:
            self._note(status, first=self._open_item)
        else:
            self._note(status)

    def came(self) -> None:
        """Note that it, or whoever came in its place, came to the item that is open."""
        self._note(_in_part(self._row), first=self._open_item)

    def went(self) -> None:
        """Note that it, or whoever came in its place, went after the item that is open."""
        self._note(_in_part(self._row), first=self._row.from_item_id, last=self._open_item)

    def _note(
        self, status: AttendanceStatus | None, first: int | None = None, last: int | None = None
    ) -> None:
        self.noted.emit(Noted(self._row.id, status, first, last))

    def _part_changed(self) -> None:
        first, last = self._first.value(), self._last.value()
        self._note(
            _in_part(self._row),
            first if isinstance(first, int) else None,
            last if isinstance(last, int) else None,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note by letters, move by arrows."""
        letters = {letter: status for status, letter, _ in _states()}
        pressed = event.text().upper()
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        doings = {
            tr("K"): self.came,
            tr("G"): self.went,
            tr("S"): self.ask_substitute,
            tr("A"): self.guest_asked.emit,
        }
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif by and not event.modifiers():
            self.left.emit(by)
        elif not self._menu.isEnabled() or not pressed:
            super().keyPressEvent(event)
        elif pressed in letters:
            self.note(letters[pressed])
        elif pressed in doings:
            doings[pressed]()
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        """Go from a field to its line, and from the line to the notes."""
        if self.hasFocus():
            self.escaped.emit()
        else:
            self.setFocus()
            self._substitute_row.setVisible(bool(self._row.substitute))
