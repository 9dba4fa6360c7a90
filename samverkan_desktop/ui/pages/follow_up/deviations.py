"""Deviations by operation, with what was documented and what is thought never to have been (B15)."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QWidget

from samverkan_desktop.documents.follow_up import Count, FollowUp
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.widgets.fields import NumberField
from samverkan_desktop.ui.widgets.parts import Card

#: What the field holds while nobody has judged.
_NOT_JUDGED = -1


class DeviationsCard(Card):
    """How many deviations were documented where, and an estimate of the rest."""

    #: How many are thought to be known but not documented; None where nobody has judged.
    estimated = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Avvikelser"))
        self.count = theme.label("", wrap=True)
        self._bars: QWidget | None = None
        self._counts: tuple[Count, ...] = ()
        self.field = NumberField(_NOT_JUDGED)
        self.field.setSpecialValueText(tr("Inte bedömt"))
        self.field.setMinimumWidth(34 * theme.GRID)
        self.field.setMaximumWidth(theme.enlarged(34 * theme.GRID))
        self.field.committed.connect(self._committed)
        label = theme.label(tr("Kända men inte dokumenterade, uppskattningsvis"), "strong")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        row = QHBoxLayout()
        row.setSpacing(theme.NEAR)
        row.addWidget(label)
        row.addWidget(self.field)
        row.addStretch(1)
        self.body.addWidget(self.count)
        self.body.addLayout(row)

    def show_content(self, content: FollowUp) -> None:
        """Show the deviations of a year; a number that is being written is left alone."""
        documented = len(content.deviations)
        raised = tr("Lyfta till gruppen: {n}.", n=content.escalated)
        self.count.setText(f"{tr('Dokumenterade avvikelser: {n}.', n=documented)} {raised}")
        if not self.field.hasFocus() or self.field.value() == content.undocumented:
            blocker = QSignalBlocker(self.field)
            self.field.set_value(_NOT_JUDGED if content.undocumented is None else content.undocumented)
            blocker.unblock()
        if content.deviations_by_unit != self._counts:
            self._counts = content.deviations_by_unit
            self._draw()

    def _draw(self) -> None:
        if self._bars:
            self.body.removeWidget(self._bars)
            self._bars.hide()
            self._bars.deleteLater()
        self._bars = QWidget()
        grid = QGridLayout(self._bars)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.APART)
        most = max((count.number for count in self._counts), default=1)
        for row, count in enumerate(self._counts):
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, most)
            bar.setValue(count.number)
            bar.setAccessibleName(f"{count.label}: {count.number}")
            grid.addWidget(theme.label(count.label), row, 0)
            grid.addWidget(theme.label(str(count.number)), row, 1)
            grid.addWidget(bar, row, 2)
        grid.setColumnStretch(2, 1)
        self.body.insertWidget(1, self._bars)

    def _committed(self, value: object) -> None:
        self.estimated.emit(None if value == _NOT_JUDGED else value)
