"""What has happened, told after the commit so that pages know what to read again."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class ArchiveChanged:
    """A use case, an undo or a redo has been committed.

    Args:
        label: what was done, in Swedish, as the history shows it.
        rooms: names of the tables whose rows changed.
    """

    label: str
    rooms: frozenset[str]


class EventBus:
    """Hands each event to everyone who asked for it, in the order they asked."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[ArchiveChanged], None]] = []

    def subscribe(self, listener: Callable[[ArchiveChanged], None]) -> Callable[[], None]:
        """Ask to be told; returns a call that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, event: ArchiveChanged) -> None:
        """Tell everyone."""
        for listener in tuple(self._listeners):
            listener(event)
