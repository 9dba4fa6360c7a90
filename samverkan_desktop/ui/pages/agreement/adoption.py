"""An archive without an agreement: choose one that is shipped, or a file, in place."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.adoption import PresetRow
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.notices import announce
from samverkan_desktop.ui.widgets.parts import Card, button


class Adoption(QWidget):
    """The agreements to choose from.

    Args:
        presets: those that are shipped.
        adopt: adopts one, by its key or by the path of a file.
    """

    def __init__(self, presets: Sequence[PresetRow], adopt: Callable[[str], object]) -> None:
        super().__init__()
        self._adopt = adopt
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.APART)
        card = Card(tr("Lägg in avtalet"))
        text = tr("Arkivet har inget avtal än. Välj en mall att utgå från, eller en avtalsfil.")
        card.body.addWidget(theme.label(text, wrap=True))
        for number, preset in enumerate(presets):
            choose = partial(self._choose, preset.key)
            role = "" if number else "primary"
            card.body.addWidget(theme.label(preset.title, "muted", wrap=True))
            card.body.addWidget(_left(button(tr("Använd {name}", name=preset.name), choose, role)))
        card.body.addWidget(_left(button(tr("Välj en avtalsfil…"), self._ask, icon="folder-open")))
        self.trouble = theme.label("", "error", wrap=True)
        self.trouble.hide()
        card.body.addWidget(self.trouble)
        column.addWidget(card)
        column.addStretch(1)

    def _ask(self) -> None:
        pattern = tr("Avtalsfiler (*.toml)")
        chosen = folders.ask_for_file(self, tr("Välj en avtalsfil"), pattern)
        if chosen:
            self._choose(str(chosen))

    def _choose(self, source: str) -> None:
        try:
            self._adopt(source)
        except (UserError, EnvironmentFault) as error:
            self.trouble.setText(error.message)
            announce(self, error.message)
            self.trouble.show()


def _left(inside: QWidget) -> QWidget:
    """Return a widget that takes no more room across than it needs."""
    policy = inside.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Maximum)
    inside.setSizePolicy(policy)
    return inside
