from samverkan_desktop.register_vocabulary import Horizon
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import expected_result
from samverkan_desktop.services.expected_result import add, change
from tests.services.registers import AGREEMENT, demand
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused


def test_a_result_is_stated_by_a_board(held: Year):
    add(held.work, AGREEMENT, Horizon.LONG, " Färre placeras. ", board="Socialnämnden", stated_on=DAYS[0])
    (row,) = expected_result.listing(held.work, AGREEMENT)
    assert (row.horizon, row.text, row.board, row.stated_on, row.position) == (
        Horizon.LONG,
        "Färre placeras.",
        "Socialnämnden",
        DAYS[0],
        1,
    )


def test_a_result_that_cannot_be_is_refused(held: Year):
    with refused(held, "Ange vilket resultat som förväntas.", field="text"):
        add(held.work, AGREEMENT, Horizon.LONG, " ")
    with refused(held, "ligger framåt i tiden", field="stated_on"):
        add(held.work, AGREEMENT, Horizon.LONG, "Färre placeras.", stated_on=DAYS[1])
    with refused(held, HOLDS_NUMBER, field="board", rule="R11"):
        add(held.work, AGREEMENT, Horizon.LONG, "Färre placeras.", board=NUMBER)


def test_a_result_is_changed_field_by_field(held: Year):
    made = add(held.work, AGREEMENT, Horizon.LONG, "Färre placeras.")
    change(held.work, made, horizon=Horizon.SHORT, text=" Fler möts tidigt. ")
    (row,) = expected_result.listing(held.work, AGREEMENT)
    assert (row.horizon, row.text) == (Horizon.SHORT, "Fler möts tidigt.")
    with refused(held, "Ange vilket resultat som förväntas.", field="text"):
        change(held.work, made, text="")
    with refused(held, "ligger framåt i tiden", field="stated_on"):
        change(held.work, made, stated_on=DAYS[1])
    with refused(held, HOLDS_NUMBER, field="text", rule="R11"):
        change(held.work, made, text=NUMBER)


def test_results_are_moved_and_taken_away(held: Year):
    first, second = (add(held.work, AGREEMENT, Horizon.LONG, text) for text in ("A", "B"))
    expected_result.move(held.work, second, 1)
    assert [row.text for row in expected_result.listing(held.work, AGREEMENT)] == ["B", "A"]
    expected_result.remove(held.work, second)
    (row,) = expected_result.listing(held.work, AGREEMENT)
    assert (row.id, row.position) == (first, 1)


def test_the_finding_follows_the_register(held: Year):
    demand(held, "expected_results", {"horizons": ["long"]}, "")
    assert held.statuses("R41") == [Status.AT_RISK]
    add(held.work, AGREEMENT, Horizon.LONG, "Färre placeras.")
    assert held.statuses("R41") == [Status.FULFILLED]
