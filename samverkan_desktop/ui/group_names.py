"""Telling rows of several groups apart: a column that is there only where there are several."""

from collections.abc import Iterable
from typing import Protocol


class OfGroup(Protocol):
    """A row that belongs to a group."""

    @property
    def group(self) -> str:
        """The group's name."""


class GroupNames:
    """Names the group of each row, where rows of several groups are shown; else nobody's."""

    def __init__(self) -> None:
        self._several = False

    def look_at(self, rows: Iterable[OfGroup]) -> None:
        """Find out whether some rows are of several groups."""
        self._several = len({row.group for row in rows}) > 1

    def of(self, row: OfGroup) -> str:
        """Return what a row's group is called; empty where all are of one group."""
        return row.group if self._several else ""
