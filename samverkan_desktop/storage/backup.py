"""Backups: copied by SQLite's own call, proved to be whole, and kept in rotation."""

import re
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

from samverkan_desktop import files
from samverkan_desktop.clock import LOCAL_ZONE
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.paths import ARCHIVE_SUFFIX
from samverkan_desktop.storage import engine, examination, faults
from samverkan_desktop.storage.examination import DamagedArchive, NotAnArchive

KEEP_DAILY = 14
KEEP_MONTHLY = 12


def back_up(source: Path, target: Path) -> None:
    """Copy an archive as it stands just now, also while it is open.

    Args:
        source: the archive.
        target: the copy; one that is there is replaced once the new one is whole.

    Raises:
        UserError: source and target are the same file, or there is no archive there.
        DamagedArchive: the archive cannot be copied whole.
        EnvironmentFault: the copy could not be written; what was there is as it was.
    """
    if target.exists() and target.samefile(source):
        raise UserError(tr("En säkerhetskopia kan inte skrivas över arkivet självt. Välj ett annat namn."))
    if any(sidecar.exists() for sidecar in engine.sidecars(target)):
        # Its log would be played back into the copy the next time it is opened.
        raise EnvironmentFault(
            tr("{name} är öppet i Samverkan. Stäng det först, eller välj ett annat namn.", name=target.name)
        )
    examination.revision(source)
    with faults.explained(target), files.beside(target) as part:
        _copy(source, part)


def _copy(source: Path, part: Path) -> None:
    read_only = not engine.writable(source)
    with (
        closing(sqlite3.connect(engine.address(source, read_only=read_only), uri=True)) as origin,
        closing(sqlite3.connect(part)) as copy,
    ):
        origin.backup(copy)
    try:
        examination.revision(part)
    except (DamagedArchive, NotAnArchive) as error:
        raise DamagedArchive(source) from error


def restore(backup: Path, archive: Path, now: datetime) -> Path | None:
    """Put a backup in an archive's place; the archive must be closed.

    Args:
        backup: the backup, left as it is.
        archive: what it becomes.
        now: the instant, for the name under which the present archive is kept.

    Returns:
        Where the archive that was there is kept; None where there was none.

    Raises:
        UserError: the backup is missing, damaged, or not one.
        EnvironmentFault: it could not be written; the archive is as it was.
    """
    try:
        examination.revision(backup)
    except (DamagedArchive, NotAnArchive) as error:
        raise UserError(
            tr("Säkerhetskopian {name} är skadad. Välj en äldre säkerhetskopia.", name=backup.name)
        ) from error
    kept = None
    try:
        with faults.explained(archive), files.beside(archive) as part:
            _copy(backup, part)
            if any(place.exists() for place in (archive, *engine.sidecars(archive))):
                kept = set_aside(archive, "ersatt", now)
    except BaseException:
        if kept is not None and not archive.exists():
            _move(kept, archive)
        raise
    return kept if kept is not None and kept.exists() else None


def set_aside(path: Path, word: str, now: datetime) -> Path:
    """Rename an archive, with what lies beside it, to a free name that tells why and when.

    Args:
        path: the archive, closed.
        word: why: ``"skadad"``.
        now: the instant.

    Raises:
        EnvironmentFault: it could not be renamed.
    """
    wanted = f"{path.name}.{word}-{now.astimezone(LOCAL_ZONE):%Y-%m-%d-%H%M%S}"
    aside, number = path.with_name(wanted), 1
    while any(place.exists() for place in (aside, *engine.sidecars(aside))):
        number += 1
        aside = path.with_name(f"{wanted}-{number}")
    with files.explained(path):
        _move(path, aside)
    return aside


def _move(path: Path, target: Path) -> None:
    # The log goes first: left behind, it would be played back into whatever takes the archive's name.
    moved: list[tuple[Path, Path]] = []
    try:
        for old, new in zip((*engine.sidecars(path), path), (*engine.sidecars(target), target), strict=True):
            if old.exists():
                old.rename(new)
                moved.append((old, new))
    except OSError:
        for old, new in reversed(moved):
            with suppress(OSError):
                new.rename(old)
        raise


def _pattern(archive_name: str) -> re.Pattern[str]:
    stem, suffix = re.escape(Path(archive_name).stem), re.escape(ARCHIVE_SUFFIX)
    return re.compile(rf"{stem}-(?P<day>\d{{4}}-\d{{2}}-\d{{2}})(?P<time>-\d{{6}})?{suffix}")


def _day_of(match: re.Match[str]) -> date | None:
    try:
        return date.fromisoformat(match["day"])
    except ValueError:
        return None


def timed(archive: Path, folder: Path, now: datetime) -> Path:
    """Return the path of a backup made at an instant, outside the rotation: before an upgrade."""
    return folder / f"{archive.stem}-{now.astimezone(LOCAL_ZONE):%Y-%m-%d-%H%M%S}{ARCHIVE_SUFFIX}"


def rotate(
    archive: Path, folder: Path, today: date, keep_daily: int = KEEP_DAILY, keep_monthly: int = KEEP_MONTHLY
) -> Path | None:
    """Make today's backup unless there is one, and remove those that are out of the rotation.

    Args:
        archive: the archive.
        folder: the folder of its backups, made when missing.
        today: the day.
        keep_daily: how many of the latest days are kept.
        keep_monthly: how many of the latest months keep their last backup.

    Returns:
        The backup made; None where today's was there.

    Raises:
        EnvironmentFault: today's backup could not be made; then nothing is removed either.
    """
    target = folder / f"{archive.stem}-{today.isoformat()}{ARCHIVE_SUFFIX}"
    made = None
    if not target.exists():
        with files.explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
        back_up(archive, target)
        made = target
    for old in _out_of_rotation(_daily(archive.name, folder), keep_daily, keep_monthly):
        # What cannot be removed today is removed another day.
        with suppress(OSError):
            old.unlink()
    return made


def _daily(archive_name: str, folder: Path) -> dict[date, Path]:
    pattern = _pattern(archive_name)
    found: dict[date, Path] = {}
    for path in folder.iterdir():
        match = pattern.fullmatch(path.name)
        if match and not match["time"] and (day := _day_of(match)):
            found[day] = path
    return found


def _out_of_rotation(daily: dict[date, Path], keep_daily: int, keep_monthly: int) -> list[Path]:
    days = sorted(daily)
    last_of_month = {(day.year, day.month): day for day in days}
    months = sorted(last_of_month)[-keep_monthly:] if keep_monthly else []
    kept = {*(days[-keep_daily:] if keep_daily else []), *(last_of_month[month] for month in months)}
    return [daily[day] for day in days if day not in kept]


def newest(archive_name: str, folder: Path) -> Path | None:
    """Return the newest usable backup of an archive; None where there is none.

    Args:
        archive_name: the archive's file name.
        folder: where backups are kept.
    """
    if not folder.is_dir():
        return None
    pattern = _pattern(archive_name)
    found = [match for path in folder.iterdir() if (match := pattern.fullmatch(path.name)) and _day_of(match)]
    for match in sorted(found, key=lambda m: (m["day"], m["time"] or ""), reverse=True):
        with suppress(UserError, EnvironmentFault):
            examination.revision(folder / match.string)
            return folder / match.string
    return None
