"""A list to hand out: decisions of a period, commissions still open."""

from dataclasses import dataclass
from datetime import date

#: What a cell holds: a day is one also where a spreadsheet reads it.
Value = str | date


@dataclass(frozen=True)
class Column:
    """A column of a list.

    Args:
        heading: what it is called.
        width: how wide it is, in parts of the sum of all columns' widths.
    """

    heading: str
    width: float


@dataclass(frozen=True)
class Listing:
    """Content of a list.

    Args:
        organisation: who hands it out.
        parties: the parties of the agreement.
        agreement: its title.
        name: what kind of document it is, in capitals: ``BESLUT``.
        title: its heading: ``Beslut 2018/2019``.
        group: whose it is; empty for every group of the agreement.
        issued: the day it was made.
        columns: the columns.
        rows: a value a column; the empty text for nothing.
        nothing: the sentence that stands instead of the table where there are no rows.
    """

    organisation: str
    parties: tuple[str, ...]
    agreement: str
    name: str
    title: str
    group: str
    issued: date
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    nothing: str


def shown(value: Value) -> str:
    """Return a value in words: a day as ``2018-09-04``."""
    return value.isoformat() if isinstance(value, date) else value
