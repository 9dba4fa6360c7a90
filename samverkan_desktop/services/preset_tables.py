"""What stands in a preset file, table by table."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samverkan_desktop.register_vocabulary import Horizon, Organiser, RoutineKind, SchoolForm
from samverkan_desktop.vocabulary import (
    AgreementKind,
    Approval,
    AreaKind,
    Grade,
    GroupKind,
    Numbering,
    PartyKind,
    Policy,
    RecordForm,
    SeatAttendance,
    WorkingYear,
)


@dataclass(frozen=True, kw_only=True)
class AgreementTable:
    """The ``[agreement]`` table; see `models.agreement.Agreement` for what its fields mean.

    ``related`` are the titles of agreements whose fields this one leaves out, ``laws`` the laws and other
    documents it cites; ``words`` its own words by the names of `Word`.
    """

    key: str
    name: str
    kind: AgreementKind
    title: str
    municipality: str = ""
    working_year: WorkingYear
    year_starts: str = "07-01"
    starts: date
    ends: date | None = None
    signed: str = ""
    signed_on: date | None = None
    words: dict[str, str] = field(default_factory=dict)
    purpose: str = ""
    related: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelatedTable:
    """One ``[[related]]``; see `models.agreement.RelatedAgreement` for what its fields mean."""

    title: str
    note: str = ""
    parties: str = ""
    level: str = ""
    excluded: bool = False


@dataclass(frozen=True)
class AreaTable:
    """One ``[[area]]``; see `models.organisation.Area` for what its fields mean."""

    key: str
    name: str
    kind: AreaKind
    note: str = ""
    documented: bool = False
    policy: Policy | None = None


@dataclass(frozen=True)
class PartyTable:
    """One ``[[party]]``."""

    key: str
    name: str
    kind: PartyKind = PartyKind.ADMINISTRATION
    signs: bool = True
    board: str = ""
    signatory: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeatTable:
    """One ``[[group.seat]]``; ``short`` is the function's name where space is scarce.

    ``places`` makes several seats of one function, each numbered; ``deputy_for`` is the key of the seat
    in the same group that this one stands in for. See `models.group.Seat` for the others.
    """

    key: str
    party: str
    function: str
    short: str = ""
    attends: SeatAttendance = SeatAttendance.EVERY
    grade: Grade = Grade.MUST
    places: int = 1
    collective: bool = False
    size: int | None = None
    deputy_for: str = ""
    ex_officio: str = ""


@dataclass(frozen=True)
class GroupTable:
    """One ``[[group]]``; see `models.group.Group` for what its fields mean.

    ``superiors`` are the keys of the groups it answers to.
    """

    key: str
    kind: GroupKind
    name: str
    full_name: str
    occasion: str
    record: str
    superiors: tuple[str, ...] = ()
    purpose: str = ""
    target: str = ""
    division: str = ""
    costs: str = ""
    numbering: Numbering = Numbering.WORKING_YEAR
    number_prefix: str = ""
    number_start: int = 1
    sub_numbers: bool = False
    approval: Approval = Approval.NONE
    record_form: RecordForm = RecordForm.NOTES


@dataclass(frozen=True, kw_only=True)
class ClauseTable:
    """One ``[[clause]]``: a passage word for word; ``locked`` for a minimum rule of a template (ST02)."""

    ref: str
    heading: str = ""
    locked: bool = False
    text: str


@dataclass(frozen=True)
class ObligationTable:
    """One ``[[clause.obligation]]``: its kind, whom it concerns, and the kind's own parameters."""

    kind: str
    group: str
    group_kind: GroupKind | None
    parameters: dict[str, Any]
    grade: Grade = Grade.MUST


@dataclass(frozen=True)
class RoutineTable:
    """One ``[[routine]]`` that the agreement itself lists; see `models.routine.Routine`."""

    title: str
    kind: RoutineKind = RoutineKind.ROUTINE
    number: int | None = None
    owner: str = ""
    due: date | None = None
    due_words: str = ""
    review_by: date | None = None


@dataclass(frozen=True)
class RoutineStepTable:
    """One ``[[routine.step]]``: what is done, and the function responsible for it (S07)."""

    activity: str
    responsible: str = ""


@dataclass(frozen=True)
class StrategyTable:
    """One ``[[strategy]]``."""

    title: str
    text: str = ""


@dataclass(frozen=True)
class CommitmentTable:
    """One ``[[commitment]]``; ``strategy`` is the title of a strategy."""

    title: str
    strategy: str = ""
    responsible: str = ""
    due: date | None = None


@dataclass(frozen=True)
class ExpectedResultTable:
    """One ``[[expected_result]]``."""

    text: str
    horizon: Horizon
    board: str = ""


@dataclass(frozen=True)
class IndicatorTable:
    """One ``[[indicator]]``; see `models.indicator.Indicator`."""

    name: str
    definition: str = ""
    unit: str = ""
    source: str = ""
    target: float | None = None
    on_trial: bool = False


@dataclass(frozen=True)
class SchoolTable:
    """One ``[[school]]`` of the coverage register; ``area`` is the key of an area."""

    name: str
    form: SchoolForm
    organiser: Organiser
    area: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True)
class Registers:
    """What an agreement itself puts into the registers."""

    related: tuple[RelatedTable, ...] = ()
    routines: tuple[tuple[RoutineTable, tuple[RoutineStepTable, ...]], ...] = ()
    strategies: tuple[StrategyTable, ...] = ()
    commitments: tuple[CommitmentTable, ...] = ()
    expected_results: tuple[ExpectedResultTable, ...] = ()
    indicators: tuple[IndicatorTable, ...] = ()
    schools: tuple[SchoolTable, ...] = ()


@dataclass(frozen=True)
class Preset:
    """A whole preset file, read and found in order."""

    agreement: AgreementTable
    parties: tuple[PartyTable, ...]
    groups: tuple[tuple[GroupTable, tuple[SeatTable, ...]], ...]
    clauses: tuple[tuple[ClauseTable, tuple[ObligationTable, ...]], ...]
    areas: tuple[AreaTable, ...] = ()
    registers: Registers = Registers()
