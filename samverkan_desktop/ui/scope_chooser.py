"""The foot of the sidebar: which agreement, which group and which working year the pages show."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.command_box import Command
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.widgets.parts import MenuButton

#: What the button keeps for itself beside its text: its arrow, and air.
_BESIDE = 14 * theme.GRID
#: How many lines the title of an agreement may take.
_LINES = 3


class _Choice(MenuButton):
    """A choice as wide as the sidebar: what does not fit is broken, then cut, and told when pointed at.

    Args:
        kind: what is chosen, read aloud before what it is: ``Avtal``.
        width: how wide it is.
        lines: how many lines its text may take.
    """

    def __init__(self, kind: str, width: int, lines: int = 1) -> None:
        self._whole = ""
        self._kind = kind
        self._most = self._lines = lines
        super().__init__("")
        self.setProperty("role", "year")
        self.setFixedWidth(width)

    def set_low(self, *, low: bool) -> None:
        """Take one line, or as many as it may."""
        self._lines = 1 if low else self._most
        self._break()

    def height_of(self, *, low: bool) -> int:
        """Return how high it is with its text in one line, or in as many as it may take."""
        lines = len(broken(self._whole, self.fontMetrics(), self._room(), 1 if low else self._most))
        return lines * self.fontMetrics().lineSpacing() + 4 * theme.GRID

    def set_text(self, text: str) -> None:
        """Change what it says."""
        self._whole = text
        self.setAccessibleName(f"{self._kind}: {text}")
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        """Break the text anew for other letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._break()

    def _room(self) -> int:
        return self.width() - _BESIDE

    def _break(self) -> None:
        shown = broken(self._whole, self.fontMetrics(), self._room(), self._lines)
        self.show_text("\n".join(f" {line}" for line in shown if line))
        self.setToolTip(f"{self._kind}: {self._whole}")


def broken(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """Return a text in at most so many lines, each no wider than a width; the last is cut.

    Args:
        text: what is written.
        metrics: how wide it is.
        width: the width, in pixels.
        lines: how many, 1 or more.
    """
    result = [""]
    for word in text.split():
        longer = f"{result[-1]} {word}".strip()
        if result[-1] and len(result) < lines and metrics.horizontalAdvance(longer) > width:
            result.append(word)
        else:
            result[-1] = longer
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in result]


class ScopeChooser(QWidget):
    """The three choices; one that has nothing to choose between is not there.

    Args:
        scope: what is shown, and can be.
        width: how wide the choices are.
    """

    #: It takes another height than before.
    resized = Signal()

    def __init__(self, scope: Scope, width: int) -> None:
        super().__init__()
        self._scope = scope
        self._low = False
        self.agreement = _Choice(tr("Avtal"), width, _LINES)
        self.group = _Choice(tr("Grupp"), width, 2)
        self.year = _Choice(tr("Verksamhetsår"), width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for choice in (self.agreement, self.group, self.year):
            column.addWidget(choice)
        scope.offered.connect(self._show)
        scope.changed.connect(self._show)
        self._show()

    def fit_texts(self, width: int) -> None:
        """Be as wide as the texts need."""
        for choice in (self.agreement, self.group, self.year):
            choice.setFixedWidth(width)
        self._show()

    def _show(self) -> None:
        scope, shown = self._scope, self._scope.agreement
        self.agreement.offer(
            [(each.title, partial(scope.choose_agreement, each.id)) for each in scope.agreements]
        )
        groups = shown.groups if shown else ()
        self.group.offer(
            [
                (tr("Alla grupper"), partial(scope.choose_group, None)),
                *((name, partial(scope.choose_group, identity)) for identity, name in groups),
            ]
        )
        years = shown.periods if shown else ()
        self.year.offer([(label, partial(scope.choose_period, label)) for label in reversed(years)])
        self.agreement.set_text(shown.title if shown else "")
        self.group.set_text(dict(groups).get(scope.group_id or 0, tr("Alla grupper")))
        self.year.set_text(scope.period)
        self._lay_low()
        self.agreement.setVisible(len(scope.agreements) > 1)
        self.group.setVisible(len(groups) > 1)
        self.year.setVisible(bool(years))
        self.resized.emit()

    def set_low(self, *, low: bool) -> None:
        """Take one line for each choice, or as many as its text needs."""
        if low != self._low:
            self._low = low
            self._lay_low()

    def _lay_low(self) -> None:
        for choice in (self.agreement, self.group):
            choice.set_low(low=self._low)

    def height_of(self, *, low: bool) -> int:
        """Return how high the choices are that are there, low or not."""
        shown = [each for each in (self.agreement, self.group, self.year) if not each.isHidden()]
        return sum(each.height_of(low=low) + theme.GRID for each in shown)


def scope_commands(scope: Scope) -> list[Command]:
    """Return what the command box offers of agreements, groups and years that are not shown now."""
    shown = scope.agreement
    commands = [
        Command(
            tr("Byt till avtalet {title}", title=each.title), "", partial(scope.choose_agreement, each.id)
        )
        for each in scope.agreements
        if each.id != scope.agreement_id
    ]
    if shown is None:
        return commands
    groups = shown.groups if len(shown.groups) > 1 else ()
    commands += [
        Command(tr("Visa gruppen {name}", name=name), "", partial(scope.choose_group, identity), "users")
        for identity, name in groups
        if identity != scope.group_id
    ]
    if scope.group_id is not None:
        commands.append(Command(tr("Visa alla grupper"), "", partial(scope.choose_group, None), "users"))
    commands += [
        Command(
            tr("Visa året {label}", label=label), "", partial(scope.choose_period, label), "calendar-days"
        )
        for label in reversed(shown.periods)
        if label != scope.period
    ]
    return commands
