from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import CommitmentStep
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import commission, commitment, served_commitment, strategy
from samverkan_desktop.services.commitment import CommitmentRow
from tests.services.registers import AGREEMENT, another_agreement, demand
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused

CARRIED_OUT, FOLLOWED_UP, ANALYSED, ACTED_ON = CommitmentStep


def add(year: Year, title: str = "Barnteam", **values: object) -> int:
    return commitment.add(year.work, AGREEMENT, title, **values)  # type: ignore[arg-type]  as a form gives them


def row(year: Year) -> CommitmentRow:
    return commitment.listing(year.work, AGREEMENT)[0]


def test_a_commitment_is_added_with_its_strategy(adopted: Year):
    follows = strategy.add(adopted.work, AGREEMENT, "Förebygga")
    add(adopted, " Barnteam ", strategy_id=follows, responsible="Enhetschef", due=DAYS[2])
    found = row(adopted)
    assert (found.title, found.strategy, found.responsible, found.due, found.position) == (
        "Barnteam",
        "Förebygga",
        "Enhetschef",
        DAYS[2],
        1,
    )
    assert [each.step for each in found.steps] == list(CommitmentStep)
    assert (found.next_step, found.late) == (CARRIED_OUT, False)


def test_a_commitment_that_cannot_be_is_refused(adopted: Year):
    other = strategy.add(adopted.work, another_agreement(adopted), "Annan")
    with refused(adopted, "Ange vad parterna åtar sig.", field="title"):
        add(adopted, " ")
    with refused(adopted, "Välj en strategi som hör till avtalet.", field="strategy_id"):
        add(adopted, strategy_id=other)
    with refused(adopted, HOLDS_NUMBER, field="title", rule="R11"):
        add(adopted, NUMBER)


def test_a_commitment_is_changed_field_by_field(adopted: Year):
    made = add(adopted, due=DAYS[2])
    commitment.change(adopted.work, made, title=" Barnhälsoteam ", due=None)
    assert (row(adopted).title, row(adopted).due) == ("Barnhälsoteam", None)
    with refused(adopted, "Ange vad parterna åtar sig.", field="title"):
        commitment.change(adopted.work, made, title=" ")
    with refused(adopted, HOLDS_NUMBER, field="responsible", rule="R11"):
        commitment.change(adopted.work, made, responsible=NUMBER)


def test_the_steps_are_noted_in_order(adopted: Year):
    made = add(adopted, due=DAYS[0])
    adopted.at(DAYS[4])
    assert row(adopted).late
    for step, day in zip(CommitmentStep, DAYS, strict=False):
        commitment.note_step(adopted.work, made, step, day)
    found = row(adopted)
    assert [each.done_on for each in found.steps] == list(DAYS[:4])
    assert (found.next_step, found.late) == (None, False)


def test_a_step_out_of_order_is_refused(adopted: Year):
    made = add(adopted)
    adopted.at(DAYS[4])
    with refused(adopted, "Åtagandet är inte genomfört än. Ange först vilken dag det blev det.", field="day"):
        commitment.note_step(adopted.work, made, FOLLOWED_UP, DAYS[0])
    commitment.note_step(adopted.work, made, CARRIED_OUT, DAYS[1])
    with refused(
        adopted, "Åtagandet blev genomfört 2018-10-16. Välj den dagen eller en senare.", field="day"
    ):
        commitment.note_step(adopted.work, made, FOLLOWED_UP, DAYS[0])
    commitment.note_step(adopted.work, made, FOLLOWED_UP, DAYS[2])
    with refused(
        adopted, "Åtagandet blev uppföljt 2018-12-04. Välj den dagen eller en tidigare.", field="day"
    ):
        commitment.note_step(adopted.work, made, CARRIED_OUT, DAYS[3])
    with refused(adopted, "ligger framåt i tiden", field="day"):
        commitment.note_step(adopted.work, made, ANALYSED, DAYS[5])


def test_a_step_is_taken_back_from_the_last(adopted: Year):
    made = add(adopted)
    adopted.at(DAYS[4])
    commitment.note_step(adopted.work, made, CARRIED_OUT, DAYS[0])
    commitment.note_step(adopted.work, made, FOLLOWED_UP, DAYS[1])
    with refused(adopted, "Åtagandet blev uppföljt 2018-10-16. Ta tillbaka det steget först.", field="day"):
        commitment.clear_step(adopted.work, made, CARRIED_OUT)
    commitment.clear_step(adopted.work, made, FOLLOWED_UP)
    assert row(adopted).next_step is FOLLOWED_UP
    adopted.work.undo()
    assert row(adopted).next_step is ANALYSED


def test_only_the_steps_that_the_agreement_demands_are_asked_for(adopted: Year):
    demand(adopted, "commitments", {"steps": ["acted_on", "carried_out"]})
    made = add(adopted)
    adopted.at(DAYS[4])
    commitment.note_step(adopted.work, made, CARRIED_OUT, DAYS[0])
    assert [each.step for each in row(adopted).steps] == [CARRIED_OUT, ACTED_ON]
    commitment.note_step(adopted.work, made, ACTED_ON, DAYS[1])
    assert row(adopted).next_step is None


@pytest.mark.parametrize(("day", "status"), [(DAYS[0], Status.UPCOMING), (DAYS[2], Status.BREACHED)])
def test_the_finding_follows_the_register(adopted: Year, day: date, status: Status):
    demand(adopted, "commitments")
    add(adopted, due=DAYS[1])
    assert adopted.statuses("R40", day) == [status]


def test_commitments_are_moved_and_taken_away_until_they_have_begun(adopted: Year):
    first, second = add(adopted, "A"), add(adopted, "B")
    commitment.move(adopted.work, second, 1)
    assert [each.title for each in commitment.listing(adopted.work, AGREEMENT)] == ["B", "A"]
    adopted.at(DAYS[0])
    commitment.note_step(adopted.work, second, CARRIED_OUT, DAYS[0])
    with refused(adopted, "Åtagandet B har påbörjats. Ta tillbaka dess steg först."):
        commitment.remove(adopted.work, second)
    commitment.remove(adopted.work, first)
    assert [(each.position, each.title) for each in commitment.listing(adopted.work, AGREEMENT)] == [(1, "B")]


def test_a_commission_says_which_commitment_it_serves(held: Year):
    made, given = add(held), held.give(1, title="Kartläggning")
    served_commitment.serve(held.work, given, made)
    (told,) = commission.listing(held.work)
    assert (told.commitment_id, told.commitment) == (made, "Barnteam")
    assert row(held).commissions == ((given, "U1", "Kartläggning"),)


def test_a_commission_serves_no_commitment_of_another_agreement(held: Year):
    given = held.give(1)
    other = commitment.add(held.work, another_agreement(held), "Annat")
    with refused(held, "Välj ett åtagande som hör till avtalet.", field="commitment_id"):
        served_commitment.serve(held.work, given, other)


def test_a_commitment_taken_away_is_served_by_none(held: Year):
    made, given = add(held), held.give(1)
    served_commitment.serve(held.work, given, made)
    commitment.remove(held.work, made)
    assert commission.listing(held.work)[0].commitment_id is None
    held.work.undo()
    assert commission.listing(held.work)[0].commitment_id == made
