from datetime import date
from typing import Any

import pytest

from samverkan_desktop.models.agreement import StoredObligation
from samverkan_desktop.services import group, seat
from samverkan_desktop.services.seat import SeatDetails
from samverkan_desktop.vocabulary import Grade, Role, SeatAttendance
from tests.services.test_obligation import clause
from tests.services.year import DAYS, FIRST, HOLDS_NUMBER, NUMBER, Year, refused


def found(year: Year, key: str) -> SeatDetails:
    return next(row for row in seat.details(year.work, year.group_id) if row.key == key)


def added(year: Year, party: str = "SF", function: str = "Enhetschef", **values: Any) -> tuple[int, ...]:  # noqa: ANN401  as the use case takes them
    return seat.add(year.work, year.group_id, year.parties[party], function, **values)


def test_a_seat_is_added_last_with_the_usual_duties(adopted: Year):
    (made,) = added(adopted)
    row = seat.details(adopted.work, adopted.group_id)[-1]
    assert (row.id, row.key, row.function, row.short_name) == (made, "enhetschef", "Enhetschef", "Enhetschef")
    assert (row.attendance, row.grade, row.collective) == (SeatAttendance.EVERY, Grade.MUST, False)


def test_several_seats_of_one_function_are_numbered(adopted: Year):
    added(adopted, places=2)
    functions = [row.function for row in seat.details(adopted.work, adopted.group_id)[-2:]]
    assert functions == ["Enhetschef (1 av 2)", "Enhetschef (2 av 2)"]


def test_a_collective_seat_is_all_who_hold_a_function(adopted: Year):
    added(adopted, function="Samtliga rektorer", collective=True, size=12, grade=Grade.NORMALLY)
    row = seat.details(adopted.work, adopted.group_id)[-1]
    assert (row.collective, row.size, row.grade) == (True, 12, Grade.NORMALLY)
    seat.change(adopted.work, row.id, collective=False)
    assert seat.details(adopted.work, adopted.group_id)[-1].size is None


def test_a_seat_from_a_day_on_is_not_asked_for_before_it(held: Year):
    (made,) = added(held, since=DAYS[1])
    assert made not in [row.id for row in group.groups(held.work, FIRST)[0].seats]
    assert made in [row.id for row in group.groups(held.work, DAYS[1])[0].seats]


@pytest.mark.parametrize(
    ("values", "sentence", "field"),
    [
        ({"function": " "}, "Skriv vilken funktion", "function"),
        ({"party": "BF", "function": "kvalitetschef"}, "kvalitetschef har redan en plats", "function"),
        ({"places": 0}, "Skriv hur många platser det är", "places"),
        ({"places": 2, "collective": True}, "En samlad plats är en enda.", "places"),
        ({"collective": True, "size": 0}, "Skriv hur många som ingår", "size"),
        ({"deputy_for_id": 99}, "Välj en annan plats i gruppen att ersätta.", "deputy_for_id"),
    ],
)
def test_a_seat_that_cannot_be_is_refused(adopted: Year, values: dict[str, Any], sentence: str, field: str):
    with refused(adopted, sentence, field=field):
        added(adopted, **values)


def test_a_seat_of_a_party_that_is_not_there_is_refused(adopted: Year):
    with refused(adopted, "Välj vilken part platsen tillhör.", field="party_id"):
        seat.add(adopted.work, adopted.group_id, 99, "Rektor")


def test_a_personal_number_in_its_texts_is_refused(adopted: Year):
    with refused(adopted, HOLDS_NUMBER, field="ex_officio", rule="R11"):
        added(adopted, ex_officio=NUMBER)


def test_a_changed_function_is_the_short_name_too_where_that_was_no_other(adopted: Year):
    seat.change(adopted.work, found(adopted, "F4").id, function="Kvalitetsstrateg")
    assert found(adopted, "F4").short_name == "Kvalitetsstrateg"
    seat.change(adopted.work, found(adopted, "F2").id, function="Skolchef")
    assert found(adopted, "F2").short_name == "Utbildningschef grundskola"


def test_two_seats_are_not_deputies_for_each_other(adopted: Year):
    first, second = found(adopted, "F4").id, found(adopted, "F3").id
    seat.change(adopted.work, first, deputy_for_id=second)
    with refused(adopted, "Kvalitetschef ersätter redan den här platsen.", field="deputy_for_id"):
        seat.change(adopted.work, second, deputy_for_id=first)


def test_a_seat_moves_to_another_party_only_while_it_has_no_history(held: Year):
    (made,) = added(held)
    seat.change(held.work, made, party_id=held.parties["BF"])
    with refused(held, "Avsluta den och lägg till en ny i stället.", field="party_id"):
        seat.change(held.work, held.seats["F4"], party_id=held.parties["SF"])


def test_seats_are_put_in_another_order(adopted: Year):
    seat.move(adopted.work, found(adopted, "F4").id, 1)
    assert [row.key for row in seat.details(adopted.work, adopted.group_id)][:2] == ["F4", "F1"]


def test_an_ended_seat_has_neither_holder_nor_role_after_its_last_day(held: Year):
    chosen = held.seats["F4"]
    seat.end(held.work, chosen, DAYS[2])
    assert group.holdings(held.work, chosen)[0].until == DAYS[2]
    on_the_day = group.groups(held.work, DAYS[2])[0].seats
    assert next(row for row in on_the_day if row.id == chosen).roles == (Role.CONVENOR,)
    assert chosen not in [row.id for row in group.groups(held.work, DAYS[3])[0].seats]


def test_a_seat_ends_once_and_not_before_it_began(adopted: Year):
    (made,) = added(adopted, since=FIRST)
    with refused(adopted, "Platsen finns från 2018-09-04.", field="day"):
        seat.end(adopted.work, made, date(2018, 9, 3))
    seat.end(adopted.work, made, FIRST)
    with refused(adopted, "Platsen avslutades 2018-09-04.", field="day"):
        seat.end(adopted.work, made, FIRST)


def test_the_function_of_an_ended_seat_can_have_a_new_one(adopted: Year):
    seat.end(adopted.work, found(adopted, "F4").id, FIRST)
    assert added(adopted, "BF", "Kvalitetschef", since=DAYS[1])


def test_a_seat_without_a_history_goes_with_its_holder(adopted: Year):
    seat.remove(adopted.work, found(adopted, "F1").id)
    assert "F1" not in adopted.seats
    assert next(row.key for row in seat.details(adopted.work, adopted.group_id)) == "F2"


def test_a_seat_with_a_history_stays(held: Year):
    sentence = "Platsen Kvalitetschef har historia (närvaro, roller) och kan inte tas bort. Avsluta den"
    with refused(held, sentence):
        seat.remove(held.work, held.seats["F4"])


def test_a_seat_that_somebody_stands_in_for_stays(adopted: Year):
    chosen = found(adopted, "F1").id
    seat.change(adopted.work, found(adopted, "F4").id, deputy_for_id=chosen)
    with refused(adopted, "har historia (platser) och kan inte tas bort."):
        seat.remove(adopted.work, chosen)


def test_a_seat_that_an_obligation_names_stays(adopted: Year):
    chosen = clause(adopted, "T05").id
    with adopted.work.change("test", "test") as session:
        named = {"role": "convenor", "seats": ["F4"]}
        session.add(
            StoredObligation(
                agreement_id=1, clause_id=chosen, position=99, kind="role_function", group_key="styrgrupp",
                parameters=named,
            )
        )  # fmt: skip
    with refused(adopted, "Ett åtagande i T05 nämner platsen Kvalitetschef."):
        seat.remove(adopted.work, found(adopted, "F4").id)
