"""The one way to tell the user something."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from samverkan_desktop.errors import EnvironmentFault, UserError


class Messages(QObject):
    """What is said to the user; the window shows it, tests listen to it.

    Args:
        asker: asks a question with two answers and returns whether it was answered with the first;
            None outside a window, where every question is answered with the second.
    """

    #: A text, and whether *Ångra* stands beside it.
    said = Signal(str, bool)
    #: A sentence that says what is wrong and what to do; empty when it is mended.
    troubled = Signal(str)
    #: A report of a bug, to be copied.
    broke = Signal(str)

    def __init__(
        self, asker: Callable[[str, str, str], bool] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.asker = asker

    def say(self, text: str, undo: bool = False) -> None:
        """Tell of something done, in passing.

        Args:
            text: what was done.
            undo: whether to offer to take it back.
        """
        self.said.emit(text, undo)

    def trouble(self, error: UserError | EnvironmentFault) -> None:
        """Tell, calmly and on the page, what went wrong and what to do."""
        self.troubled.emit(error.message)

    def clear(self) -> None:
        """Take away what was last wrong: it has been mended."""
        self.troubled.emit("")

    def bug(self, report: str) -> None:
        """Tell that the program failed, and offer its report."""
        self.broke.emit(report)

    def ask(self, question: str, yes: str, no: str) -> bool:
        """Stop somebody at a gate and return whether they go on.

        Args:
            question: what is about to happen, and why it is asked.
            yes: what the button that goes on says: a verb.
            no: what the button that stays says.
        """
        return self.asker(question, yes, no) if self.asker else False
