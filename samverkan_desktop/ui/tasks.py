"""Background work: one thing at a time, with progress and cancel, away from the window's thread."""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.ui.crash import CrashReporter
from samverkan_desktop.ui.messages import Messages

T = TypeVar("T")


class Cancelled(Exception):
    """The user cancelled the work."""


class Progress(QObject):
    """What work is given to tell how far it has come; may be handed to a use case as its callback."""

    stepped = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the work has come.

        Args:
            done: steps behind.
            total: steps in all; 0 where nobody knows.
            text: what is being done.

        Raises:
            Cancelled: the user wants it stopped.
        """
        if self._cancelled:
            raise Cancelled
        self.stepped.emit(done, total, text)


class _Job(QObject):
    """One piece of work on its way: its signals carry the outcome back to the window's thread."""

    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(
        self, work: Callable[[Progress], object], done: Callable[[object], None], label: str
    ) -> None:
        super().__init__()
        self.progress = Progress()
        self.label = label
        self.done = done
        self._work = work

    def run(self) -> None:
        """Do the work, in whatever thread this is."""
        try:
            result = self._work(self.progress)
        except BaseException as error:  # noqa: BLE001  whatever it was, it is told in the window's thread
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


class Tasks(QObject):
    """Runs work in the background, in the order it was asked for.

    Args:
        messages: where what went wrong is told.
        crash: where bugs are reported.
    """

    #: What is being done now; empty when all is done.
    started = Signal(str)
    progressed = Signal(int, int, str)
    idle = Signal()

    def __init__(self, messages: Messages, crash: CrashReporter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._crash = crash
        self._waiting: deque[_Job] = deque()
        self._current: _Job | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._current is not None

    def run(self, work: Callable[[Progress], T], done: Callable[[T], None], label: str) -> None:
        """Do something in the background.

        Args:
            work: what to do; must not touch a widget.
            done: what to do with its result, in the window's thread.
            label: what it is called while it runs; empty for what nobody waits for: neither that it runs is
                told, nor that the disk failed it.
        """
        self._waiting.append(_Job(work, done, label))  # type: ignore[arg-type]  # work and done agree on T
        self._next()

    def cancel(self) -> None:
        """Ask what is being done to stop, and forget what waits."""
        self._waiting.clear()
        if self._current:
            self._current.progress.cancel()

    def finish(self) -> None:
        """Cancel everything and wait: the window is about to close."""
        self.cancel()
        self._pool.waitForDone()

    def _next(self) -> None:
        if self._current or not self._waiting:
            return
        job = self._current = self._waiting.popleft()
        job.progress.stepped.connect(self.progressed)
        job.succeeded.connect(self._succeeded)
        job.failed.connect(self._failed)
        if job.label:
            self.started.emit(job.label)
        self._pool.start(job.run)

    @Slot(object)
    def _succeeded(self, result: object) -> None:
        job = self._over()
        try:
            job.done(result)
        except (UserError, EnvironmentFault) as error:
            self._messages.trouble(error)
        finally:
            self._next()

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        job = self._over()
        # What nobody waits for is done again when there is cause, and whoever writes has been told already.
        unasked = not job.label and isinstance(error, EnvironmentFault)
        if isinstance(error, (UserError, EnvironmentFault)) and not unasked:
            self._messages.trouble(error)
        elif not isinstance(error, (Cancelled, EnvironmentFault)):
            self._crash.report(error)
        self._next()

    def _over(self) -> _Job:
        job = self._current
        if job is None:
            raise RuntimeError("no work was under way")
        self._current = None
        self.idle.emit()
        return job
