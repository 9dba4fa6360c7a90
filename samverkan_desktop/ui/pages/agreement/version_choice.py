"""Which version of the agreement is read: a drop-down with the days, where there is more than one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.agreement_term import VersionRow
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import ChoiceField
from samverkan_desktop.ui.widgets.parts import button


class VersionChoice(QWidget):
    """The versions to choose from; begins with the one in force."""

    #: Another version is to be read.
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[VersionRow, ...] = ()
        self._agreement: int | None = None
        self.version: VersionRow | None = None
        self.field = ChoiceField()
        self.field.setAccessibleName(tr("Avtalets lydelse"))
        self.field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.field.committed.connect(self._commit)
        self.note = theme.label("", "small", wrap=True)
        self.newest = button(tr("Visa den senaste"), self._choose_newest, "link")
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.note, 1)
        row.addWidget(self.newest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.field)
        column.addWidget(self._below)

    def show_versions(self, agreement_id: int, rows: Sequence[VersionRow]) -> None:
        """Offer the versions of an agreement; one that was added is shown, else the same as before."""
        same = self._agreement == agreement_id
        known = {row.id for row in self._rows} if same else set()
        added = [row for row in rows if row.id not in known] if known else []
        wanted = self.version.id if same and self.version else None
        self._agreement, self._rows = agreement_id, tuple(rows)
        self.field.offer([(row.id, _name(row)) for row in reversed(rows)])
        now = next(row for row in rows if row.in_force)
        kept = next((row for row in rows if row.id == wanted), now)
        self._show(added[-1] if added else kept)
        self.setVisible(len(rows) > 1)

    def choose(self, version_id: int) -> None:
        """Read a version."""
        self._show(next(row for row in self._rows if row.id == version_id))
        self.chosen.emit()

    def _choose_newest(self) -> None:
        self.choose(self._rows[-1].id)

    def _commit(self, version_id: object) -> None:
        self.choose(int(str(version_id)))

    def _show(self, version: VersionRow) -> None:
        self.version = version
        self.field.set_value(version.id)
        reason = tr("Reviderat: {reason}", reason=version.reason) if version.reason else ""
        old = "" if version.newest else tr("Bara den senaste lydelsen ändras.")
        self.note.setText(" ".join(filter(None, (reason, old))))
        self.newest.setVisible(not version.newest)
        self._below.setVisible(bool(self.note.text()))


def _name(row: VersionRow) -> str:
    span = (
        tr("{since}–{until}", since=row.since, until=row.until)
        if row.until
        else tr("från {since}", since=row.since)
    )
    name = tr("Lydelse {number}, {span}", number=row.number, span=span)
    return tr("{name} (gäller nu)", name=name) if row.in_force else name
