"""A 2+2 meeting above the steering group, for tests of what runs between levels."""

from samverkan_desktop.services import group_writing, hierarchy
from samverkan_desktop.vocabulary import GroupKind
from tests.services.registers import AGREEMENT
from tests.services.year import Year


def above(year: Year, name: str = "2+2-mötet") -> int:
    """Add a group that the steering group answers to, beside those it already does."""
    made = group_writing.add(year.work, AGREEMENT, GroupKind.TWO_PLUS_TWO, name)
    row = next(each for each in hierarchy.levels(year.work, AGREEMENT) if each.group_id == year.group_id)
    had = [group_id for group_id, _ in row.superiors]
    hierarchy.set_superiors(year.work, year.group_id, [*had, made])
    return made
