"""The command line's word on what files are called: see the pattern, or choose another."""

import argparse
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from samverkan_desktop import paths
from samverkan_desktop.i18n import tr

OK = 0


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line, by what adds one: its name, what carries it out, what for."""
    names = command("file-names", _names, tr("Visa eller ändra mönstret för filnamn på mötenas dokument."))
    names.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    names.add_argument("--agreement", metavar=tr("AVTAL"), help=tr("nyckeln som agreements visar"))
    names.add_argument(
        "--set", metavar=tr("MÖNSTER"), help=tr('som "{datum}-{dokument}-{grupp}"; tomt för programmets eget')
    )


def _names(given: argparse.Namespace) -> int:
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import agreement, archive, file_name

    clock, author = SystemClock(), paths.user_name()
    changes = given.set is not None
    opened = (
        archive.open_archive(given.archive, clock, author=author)
        if changes
        else archive.open_to_read(given.archive, clock)
    )
    with closing(opened) as work:
        own = agreement.named(work, given.agreement)
        if changes:
            file_name.set_pattern(work, own, given.set)
        sys.stdout.write(f"{file_name.pattern(work, own)}\n\n{file_name.parts_said()}\n")
    return OK
