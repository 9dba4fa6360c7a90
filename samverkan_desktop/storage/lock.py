"""One writer at a time: who opens an archive to write in it holds its lock."""

import errno
import os
import platform
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.files import advice, explained
from samverkan_desktop.i18n import tr


class ArchiveLock:
    """The lock of one archive, held by the operating system: a process that dies lets go of it.

    Args:
        archive: the archive, whether or not it exists yet.
    """

    def __init__(self, archive: Path) -> None:
        self.path = archive.with_name(archive.name + ".lock")
        # One thread may take the lock and another let go of it.
        self._lock = FileLock(self.path, timeout=0, thread_local=False)

    @property
    def held(self) -> bool:
        """Whether the lock is held through this object."""
        return self._lock.is_locked

    def acquire(self) -> Self:
        """Take the lock at once.

        Raises:
            UserError: somebody else has it.
            EnvironmentFault: the folder is missing or cannot be written in.
        """
        folder = self.path.parent
        if not folder.is_dir():
            # The lock would make it, and leave an empty folder where an archive was only looked for.
            raise EnvironmentFault(advice(errno.ENOENT, folder))
        with explained(self.path):
            try:
                self._lock.acquire()
            except Timeout as error:
                raise UserError(
                    tr(
                        "Arkivet är redan öppet i ett annat fönster eller av en annan användare. "
                        "Stäng det där först."
                    )
                ) from error
        with suppress(OSError):
            # For whoever wonders who has it; Windows does not let a locked file be written.
            self.path.write_text(f"{platform.node()} {os.getpid()}\n", encoding="utf-8")
        return self

    def release(self) -> None:
        """Let go of the lock; its file is removed where the system allows that."""
        if not self.held:
            return
        if os.name == "posix":
            # Before letting go: afterwards the file may already be somebody else's.
            with suppress(OSError):
                self.path.unlink()
            self._lock.release()
            return
        self._lock.release()
        with suppress(OSError):
            self.path.unlink()

    def __enter__(self) -> Self:
        return self if self.held else self.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
