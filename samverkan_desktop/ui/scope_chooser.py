"""The foot of the sidebar: which agreement, which group and which working year the pages show."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import icons, theme
from samverkan_desktop.ui.command_box import Command
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.widgets.parts import MenuButton

#: What the button keeps for itself beside its text: its icon, and air.
_BESIDE = 9 * theme.GRID


class _Choice(MenuButton):
    """A choice as wide as the sidebar: what does not fit is cut, and told in full when pointed at.

    Args:
        kind: what is chosen, read aloud before what it is: ``Avtal``.
        width: how wide it is.
        from_end: whether a text that is too long keeps its end as well as its beginning.
    """

    def __init__(self, kind: str, width: int, *, from_end: bool = False) -> None:
        self._whole = ""
        self._kind = kind
        self._mode = Qt.TextElideMode.ElideMiddle if from_end else Qt.TextElideMode.ElideRight
        super().__init__("")
        self.setProperty("role", "year")
        self.setFixedWidth(width)

    def set_text(self, text: str) -> None:
        """Change what it says."""
        self._whole = text
        self.setAccessibleName(f"{self._kind}: {text}")
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.width() - _BESIDE)
        self.setText(f" {shown} ")
        self.setToolTip(f"{self._kind}: {self._whole}" if shown != self._whole else self._kind)


class ScopeChooser(QWidget):
    """The three choices; one that has nothing to choose between is not there.

    Args:
        scope: what is shown, and can be.
        width: how wide the choices are.
    """

    def __init__(self, scope: Scope, width: int) -> None:
        super().__init__()
        self._scope = scope
        self.agreement = _Choice(tr("Avtal"), width, from_end=True)
        self.group = _Choice(tr("Grupp"), width)
        self.year = _Choice(tr("Verksamhetsår"), width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for choice, icon in (
            (self.agreement, "scroll-text"), (self.group, "users"), (self.year, "calendar-days"),
        ):  # fmt: skip
            icons.put(choice, icon, "muted")
            choice.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            column.addWidget(choice)
        scope.offered.connect(self._show)
        scope.changed.connect(self._show)
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
        self.agreement.setVisible(len(scope.agreements) > 1)
        self.group.setVisible(len(groups) > 1)
        self.year.setVisible(bool(years))


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
