"""What stands in a preset file, table by table."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan_desktop.vocabulary import AgreementKind, Grade, GroupKind, SeatAttendance, WorkingYear


@dataclass(frozen=True)
class AgreementTable:
    """The ``[agreement]`` table; see `models.agreement.Agreement` for what its fields mean."""

    key: str
    name: str
    kind: AgreementKind
    title: str
    municipality: str
    working_year: WorkingYear
    starts: date
    purpose: str
    ends: date | None = None
    year_starts: str = "07-01"
    signed: str = ""
    signed_on: date | None = None
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartyTable:
    """One ``[[party]]``."""

    key: str
    name: str
    board: str = ""
    signatory: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeatTable:
    """One ``[[group.seat]]``; ``short`` is the function's name where space is scarce."""

    key: str
    party: str
    function: str
    short: str = ""
    attends: SeatAttendance = SeatAttendance.EVERY
    grade: Grade = Grade.MUST


@dataclass(frozen=True)
class GroupTable:
    """One ``[[group]]``; see `models.group.Group` for what its fields mean."""

    key: str
    kind: GroupKind
    name: str
    full_name: str
    occasion: str
    record: str


@dataclass(frozen=True)
class ClauseTable:
    """One ``[[clause]]``: a passage word for word."""

    ref: str
    heading: str
    text: str


@dataclass(frozen=True)
class ObligationTable:
    """One ``[[clause.obligation]]``: its kind, whom it concerns, and the kind's own parameters."""

    kind: str
    group: str
    group_kind: GroupKind | None
    parameters: dict[str, Any]


@dataclass(frozen=True)
class Preset:
    """A whole preset file, read and found in order."""

    agreement: AgreementTable
    parties: tuple[PartyTable, ...]
    groups: tuple[tuple[GroupTable, tuple[SeatTable, ...]], ...]
    clauses: tuple[tuple[ClauseTable, tuple[ObligationTable, ...]], ...]
