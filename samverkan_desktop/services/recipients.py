"""Whom a meeting's documents go to: its seats, with the addresses of those who hold them, each once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.mail_address import MailAddress, parse_list
from samverkan_desktop.models.meeting import Meeting
from samverkan_desktop.services.attendance import called_seats
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.services.meeting import is_last
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Grade, Receipt

#: What goes before what, where one address is to get the same thing in two ways.
_STRENGTH = (Receipt.TO, Receipt.COPY, Receipt.INFORMATION)


@dataclass(frozen=True)
class Recipient:
    """One who gets what is sent.

    Args:
        function: the function; several in a row where one address is that of several.
        holder: who holds it; may be empty.
        address: where it goes; empty where nobody knows.
        receipt: as what.
        required: whether the agreement demands that the function comes to the meeting.
    """

    function: str
    holder: str
    address: str
    receipt: Receipt
    required: bool = True

    @property
    def label(self) -> str:
        """Function first, holder second: ``Kvalitetschef, Åsa Öberg``."""
        return ", ".join(filter(None, (self.function, self.holder)))

    @property
    def to(self) -> MailAddress:
        """Where a mail goes."""
        return MailAddress(self.address, self.holder or self.function)


def seats_of(session: Session, meeting: Meeting) -> tuple[SeatRow, ...]:
    """Return the seats that a meeting's documents go to."""
    called = called_seats(session, meeting, is_last(session, meeting))
    return tuple(seat for seat in called if seat.receipt is not Receipt.NOT)


def recipients_in(session: Session, meeting: Meeting) -> tuple[Recipient, ...]:
    """Return who gets a meeting's documents, in the order of the seats; each address once."""
    return each_once(one for seat in seats_of(session, meeting) for one in _holders(seat))


def recipients(work: Workspace, meeting_id: int) -> tuple[Recipient, ...]:
    """Return who gets a meeting's documents, those without an address too."""
    with work.read() as session:
        return recipients_in(session, session.get_one(Meeting, meeting_id))


def _holders(seat: SeatRow) -> Iterable[Recipient]:
    """Return those who hold a seat: of a collective one all whose addresses are known."""
    required = seat.grade is not Grade.SHOULD
    addresses = _known(seat.email)
    for one in addresses or (MailAddress(""),):
        holder = one.name if len(addresses) > 1 else seat.holder
        yield Recipient(seat.function, holder, one.address, seat.receipt, required)


def _known(text: str) -> tuple[MailAddress, ...]:
    try:
        return parse_list(text)
    except UserError:  # of an archive in which it was typed before addresses were held against their form
        return ()


def each_once(given: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Return recipients in which no address stands twice: it then gets what is sent as the most it is to."""
    found: dict[str, Recipient] = {}
    for number, one in enumerate(given):
        key = MailAddress(one.address).key if one.address else f"{number}"
        known = found.get(key)
        if known is None:
            found[key] = one
            continue
        named = known.function == one.function or f"{known.function}, ".endswith(f", {one.function}, ")
        strongest = min(known.receipt, one.receipt, key=_STRENGTH.index)
        found[key] = replace(
            known,
            function=known.function if named else f"{known.function}, {one.function}",
            receipt=strongest,
            required=known.required or one.required,
        )
    return tuple(found.values())


def pasted(text: str) -> tuple[Recipient, ...]:
    """Return those of a list that somebody pasted, who get a copy.

    Raises:
        UserError: one of them has not the form of an address.
    """
    return tuple(Recipient(each.name, "", each.address, Receipt.COPY) for each in parse_list(text, "more"))


def without_address(given: Iterable[Recipient]) -> str:
    """Return a sentence on those who get no mail since nobody knows where; empty where there is none."""
    missing = [each.function for each in given if not each.address]
    if not missing:
        return ""
    return tr(
        "Saknar e-postadress och får inget mejl: {functions}. Skriv adressen under Personer.",
        functions=", ".join(missing),
    )
