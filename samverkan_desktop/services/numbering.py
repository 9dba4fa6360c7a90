"""How a group numbers its decisions: in which run, with what before, and from which number on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.decision import Decision
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.meeting import Meeting, MinutesVersion
from samverkan_desktop.periods import Period
from samverkan_desktop.services.agreement import calendar_of
from samverkan_desktop.services.group_letters import prefix_of
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import MeetingStatus, Numbering

#: What a group decides of its numbers; see `models.group.Group`.
FIELDS = ("numbering", "number_prefix", "number_start", "sub_numbers")
#: Within what decisions are numbered in one run, in words.
RUNS: Mapping[Numbering, str] = {
    Numbering.MEETING: mark("Från början vid varje möte"),
    Numbering.WORKING_YEAR: mark("Löpande genom avtalets år"),
    Numbering.CALENDAR_YEAR: mark("Löpande genom kalenderåret"),
    Numbering.RUNNING: mark("Löpande utan slut"),
}
#: A number as it is printed: what stands before, the number, and its part where an item's decisions share it.
_PRINTED = re.compile(r"(.*?)(\d+)(?::(\d+))?")
#: Signs at the end of a prefix that the number follows without a space.
_CLOSE = "-/.("
_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)


class _Parts(NamedTuple):
    """A number taken apart; ``part`` is 0 where it is not shared."""

    stem: str
    sequence: int
    part: int


@dataclass(frozen=True)
class Scheme:
    """How a group numbers its decisions; see `models.group.Group` for what its fields mean."""

    numbering: Numbering
    number_prefix: str
    number_start: int
    sub_numbers: bool


class NextNumber(NamedTuple):
    """The number that the next decision under an item gets."""

    sequence: int
    number: str


def scheme(work: Workspace, group_id: int) -> Scheme:
    """Return how a group numbers its decisions."""
    with work.read() as session:
        return scheme_of(session.get_one(Group, group_id))


def scheme_of(group: Group) -> Scheme:
    """Return how a group numbers its decisions, from its row."""
    return Scheme(group.numbering, group.number_prefix, group.number_start, group.sub_numbers)


def change(work: Workspace, group_id: int, **values: object) -> None:
    """Change how a group numbers its decisions, from the next one on; numbers given are never changed.

    Args:
        work: the open archive.
        group_id: the group.
        values: ``numbering``, ``number_prefix``, ``number_start`` (1 or more), ``sub_numbers``: those to
            change.

    Raises:
        UserError: the prefix cannot be told from the number, the start is below 1, or in a run without an
            end it has been given already.
    """
    given = looked_through(values, FIELDS)
    key = f"group:{group_id}:{','.join(sorted(values))}"
    with work.change("numbering.change", tr("Beslutens numrering ändrades"), merge_key=key) as session:
        group = session.get_one(Group, group_id)
        with session.no_autoflush:
            set_values(group, given)
            check(group.number_prefix, group.number_start)
            if "number_start" in given and group.numbering is Numbering.RUNNING:
                _refuse_given(session, group)


def check(prefix: str, start: int) -> None:
    """See to it that numbers can be made of a prefix and a start.

    Raises:
        UserError: they cannot.
    """
    if prefix and (prefix[-1].isdecimal() or prefix[-1] == ":"):
        raise UserError(
            tr("Avsluta det som står före numret med något annat än en siffra eller kolon, till exempel §."),
            field="number_prefix",
        )
    if start < 1:
        raise UserError(tr("Numreringen börjar på 1 eller högre."), field="number_start")


def _refuse_given(session: Session, group: Group) -> None:
    meeting = Meeting(group_id=group.id)
    taken = [each.sequence for each in _run(session, scheme_of(group), meeting)]
    if taken and group.number_start <= max(taken):
        raise UserError(
            tr(
                "Nummer {number} är redan taget. Börja på {following} eller högre.",
                number=group.number_start,
                following=max(taken) + 1,
            ),
            field="number_start",
        )


def example(work: Workspace, group_id: int) -> str:
    """Return the number that a group's next decision would get, taken today.

    Where decisions of one item share their number, the number of the next item that decides.
    """
    with work.read() as session:
        today = session.scalar(
            select(Meeting).where(Meeting.group_id == group_id, Meeting.day == work.today).limit(1)
        )
        meeting = today or Meeting(group_id=group_id, day=work.today)
        return next_number(session, meeting, None).number


def next_number(session: Session, meeting: Meeting, item_id: int | None) -> NextNumber:
    """Return the number that the next decision gets.

    Numbers that stand in finished minutes are not given again, also where the decision has been taken away
    in a correction.

    Args:
        session: where to read.
        meeting: the meeting it is taken at.
        item_id: the item it is taken under; None for one that has no decision yet.
    """
    own = scheme_of(session.get_one(Group, meeting.group_id))
    run = _run(session, own, meeting)
    stem = run[0].stem if run else _stem(session, own, meeting)
    if own.sub_numbers and item_id is not None:
        here = session.scalars(select(Decision.number).where(Decision.item_id == item_id))
        shared = [each.sequence for each in map(_parts, here) if each.stem == stem and each.part]
        if shared:
            sequence = max(shared)
            part = max(each.part for each in run if each.sequence == sequence) + 1
            return NextNumber(sequence, _printed(own, _Parts(stem, sequence, part)))
    sequence = max([own.number_start, *(each.sequence + 1 for each in run)])
    return NextNumber(sequence, _printed(own, _Parts(stem, sequence, int(own.sub_numbers))))


def is_last(session: Session, decision: Decision, meeting: Meeting) -> bool:
    """Return whether a decision can go without a gap in the numbers of its run."""
    own = _parts(decision.number)
    chosen = (
        select(Decision.number)
        .join(Meeting, Meeting.id == Decision.meeting_id)
        .where(Meeting.group_id == meeting.group_id, Decision.id != decision.id)
    )
    if not _tells_the_run(own.stem):
        chosen = chosen.where(*_within(session, session.get_one(Group, meeting.group_id).numbering, meeting))
    others = [each for each in map(_parts, session.scalars(chosen)) if each.stem == own.stem]
    shared = [each.part for each in others if each.sequence == own.sequence]
    if shared:
        return own.part > max(shared)
    return all(each.sequence < own.sequence for each in others)


def paragraph_of(numbers: Sequence[str]) -> str:
    """Return numbers of decisions as one paragraph: ``§ 60`` of ``§ 60:1`` and ``§ 60:2``, ``§§ 85–86``.

    Numbers of several runs stand one after another.
    """
    runs: dict[str, list[tuple[int, str]]] = {}
    for number in numbers:
        parts = _parts(number)
        printed = _PRINTED.fullmatch(number)
        runs.setdefault(parts.stem, []).append((parts.sequence, printed[2] if printed else ""))
    return ", ".join(_stretch(stem, found) for stem, found in runs.items())


def _stretch(stem: str, found: list[tuple[int, str]]) -> str:
    (first, lowest), (last, highest) = min(found), max(found)
    if first == last:
        return f"{stem}{lowest}"
    several = f"{stem[:-2]}§§ " if stem.endswith("§ ") else stem
    return f"{several}{lowest}–{highest}"


def _tells_the_run(stem: str) -> bool:
    """Return whether what stands before a number holds the year, and so tells its run."""
    return re.search(r"\d{4}", stem) is not None


def _parts(number: str) -> _Parts:
    match = _PRINTED.fullmatch(number)
    return _Parts(match[1], int(match[2]), int(match[3] or 0)) if match else _Parts(number, 0, 0)


def _printed(scheme: Scheme, parts: _Parts) -> str:
    # The program's own form has the year before a hyphen, and two digits: 2018/19-08.
    padded = parts.stem.endswith("-") and not scheme.number_prefix
    number = f"{parts.sequence:02d}" if padded else str(parts.sequence)
    return f"{parts.stem}{number}:{parts.part}" if parts.part else f"{parts.stem}{number}"


def _run(session: Session, scheme: Scheme, meeting: Meeting) -> list[_Parts]:
    """Return the numbers of the run that the next decision goes on with, latest first; none for a new run."""
    conditions = _within(session, scheme.numbering, meeting)
    chosen = select(Decision.number).join(Meeting, Meeting.id == Decision.meeting_id).where(*conditions)
    taken = [_parts(number) for number in session.scalars(chosen.order_by(Decision.id.desc()))]
    taken += [_parts(number) for number in _minuted(session, conditions)]
    if scheme.number_prefix:
        stem = _stem(session, scheme, meeting)
        return [each for each in taken if each.stem == stem]
    # A group's letters may be other than they were when the run began: a run keeps those it began with.
    own = re.compile(rf"(?:\w+ )?{re.escape(_base(session, scheme.numbering, meeting))}")
    stems = [each.stem for each in taken if own.fullmatch(each.stem)]
    return [each for each in taken if each.stem == stems[0]] if stems else []


def _minuted(session: Session, conditions: list[ColumnElement[bool]]) -> list[str]:
    """Return the numbers in finished minutes that may since have been taken away, in a correction."""
    versions = session.execute(
        select(MinutesVersion.id, Meeting.id, Meeting.status)
        .join(Meeting, Meeting.id == MinutesVersion.meeting_id)
        .where(*conditions)
        .order_by(Meeting.id, MinutesVersion.number)
    ).all()
    # What the newest version of minutes that are finished shows is there: nothing else is read.
    newest = {meeting: version for version, meeting, status in versions if status in _FINISHED}
    older = [version for version, meeting, _ in versions if newest.get(meeting) != version]
    chosen = select(MinutesVersion.content).where(MinutesVersion.id.in_(older))
    return [
        str(taken.get("number", ""))
        for content in session.scalars(chosen)
        for item in content.get("items", ())
        for taken in item.get("decisions", ())
    ]


def _within(session: Session, numbering: Numbering, meeting: Meeting) -> list[ColumnElement[bool]]:
    """Return the conditions that keep meetings to those whose decisions stand in one run."""
    group = Meeting.group_id == meeting.group_id
    match numbering:
        case Numbering.MEETING:
            return [group, Meeting.id == meeting.id]
        case Numbering.WORKING_YEAR:
            year = _year(session, meeting)
            return [group, Meeting.day.between(year.starts, year.ends)]
        case Numbering.CALENDAR_YEAR:
            first, last = meeting.day.replace(month=1, day=1), meeting.day.replace(month=12, day=31)
            return [group, Meeting.day.between(first, last)]
        case Numbering.RUNNING:
            return [group]


def _year(session: Session, meeting: Meeting) -> Period:
    agreement_id = session.get_one(Group, meeting.group_id).agreement_id
    return calendar_of(session.get_one(Agreement, agreement_id)).of(meeting.day)


def _stem(session: Session, scheme: Scheme, meeting: Meeting) -> str:
    """Return what stands before the numbers of a run that begins."""
    prefix = scheme.number_prefix
    if prefix:
        return prefix if prefix[-1] in _CLOSE else f"{prefix} "
    return prefix_of(session, meeting.group_id) + _base(session, scheme.numbering, meeting)


def _base(session: Session, numbering: Numbering, meeting: Meeting) -> str:
    """Return what the program itself puts before a number, so that no two of a group are the same."""
    match numbering:
        case Numbering.MEETING:
            return f"{meeting.day.isoformat()}/"
        case Numbering.WORKING_YEAR:
            first, _, second = _year(session, meeting).label.partition("/")
            return f"{first}/{second[-2:]}-" if second else f"{first}-"
        case Numbering.CALENDAR_YEAR:
            return f"{meeting.day.year}-"
        case Numbering.RUNNING:
            return ""
