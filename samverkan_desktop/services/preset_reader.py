"""Reading the text of a preset file strictly, and saying the line where it is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

from cattrs.errors import BaseValidationError

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules import parameters
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.services.preset_checks import look_through, personal_numbers
from samverkan_desktop.services.preset_source import Source, toml
from samverkan_desktop.services.preset_tables import (
    AgreementTable,
    AreaTable,
    ClauseTable,
    CommitmentTable,
    ExpectedResultTable,
    GroupTable,
    IndicatorTable,
    ObligationTable,
    PartyTable,
    Preset,
    Registers,
    RelatedTable,
    RoutineStepTable,
    RoutineTable,
    SchoolTable,
    SeatTable,
    StrategyTable,
)
from samverkan_desktop.vocabulary import Grade, GroupKind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

#: The only layout of preset files there is so far.
FORMAT = 1
#: What may stand in a preset file outside any table.
TABLES = (
    "format", "agreement", "party", "group", "area", "clause", "related", "routine", "strategy", "commitment",
    "expected_result", "indicator", "school",
)  # fmt: skip

T = TypeVar("T", bound="DataclassInstance")
Table = Mapping[str, Any]


@dataclass(frozen=True)
class _Concern:
    """What every obligation has, whatever its kind."""

    kind: str
    group: str = ""
    group_kind: GroupKind | None = None
    grade: Grade = Grade.MUST


def _table(source: Source, table: str, index: int, data: object, wanted: type[T]) -> T:
    if not isinstance(data, dict):
        source.refuse(table, index, "", tr("{table} ska vara en tabell", table=table))
    try:
        made = parameters.structure(data, wanted)
    except BaseValidationError as error:
        source.refuse(table, index, *_complaint(error, wanted))
    for field in fields(wanted):
        needed = field.default is MISSING and field.default_factory is MISSING
        value = getattr(made, field.name)
        if needed and isinstance(value, str) and not value.strip():
            source.refuse(table, index, field.name, tr("{name} får inte vara tom", name=field.name))
    return made


def _complaint(error: BaseValidationError, wanted: type["DataclassInstance"]) -> tuple[str, str]:
    """Return the key at fault and what is wrong with it; where it is unknown, also those there are."""
    key, sentence = parameters.complaints(error)[0]
    allowed = [field.name for field in fields(wanted)]
    if key in allowed or not allowed:
        return key, sentence
    return key, tr("{sentence}; tillåtna är {allowed}", sentence=sentence, allowed=", ".join(allowed))


def _tables(source: Source, data: Table, name: str) -> list[Any]:
    found = data.get(name)
    if not isinstance(found, list) or not found:
        source.refuse(name, 0, "", tr("det finns ingen [[{name}]] i filen", name=name))
    return found


def _optional(source: Source, data: Table, name: str, wanted: type[T]) -> tuple[T, ...]:
    """Return the tables of a name; there need be none."""
    if name not in data:
        return ()
    found = _tables(source, data, name)
    return tuple(_table(source, name, place, raw, wanted) for place, raw in enumerate(found))


def _inner(source: Source, name: str, index: int, found: object) -> list[Any]:
    """Return the tables inside another, written as ``[[outer.inner]]``."""
    if not isinstance(found, list):
        outer, inner = name.split(".")
        sentence = tr("{inner} ska skrivas som [[{name}]]", inner=inner, name=name)
        source.refuse(name if source.has(name) else outer, 0 if source.has(name) else index, inner, sentence)
    return found


def _outer(
    source: Source, data: Table, name: str, inner: str
) -> Iterator[tuple[int, Table, list[tuple[int, object]]]]:
    """Yield each table of a name: which one it is, its own keys, and the tables inside it.

    The tables inside are numbered through all of the file, as their headers are.
    """
    count = 0
    for index, raw in enumerate(_tables(source, data, name)):
        if not isinstance(raw, dict):
            source.refuse(name, index, "", tr("{table} ska vara en tabell", table=name))
        found = list(enumerate(_inner(source, f"{name}.{inner}", index, raw.get(inner, [])), count))
        count += len(found)
        yield index, {key: value for key, value in raw.items() if key != inner}, found


def _read_groups(source: Source, data: Table) -> Iterator[tuple[GroupTable, tuple[SeatTable, ...]]]:
    for index, own, inner in _outer(source, data, "group", "seat"):
        group = _table(source, "group", index, own, GroupTable)
        yield group, tuple(_table(source, "group.seat", place, raw, SeatTable) for place, raw in inner)


def _read_obligation(source: Source, index: int, raw: object, groups: set[str]) -> ObligationTable:
    place = "clause.obligation"
    if not isinstance(raw, dict) or not isinstance(raw.get("kind"), str):
        source.refuse(place, index, "kind", tr("åtagandet saknar slag (kind)"))
    named = {field.name for field in fields(_Concern)}
    concern = _table(
        source, place, index, {key: value for key, value in raw.items() if key in named}, _Concern
    )
    if concern.kind not in KINDS:
        allowed = ", ".join(sorted(KINDS))
        sentence = tr(
            "slaget {kind} finns inte; tillåtna slag är {allowed}", kind=concern.kind, allowed=allowed
        )
        source.refuse(place, index, "kind", sentence)
    if concern.group and concern.group not in groups:
        sentence = tr("gruppen {group} finns inte bland [[group]]", group=concern.group)
        source.refuse(place, index, "group", sentence)
    if concern.group and concern.group_kind:
        source.refuse(place, index, "group_kind", tr("skriv group eller group_kind, inte båda"))
    own = {key: value for key, value in raw.items() if key not in named}
    try:
        parameters.parse(concern.kind, own)
    except BaseValidationError as error:
        source.refuse(place, index, *_complaint(error, KINDS[concern.kind].parameters))
    return ObligationTable(concern.kind, concern.group, concern.group_kind, own, concern.grade)


def _read_clauses(
    source: Source, data: Table, groups: set[str]
) -> Iterator[tuple[ClauseTable, tuple[ObligationTable, ...]]]:
    for index, own, inner in _outer(source, data, "clause", "obligation"):
        clause = _table(source, "clause", index, own, ClauseTable)
        yield clause, tuple(_read_obligation(source, place, raw, groups) for place, raw in inner)


def _read_routines(
    source: Source, data: Table
) -> Iterator[tuple[RoutineTable, tuple[RoutineStepTable, ...]]]:
    for index, own, inner in _outer(source, data, "routine", "step"):
        routine = _table(source, "routine", index, own, RoutineTable)
        steps = tuple(_table(source, "routine.step", place, raw, RoutineStepTable) for place, raw in inner)
        yield routine, steps


def _registers(source: Source, data: Table) -> Registers:
    return Registers(
        related=_optional(source, data, "related", RelatedTable),
        routines=tuple(_read_routines(source, data)) if "routine" in data else (),
        strategies=_optional(source, data, "strategy", StrategyTable),
        commitments=_optional(source, data, "commitment", CommitmentTable),
        expected_results=_optional(source, data, "expected_result", ExpectedResultTable),
        indicators=_optional(source, data, "indicator", IndicatorTable),
        schools=_optional(source, data, "school", SchoolTable),
    )


def parse(name: str, text: str) -> Preset:
    """Return a preset from the text of its file.

    Args:
        name: the file's name, for sentences about it.
        text: what it holds.

    Raises:
        UserError: it is not as a preset should be; says the line and what is wrong with it.
    """
    source = Source(name, text)
    data = toml(source, text)
    if data.get("format") != FORMAT or isinstance(data["format"], bool):
        source.refuse("", 0, "format", tr("format ska vara {format}", format=FORMAT))
    for key in data:
        if key not in TABLES:
            allowed = ", ".join(TABLES)
            sentence = tr("okänt ord {key}; tillåtna är {allowed}", key=key, allowed=allowed)
            source.refuse_line(
                source.line_of(key, 0) if source.has(key) else source.line_of("", 0, key), sentence
            )
    personal_numbers(source)
    if "agreement" not in data:
        source.refuse_line(1, tr("det finns ingen [{name}] i filen", name="agreement"))
    agreement = _table(source, "agreement", 0, data["agreement"], AgreementTable)
    parties = tuple(
        _table(source, "party", index, raw, PartyTable)
        for index, raw in enumerate(_tables(source, data, "party"))
    )
    groups = tuple(_read_groups(source, data))
    clauses = tuple(_read_clauses(source, data, {group.key for group, _ in groups}))
    areas = _optional(source, data, "area", AreaTable)
    preset = Preset(agreement, parties, groups, clauses, areas, _registers(source, data))
    look_through(source, preset)
    return preset
