"""Keeps what is written under an item: word by word, and again until it is done where it fails."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.messages import Messages

#: How long what is written first may wait, in milliseconds: it is in the archive within a second.
LONGEST = 500
#: How long until what could not be saved is tried again, in milliseconds.
AGAIN = 2000


class Writing(Protocol):
    """An editor whose text is kept."""

    def value(self) -> str:
        """Return what is written, as it is stored."""
        ...

    def show_text(self, text: str) -> None:
        """Show another text; only what differs changes on the screen."""
        ...

    def word_ended(self) -> bool:
        """Return whether what stands before the cursor ends a word."""
        ...


class NotesKeeper(QObject):
    """What is written and not yet stored, under the item that is open.

    Args:
        text: the editor, which owns the keeper.
        write: stores the notes of an item.
        messages: where the user is told that something could not be stored.
    """

    #: What could not be stored is stored, or the other way round.
    waited = Signal(bool)

    def __init__(self, text: Writing, write: Callable[[int, str], object], messages: Messages) -> None:
        assert isinstance(text, QObject)  # noqa: S101  what owns the timers
        super().__init__(text)
        self.item_id: int | None = None
        #: Whether it is storing just now: what it stores need not be read again.
        self.storing = False
        self._text = text
        self._write = write
        self._messages = messages
        self._stored = ""
        self._failed = False
        self._showing = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lambda: self.keep(again=True))

    @property
    def unsaved(self) -> bool:
        """Whether anything is written that is not stored."""
        return self.item_id is not None and self._text.value() != self._stored

    @property
    def kept(self) -> tuple[int | None, str]:
        """The item whose notes are shown, and its notes as they are stored."""
        return self.item_id, self._stored

    def show(self, item_id: int, notes: str) -> None:
        """Show the notes of an item as they are stored; what is written and not stored is left alone."""
        if self.unsaved and (item_id == self.item_id or not self.keep()):
            return
        self.item_id, self._stored, self._failed = item_id, notes, False
        self._timer.stop()
        self._put(notes)

    def take_back(self, notes: str) -> None:
        """Show what was stored when something failed that would have changed it."""
        self._stored = notes
        self._put(notes)

    def _put(self, notes: str) -> None:
        if self._text.value() != notes:
            self._showing = True
            try:
                self._text.show_text(notes)
            finally:
                self._showing = False

    def written(self) -> None:
        """Be told that the text has changed: at the end of a word it is stored at once."""
        if self._showing or self.item_id is None:
            return
        if not self._timer.isActive():
            self._timer.start(LONGEST)
        if self._text.word_ended() and not self._failed:
            self.keep()

    def keep(self, *, again: bool = False) -> bool:
        """Store what is written; returns whether all of it is stored.

        Args:
            again: whether it is tried again by itself, and what is wrong need not be said again.
        """
        self._timer.stop()
        notes = self._text.value()
        if self.item_id is None or notes == self._stored:
            self._succeeded()
            return True
        self.storing = True
        try:
            self._write(self.item_id, notes)
        except EnvironmentFault as fault:
            self._fail(fault, again=again)
            self._timer.start(AGAIN)
            return False
        except UserError as error:
            self._fail(error, again=again)
            return False
        finally:
            self.storing = False
        self._stored = notes
        self._succeeded()
        return True

    def _fail(self, error: UserError | EnvironmentFault, *, again: bool) -> None:
        if not (again and self._failed):
            self._messages.trouble(_waiting(error) if isinstance(error, EnvironmentFault) else error)
        if not self._failed:
            self._failed = True
            self.waited.emit(True)  # noqa: FBT003  a signal takes its arguments in order

    def _succeeded(self) -> None:
        if self._failed:
            self._failed = False
            self._messages.clear()
            self._messages.say(tr("Anteckningarna är sparade."))
            self.waited.emit(False)  # noqa: FBT003


def _waiting(fault: EnvironmentFault) -> EnvironmentFault:
    return EnvironmentFault(
        tr(
            "{fault} Det du har skrivit finns kvar här i fönstret, och sparas så snart det går. "
            "Du kan skriva vidare.",
            fault=fault.message,
        )
    )
