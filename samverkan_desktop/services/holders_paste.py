"""Who holds the seats, pasted from a mail program or a spreadsheet: read, matched to seats, and noted.

A list from a mail program is ``Namn <adress>; Namn <adress>``; rows from a spreadsheet have their parts apart
by tabs, typed ones by semicolons, in any order and with or without a line of headings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.mail_address import parse
from samverkan_desktop.rules.personal_identity_number import find
from samverkan_desktop.services import group, pasted
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import HolderState

#: A list longer than this is no list of one group's holders.
MOST = 100
#: Headings by what stands under them, in small letters.
_HEADINGS = {
    "name": ("namn", "innehavare", "person", "för- och efternamn", "visningsnamn", "display name"),
    "first": ("förnamn", "first name"),
    "last": ("efternamn", "last name"),
    "function": ("funktion", "befattning", "titel", "roll", "uppdrag", "plats", "job title"),
    "email": ("e-post", "e-postadress", "epost", "epostadress", "mejl", "mail", "email", "e-mail", "adress"),
    "party": ("part", "förvaltning", "organisation", "avdelning", "department"),
}
_ADDRESS = re.compile(r"^(?P<name>.*?)<\s*(?:mailto:)?(?P<address>[^<>]*)>\s*$")
#: Between the entries of a mail program's list: a semicolon, or a comma after an address.
_BETWEEN = re.compile(r";|(?<=>)\s*,")
#: Words that tell no function from another.
_SMALL_WORDS = frozenset({"för", "och", "i", "av", "på", "vid", "inom", "samt"})
#: How like a seat's function what is written must be, and by how much more than the next.
_LIKE, _CLEARLY = 0.55, 0.04
_ACTING = re.compile(r"^(?:tf\.?|t\.f\.|tillförordnad)\s+", re.IGNORECASE)
_VACANT = ("vakant", "vakans", "vacant")


@dataclass(frozen=True)
class PastedHolder:
    """How a row was read.

    Args:
        name: the holder; ``vakant`` where it says so, with ``tf`` before where it is acting.
        email: the address; may be empty.
        function: the function as it is written; may be empty.
        seat_id: the seat it is taken to be; None where that is not clear.
        fault: what is wrong with it, in a sentence; empty where nothing is.
    """

    name: str
    email: str
    function: str = ""
    seat_id: int | None = None
    fault: str = ""


def read(text: str, seats: Sequence[SeatRow]) -> tuple[PastedHolder, ...]:
    """Return how a pasted list is read, a row a holder, each with the seat it seems to be.

    A seat is proposed only where one is clearly meant, by its function or by who holds it already.

    Raises:
        UserError: there is no row, or far too many. Its field is ``text``.
    """
    parties = {each.party.casefold() for each in seats}
    rows = list(_rows(text, seats, parties))
    if not rows:
        raise UserError(
            tr("Klistra in minst en rad, till exempel Förnamn Efternamn <fornamn.efternamn@kommun.se>."),
            field="text",
        )
    if len(rows) > MOST:
        raise UserError(
            tr("Listan har {n} rader. Klistra in högst {most} åt gången.", n=len(rows), most=MOST),
            field="text",
        )
    return tuple(_matched([row for row, _ in rows], [party for _, party in rows], seats))


def _rows(text: str, seats: Sequence[SeatRow], parties: set[str]) -> Iterator[tuple[PastedHolder, str]]:
    """Yield each row as it is read, and the party that stands in it."""
    lines = [parts for _, parts in pasted.lines("\n".join(_unfolded(text)), 0, ())]
    columns = _headings(lines[0]) if lines else None
    usual = _function_column(lines, seats)
    for parts in lines[1:] if columns else lines:
        told = _by_headings(parts, columns) if columns else _by_content(parts, seats, parties, usual)
        name, email = _name(told), told.get("email", "")
        if name or email:
            fault = _fault(name, email)
            yield PastedHolder(name, email, told.get("function", ""), None, fault), told.get("party", "")


def _unfolded(text: str) -> Iterator[str]:
    """Yield the lines with every entry of a mail program's list on a line of its own."""
    for line in text.splitlines():
        if "\t" in line:
            yield line
        elif "<" in line:
            for entry in _BETWEEN.split(line):
                found = _ADDRESS.match(entry.strip())
                yield f"{_apart(found['name'])}\t{found['address'].strip()}" if found else entry
        elif line.count("@") > 1:
            yield from re.split(r"[;,\s]+", line)
        elif ";" not in line and "@" in line:
            yield line.replace(",", "\t")
        else:
            yield line


def _apart(name: str) -> str:
    """Return a directory's name with its parts apart: ``Namn (Rektor)``, ``Namn, Rektor``."""
    bare = _turned(name.strip().strip("\"'"))
    return re.sub(r"\s*[(,]\s*([^(),]+)\)?", r"\t\1", bare)


def _turned(name: str) -> str:
    """Return ``Efternamn, Förnamn``, as directories have it, as ``Förnamn Efternamn``."""
    last, comma, first = name.strip().partition(",")
    # A surname is one word, but for ``von Berg``; before a comma of another kind stands a whole name.
    if not comma or "," in first or (" " in last and not last[:1].islower()):
        return name.strip()
    return f"{first.strip()} {last.strip()}"


def _headings(parts: Sequence[str]) -> dict[int, str] | None:
    """Return what stands in each column; None where a line is no line of headings."""
    known = {word: kind for kind, words in _HEADINGS.items() for word in words}
    found = {place: known[part.casefold()] for place, part in enumerate(parts) if part.casefold() in known}
    return found if len(found) > 1 or (found and len(parts) == 1) else None


def _by_headings(parts: Sequence[str], columns: Mapping[int, str]) -> dict[str, str]:
    return {columns[place]: part for place, part in enumerate(parts) if place in columns}


def _function_column(lines: Sequence[Sequence[str]], seats: Sequence[SeatRow]) -> int | None:
    """Return where most of those lines have their function that name one there is; None where none does."""
    places = [
        place
        for parts in lines
        for place, part in enumerate(parts)
        if len(parts) > 1 and any(_like(part, each) >= _LIKE for each in seats)
    ]
    return max(places, key=places.count, default=None)


def _by_content(
    parts: Sequence[str], seats: Sequence[SeatRow], parties: set[str], usual: int | None
) -> dict[str, str]:
    """Return what the parts of a row seem to be: an address, a party, a function, a name.

    Args:
        parts: the parts.
        seats: the seats, whose functions are known again.
        parties: the names of the parties, in small letters.
        usual: where the other rows have their function; None where that is not known.
    """
    told: dict[str, str] = {}
    rest = []
    for part in filter(None, parts):
        if "@" in part and "email" not in told:
            told["email"] = part
        elif part.casefold() in parties and "party" not in told:
            told["party"] = part
        else:
            rest.append(part)
    if len(rest) > 1:
        likest = max(rest, key=lambda part: max((_like(part, each) for each in seats), default=0))
        known = any(_like(likest, each) >= _LIKE for each in seats)
        there = parts[usual] if usual is not None and usual < len(parts) else ""
        told["function"] = likest if known else there if there in rest else rest[1]
        rest.remove(told["function"])
        told["name"] = " ".join(rest) if known else rest[0]
    elif rest and "email" not in told and any(_like(rest[0], each) >= _LIKE for each in seats):
        told["function"] = rest[0]
    elif rest:
        told["name"] = rest[0]
    return told


def _name(told: Mapping[str, str]) -> str:
    whole = told.get("name") or f"{told.get('first', '')} {told.get('last', '')}"
    return _turned(" ".join(whole.split()))


def _fault(name: str, email: str) -> str:
    if find(f"{name} {email}"):
        return tr("Raden ser ut att innehålla ett personnummer. Ta bort det.")
    if email:
        try:
            parse(email)
        except UserError as error:
            return error.message
    return "" if name else tr("Namnet saknas. Skriv vem som har adressen.")


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _SMALL_WORDS


def _like(written: str, seat: SeatRow) -> float:
    """Return how like a seat's function a text is, from 0 to 1."""
    return max(_alike(written, seat.function), _alike(written, seat.short_name))


def _alike(written: str, function: str) -> float:
    own, other = _words(written), _words(function)
    if not own or not other:
        return 0
    shared = len(own & other) / min(len(own), len(other))
    return 0.6 * shared + 0.4 * SequenceMatcher(None, written.casefold(), function.casefold()).ratio()


def _matched(
    rows: Sequence[PastedHolder], parties: Sequence[str], seats: Sequence[SeatRow]
) -> Iterator[PastedHolder]:
    """Yield the rows with their seats: the surest first, no seat twice, and none where two are as likely."""
    likely = {
        (place, each.id): _likelihood(row, party, each)
        for place, (row, party) in enumerate(zip(rows, parties, strict=True))
        for each in seats
    }
    given: dict[int, int] = {}
    for (place, seat_id), score in sorted(likely.items(), key=lambda pair: -pair[1]):
        if score < _LIKE or place in given or seat_id in given.values():
            continue
        rivals = [
            other
            for (at, other), its in likely.items()
            if at == place and other != seat_id and other not in given.values() and score - its < _CLEARLY
        ]
        if not rivals:
            given[place] = seat_id
    for place, row in enumerate(rows):
        yield replace(row, seat_id=given.get(place))


def _likelihood(row: PastedHolder, party: str, seat: SeatRow) -> float:
    if party and _words(party) != _words(seat.party):
        return 0
    same = seat.holder and seat.holder.casefold() == row.name.casefold()
    if same or (row.email and row.email.casefold() == seat.email.casefold()):
        return 1.5
    return _like(row.function, seat) if row.function else 0


def note(work: Workspace, rows: Sequence[PastedHolder], since: date) -> int:
    """Note who holds the seats that rows were matched to, from a day on: one step to undo.

    Args:
        work: the open archive.
        rows: as they were read and corrected; those without a seat are left out.
        since: the first day.

    Returns:
        How many were noted.

    Raises:
        UserError: no row has a seat, a seat has two rows, or a row cannot be noted; its field is
            ``row-0`` for the first row. Nothing is noted.
    """
    chosen = [(number, row) for number, row in enumerate(rows) if row.seat_id is not None]
    if not chosen:
        raise UserError(tr("Välj vilken plats minst en av raderna gäller."), field="text")
    taken: set[int] = set()
    with work.together("holders_paste.note", tr("Innehavare lades till från en lista")):
        for number, row in chosen:
            if row.seat_id is None or row.seat_id in taken:
                raise UserError(
                    tr("Två rader gäller samma plats. Välj en annan plats, eller hoppa över raden."),
                    field=f"row-{number}",
                )
            taken.add(row.seat_id)
            try:
                state, name = _held(row.name)
                group.set_holder(work, row.seat_id, state, since, name=name, email=row.email.strip())
            except UserError as error:
                raise UserError(error.message, field=f"row-{number}", rule=error.rule) from error
    return len(chosen)


def _held(written: str) -> tuple[HolderState, str]:
    """Return how a seat is held by what is written for its holder."""
    if written.strip().casefold() in _VACANT:
        return HolderState.VACANT, ""
    name = _ACTING.sub("", written.strip())
    return (HolderState.ACTING if name != written.strip() else HolderState.ORDINARY), name
