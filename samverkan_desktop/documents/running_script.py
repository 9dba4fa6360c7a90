"""The convenor's running script (körschema) of a meeting, as content."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class ScriptItem:
    """One item as whoever leads the meeting needs it.

    Args:
        number: its number as text: ``4.1``.
        heading: the question.
        kind: ``Beslut``, ``Diskussion``, ``Information``; empty for formalities.
        floor: the function to give the floor to; may be empty.
        starts: calculated beginning; None where no times are planned.
        ends: calculated end; None where no times are planned.
        minutes: planned time; None where not planned.
        proposal: what is to be decided; may be empty.
        origin: where the item came from; may be empty.
        papers: labels with state: ``Bilaga 1 Balanslista (delas ut på mötet)``.
        sub: whether it stands under the item before.
    """

    number: str
    heading: str
    kind: str = ""
    floor: str = ""
    starts: time | None = None
    ends: time | None = None
    minutes: int | None = None
    proposal: str = ""
    origin: str = ""
    papers: tuple[str, ...] = ()
    sub: bool = False


@dataclass(frozen=True)
class RunningScript:
    """Everything that the running script says.

    Args:
        agreement: title of the agreement.
        group: the group's full name.
        occasion: ``möte 6 av 6, läsåret 2018/2019``.
        day: the day of the meeting.
        starts: when it begins; None where not decided.
        ends: when it is to end; None where not decided.
        place: where; may be empty.
        leader: the function that leads the meeting; empty where none is known.
        recorder: the function that takes the notes; empty where none is known.
        called: the functions that are called, in order.
        items: the agenda, in order.
        minutes: the sum of what is planned.
        finish: calculated end; None where no times are planned.
        over: how many minutes after the set end that is; negative before it, None where no end is set.
    """

    agreement: str
    group: str
    occasion: str
    day: date
    starts: time | None
    ends: time | None
    place: str
    leader: str
    recorder: str
    called: tuple[str, ...]
    items: tuple[ScriptItem, ...]
    minutes: int = 0
    finish: time | None = None
    over: int | None = None
