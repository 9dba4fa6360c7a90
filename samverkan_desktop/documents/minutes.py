"""Minutes (minnesanteckningar) of one meeting, as content."""

from dataclasses import dataclass
from datetime import date, time

from samverkan_desktop.documents.protocol import InstanceMatter, ProtocolFront


@dataclass(frozen=True)
class Attendee:
    """One function at the meeting.

    Args:
        function: the function's name, which is what membership is tied to (T07).
        holder: name of the person who holds it; empty where it is not to be shown.
        notes: what stands after it, each a few words: ``sammankallande``, ``tf``, ``t.o.m. punkt 5``.
    """

    function: str
    holder: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartyAttendees:
    """The functions of one party, in the order of the agreement."""

    party: str
    attendees: tuple[Attendee, ...]


@dataclass(frozen=True)
class MinutedDecision:
    """A decision as it was taken.

    Args:
        number: its number, as printed.
        text: its words.
        responsible: the function that carries it out.
        proposal: what was proposed; empty where nothing was.
        when: when it is to be carried out, as it was decided.
        distribution: the functions that are told.
        supersedes: what it does to earlier decisions: ``ersätter 2018/19-02``.
    """

    number: str
    text: str
    responsible: str = ""
    proposal: str = ""
    when: str = ""
    distribution: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()


@dataclass(frozen=True)
class MinutedCommission:
    """A commission given: who, what, how and when it is to be reported (T22)."""

    number: str
    title: str
    who: str
    how: str
    when: str


@dataclass(frozen=True)
class MinutedTask:
    """A task noted: what, who, and when it is to be done."""

    text: str
    who: str
    when: str = ""


@dataclass(frozen=True)
class Approver:
    """A function that approves the minutes; ``holder`` and ``day`` empty where it has not yet."""

    function: str
    holder: str = ""
    day: str = ""


@dataclass(frozen=True)
class MinutedItem:
    """One numbered item of the agenda and what was noted under it.

    Args:
        number: its number as text, so that it never runs on: ``3``.
        heading: the question.
        origin: where it came from, where that is worth saying: ``lyft fråga, övergripande natur``.
        presenter: the function that presented it; may be empty.
        notes: what was noted, Markdown as `prose` knows it.
        decisions: decisions taken under it.
        commissions: commissions given under it.
        tasks: tasks noted under it.
        attachments: labels of its attachments: ``Bilaga 1 Delredovisning U1``.
        paragraph: what its decisions are numbered, as one paragraph: ``§ 85``; empty where it has none.
        matter: the matter for boards that it takes up; None where it takes up none.
    """

    number: str
    heading: str
    origin: str = ""
    presenter: str = ""
    notes: str = ""
    decisions: tuple[MinutedDecision, ...] = ()
    commissions: tuple[MinutedCommission, ...] = ()
    tasks: tuple[MinutedTask, ...] = ()
    attachments: tuple[str, ...] = ()
    paragraph: str = ""
    matter: InstanceMatter | None = None


@dataclass(frozen=True)
class Minutes:
    """Everything that the minutes of one meeting say, with every label copied in.

    Args:
        organisation: the municipality, as in the letterhead.
        parties: the parties' names.
        agreement: title of the agreement.
        label: what the record is called: ``Minnesanteckningar``.
        group: the group's full name.
        occasion: which meeting it was: ``möte 3 av 6, läsåret 2018/2019 (ordinarie)``.
        day: the day it was held.
        starts: when it began; None where not noted.
        ends: when it ended; None where not noted.
        place: where.
        case_number: registry number (dnr); empty where there is none.
        initiative: for an extra meeting, who called it and why; else empty (T16).
        present: who was there, by party.
        absent: who was not, by party; each with its reason as a note (``anmält förhinder``).
        vacant: functions without a holder that day, by party.
        coopted: invited participants without membership, with the items they took part in.
        convenor: function of the convenor; empty where none is appointed.
        secretary: function of the secretary; empty where none is appointed.
        items: the agenda, in order.
        recorded_by: who took the notes, with ``(tillfällig)`` where it was not the secretary.
        distribution: who the minutes go to.
        attachments: labels of all attachments, in order.
        next_meeting: the next planned meeting's day; None where none is planned.
        correction: number and reason where this is a correction of finished minutes; else empty.
        draft: whether they are not finished yet.
        convenor_label: what the agreement calls its convenor: ``Sammankallande``.
        secretary_label: what it calls its secretary.
        chair: function of the chair; empty where the agreement has none.
        chair_label: what it calls its chair.
        approvers: the functions that approve the minutes, a line to sign for each.
        approval: what is said of their approval by a later meeting; empty where none is to approve them.
        front: what a protokoll in the board's form has beside all this; None for notes.
        reminders: sentences such as that each one minds their duty of confidentiality (S17).
    """

    organisation: str
    parties: tuple[str, ...]
    agreement: str
    label: str
    group: str
    occasion: str
    day: date
    starts: time | None
    ends: time | None
    place: str
    case_number: str
    initiative: str
    present: tuple[PartyAttendees, ...]
    absent: tuple[PartyAttendees, ...]
    vacant: tuple[PartyAttendees, ...]
    coopted: tuple[Attendee, ...]
    convenor: str
    secretary: str
    items: tuple[MinutedItem, ...]
    recorded_by: str
    distribution: tuple[str, ...]
    attachments: tuple[str, ...]
    next_meeting: date | None = None
    correction: str = ""
    draft: bool = False
    reminders: tuple[str, ...] = ()
    convenor_label: str = ""
    secretary_label: str = ""
    chair: str = ""
    chair_label: str = ""
    approvers: tuple[Approver, ...] = ()
    approval: str = ""
    front: ProtocolFront | None = None
