from datetime import date

from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import routine, routine_upkeep
from tests.services.year import DAYS, FIRST, HOLDS_NUMBER, LAST, NUMBER, Year, refused

OWN = 1


def material(year: Year, **values: object) -> int:
    return routine.add(year.work, OWN, "Samtycke", kind=RoutineKind.SUPPORT_MATERIAL, **values)


def test_a_routine_is_reviewed(held: Year):
    made = routine.establish(held.work, "Rutin", held.decide(1), review_by=LAST)
    held.at(LAST)
    routine_upkeep.review(held.work, made, LAST, date(2020, 5, 28))
    row = routine.details(held.work, made)
    assert (row.reviewed_on, row.review_by) == (LAST, date(2020, 5, 28))


def test_a_review_is_neither_to_come_nor_followed_by_one_before_it(held: Year):
    made = routine.establish(held.work, "Rutin", held.decide(1))
    with refused(held, "ligger framåt i tiden", field="day"):
        routine_upkeep.review(held.work, made, DAYS[1], None)
    with refused(held, "Nästa översyn ska ligga efter den här.", field="next_review"):
        routine_upkeep.review(held.work, made, FIRST, FIRST)


def test_material_is_presented_and_then_renewed(held: Year):
    made = material(held, due="tredje kvartalet 2018")
    routine_upkeep.present(held.work, made, FIRST)
    held.at(DAYS[1])
    routine_upkeep.renew(held.work, made, " 2 ", DAYS[1])
    row = routine.details(held.work, made)
    assert (row.presented_on, row.version, row.updated_on) == (FIRST, "2", DAYS[1])


def test_what_was_not_presented_after_all_is_not_there(held: Year):
    made = material(held)
    routine_upkeep.present(held.work, made, FIRST)
    routine_upkeep.present(held.work, made, None)
    assert routine.details(held.work, made).presented_on is None


def test_a_presentation_that_cannot_have_been_is_refused(held: Year):
    made = routine.establish(held.work, "Rutin", held.decide(1))
    with refused(held, "Dagen ligger före beslutet 2018-09-04.", field="day"):
        routine_upkeep.present(held.work, made, date(2018, 9, 3))
    with refused(held, "ligger framåt i tiden", field="day"):
        routine_upkeep.present(held.work, made, DAYS[1])


def test_a_version_that_cannot_be_is_refused(held: Year):
    made = material(held)
    routine_upkeep.renew(held.work, made, "1", FIRST)
    with refused(held, "Version 1 finns redan. Ange nästa.", field="version"):
        routine_upkeep.renew(held.work, made, "1", FIRST)
    with refused(held, "Ange vad versionen kallas, till exempel 2.", field="version"):
        routine_upkeep.renew(held.work, made, " ", FIRST)
    with refused(held, "Dagen ligger före den tidigare versionen 2018-09-04.", field="day"):
        routine_upkeep.renew(held.work, made, "2", date(2018, 9, 3))
    with refused(held, "ligger framåt i tiden", field="day"):
        routine_upkeep.renew(held.work, made, "2", DAYS[1])
    with refused(held, HOLDS_NUMBER, field="version", rule="R11"):
        routine_upkeep.renew(held.work, made, NUMBER, FIRST)


def test_what_is_done_is_what_the_rules_find(held: Year):
    held.demand("routine_review", "")
    held.demand("support_material", "")
    made = material(held, due="2018-08-31", review_by=date(2018, 8, 31))
    assert (held.statuses("R13"), held.statuses("R36")) == ([Status.BREACHED], [Status.BREACHED])
    routine_upkeep.present(held.work, made, date(2018, 8, 31))
    routine_upkeep.review(held.work, made, FIRST, date(2020, 1, 1))
    assert (held.statuses("R13"), held.statuses("R36")) == ([Status.FULFILLED], [Status.FULFILLED])
    routine_upkeep.withdraw(held.work, made, FIRST)
    assert (held.statuses("R13"), held.statuses("R36")) == ([], [])
