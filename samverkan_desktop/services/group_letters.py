"""The letters a group is told by where its name has no room: before its decisions' numbers, on the wheel."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.models.group import Group
from samverkan_desktop.services.group import main_group

#: Words shorter than this (av, i, för, och) give no letter.
_COUNTED = 4
#: How many letters a group is told by where its name is one word, and at the most.
_OF_ONE_WORD, _MOST = 3, 4


def prefix_of(session: Session, group_id: int) -> str:
    """Return what stands before the numbers of a group's decisions where it has chosen nothing itself.

    The agreement's main group has nothing; every other group its own letters and a space, so that no two
    decisions of an agreement bear the same number.
    """
    group = session.get_one(Group, group_id)
    if group is main_group(session, group.agreement_id):
        return ""
    return f"{letters(session, group.agreement_id)[group_id]} "


def letters(session: Session, agreement_id: int) -> dict[int, str]:
    """Return the letters of an agreement's groups, by identity; no two have the same."""
    chosen = select(Group).where(Group.agreement_id == agreement_id).order_by(Group.id)
    taken: dict[int, str] = {}
    for group in session.scalars(chosen):
        wished = own = letters_of(group.name)
        number = 2
        while own in taken.values():
            own, number = f"{wished}{number}", number + 1
        taken[group.id] = own
    return taken


def letters_of(name: str) -> str:
    """Return what a group's name is shortened to: ``LU`` of *Lokala uppdragsgruppen i norr*."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    counted = [word for word in words if len(word) >= _COUNTED or word[0].isdecimal()] or words
    if len(words) > 1 and len(counted) < 2:
        counted = words
    if len(counted) == 1:
        return counted[0][:_OF_ONE_WORD].upper()
    return "".join(word[0] for word in counted)[:_MOST].upper() or "G"
