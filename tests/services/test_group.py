from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import attendance, group, seat
from samverkan_desktop.vocabulary import Grade, GroupKind, HolderState, Receipt, Role, SeatAttendance
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused


def holder(year: Year, key: str, on: date) -> str:
    seats = group.groups(year.work, on)[0].seats
    return next(seat.holder for seat in seats if seat.key == key)


def hold(year: Year, key: str, email: str) -> None:
    group.set_holder(
        year.work, year.seats[key], HolderState.ORDINARY, date(2019, 1, 1), name="B", email=email
    )


def test_the_seats_are_the_agreements_by_party(adopted: Year):
    (steering,) = group.groups(adopted.work)
    assert (steering.kind, steering.name, steering.decision) == (GroupKind.STEERING_GROUP, "Styrgruppen", "")
    assert [seat.key for seat in steering.seats] == ["F1", "F2", "F3", "F4", "F7", "F5", "F6", "F8"]
    seldom = [seat.key for seat in steering.seats if seat.attendance is SeatAttendance.DESIGNATED]
    assert seldom == ["F7", "F8"]
    assert {seat.grade for seat in steering.seats} == {Grade.MUST}
    assert steering.seats[1].short_name == "Utbildningschef grundskola"


def test_a_seat_without_a_short_name_goes_by_its_function(adopted: Year):
    assert group.groups(adopted.work)[0].seats[3].short_name == "Kvalitetschef"


def test_a_new_holder_ends_the_one_before_the_day_before(adopted: Year):
    seat = adopted.seats["F3"]
    group.set_holder(adopted.work, seat, HolderState.ORDINARY, date(2019, 1, 1), name="Nästa")
    assert holder(adopted, "F3", date(2018, 12, 31)) == "Namn F3"
    assert holder(adopted, "F3", date(2019, 1, 1)) == "Nästa"
    rows = group.holdings(adopted.work, seat)
    assert [(row.name, row.since, row.until) for row in rows] == [
        ("Nästa", date(2019, 1, 1), None),
        ("Namn F3", date(2018, 7, 1), date(2018, 12, 31)),
    ]


def test_a_vacant_seat_has_no_name(adopted: Year):
    seat = adopted.seats["F3"]
    group.set_holder(adopted.work, seat, HolderState.VACANT, date(2019, 1, 1), name="Kvar", email="a@b.se")
    row = group.holdings(adopted.work, seat)[0]
    assert (row.state, row.name, row.email) == (HolderState.VACANT, "", "")


def test_a_vacancy_is_told_of(adopted: Year):
    group.set_holder(adopted.work, adopted.seats["F3"], HolderState.VACANT, date(2019, 1, 1))
    assert adopted.statuses("R22", date(2019, 1, 15)) == [Status.AT_RISK]


def test_an_acting_holder_is_known_as_such(adopted: Year):
    group.set_holder(adopted.work, adopted.seats["F3"], HolderState.ACTING, date(2019, 3, 1), name="T")
    row = next(s for s in group.groups(adopted.work, date(2019, 3, 1))[0].seats if s.key == "F3")
    assert (row.state, row.held_since) == (HolderState.ACTING, date(2019, 3, 1))


def test_a_holder_needs_a_name(adopted: Year):
    with refused(adopted, "Ange vem som innehar funktionen", field="name"):
        group.set_holder(adopted.work, adopted.seats["F1"], HolderState.ORDINARY, date(2019, 1, 1), name=" ")


def test_an_end_before_the_start_is_refused(adopted: Year):
    with refused(adopted, "Slutdatum ligger före startdatum", field="until"):
        group.set_holder(
            adopted.work, adopted.seats["F1"], HolderState.ORDINARY, date(2019, 2, 1), name="B",
            until=date(2019, 1, 31),
        )  # fmt: skip


def test_a_day_is_a_term(adopted: Year):
    day = date(2019, 2, 1)
    group.set_holder(adopted.work, adopted.seats["F1"], HolderState.ACTING, day, name="B", until=day)
    assert (holder(adopted, "F1", day), holder(adopted, "F1", date(2019, 2, 2))) == ("B", "")


def test_a_holder_from_before_must_end_before_the_present_one(adopted: Year):
    with refused(adopted, "innehavare från 2018-07-01. Ange ett slutdatum före den dagen", field="until"):
        group.set_holder(adopted.work, adopted.seats["F1"], HolderState.ORDINARY, date(2017, 1, 1), name="B")
    group.set_holder(
        adopted.work, adopted.seats["F1"], HolderState.ORDINARY, date(2017, 1, 1), name="B",
        until=date(2018, 6, 30),
    )  # fmt: skip
    assert holder(adopted, "F1", date(2018, 1, 1)) == "B"
    assert holder(adopted, "F1", date(2018, 7, 1)) == "Namn F1"


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [
        (date(2018, 11, 1), date(2018, 11, 30), "since"),
        (date(2018, 11, 1), date(2019, 2, 1), "since"),
        (date(2018, 11, 1), None, "since"),
        (date(2018, 12, 31), date(2018, 12, 31), "since"),
        (date(2018, 6, 1), date(2018, 7, 1), "until"),
        (date(2018, 6, 1), date(2019, 2, 1), "until"),
    ],
)
def test_two_holders_at_once_are_refused(adopted: Year, since: date, until: date | None, field: str):
    seat = adopted.seats["F1"]
    group.set_holder(adopted.work, seat, HolderState.ORDINARY, date(2019, 1, 1), name="B")
    with refused(adopted, "Funktionen har redan en innehavare", field=field):
        group.set_holder(adopted.work, seat, HolderState.ACTING, since, name="C", until=until)


def test_what_was_said_of_the_same_day_is_corrected(adopted: Year):
    seat = adopted.seats["F1"]
    group.set_holder(adopted.work, seat, HolderState.ACTING, date(2018, 7, 1), name="Rätt namn")
    assert [(row.name, row.state) for row in group.holdings(adopted.work, seat)] == [
        ("Rätt namn", HolderState.ACTING)
    ]


@pytest.mark.parametrize("field", ["name", "email"])
def test_a_personal_number_is_refused(adopted: Year, field: str):
    with refused(adopted, HOLDS_NUMBER, field=field, rule="R11"):
        group.set_holder(
            adopted.work, adopted.seats["F1"], HolderState.ORDINARY, date(2019, 1, 1),
            **{"name": "A", field: f"A {NUMBER}"},
        )  # fmt: skip


def test_roles_stand_with_the_seats(held: Year):
    roles = {seat.key: seat.roles for seat in group.groups(held.work)[0].seats if seat.roles}
    assert roles == {"F4": (Role.CONVENOR,), "F6": (Role.SECRETARY,)}


def test_a_seat_that_has_ended_is_no_longer_in_the_group(planned: Year):
    planned.call(1)
    with planned.work.change("test.end_seat", "Platsen upphörde") as session:
        session.get_one(group.Seat, planned.seats["F3"]).until = date(2018, 9, 30)
    assert "F3" not in {seat.key for seat in group.groups(planned.work, DAYS[1])[0].seats}
    planned.hold(1)
    planned.hold(2)
    functions = [row.function for row in attendance.rows(planned.work, planned.meeting(2))]
    assert "Utbildningschef gymnasiet och vuxenutbildningen" not in functions
    assert len(functions) == len(attendance.rows(planned.work, planned.meeting(1))) - 1


def test_an_address_without_the_form_of_one_is_refused_at_its_field(adopted: Year):
    with refused(adopted, "kvalitetschefen är ingen e-postadress.", field="email"):
        hold(adopted, "F1", "kvalitetschefen")


def test_one_seat_has_one_address(adopted: Year):
    with refused(adopted, "a@kommun.se; b@kommun.se är ingen e-postadress.", field="email"):
        hold(adopted, "F1", "a@kommun.se; b@kommun.se")


def test_a_collective_seat_has_the_addresses_of_all_who_hold_it(adopted: Year):
    seat.change(adopted.work, adopted.seats["F1"], collective=True)
    hold(adopted, "F1", "Rektor A <a@kommun.se>\nb@kommun.se, A@kommun.se")
    (row,) = (s for s in group.groups(adopted.work, date(2019, 1, 1))[0].seats if s.key == "F1")
    assert row.email == "a@kommun.se; b@kommun.se"


def test_a_deputy_gets_what_is_sent_for_information_unless_something_else_is_said(adopted: Year):
    seat.change(adopted.work, adopted.seats["F3"], deputy_for_id=adopted.seats["F2"])
    seat.change(adopted.work, adopted.seats["F4"], receipt=Receipt.COPY)
    rows = {each.key: each.receipt for each in group.groups(adopted.work)[0].seats}
    assert (rows["F2"], rows["F3"], rows["F4"]) == (Receipt.TO, Receipt.INFORMATION, Receipt.COPY)
