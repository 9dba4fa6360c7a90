"""Archives as files: made, opened, checked, backed up, restored, set aside."""

import hashlib
from datetime import date
from pathlib import Path

from samverkan_desktop import paths
from samverkan_desktop.clock import Clock, today
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.events import EventBus
from samverkan_desktop.files import explained
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import archive_file, backup, integrity
from samverkan_desktop.storage.engine import sidecars
from samverkan_desktop.storage.lock import ArchiveLock

_BACKUPS = "backups"


def backup_folder(path: Path) -> Path:
    """Return the folder of an archive's daily backups: its own, since others may have its name."""
    own = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:8]
    return paths.data_folder() / _BACKUPS / f"{path.stem}-{own}"


def _check_suffix(path: Path) -> None:
    if path.suffix != paths.ARCHIVE_SUFFIX:
        raise UserError(
            tr(
                "{name} är inget arkivnamn. Arkiv slutar på {suffix}.",
                name=path.name,
                suffix=paths.ARCHIVE_SUFFIX,
            )
        )


def create_archive(path: Path) -> None:
    """Make an empty archive.

    Raises:
        UserError: the name has another ending, or there is a file of that name.
        EnvironmentFault: it cannot be written there.
    """
    _check_suffix(path)
    if path.exists():
        raise UserError(tr("{name} finns redan. Välj ett annat namn eller öppna det.", name=path.name))
    archive_file.create(path)


def open_archive(
    path: Path,
    clock: Clock,
    events: EventBus | None = None,
    *,
    keep_backups: bool = True,
    author: str = "",
) -> Workspace:
    """Open an archive to work in: nobody else can meanwhile, and today's backup is made.

    Args:
        path: the archive.
        clock: what tells the time.
        events: what is told after each commit; a bus of its own where None.
        keep_backups: whether today's backup is made.
        author: who sits at the computer, as the history shows it; empty where nobody does.

    Raises:
        UserError: there is none there, it is open elsewhere, or made by a newer program.
        EnvironmentFault: it is damaged or cannot be reached; a damaged one carries its newest backup.
    """
    lock = ArchiveLock(path).acquire()
    try:
        store = archive_file.open_store(path, backups=backup_folder(path), now=clock.now(), author=author)
        if keep_backups:
            backup.rotate(path, backup_folder(path), today(clock))
    except BaseException:
        lock.release()
        raise
    return Workspace(path, store, clock, events or EventBus(), lock.release)


def open_to_read(path: Path, clock: Clock) -> Workspace:
    """Open an archive to read only, also while somebody works in it.

    Raises:
        UserError: there is none there, or it is made by another version of the program.
        EnvironmentFault: it is damaged or cannot be reached.
    """
    store = archive_file.open_store(path, read_only=True, backups=backup_folder(path), now=clock.now())
    return Workspace(path, store, clock, EventBus())


def open_to_hand_out(path: Path, clock: Clock, *, author: str = "") -> Workspace:
    """Open an archive to write documents of it, and to record them where nobody else works in it meanwhile.

    Raises:
        UserError: there is none there, or it is made by another version of the program.
        EnvironmentFault: it is damaged or cannot be reached.
    """
    to_read = open_to_read(path, clock)
    lock = ArchiveLock(path)
    try:
        lock.acquire()
    except (UserError, EnvironmentFault):  # somebody works in it, or it lies where nothing may be written
        return to_read
    try:
        store = archive_file.open_store(path, backups=backup_folder(path), now=clock.now(), author=author)
    except archive_file.ReadOnlyPlace:
        lock.release()
        return to_read
    except BaseException:
        lock.release()
        raise
    to_read.close()
    return Workspace(path, store, clock, EventBus(), lock.release)


def back_up(path: Path, target: Path) -> None:
    """Copy an archive whole, also while somebody works in it."""
    backup.back_up(path, target)


def restore(source: Path, path: Path, clock: Clock) -> Path | None:
    """Put a backup in an archive's place.

    Returns:
        Where the archive that was there has been kept; None where there was none.
    """
    _check_suffix(path)
    with ArchiveLock(path):
        return backup.restore(source, path, clock.now())


def set_aside(path: Path, clock: Clock) -> Path:
    """Rename a damaged archive, on the user's word, so that a new one can be made; returns its new path."""
    return archive_file.move_damaged_aside(path, clock.now())


def newest_backup(path: Path) -> Path | None:
    """Return the newest backup of an archive that is whole; None where there is none."""
    return backup.newest(path.name, backup_folder(path))


def is_open(path: Path) -> bool:
    """Return whether somebody works in an archive."""
    try:
        with ArchiveLock(path):
            return False
    except UserError:
        return True


def remove(path: Path) -> None:
    """Remove an archive that is closed, with what SQLite keeps beside it."""
    with explained(path):
        for file in (path, *sidecars(path)):
            file.unlink(missing_ok=True)


def verify(path: Path) -> list[str]:
    """Return what is wrong with an archive, a sentence each; nothing when it is sound."""
    return integrity.verify(path)


def parse_day(text: str) -> date:
    """Return a day written as ``2018-09-04``.

    Raises:
        UserError: it is not written so.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(tr("{text} är inget datum. Skriv som 2018-09-04.", text=text)) from error
