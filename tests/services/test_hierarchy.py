from samverkan_desktop.services import group_writing, hierarchy
from samverkan_desktop.services.hierarchy import LevelRow
from samverkan_desktop.services.ring import ring
from samverkan_desktop.vocabulary import GroupKind
from tests.services.levels import above
from tests.services.registers import AGREEMENT, another_agreement
from tests.services.year import Year, refused


def level(year: Year, group_id: int) -> LevelRow:
    return next(each for each in hierarchy.levels(year.work, AGREEMENT) if each.group_id == group_id)


def test_a_group_may_answer_to_several(adopted: Year):
    first, second = above(adopted), above(adopted, "Ledningsgruppen")
    own = level(adopted, adopted.group_id)
    assert own.superiors == ((first, "2+2-mötet"), (second, "Ledningsgruppen"))
    assert level(adopted, first).subordinates == ((adopted.group_id, "Styrgruppen"),)


def test_the_uppermost_come_first(adopted: Year):
    made = above(adopted)
    alone = group_writing.add(adopted.work, AGREEMENT, GroupKind.REFERENCE_GROUP, "Referensgruppen")
    rows = [each.group_id for each in hierarchy.levels(adopted.work, AGREEMENT)]
    assert rows == [made, adopted.group_id, alone]


def test_a_group_that_no_longer_answers_to_anybody_has_no_superior(adopted: Year):
    above(adopted)
    hierarchy.set_superiors(adopted.work, adopted.group_id, [])
    assert level(adopted, adopted.group_id).superiors == ()


def test_a_ring_is_refused_with_the_groups_in_it(adopted: Year):
    top = above(adopted)
    highest = group_writing.add(adopted.work, AGREEMENT, GroupKind.OFFICIALS, "Ledningsgruppen")
    hierarchy.set_superiors(adopted.work, top, [highest])
    with refused(adopted, "Ledningsgruppen → ", field="superior_ids"):
        hierarchy.set_superiors(adopted.work, highest, [adopted.group_id])
    with refused(adopted, "Styrgruppen → Styrgruppen", field="superior_ids"):
        hierarchy.set_superiors(adopted.work, adopted.group_id, [adopted.group_id])


def test_another_agreements_group_is_refused(adopted: Year):
    other = another_agreement(adopted)
    foreign = group_writing.add(adopted.work, other, GroupKind.STEERING_GROUP, "Styrgruppen")
    with refused(adopted, "Välj grupper som hör till avtalet.", field="superior_ids"):
        hierarchy.set_superiors(adopted.work, adopted.group_id, [foreign])


def test_a_ring_is_told_from_its_beginning_to_its_beginning():
    assert ring({1: [2], 2: [3]}) == []
    found = ring({1: [2], 2: [3], 3: [1], 4: [1]})
    assert (found[0], len(found)) == (found[-1], 4)
