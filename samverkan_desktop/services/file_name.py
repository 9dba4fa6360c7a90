"""What the files of a meeting's documents are called: a pattern that each agreement may have its own of."""

from collections.abc import Mapping
from string import Formatter

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace

#: ``2018-12-04-minnesanteckningar-styrgrupp``
DEFAULT = "{datum}-{dokument}-{grupp}"
#: What a pattern may hold, with what stands in its place.
PARTS: Mapping[str, str] = {
    "datum": mark("mötets dag, som 2018-12-04"),
    "dokument": mark("vad det är, som minnesanteckningar"),
    "grupp": mark("gruppen, som styrgrupp"),
    "avtal": mark("avtalets nyckel, som kommandoraden har den"),
    "år": mark("arbetsåret, som 2018-2019"),
    "nummer": mark("vilket möte i ordningen det är på året"),
}
#: What tells a document from all others: without one of these two would have the same name.
_NEEDED = ("datum", "dokument", "grupp")
#: The most letters of a name, its ending apart, and of one of its parts: every disk and most mail take them.
LONGEST = 120


def parts_said() -> str:
    """Return in words what a pattern may hold, a line each."""
    return "\n".join(f"{{{name}}} – {tr(meaning)}" for name, meaning in PARTS.items())


def check(pattern: str) -> None:
    """Refuse a pattern that names cannot be made of.

    Raises:
        UserError: it holds something unknown, or lacks what tells documents apart.
    """
    try:
        found = [(name, spec, how) for _, name, spec, how in Formatter().parse(pattern) if name is not None]
    except ValueError:
        found = [("", "", None)]
    allowed = ", ".join(f"{{{name}}}" for name in PARTS)
    for name, spec, how in found:
        if name not in PARTS or spec or how:
            raise UserError(
                tr("{{{name}}} går inte att använda. Välj bland {allowed}.", name=name, allowed=allowed),
                field="file_pattern",
            )
    missing = [f"{{{name}}}" for name in _NEEDED if name not in {each[0] for each in found}]
    if missing:
        raise UserError(
            tr(
                "Lägg till {missing}, annars får flera dokument samma namn.",
                missing=", ".join(missing),
            ),
            field="file_pattern",
        )
    if len(pattern) > LONGEST:
        raise UserError(
            tr("Mönstret är för långt. Ta bort något av det, högst {most} tecken.", most=LONGEST),
            field="file_pattern",
        )


def stem(pattern: str, values: Mapping[str, object]) -> str:
    """Return a file name without its ending: a to z, 0 to 9 and hyphens, never too long for a disk.

    Args:
        pattern: as `check` has it; empty for the program's own.
        values: what stands for each of `PARTS`; what is empty leaves no trace.
    """
    short = {name: slug(str(value)) for name, value in values.items()}
    return slug((pattern or DEFAULT).format_map(short), LONGEST)


def set_pattern(work: Workspace, agreement_id: int, pattern: str) -> None:
    """Say what files of an agreement's meetings are called from now on; empty for the program's own pattern.

    Files that have been written keep their names.

    Raises:
        UserError: as for `check`.
    """
    given = pattern.strip()
    if given:
        check(given)
    with work.change("file_name.set_pattern", tr("Filnamnens mönster ändrades")) as session:
        session.get_one(Agreement, agreement_id).file_pattern = "" if given == DEFAULT else given


def pattern(work: Workspace, agreement_id: int) -> str:
    """Return the pattern of an agreement's files."""
    with work.read() as session:
        return session.get_one(Agreement, agreement_id).file_pattern or DEFAULT


def example(pattern: str) -> str:
    """Return a name as a pattern makes it, of what might be."""
    values = ("2018-12-04", tr("Minnesanteckningar"), tr("styrgrupp"), tr("avtal"), "2018/2019", 3)
    return stem(pattern, dict(zip(PARTS, values, strict=True)))
