"""Files and folders that are made whole beside their place, under a name that nothing there has."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from samverkan_desktop.files import explained, swap_in

#: How much of a name its unfinished neighbour bears, lest that name become too long.
_SHORT = 40


class New:
    """Something that is being made.

    Args:
        target: the name it is to have, or has; where that is taken when it is done, the next free one.
        part: where it is built.
    """

    def __init__(self, target: Path, part: Path) -> None:
        self.target, self.part = target, part


@contextmanager
def new(target: Path, *, folder: bool) -> Iterator[New]:
    """Give a place to build a file or a folder at; it gets its name unless the block fails.

    Args:
        target: where it is wanted.
        folder: whether it is a folder, which is there to be filled.

    Raises:
        EnvironmentFault: it cannot be written; nothing is left of it.
    """
    made = New(target, target.with_name(f".{target.stem[:_SHORT]}-{secrets.token_hex(4)}.part"))
    try:
        with explained(target):
            _make(made.part, folder=folder)
            yield made
            made.target = _reserve(target, folder=folder)
        try:
            if folder and os.name != "posix":  # only there can a folder take the place of an empty one
                made.target.rmdir()
            swap_in(made.part, made.target)
        except BaseException:
            _remove(made.target)
            raise
    finally:
        _remove(made.part)


def _make(path: Path, *, folder: bool) -> None:
    if folder:
        path.mkdir()
    else:
        path.touch(exist_ok=False)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _reserve(target: Path, *, folder: bool) -> Path:
    """Take the first free name: the target's, or that with a number; it is empty until it is swapped in."""
    for number in count(1):
        name = target.name if number == 1 else f"{target.stem}-{number}{target.suffix}"
        path = target.with_name(name)
        try:
            _make(path, folder=folder)
        except FileExistsError:
            continue
        return path
    raise AssertionError("numbers do not end")
