from datetime import date

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import dissemination, routine, routine_upkeep
from tests.services.year import DAYS, FIRST, LAST, Year, refused

OWN = 1
UNITS = ("Förskola", "Grundskola", "Gymnasiet", "Elevhälsan", "IFO", "IFO, mottagning", "IFO, familjehem")


def matrix(year: Year) -> dissemination.Matrix:
    return dissemination.matrix(year.work, OWN)


def unit(year: Year, name: str) -> int:
    return next(each.id for each in matrix(year).units if each.name == name)


def test_routines_stand_against_the_operations_of_every_party(held: Year):
    routine.add(held.work, OWN, "Skolfrånvaro", number=1)
    found = matrix(held)
    assert tuple(each.name for each in found.units) == UNITS
    assert {each.party for each in found.units} == {"Bildningsförvaltningen", "Socialförvaltningen"}
    assert [(each.name, each.cells, each.missing) for each in found.rows] == [
        ("1 Skolfrånvaro", (None,) * 7, 7)
    ]


def test_a_routine_is_made_known_in_one_operation_after_another(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    dissemination.make_known(held.work, made, unit(held, "IFO"), date(2018, 9, 1))
    dissemination.make_known(held.work, made, unit(held, "IFO"), FIRST)
    (row,) = matrix(held).rows
    assert (row.cells[4], row.missing) == (FIRST, 6)
    assert routine.details(held.work, made).known == 1


def test_everywhere_is_where_it_was_not_known_before(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    dissemination.make_known(held.work, made, unit(held, "IFO"), date(2018, 9, 1))
    dissemination.make_known_everywhere(held.work, made, FIRST)
    (row,) = matrix(held).rows
    assert (row.cells[4], row.cells[0], row.missing) == (date(2018, 9, 1), FIRST, 0)


def test_a_cell_is_taken_back_and_all_of_them(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    dissemination.make_known_everywhere(held.work, made, FIRST)
    dissemination.take_back(held.work, made, unit(held, "IFO"))
    assert matrix(held).rows[0].cells[4] is None
    dissemination.take_back(held.work, made)
    assert matrix(held).rows[0].missing == 7


def test_a_day_to_come_and_an_operation_of_nobody_are_refused(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    ifo = unit(held, "IFO")
    with refused(held, "ligger framåt i tiden", field="day"):
        dissemination.make_known(held.work, made, ifo, DAYS[1])
    with refused(held, "ligger framåt i tiden", field="day"):
        dissemination.make_known_everywhere(held.work, made, DAYS[1])
    with refused(held, "Välj en av parternas verksamheter.", field="unit_id"):
        dissemination.make_known(held.work, made, 99, FIRST)


def test_what_is_made_known_is_not_removed(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    dissemination.make_known(held.work, made, unit(held, "IFO"), FIRST)
    with refused(held, "Skolfrånvaro har använts."):
        routine.remove(held.work, made)


def test_what_has_been_withdrawn_leaves_the_matrix(held: Year):
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    routine_upkeep.withdraw(held.work, made, FIRST)
    assert matrix(held).rows == ()


def test_the_rule_finds_what_the_matrix_holds(held: Year):
    held.demand("routine_dissemination", "")
    made = routine.add(held.work, OWN, "Skolfrånvaro")
    assert held.statuses("R35", LAST) == [Status.AT_RISK]
    dissemination.make_known_everywhere(held.work, made, FIRST)
    assert held.statuses("R35", LAST) == [Status.FULFILLED]
