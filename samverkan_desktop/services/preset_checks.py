"""What the tables of a preset file must be to one another: nothing refers to what is not there."""

from collections.abc import Iterator, Mapping, Sequence

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.periods import is_year_start
from samverkan_desktop.rules import consistency, personal_identity_number
from samverkan_desktop.rules.consistency import GroupOutline
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.services import numbering
from samverkan_desktop.services.preset_source import Source
from samverkan_desktop.services.preset_tables import AgreementTable, Preset, SeatTable
from samverkan_desktop.services.ring import ring
from samverkan_desktop.vocabulary import Word


def look_through(source: Source, preset: Preset) -> None:
    """Refuse a preset whose tables contradict one another.

    Args:
        source: its text.
        preset: what was read from it, each table in order by itself.

    Raises:
        UserError: one table refers to what is not there, or two contradict each other; says the line.
    """
    _agreement(source, preset.agreement)
    _each_once(source, preset)
    first = 0
    for _, seats in preset.groups:
        _seats(source, preset, first, seats)
        first += len(seats)
    _hierarchy(source, preset)
    _numbering(source, preset)
    _registers(source, preset)
    _obligations(source, preset)


def personal_numbers(source: Source) -> None:
    """Refuse a file that holds a personal identity number (R11); says the line."""
    for number, line in enumerate(source.lines, 1):
        if personal_identity_number.find(line):
            source.refuse_line(
                number, tr("texten ser ut att innehålla ett personnummer; ta bort det ur filen")
            )


def _agreement(source: Source, table: AgreementTable) -> None:
    if table.ends is not None and table.ends < table.starts:
        source.refuse("agreement", 0, "ends", tr("avtalet slutar innan det börjar"))
    if not is_year_start(table.year_starts):
        source.refuse("agreement", 0, "year_starts", tr("year_starts skrivs som 07-01"))
    for word in table.words:
        if word not in set(Word):
            allowed = ", ".join(Word)
            sentence = tr("ordet {word} finns inte; tillåtna är {allowed}", word=word, allowed=allowed)
            source.refuse("agreement", 0, "words", sentence)


def _each_once(source: Source, preset: Preset) -> None:
    """Refuse what two tables share: the second would take the first one's place."""
    listed = preset.registers
    named: tuple[tuple[str, str, Sequence[str], str], ...] = (
        ("party", "key", [t.key for t in preset.parties], tr("nyckeln {name} finns redan")),
        ("group", "key", [t.key for t, _ in preset.groups], tr("nyckeln {name} finns redan")),
        ("area", "key", [t.key for t in preset.areas], tr("nyckeln {name} finns redan")),
        ("clause", "ref", [t.ref for t, _ in preset.clauses], tr("stycket {name} finns redan")),
        ("strategy", "title", [t.title for t in listed.strategies], tr("strategin {name} finns redan")),
        ("indicator", "name", [t.name for t in listed.indicators], tr("indikatorn {name} finns redan")),
    )
    for table, key, names, sentence in named:
        for index, name in enumerate(names):
            if name in names[:index]:
                source.refuse(table, index, key, sentence.format(name=name))


def _numbering(source: Source, preset: Preset) -> None:
    for index, (table, _) in enumerate(preset.groups):
        try:
            numbering.check(table.number_prefix.strip(), table.number_start)
        except UserError as error:
            source.refuse("group", index, error.field or "", error.message)


def _seats(source: Source, preset: Preset, first: int, seats: tuple[SeatTable, ...]) -> None:
    parties = {party.key for party in preset.parties}
    by_key: dict[str, SeatTable] = {}
    for index, seat in enumerate(seats, first):
        fault = _seat_fault(seat, parties, {each.key for each in seats}, by_key)
        if fault is not None:
            source.refuse("group.seat", index, *fault)
        by_key[seat.key] = seat
    deputies = {seat.key: [seat.deputy_for] for seat in seats if seat.deputy_for}
    circle = ring(deputies)
    if circle:
        sentence = tr("platserna ersätter varandra i en ring: {ring}", ring=" → ".join(circle))
        index = next(at for at, seat in enumerate(seats, first) if seat.key == circle[0])
        source.refuse("group.seat", index, "deputy_for", sentence)


def _seat_fault(
    seat: SeatTable, parties: set[str], keys: set[str], before: Mapping[str, SeatTable]
) -> tuple[str, str] | None:
    """Return the key at fault and what is wrong with a seat; None where nothing is."""
    if seat.party not in parties:
        return "party", tr("parten {party} finns inte bland [[party]]", party=seat.party)
    if seat.key in before:
        return "key", tr("platsen {key} finns redan", key=seat.key)
    if seat.places < 1:
        return "places", tr("places ska vara minst 1")
    if seat.size is not None and seat.size < 1:
        return "size", tr("size ska vara minst 1")
    if seat.size is not None and not seat.collective:
        return "size", tr("size gäller bara en samlad plats; skriv collective = true")
    if seat.collective and seat.places > 1:
        return "places", tr("en samlad plats är en; skriv antalet som size")
    if seat.deputy_for and seat.deputy_for not in keys:
        return "deputy_for", tr("platsen {seat} finns inte i gruppen", seat=seat.deputy_for)
    return None


def _hierarchy(source: Source, preset: Preset) -> None:
    places = {table.key: index for index, (table, _) in enumerate(preset.groups)}
    for index, (table, _) in enumerate(preset.groups):
        for superior in table.superiors:
            if superior not in places:
                sentence = tr("gruppen {group} finns inte bland [[group]]", group=superior)
                source.refuse("group", index, "superiors", sentence)
        if len(set(table.superiors)) < len(table.superiors):
            source.refuse("group", index, "superiors", tr("samma grupp står två gånger"))
    circle = ring({table.key: table.superiors for table, _ in preset.groups})
    if circle:
        sentence = tr("grupperna är överordnade varandra i en ring: {ring}", ring=" → ".join(circle))
        source.refuse("group", places[circle[0]], "superiors", sentence)


def _registers(source: Source, preset: Preset) -> None:
    areas = {area.key for area in preset.areas}
    for index, school in enumerate(preset.registers.schools):
        if school.area and school.area not in areas:
            sentence = tr("området {area} finns inte bland [[area]]", area=school.area)
            source.refuse("school", index, "area", sentence)
    strategies = {strategy.title for strategy in preset.registers.strategies}
    for index, commitment in enumerate(preset.registers.commitments):
        if commitment.strategy and commitment.strategy not in strategies:
            sentence = tr("strategin {title} finns inte bland [[strategy]]", title=commitment.strategy)
            source.refuse("commitment", index, "strategy", sentence)


def _obligations(source: Source, preset: Preset) -> None:
    demands = [
        Obligation(0, table.kind, clause.ref, clause.text, table.parameters, table.group, table.group_kind)
        for clause, tables in preset.clauses
        for table in tables
    ]
    groups = tuple(
        GroupOutline(table.key, table.kind, dict(_seat_parties(seats))) for table, seats in preset.groups
    )
    for fault in consistency.faults(demands, groups):
        index = next(at for at, demand in enumerate(demands) if demand is fault.obligation)
        source.refuse("clause.obligation", index, fault.parameter, fault.sentence)


def _seat_parties(seats: tuple[SeatTable, ...]) -> Iterator[tuple[str, str]]:
    """Yield the keys that seats have in the archive, with their parties."""
    for seat in seats:
        numbered = [f"{seat.key}-{place}" for place in range(1, seat.places + 1)]
        yield from ((key, seat.party) for key in (numbered if seat.places > 1 else [seat.key]))
