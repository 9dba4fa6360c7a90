"""How long what is written may stay unsaved: until one rests, and never long while one goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Unsaved(QObject):
    """What is written and not saved, in one field.

    Args:
        field: the field, which owns it.
        rested: saves when one has rested from writing.
        waited: saves while one writes on.
        idle: how long a rest is, in milliseconds.
        longest: how long what was written first may wait, in milliseconds.
    """

    def __init__(
        self,
        field: QObject,
        rested: Callable[[], None],
        waited: Callable[[], None],
        idle: int,
        longest: int,
    ) -> None:
        super().__init__(field)
        self._idle = QTimer(self, singleShot=True, interval=idle)
        self._idle.timeout.connect(rested)
        # Never started anew by a key: who writes without a pause is saved too.
        self._longest = QTimer(self, singleShot=True, interval=longest)
        self._longest.timeout.connect(waited)

    def written(self) -> None:
        """Count from a key."""
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """Stop counting: it is saved."""
        self._idle.stop()
        self._longest.stop()

    def waits(self) -> bool:
        """Return whether something is written that is not saved."""
        return self._idle.isActive()
