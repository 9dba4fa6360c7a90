"""A register as a declaration: its rows, how one is written and changed, and what can be done with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from samverkan_desktop.ui.widgets.entry import Values
from samverkan_desktop.ui.widgets.facts import Fact
from samverkan_desktop.ui.widgets.form import Field
from samverkan_desktop.ui.widgets.table_model import Column

R = TypeVar("R")
Choices = Sequence[tuple[object, str]]


@dataclass(frozen=True)
class Doing(Generic[R]):
    """Something that can be done with one row, or with the register of an agreement, as a whole.

    Args:
        key: what it is called in the code.
        text: what its button says, with an ellipsis where something is asked.
        fields: what is asked; nothing where it is done at once.
        step: what the button that carries it out says.
        carry_out: the use case, given the row, or the agreement's identity, and what stands in the fields.
        begin: what the fields hold to begin with.
        offered: whether it can be done with a row now.
    """

    key: str
    text: str
    fields: Sequence[Field]
    step: str
    carry_out: Callable[[R, Values], object]
    begin: Callable[[R], Values] = lambda _row: {}
    offered: Callable[[R], bool] = lambda _row: True


@dataclass(frozen=True)
class Register(Generic[R]):
    """One register.

    Args:
        kind: what one of its rows is called in a target: ``area`` of ``area:3``.
        title: its heading.
        name: what it holds, for the filter: ``områden``.
        about: one sentence on what it is for, above the table.
        empty: what to say where it has no rows.
        rules: the rules that judge it; their findings stand above the table.
        tables: names of the stored tables that it shows.
        read: its rows of an agreement.
        identity: a row's identity.
        heading: what the panel of a row is called.
        columns: what the table shows of a row.
        fields: what can be changed in a row, and is written of a new one.
        values: what the fields hold of a row.
        new_fields: what is written of a new row, where that is not what can be changed in an old one.
        add: adds a row to an agreement.
        change: changes one value of a row, by the row, the field and what it is to hold.
        remove: takes a row away; None where that is not done.
        add_title: what the panel for a new row is called.
        add_step: what its button says.
        begin: what the fields of a new row hold to begin with.
        choices: what can be chosen in fields whose choices depend on the agreement, by field, wherever it
            stands; a field with nothing to choose is not shown.
        row_choices: what can be chosen in fields of a row whose choices depend on it, by field; a field with
            nothing to choose is not shown.
        known: what more is known of a row.
        part: makes what shows a row in its panel beside what is known of it: steps, a diagram.
        doings: what more can be done with a row.
        move: moves a row so many places down its list, or up; None where they have no order of their own.
        whole: what can be done with the register as a whole.
        stands: how the register as a whole stands, above its table.
        also: other kinds of targets that open it: ``activity_plan`` of ``activity_plan:7``.
        seek: brings the thing of a target, by its kind and identity, into what is read; returns the row to
            choose, None for none.
        group: the segment that a row belongs to; None for no segments.
        summary: what is said beneath the table of all the rows.
        more: makes what stands under the table; shown the agreement's identity when it is read.
        spare: numbers of columns that give way where it is narrow.
    """

    kind: str
    title: str
    name: str
    about: str
    empty: str
    rules: frozenset[str]
    tables: frozenset[str]
    read: Callable[[int], Sequence[R]]
    identity: Callable[[R], int]
    heading: Callable[[R], str]
    columns: Sequence[Column[R]]
    fields: Sequence[Field]
    values: Callable[[R], Mapping[str, object]]
    add: Callable[[int, Values], object]
    change: Callable[[R, str, object], object]
    remove: Callable[[R], object] | None
    add_title: str
    add_step: str
    new_fields: Sequence[Field] = ()
    begin: Callable[[], Values] = dict
    choices: Callable[[int], Mapping[str, Choices]] = lambda _agreement_id: {}
    row_choices: Callable[[R], Mapping[str, Choices]] = lambda _row: {}
    known: Callable[[R], Sequence[Fact]] = lambda _row: ()
    part: Callable[[], "RowPart[R]"] | None = None
    doings: Sequence[Doing[R]] = ()
    move: Callable[[R, int], object] | None = None
    whole: Sequence[Doing[int]] = ()
    stands: Callable[[int], Sequence[Fact]] = lambda _agreement_id: ()
    also: Sequence[str] = ()
    seek: Callable[[str, int], int | None] = lambda _kind, identity: identity
    group: Callable[[R], str] | None = None
    summary: Callable[[Sequence[R]], str] = lambda _rows: ""
    more: Callable[[], "Beneath"] | None = None
    spare: Sequence[int] = field(default_factory=tuple)


class Beneath(QWidget):
    """What stands under a register's table: a matrix, a diagram."""

    def show_agreement(self, agreement_id: int) -> None:
        """Read, and show."""
        raise NotImplementedError


class RowPart(QWidget, Generic[R]):
    """What shows one row in its panel, beside what is known of it."""

    def show_row(self, row: R) -> None:
        """Show a row."""
        raise NotImplementedError
