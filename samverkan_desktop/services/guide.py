"""The guide after an agreement is adopted: what is answered of it, and the answers that are more than one.

Nothing is kept of the guide itself: an answer is what stands in the archive, so it can be left and taken up
again, answered in any order, and answered elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agreement, group, group_writing, meeting, party, seat
from samverkan_desktop.services.group import GroupRow, SeatRow
from samverkan_desktop.services.party import PartyDetails
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import GroupKind, MeetingStatus

#: Fewer make no collaboration.
_LEAST_PARTIES = 2
_BEGUN = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)


class Question(StrEnum):
    """What the guide asks, in order."""

    MUNICIPALITY = "municipality"
    PARTIES = "parties"
    FUNCTIONS = "functions"
    HOLDERS = "holders"
    MEETING = "meeting"


@dataclass(frozen=True)
class GuideState:
    """What the guide knows.

    Args:
        municipality: the agreement's; may be empty.
        parties: its parties.
        groups: the groups that have not been closed.
        group: the one that functions, holders and the first meeting are asked of; None where there is none.
        meetings: how many meetings that group has.
        answered: what needs no answer any more.
        begun: whether the group has met: then the guide has had its time.
    """

    municipality: str
    parties: tuple[PartyDetails, ...]
    groups: tuple[GroupRow, ...]
    group: GroupRow | None
    meetings: int
    answered: frozenset[Question]
    begun: bool

    @property
    def seats(self) -> tuple[SeatRow, ...]:
        """The group's seats."""
        return self.group.seats if self.group else ()

    @property
    def next(self) -> Question | None:
        """The first question without an answer; None where all have one."""
        return next((each for each in Question if each not in self.answered), None)


def state(work: Workspace, agreement_id: int, group_id: int | None = None) -> GuideState:
    """Return what the guide knows of an agreement.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        group_id: the group to ask of; the main one where None or where it is no longer there.
    """
    with work.read() as session:
        main = group.main_group(session, agreement_id)
        wanted = group_id or (main.id if main else None)
    open_groups = [each for each in group.groups(work, agreement_id=agreement_id) if not each.closed_on]
    chosen = next((each for each in open_groups if each.id == wanted), next(iter(open_groups), None))
    head = agreement.head(work, agreement_id)
    parties = party.details(work, agreement_id)
    rows = meeting.listing(work, agreement_id=agreement_id, group_id=chosen.id) if chosen else ()
    met = [row for row in rows if row.status is not MeetingStatus.CANCELLED]
    seats = chosen.seats if chosen else ()
    answers = {
        Question.MUNICIPALITY: bool(head.municipality),
        Question.PARTIES: len(parties) >= _LEAST_PARTIES,
        Question.FUNCTIONS: bool(seats),
        Question.HOLDERS: bool(seats) and all(each.state is not None for each in seats),
        Question.MEETING: bool(met),
    }
    return GuideState(
        municipality=head.municipality,
        parties=parties,
        groups=tuple(open_groups),
        group=chosen,
        meetings=len(met),
        answered=frozenset(question for question, answered in answers.items() if answered),
        begun=any(row.status in _BEGUN for row in met),
    )


def write_parties(
    work: Workspace,
    agreement_id: int,
    named: Mapping[int, tuple[str, str]],
    more: Sequence[tuple[str, str]] = (),
) -> None:
    """Call parties what they are called here, and add those that are missing: one step to undo.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        named: the name of each party and of the board it serves.
        more: name and board of those to add.

    Raises:
        UserError: a name is missing or taken, or a text holds a personal identity number. Its field is
            ``name-3`` for the party 3, ``more`` for one to add. Nothing is changed.
    """
    with work.together("guide.write_parties", tr("Parterna skrevs in")):
        known = {each.id: each for each in party.details(work, agreement_id)}
        for party_id, (name, board) in named.items():
            before = known[party_id]
            if (before.name, before.board) != (name, board):
                with _at(f"name-{party_id}"):
                    party.change(work, party_id, name=name, board=board)
        for name, board in more:
            with _at("more"):
                party.add(work, agreement_id, name, board=board)


def write_functions(
    work: Workspace,
    agreement_id: int,
    group_id: int | None,
    named: Mapping[int, str],
    more: Mapping[int, Sequence[str]],
    group_name: str = "",
) -> int:
    """Call functions what they are called here, and add those that are missing: one step to undo.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        group_id: the group whose seats they are; None makes a steering group for them.
        named: the function of each seat.
        more: the functions to add, by party.
        group_name: what the group is called that is made.

    Returns:
        The group's identity.

    Raises:
        UserError: a function is missing or taken, or a text holds a personal identity number. Its field is
            ``seat-3`` for the seat 3, ``more-2`` for one to add for the party 2. Nothing is changed.
    """
    with work.together("guide.write_functions", tr("Funktionerna skrevs in")):
        if group_id is None:
            with _at("group"):
                group_id = group_writing.add(work, agreement_id, GroupKind.STEERING_GROUP, group_name)
        known = {each.id: each.function for each in seat.details(work, group_id)}
        for seat_id, function in named.items():
            if known[seat_id] != function:
                with _at(f"seat-{seat_id}"):
                    seat.change(work, seat_id, function=function)
        for party_id, functions in more.items():
            for function in functions:
                with _at(f"more-{party_id}"):
                    seat.add(work, group_id, party_id, function)
    return group_id


@contextmanager
def _at(field: str) -> Iterator[None]:
    """Say of what is refused at which field of the guide it stands."""
    try:
        yield
    except UserError as error:
        raise UserError(error.message, field=field, rule=error.rule) from error
