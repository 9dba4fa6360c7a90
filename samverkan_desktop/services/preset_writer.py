"""Saving an agreement as a preset file: to read, to change in any editor, and to give to a colleague."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samverkan_desktop import files
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.rules.registry import KINDS
from samverkan_desktop.services import preset_gathering
from samverkan_desktop.services.preset_reader import FORMAT, parse
from samverkan_desktop.services.preset_tables import ObligationTable, Preset
from samverkan_desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Array, Item, String, Table

#: What the name of a preset file ends in.
SUFFIX = ".toml"
#: How long a line of text is to be, and how long one is where it stands after its key.
_WIDTH, _LONG = 100, 90
#: What begins the file, a line each.
_INTRODUCTION = (
    mark("Filen är avtalet som åtaganden. Varje [[clause]] är ett stycke ur avtalet, ord för ord. Under"),
    mark("stycket står det som programmet följer upp: varje [[clause.obligation]] är ett åtagande med slag"),
    mark("(kind), vilken grupp det gäller (group) och sina villkor. Alla slag förklaras i docs/rules.md."),
    mark("Rader som börjar med # är förklaringar och läses inte av programmet."),
)
#: What stands above the tables of each name.
_HEADINGS: Mapping[str, str] = {
    "party": mark("Parterna. signs = false: deltar utan att vara bunden av avtalet."),
    "group": mark("Grupperna och deras platser. En plats är en funktion, inte en person."),
    "area": mark("Områden: delar av kommunen (place) och samverkansområden (field)."),
    "clause": mark("Avtalet, stycke för stycke, med det som läses ut ur varje."),
    "related": mark("Andra avtal. excluded = true: vad de reglerar ingår inte i det här."),
    "routine": mark("Rutiner och stödmaterial som avtalet räknar upp."),
    "strategy": mark("Strategier."),
    "commitment": mark("Åtaganden i planen."),
    "expected_result": mark("Förväntade resultat på kort och lång sikt."),
    "indicator": mark("Indikatorer. on_trial = true: prövas ännu och räknas inte."),
    "school": mark("Skolor och verksamheter, och när de anslöt sig."),
}
#: What stands beside a key of the agreement's head.
_BESIDE: Mapping[str, str] = {
    "working_year": mark("möten räknas per läsår (school_year) eller kalenderår (calendar_year)"),
    "year_starts": mark("läsårets första dag, månad och dag"),
    "starts": mark("avtalets första dag"),
    "ends": mark("avtalets sista dag; utan raden gäller det tills vidare"),
    "signed_on": mark("utan raden är avtalet ett utkast"),
    "words": mark("avtalets egna ord"),
    "related": mark("avtal vars områden inte ingår i det här"),
}


def save(work: Workspace, agreement_id: int, path: Path, name: str = "") -> None:
    """Save an agreement of the archive as a preset file: its newest version.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        path: the file; one that is there is replaced.
        name: what it is to be called where presets are chosen; the agreement's title where empty.

    Raises:
        UserError: the file's name does not end in ``.toml``, or the agreement has no clause, party or group
            yet, or is not as a preset must be.
        EnvironmentFault: the file cannot be written; one that was there is as it was.
    """
    if path.suffix.lower() != SUFFIX:  # never over an archive, say
        raise UserError(
            tr("{name} slutar inte på {suffix}. Välj ett annat namn.", name=path.name, suffix=SUFFIX)
        )
    with work.read() as session:
        agreement = session.get_one(Agreement, agreement_id)
        preset = preset_gathering.gather(session, agreement, name.strip() or agreement.title)
    if not (preset.parties and preset.groups and preset.clauses):
        raise UserError(tr("Avtalet behöver minst en part, en grupp och ett stycke för att bli en mall."))
    text = render(preset)
    parse(path.name, text)  # what is given away can be read again
    files.write_atomically(path, text.encode())


def render(preset: Preset) -> str:
    """Return a preset as the text of its file, in an order of its own whatever it was read from."""
    import tomlkit

    document = tomlkit.document()
    for line in (f"{preset.agreement.title}.", "", *map(tr, _INTRODUCTION)):
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    document.add("format", tomlkit.item(FORMAT))
    document.add("agreement", _table(preset.agreement, _BESIDE))
    _add(document, "party", (_table(party) for party in preset.parties))
    _add(document, "group", (_nested(group, "seat", map(_table, seats)) for group, seats in preset.groups))
    _add(document, "area", (_table(area) for area in preset.areas))
    _add(
        document,
        "clause",
        (_nested(clause, "obligation", map(_obligation, each)) for clause, each in preset.clauses),
    )
    listed = preset.registers
    _add(document, "related", (_table(table) for table in listed.related))
    _add(
        document, "routine", (_nested(table, "step", map(_table, steps)) for table, steps in listed.routines)
    )
    for key, tables in (
        ("strategy", listed.strategies),
        ("commitment", listed.commitments),
        ("expected_result", listed.expected_results),
        ("indicator", listed.indicators),
        ("school", listed.schools),
    ):
        _add(document, key, (_table(table) for table in tables))
    return tomlkit.dumps(document)


def _add(document: "TOMLDocument", name: str, tables: Iterable["Table"]) -> None:
    import tomlkit

    array = tomlkit.aot()
    for table in tables:
        array.append(table)
    if len(array):
        heading = f"--- {tr(_HEADINGS[name])} "
        document.add(tomlkit.nl())
        document.add(tomlkit.comment(heading.ljust(_WIDTH, "-")))
        document.add(name, array)


def _table(source: object, beside: Mapping[str, str] | None = None) -> "Table":
    """Return the keys of a table that are other than usual, in the order they are declared."""
    import tomlkit

    assert is_dataclass(source)  # noqa: S101  every table is one
    table = tomlkit.table()
    for field in fields(source):
        value = getattr(source, field.name)
        usual = field.default if field.default_factory is MISSING else field.default_factory()
        if value == usual:
            continue
        item = _item(value)
        if beside and field.name in beside and "\n" not in item.as_string():
            item.comment(tr(beside[field.name]))
        table.add(field.name, item)
    return table


def _nested(source: object, name: str, inner: Iterable["Table"]) -> "Table":
    import tomlkit

    table = _table(source)
    array = tomlkit.aot()
    for each in inner:
        array.append(each)
    if len(array):
        table.add(name, array)
    return table


def _obligation(source: ObligationTable) -> "Table":
    import tomlkit

    table = tomlkit.table()
    kind = _item(source.kind)
    kind.comment(KINDS[source.kind].called())
    table.add("kind", kind)
    for field in fields(source):
        value = getattr(source, field.name)
        if field.name not in ("kind", "parameters") and value not in ("", None, field.default):
            table.add(field.name, _item(value))
    for key, value in source.parameters.items():
        table.add(key, _item(value))
    return table


def _item(value: Any) -> "Item":  # noqa: ANN401  as plain data comes
    import tomlkit

    if isinstance(value, str):
        return _text(str(value))
    if isinstance(value, Sequence):
        return _list(value)
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        for key, each in value.items():
            inline.add(key, _item(each))
        return inline
    item: Item = tomlkit.item(value)
    return item


def _list(values: Sequence[Any]) -> "Array":
    import tomlkit

    array = tomlkit.array()
    for each in values:
        array.append(tomlkit.string(str(each)) if isinstance(each, str) else _item(each))
    return array.multiline(len(array.as_string()) > _LONG)


def _text(text: str) -> "String":
    """Return a text: on the line of its key where it is short, else below it in lines of its own."""
    import tomlkit
    from tomlkit.items import String, StringType, Trivia

    if "\n" not in text and len(text) <= _LONG:
        return tomlkit.string(text)
    paragraphs = [" \\\n".join(map(_escaped, _lines(paragraph))) for paragraph in text.split("\n")]
    return String(StringType.MLB, text, "\n" + "\n".join(paragraphs), Trivia())


def _escaped(line: str) -> str:
    import tomlkit

    return tomlkit.string(line, multiline=True).as_string().removeprefix('"""').removesuffix('"""')


def _lines(paragraph: str) -> list[str]:
    """Return a paragraph broken at single spaces, which are left out."""
    lines: list[str] = []
    rest = paragraph
    while len(rest) > _WIDTH:
        place = rest.rfind(" ", 1, _WIDTH)
        # What goes on on the next line begins with no space: it would be lost.
        if place < 0 or rest[place + 1 : place + 2] in ("", " ", "\t"):
            break
        lines.append(rest[:place])
        rest = rest[place + 1 :]
    return [*lines, rest]
