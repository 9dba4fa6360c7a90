"""Files are written beside their target and swapped in; a refusal is said in plain words."""

import errno
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr


def _no_right(path: Path) -> str:
    return tr(
        "Du saknar behörighet till {path}. Välj en annan mapp, eller be den som sköter datorn om hjälp.",
        path=path,
    )


def _missing(path: Path) -> str:
    return tr(
        "{path} finns inte. Kontrollera att mappen finns och att disken eller nätverket är anslutet.",
        path=path,
    )


def _in_use(path: Path) -> str:
    return tr("Filen {name} är öppen i ett annat program. Stäng den och försök igen.", name=path.name)


def _is_a_file(path: Path) -> str:
    return tr("{path} ligger där en fil är i vägen för mappen. Välj en annan mapp.", path=path)


def _too_long(path: Path) -> str:
    name = max(path.parts, key=len)
    shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    return tr("Namnet {name} är för långt. Välj ett kortare, eller en annan mapp.", name=shown)


#: What to do when a file cannot be reached or written, by the number the operating system gives.
ADVICE: dict[int, Callable[[Path], str]] = {
    errno.ENOSPC: lambda path: tr(
        "Disken är full, så {name} kunde inte sparas. Frigör utrymme och försök igen.", name=path.name
    ),
    errno.EDQUOT: lambda path: tr(
        "Ditt lagringsutrymme är slut, så {name} kunde inte sparas. Frigör utrymme och försök igen.",
        name=path.name,
    ),
    errno.EFBIG: lambda path: tr(
        "Filen {name} är för stor för disken. Spara den på ett annat ställe.", name=path.name
    ),
    errno.EROFS: lambda path: tr(
        "{path} ligger på ett skrivskyddat ställe. Välj en mapp där du får skriva.", path=path
    ),
    errno.EIO: lambda path: tr(
        "Disken svarade med ett fel för {path}. Kontrollera disken, eller spara på ett annat ställe.",
        path=path,
    ),
    errno.ENAMETOOLONG: _too_long,
    errno.EEXIST: _is_a_file,
    errno.EISDIR: lambda path: tr("{path} är en mapp. Välj en fil.", path=path),
    errno.EACCES: _no_right,
    errno.EPERM: _no_right,
    errno.ENOENT: _missing,
    errno.ENOTDIR: _is_a_file,
    errno.EBUSY: _in_use,
}
#: Windows says that another program has the file open: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
_WINDOWS_IN_USE = (32, 33)
#: And so that a path is too long, or that the name of a folder is: ERROR_FILENAME_EXCED_RANGE.
_WINDOWS_TOO_LONG = 206
#: How much of a file's name its unfinished neighbour bears, lest that name become too long.
_SHORT = 40
#: How much of a name that is too long is shown.
_SHOWN = 40


def advice(number: int | None, path: Path, reason: str = "") -> str:
    """Return a sentence that says what is wrong with a file and what to do.

    Args:
        number: an ``errno``; None where there is none.
        path: the file.
        reason: what the operating system says, shown where the number tells us nothing.
    """
    known = ADVICE.get(number) if number is not None else None
    if known is not None:
        return known(path)
    return tr(
        "{path} kunde inte läsas eller skrivas ({reason}). Försök igen, eller välj ett annat ställe.",
        path=path,
        reason=reason or number,
    )


def fault(error: OSError, path: Path) -> EnvironmentFault:
    """Return what the operating system refused as a fault that says what to do."""
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return EnvironmentFault(_in_use(path))
    if getattr(error, "winerror", None) == _WINDOWS_TOO_LONG:
        return EnvironmentFault(_too_long(path))
    return EnvironmentFault(advice(error.errno, path, error.strerror or str(error)))


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses inside the block into a fault that says what to do."""
    try:
        yield
    except OSError as error:
        raise fault(error, path) from error


def swap_in(finished: Path, target: Path) -> None:
    """Put a finished file in its target's place, all of it or nothing.

    Raises:
        EnvironmentFault: the target is held open, or cannot be written.
    """
    try:
        finished.replace(target)
    except PermissionError as error:
        # Windows refuses so when the target is open, say in Word; elsewhere it is the folder's rights.
        if target.exists() and os.access(target.parent, os.W_OK):
            raise EnvironmentFault(_in_use(target)) from error
        raise fault(error, target) from error
    except OSError as error:
        raise fault(error, target) from error
    if os.name == "posix":
        # The new name too must outlive a power cut; where a folder cannot be flushed, the system sees to it.
        with suppress(OSError):
            _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Give a free path beside a target to build its file at; the file there is gone when the block is left.

    Raises:
        EnvironmentFault: the folder is missing, full or not to be written in.
    """
    with explained(target):
        # Not tempfile's: that would hide the finished file from everyone the folder is shared with.
        part = target.with_name(f".{target.stem[:_SHORT]}-{secrets.token_hex(4)}.part")
        part.touch(exist_ok=False)
    try:
        yield part
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a free path beside a target to build its file at; swaps it in unless the block fails.

    Raises:
        EnvironmentFault: the folder is missing, full or not to be written in. The target is as it was.
    """
    with unfinished(target) as part:
        with explained(target):
            yield part
            flush(part)
        swap_in(part, target)


def flush(path: Path) -> None:
    """Wait until a file has reached the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file: all of it, or the one that was there is as it was.

    Raises:
        EnvironmentFault: it could not be written; the message says what to do.
    """
    with beside(path) as part:
        part.write_bytes(data)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are missing.

    Raises:
        EnvironmentFault: it cannot be made.
    """
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
