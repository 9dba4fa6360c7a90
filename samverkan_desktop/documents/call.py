"""The call to a meeting (kallelse) with its agenda, as content."""

from dataclasses import dataclass
from datetime import date, time

from samverkan_desktop.i18n import clock_span, long_date


@dataclass(frozen=True)
class CallItem:
    """One item of the agenda.

    Args:
        number: its number as text: ``5``.
        heading: the question.
        kind: ``Beslut``, ``Diskussion``, ``Information``; empty for formalities.
        presenter: the function that presents it; may be empty.
        starts: calculated beginning; None where no times are planned.
        ends: calculated end; None where no times are planned.
        attachments: labels with state: ``Bilaga 1 Balanslista (skickas senare)``.
        proposal: the proposed decision; may be empty.
        origin: where the item came from, where that is worth saying: ``lyft fråga, övergripande natur``.
    """

    number: str
    heading: str
    kind: str = ""
    presenter: str = ""
    starts: time | None = None
    ends: time | None = None
    attachments: tuple[str, ...] = ()
    proposal: str = ""
    origin: str = ""


@dataclass(frozen=True)
class Attendee:
    """Somebody whom a calendar asks to come.

    Args:
        name: the function, with who holds it: ``Kvalitetschef, Åsa Öberg``.
        address: the e-mail address that answers go by.
        required: whether the agreement demands that the function comes.
        informed: whether it only gets to know, and is not asked.
    """

    name: str
    address: str
    required: bool = True
    informed: bool = False


@dataclass(frozen=True)
class Call:
    """Everything that a call says.

    Args:
        organisation: the municipality, as in the letterhead.
        parties: the parties' names.
        agreement: title of the agreement.
        group: the group's full name.
        title: ``Kallelse till styrgruppsmöte för samverkan``.
        occasion: ``möte 6 av 6, läsåret 2018/2019``.
        issued: the day it is dated.
        day: the day of the meeting.
        starts: when it begins; None where not decided.
        ends: when it is planned to end; None where not decided.
        place: where.
        called: who is called, a line each: the group's functions, and conditional seats with why.
        initiative: for an extra meeting, who calls it and why; else empty (T16).
        items: the agenda, in order.
        reminders: sentences such as that individual cases are not dealt with.
        sender: function of the convenor, with role: ``Kvalitetschef, sammankallande``.
        uid: an identifier of the meeting that stays the same in every calendar file.
        sequence: how many times it has become another one to a calendar.
        cancelled: whether the meeting is cancelled; ``initiative`` then says why.
        organiser: who calls, to whom calendars answer; None where nobody's address is known.
        attendees: those called whose addresses are known.
    """

    organisation: str
    parties: tuple[str, ...]
    agreement: str
    group: str
    title: str
    occasion: str
    issued: date
    day: date
    starts: time | None
    ends: time | None
    place: str
    called: tuple[str, ...]
    initiative: str
    items: tuple[CallItem, ...]
    reminders: tuple[str, ...]
    sender: str
    uid: str
    sequence: int = 0
    cancelled: bool = False
    organiser: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()


def when(call: Call) -> str:
    """Return the day and time of the meeting in words."""
    return f"{long_date(call.day)} {clock_span(call.starts, call.ends)}".strip()
