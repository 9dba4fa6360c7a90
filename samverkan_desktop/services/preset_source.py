"""The text of a preset file, and where in it each table and key stands."""

import re
from collections.abc import Iterator
from typing import NoReturn

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr


class Source:
    """The text of a preset, and where in it each table and key stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()

    def line_of(self, table: str, index: int, key: str = "") -> int:
        """Return the line of a table's nth occurrence, or of a key in it; 1 where it is not found."""
        header = re.compile(rf"^\s*\[+\s*{re.escape(table)}\s*\]+")
        starts = [number for number, line in self._outside_texts() if header.match(line)]
        if index >= len(starts):
            return 1
        if key:
            for number, line in self._outside_texts():
                if number > starts[index] and line.lstrip().startswith("["):
                    break
                if number > starts[index] and re.match(rf"^\s*{re.escape(key)}\s*=", line):
                    return number
        return starts[index]

    def has(self, table: str) -> bool:
        """Return whether the file has a table of a name."""
        header = re.compile(rf"^\s*\[+\s*{re.escape(table)}\s*\]+")
        return any(header.match(line) for _, line in self._outside_texts())

    def _outside_texts(self) -> Iterator[tuple[int, str]]:
        inside = False
        for number, line in enumerate(self.lines, 1):
            if not inside:
                yield number, line
            if line.count('"""') % 2:
                inside = not inside

    def refuse(self, table: str, index: int, key: str, sentence: str) -> NoReturn:
        """Refuse the file for what stands at a place in it."""
        line = self.line_of(table, index, key)
        raise UserError(
            tr("Avtalsfilen {name}, rad {line}: {sentence}.", name=self.name, line=line, sentence=sentence)
        )
