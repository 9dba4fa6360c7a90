"""What an obligation can be about in one agreement: its groups with their seats, its boards and others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.wording import capital, every_group
from samverkan_desktop.services import group_writing, seat
from samverkan_desktop.services.agreement import AgreementRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import GroupKind
from samverkan_desktop.words import Words, words_of

Choices = Sequence[tuple[object, str]]
#: What stands before a kind of groups where a group's key could stand.
_EVERY = "*"


@dataclass(frozen=True)
class GroupChoice:
    """A group to choose: its key, kind and name, and the keys and functions of its seats."""

    key: str
    kind: GroupKind
    name: str
    seats: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Setting:
    """What can be chosen where an obligation of the agreement is written."""

    groups: tuple[GroupChoice, ...] = ()
    boards: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    words: Words = field(default_factory=Words)

    def concerns(self, kept: str = "") -> Choices:
        """Return whom an obligation can concern: each group, every group of a kind, every group.

        Args:
            kept: what it concerns now, offered also where it is none of these.
        """
        kinds = {GroupKind.WORK_GROUP, *(group.kind for group in self.groups)}
        choices = [
            *((group.key, group.name) for group in self.groups),
            *((f"{_EVERY}{kind}", capital(every_group(kind))) for kind in GroupKind if kind in kinds),
            ("", tr("Varje grupp")),
        ]
        if kept not in [value for value, _ in choices]:
            choices.append((kept, kept))
        return choices

    def others(self, group: str) -> Choices:
        """Return the groups beside one."""
        return [(other.key, other.name) for other in self.groups if other.key != group]

    def seats(self, group: str) -> Choices:
        """Return the seats of a group, by their keys; of every group where none is given."""
        if group:
            return next((other.seats for other in self.groups if other.key == group), ())
        named = {key: f"{name}, {other.name}" for other in self.groups for key, name in other.seats}
        return tuple(named.items())


def concern(group_key: str, group_kind: GroupKind | None) -> str:
    """Return whom an obligation concerns as one value, to choose among `Setting.concerns`."""
    return f"{_EVERY}{group_kind}" if group_kind is not None else group_key


def concerned(value: str) -> tuple[str, GroupKind | None]:
    """Return whom a value of `Setting.concerns` stands for, as it is stored."""
    if value.startswith(_EVERY):
        return "", GroupKind(value.removeprefix(_EVERY))
    return value, None


def read(work: Workspace, agreement: AgreementRow) -> Setting:
    """Return what can be chosen in an agreement."""
    groups = [
        GroupChoice(
            group.key,
            group.kind,
            group.name,
            tuple((row.key, row.function) for row in seat.details(work, group.id) if row.until is None),
        )
        for group in group_writing.details(work, agreement.id)
        if group.closed_on is None and not group.by_decision
    ]
    return Setting(
        tuple(groups),
        tuple(dict.fromkeys(agreement.boards)),
        agreement.related,
        words_of(agreement.kind, agreement.words),
    )
