"""Reading the text of a preset file strictly, and saying the line where it is wrong."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from cattrs.errors import BaseValidationError

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.periods import is_year_start
from samverkan_desktop.rules import parameters
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.services.preset_source import Source
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
    RoutineTable,
    SchoolTable,
    SeatTable,
    StrategyTable,
)
from samverkan_desktop.vocabulary import Grade, GroupKind, Word

#: The only layout of preset files there is so far.
FORMAT = 1

T = TypeVar("T")
Table = Mapping[str, Any]


def _table(source: Source, table: str, index: int, data: object, wanted: type[T]) -> T:
    if not isinstance(data, dict):
        source.refuse(table, index, "", tr("{table} ska vara en tabell", table=table))
    try:
        return parameters.structure(data, wanted)
    except BaseValidationError as error:
        key, sentence = parameters.complaints(error)[0]
        source.refuse(table, index, key, sentence)


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


def _once(source: Source, table: str, keys: list[str]) -> None:
    """Refuse a key that two tables of a name share: the second would take the first one's place."""
    for index, key in enumerate(keys):
        if key in keys[:index]:
            source.refuse(table, index, "key", tr("nyckeln {key} finns redan", key=key))


def _read_groups(
    source: Source, data: Table, parties: set[str]
) -> Iterator[tuple[GroupTable, tuple[SeatTable, ...]]]:
    seat_index = 0
    for index, raw in enumerate(_tables(source, data, "group")):
        if not isinstance(raw, dict):
            source.refuse("group", index, "", tr("{table} ska vara en tabell", table="group"))
        own = {key: value for key, value in raw.items() if key != "seat"}
        group = _table(source, "group", index, own, GroupTable)
        seats: list[SeatTable] = []
        for raw_seat in _inner(source, "group.seat", index, raw.get("seat", [])):
            seat = _table(source, "group.seat", seat_index, raw_seat, SeatTable)
            if seat.party not in parties:
                sentence = tr("parten {party} finns inte bland [[party]]", party=seat.party)
                source.refuse("group.seat", seat_index, "party", sentence)
            if seat.key in {each.key for each in seats}:
                source.refuse("group.seat", seat_index, "key", tr("platsen {key} finns redan", key=seat.key))
            seats.append(seat)
            seat_index += 1
        yield group, tuple(seats)


def _read_obligation(source: Source, index: int, raw: object, groups: set[str]) -> ObligationTable:
    place = "clause.obligation"
    if not isinstance(raw, dict) or not isinstance(raw.get("kind"), str):
        source.refuse(place, index, "kind", tr("åtagandet saknar slag (kind)"))
    kind, group = raw["kind"], raw.get("group", "")
    if kind not in KINDS:
        allowed = ", ".join(sorted(KINDS))
        sentence = tr("slaget {kind} finns inte; tillåtna slag är {allowed}", kind=kind, allowed=allowed)
        source.refuse(place, index, "kind", sentence)
    if group and group not in groups:
        source.refuse(place, index, "group", tr("gruppen {group} finns inte bland [[group]]", group=group))
    group_kind = raw.get("group_kind")
    if group_kind is not None and group_kind not in set(GroupKind):
        sentence = tr(
            "gruppslaget {kind} finns inte; tillåtna är {allowed}",
            kind=group_kind,
            allowed=", ".join(GroupKind),
        )
        source.refuse(place, index, "group_kind", sentence)
    grade = raw.get("grade", Grade.MUST)
    if grade not in set(Grade):
        allowed = ", ".join(Grade)
        sentence = tr("graden {grade} finns inte; tillåtna är {allowed}", grade=grade, allowed=allowed)
        source.refuse(place, index, "grade", sentence)
    own = {key: value for key, value in raw.items() if key not in {"kind", "group", "group_kind", "grade"}}
    try:
        parameters.parse(kind, own)
    except BaseValidationError as error:
        key, sentence = parameters.complaints(error)[0]
        source.refuse(place, index, key, sentence)
    return ObligationTable(kind, group, GroupKind(group_kind) if group_kind else None, own, Grade(grade))


def _read_clauses(
    source: Source, data: Table, groups: set[str]
) -> Iterator[tuple[ClauseTable, tuple[ObligationTable, ...]]]:
    obligation_index = 0
    seen: set[str] = set()
    for index, raw in enumerate(_tables(source, data, "clause")):
        if not isinstance(raw, dict):
            source.refuse("clause", index, "", tr("{table} ska vara en tabell", table="clause"))
        own = {key: value for key, value in raw.items() if key != "obligation"}
        clause = _table(source, "clause", index, own, ClauseTable)
        if clause.ref in seen:
            source.refuse("clause", index, "ref", tr("stycket {ref} finns redan", ref=clause.ref))
        seen.add(clause.ref)
        obligations = []
        for raw_obligation in _inner(source, "clause.obligation", index, raw.get("obligation", [])):
            obligations.append(_read_obligation(source, obligation_index, raw_obligation, groups))
            obligation_index += 1
        yield clause, tuple(obligations)


def _registers(source: Source, data: Table) -> Registers:
    return Registers(
        related=_optional(source, data, "related", RelatedTable),
        routines=_optional(source, data, "routine", RoutineTable),
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
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else len(source.lines)
        raise UserError(
            tr(
                "Avtalsfilen {name}, rad {line}: raden går inte att läsa. "
                "Se efter att citattecken och klamrar är avslutade.",
                name=name,
                line=line,
            )
        ) from error
    if data.get("format") != FORMAT:
        raise UserError(tr("Avtalsfilen {name}, rad 1: format ska vara {format}.", name=name, format=FORMAT))
    agreement = _table(source, "agreement", 0, data.get("agreement", {}), AgreementTable)
    if agreement.ends is not None and agreement.ends < agreement.starts:
        source.refuse("agreement", 0, "ends", tr("avtalet slutar innan det börjar"))
    for word in agreement.words:
        if word not in set(Word):
            allowed = ", ".join(Word)
            sentence = tr("ordet {word} finns inte; tillåtna är {allowed}", word=word, allowed=allowed)
            source.refuse("agreement", 0, "words", sentence)
    if not is_year_start(agreement.year_starts):
        source.refuse("agreement", 0, "year_starts", tr("year_starts skrivs som 07-01"))
    parties = tuple(
        _table(source, "party", index, raw, PartyTable)
        for index, raw in enumerate(_tables(source, data, "party"))
    )
    _once(source, "party", [party.key for party in parties])
    groups = tuple(_read_groups(source, data, {party.key for party in parties}))
    _once(source, "group", [group.key for group, _ in groups])
    clauses = tuple(_read_clauses(source, data, {group.key for group, _ in groups}))
    areas = _optional(source, data, "area", AreaTable)
    _once(source, "area", [area.key for area in areas])
    return Preset(agreement, parties, groups, clauses, areas, _registers(source, data))
