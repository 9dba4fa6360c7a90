"""Several files written as one: all of them, or none; and never into one that somebody has open."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from samverkan_desktop import files
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr

#: Word writes ``~$`` over the first two letters of a name this long or longer, over one of a name a letter
#: shorter, and before every other.
_OVERWRITTEN = 8


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write files: all of them, or those that were there are as they were.

    Args:
        contents: the bytes of each file; of each folder, which must be there.

    Raises:
        EnvironmentFault: one is open elsewhere or cannot be written; the message says what to do. Should what
            was there not come back either, it names the files that were changed.
    """
    for path in contents:
        refuse_open(path)
    with ExitStack() as stack:
        parts = {path: stack.enter_context(files.unfinished(path)) for path in contents}
        for path, part in parts.items():
            with files.explained(path):
                part.write_bytes(contents[path])
                files.flush(part)
        _swap_all_in(parts, stack)


def refuse_open(path: Path) -> None:
    """Refuse a file that somebody has open, as far as what lies beside it tells.

    Windows refuses by itself to replace an open file. Elsewhere, and on a shared folder, it would be replaced
    under the hands of whoever writes in it, who would then save over it.

    Raises:
        EnvironmentFault: it is open.
    """
    with files.explained(path):
        owners = [owner for owner in _owner_files(path) if owner.exists()] if path.is_file() else []
    if owners:
        raise EnvironmentFault(
            tr(
                "Filen {name} är öppen i ett annat program. Stäng den och försök igen; har ingen den öppen, "
                "ta bort {owner} som ligger bredvid.",
                name=path.name,
                owner=owners[0].name,
            )
        )


def _owner_files(path: Path) -> Iterator[Path]:
    """Return what Word and LibreOffice lay beside a file that they have open."""
    over = min(2, max(0, len(path.stem) - _OVERWRITTEN + 2))
    yield path.with_name(f"~${path.name[over:]}")
    yield path.with_name(f".~lock.{path.name}#")


def _swap_all_in(parts: Mapping[Path, Path], stack: ExitStack) -> None:
    """Put finished files in their targets' place; where one is refused, those before it are put back."""
    before = {path: _second_name(path, stack) if path.exists() else None for path in parts}
    done: list[Path] = []
    try:
        for path, part in parts.items():
            files.swap_in(part, path)
            done.append(path)
    except EnvironmentFault as fault:
        stuck = [path.name for path in done if not _put_back(path, before[path])]
        if not stuck:
            raise
        names = ", ".join(stuck)
        told = tr("{fault} Dessa filer hann bytas ut: {names}.", fault=fault.message, names=names)
        raise EnvironmentFault(told) from fault


def _second_name(path: Path, stack: ExitStack) -> Path:
    """Give what stands in a file another name too, so that it can be put back."""
    kept = stack.enter_context(files.unfinished(path))
    with files.explained(path):
        kept.unlink()
        try:
            kept.hardlink_to(path)
        except OSError:  # not every disk knows of second names
            shutil.copy2(path, kept)
    return kept


def _put_back(path: Path, before: Path | None) -> bool:
    with suppress(OSError):
        if before is None:
            path.unlink(missing_ok=True)
        else:
            before.replace(path)
        return True
    return False
