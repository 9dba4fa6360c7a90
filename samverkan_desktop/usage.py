"""How the command line speaks: in Swedish, one sentence, in letters that every console can bear."""

import argparse
import re
import sys
from io import TextIOWrapper
from typing import NoReturn

from samverkan_desktop import i18n
from samverkan_desktop.i18n import tr

#: Exit code of every command for bad usage, or a file that cannot be read.
REFUSED = 2

#: What argparse says in English, as patterns, and the same in Swedish.
_USAGE = (
    (r"the following arguments are required: (.+)", i18n.mark("det saknas: {0}")),
    (r"unrecognized arguments: (.+)", i18n.mark("okänt på kommandoraden: {0}")),
    (r"argument (\S+): invalid int value: '(.*)'", i18n.mark("{0} ska vara ett heltal, inte {1}")),
    (r"argument (\S+): expected one argument", i18n.mark("{0} saknar sitt värde")),
    (r"argument .*: invalid choice: '?(.*?)'? \(choose from .+\)", i18n.mark("{0} finns inte")),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        said = message
        for pattern, text in _USAGE:
            found = re.fullmatch(pattern, message)
            if found:
                said = tr(text).format(*found.groups())
        self.exit(REFUSED, tr("Kommandot går inte att utföra, {said}.", said=said) + "\n")


def speak_plainly() -> None:
    """Write what is piped as UTF-8, and what a console cannot show as a question mark: never stop for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
