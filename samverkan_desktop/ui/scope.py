"""What the window shows: an agreement, one of its groups or every one, and a working year."""

from PySide6.QtCore import QObject, Signal


class Scope(QObject):
    """The agreement, group and working year that are shown, chosen at the bottom of the sidebar."""

    #: Something else is shown from now on.
    changed = Signal()

    def __init__(
        self, agreement_id: int | None = None, period: str = "", group_id: int | None = None
    ) -> None:
        super().__init__()
        self._shown = (agreement_id, group_id, period)

    @property
    def agreement_id(self) -> int | None:
        """The agreement's identity; None where the archive has none."""
        return self._shown[0]

    @property
    def group_id(self) -> int | None:
        """The group's identity; None for every group of the agreement."""
        return self._shown[1]

    @property
    def period(self) -> str:
        """The working year's label: ``2018/2019``."""
        return self._shown[2]

    def show(self, agreement_id: int | None, period: str, group_id: int | None = None) -> None:
        """Show another agreement, group or year."""
        shown = (agreement_id, group_id, period)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def choose_period(self, label: str) -> None:
        """Show another year of the same agreement."""
        self.show(self.agreement_id, label, self.group_id)
