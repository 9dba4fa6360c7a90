"""Groups, their seats, who holds them, and the roles given for a term."""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import CALLED, Stored
from samverkan_desktop.vocabulary import (
    Approval,
    Grade,
    GroupKind,
    HolderState,
    Numbering,
    Receipt,
    RecordForm,
    Role,
    SeatAttendance,
)


class Group(Stored):
    """A group (T05); a work group knows the decision and the need it came from (T08).

    ``full_name`` is what documents call it, ``occasion`` what its meeting is called in a heading
    (``styrgruppsmöte för samverkan``), ``record`` what its record is called. ``purpose``, ``target``
    and ``division`` say what it is for, for whom, and who does what; ``costs`` who bears its costs
    where that is not each party its own (S08–S10). ``parent_id`` is the group that set it up.
    ``numbering`` says how its decisions are numbered, from ``number_start`` on with ``number_prefix``
    before; with ``sub_numbers`` those of one item share its number (``§ 60:1``). ``approval`` is how its
    minutes are approved, ``record_form`` whether they are notes or have the form of a board's protokoll.
    """

    __tablename__ = "collaboration_group"
    # A table may not be called "group" in SQL; outside the database it is.
    __table_args__: Any = {**Stored.__table_args__, "info": {CALLED: "group"}}  # noqa: RUF012

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    key: Mapped[str]
    kind: Mapped[GroupKind]
    name: Mapped[str]
    full_name: Mapped[str]
    occasion: Mapped[str]
    record: Mapped[str]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("collaboration_group.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", use_alter=True))
    need: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    target: Mapped[str] = mapped_column(default="")
    division: Mapped[str] = mapped_column(default="")
    costs: Mapped[str] = mapped_column(default="")
    created_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    numbering: Mapped[Numbering] = mapped_column(default=Numbering.WORKING_YEAR)
    number_prefix: Mapped[str] = mapped_column(default="")
    number_start: Mapped[int] = mapped_column(default=1)
    sub_numbers: Mapped[bool] = mapped_column(default=False)
    approval: Mapped[Approval] = mapped_column(default=Approval.NONE)
    record_form: Mapped[RecordForm] = mapped_column(default=RecordForm.NOTES)


class GroupSuperior(Stored):
    """That a group answers to another: takes its directions and reports to it (L01); it may have several."""

    __tablename__ = "group_superior"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    superior_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)


class Seat(Stored):
    """A seat: membership is tied to the function, not to a person (T07).

    A ``collective`` seat is all who hold a function ("samtliga rektorer"), of whom there are ``size``;
    how many came is counted, not who (ST14). ``deputy_for_id`` is the seat that this one stands in
    for; ``ex_officio`` the office its holder has it by, in words. ``receipt`` is how it gets what is sent
    to the group, where that is not as usual: a recipient, and a deputy for information.
    """

    __tablename__ = "seat"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    key: Mapped[str]
    position: Mapped[int]
    function: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    attendance: Mapped[SeatAttendance]
    grade: Mapped[Grade]
    collective: Mapped[bool] = mapped_column(default=False)
    size: Mapped[int | None]
    deputy_for_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"))
    ex_officio: Mapped[str] = mapped_column(default="")
    receipt: Mapped[Receipt | None]
    since: Mapped[date | None]
    until: Mapped[date | None]


class Holding(Stored):
    """How a seat is held from a day: by somebody, by somebody acting, or by nobody."""

    __tablename__ = "holding"

    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"), index=True)
    state: Mapped[HolderState]
    name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    since: Mapped[date]
    until: Mapped[date | None]


class RoleTerm(Stored):
    """A role given to a seat for a stretch of time (T17, T18)."""

    __tablename__ = "role_term"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    role: Mapped[Role]
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"))
    since: Mapped[date]
    until: Mapped[date | None]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    decided_on: Mapped[date | None]
