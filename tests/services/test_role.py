from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import (
    agenda_builder,
    agreement,
    call,
    decision,
    group,
    minutes,
    obligation,
    role,
)
from samverkan_desktop.vocabulary import DecisionKind, Role
from tests.services.year import COMING, DAYS, FIRST, LAST, PERIOD, Year, only_a_chair, refused


def held_by(year: Year, on: date) -> dict[str, tuple[Role, ...]]:
    return {seat.key: seat.roles for seat in group.groups(year.work, on)[0].seats if seat.roles}


def test_roles_are_held_from_the_day_of_the_decision_to_the_end_of_the_year(held: Year):
    rows = role.terms(held.work, held.group_id)
    assert [(r.role, r.function, r.since, r.until, r.decision, r.decided_on, r.period) for r in rows] == [
        (Role.CONVENOR, "Kvalitetschef", FIRST, date(2019, 6, 30), "2018/19-01", FIRST, PERIOD),
        (
            Role.SECRETARY, "Verksamhetsutvecklare Individ- och familjeomsorg", FIRST, date(2019, 6, 30),
            "2018/19-01", FIRST, PERIOD,
        ),
    ]  # fmt: skip
    assert held.statuses("R03", LAST)[:1] == [Status.UPCOMING]


def test_roles_of_a_coming_year_begin_with_it(held: Year):
    held.at(LAST)
    held.assign("F5", "F4", COMING)
    assert held_by(held, date(2019, 6, 30)) == {"F4": (Role.CONVENOR,), "F6": (Role.SECRETARY,)}
    assert held_by(held, date(2019, 7, 1)) == {"F5": (Role.CONVENOR,), "F4": (Role.SECRETARY,)}


def test_without_a_decision_they_are_given_today(planned: Year):
    planned.at(date(2018, 9, 1))
    planned.assign("F4", "F6")
    assert {row.since for row in role.terms(planned.work, planned.group_id)} == {date(2018, 9, 1)}
    assert {row.decision_id for row in role.terms(planned.work, planned.group_id)} == {None}


def test_both_roles_in_one_party_are_refused(planned: Year):
    with refused(planned, "ska finnas i olika förvaltningar", field="roles", rule="R01"):
        planned.assign("F4", "F1")


def test_both_roles_in_one_seat_are_refused(planned: Year):
    with refused(planned, "ska finnas i olika förvaltningar", field="roles", rule="R01"):
        planned.assign("F4", "F4")


def test_a_change_in_the_year_that_puts_both_in_one_party_is_refused(held: Year):
    held.at(DAYS[2])
    with refused(held, "ska finnas i olika förvaltningar", field="roles", rule="R01"):
        role.assign_roles(held.work, held.group_id, {Role.CONVENOR: held.seats["F5"]}, PERIOD)


def test_one_role_can_change_in_the_year(held: Year):
    held.at(DAYS[2])
    role.assign_roles(held.work, held.group_id, {Role.SECRETARY: held.seats["F5"]}, PERIOD)
    assert held_by(held, DAYS[1]) == {"F4": (Role.CONVENOR,), "F6": (Role.SECRETARY,)}
    assert held_by(held, DAYS[2]) == {"F4": (Role.CONVENOR,), "F5": (Role.SECRETARY,)}


def test_given_twice_the_same_day_the_last_word_holds(held: Year):
    held.at(FIRST)
    held.assign("F5", "F4")
    assert held_by(held, FIRST) == {"F5": (Role.CONVENOR,), "F4": (Role.SECRETARY,)}
    assert len(role.terms(held.work, held.group_id)) == 2


def test_given_twice_for_a_coming_year_the_last_word_holds(held: Year):
    held.at(LAST)
    held.assign("F5", "F4", COMING)
    held.assign("F4", "F6", COMING)
    assert held_by(held, date(2019, 7, 1)) == {"F4": (Role.CONVENOR,), "F6": (Role.SECRETARY,)}
    assert len(role.terms(held.work, held.group_id)) == 4


def test_a_seat_of_another_group_is_refused(held: Year):
    held.crew(1)
    outside = group.groups(held.work)[1].seats[0].id
    with refused(held, "Rollen ska innehas av en funktion som ingår i gruppen.", field="roles", rule="R02"):
        role.assign_roles(held.work, held.group_id, {Role.CONVENOR: outside}, PERIOD)


def test_a_seat_that_has_ended_is_refused(held: Year):
    with held.work.change("test.end_seat", "Platsen upphörde") as session:
        session.get_one(group.Seat, held.seats["F5"]).until = date(2018, 9, 30)
    held.at(DAYS[2])
    with refused(held, "Rollen ska innehas av en funktion som ingår i gruppen.", field="roles", rule="R02"):
        role.assign_roles(
            held.work, held.group_id, {Role.SECRETARY: 5, Role.CONVENOR: held_seat(held, "F4")}, PERIOD
        )


def held_seat(year: Year, key: str) -> int:
    return next(seat.id for seat in group.groups(year.work)[0].seats if seat.key == key)


@pytest.mark.parametrize("period", ["", "förra året", "2018", "2018/2020", "18/19"])
def test_a_year_that_cannot_be_read_is_refused(planned: Year, period: str):
    with refused(planned, "går inte att läsa. Skriv det som 2018/2019.", field="period"):
        planned.assign("F4", "F6", period)


@pytest.mark.parametrize("period", ["2017/2018", "2021/2022"])
def test_a_year_outside_the_agreement_is_refused(planned: Year, period: str):
    with refused(planned, f"{period} ligger utanför avtalets tid.", field="period"):
        planned.assign("F4", "F6", period)


def test_a_short_label_is_the_same_year(planned: Year):
    planned.assign("F4", "F6", "2018/19")
    assert {row.period for row in role.terms(planned.work, planned.group_id)} == {PERIOD}


def test_a_decision_with_roles_can_be_undone_and_redone(held: Year):
    before = held_by(held, FIRST)
    held.at(DAYS[2])
    with held.work.together("test.elect", "Val"):
        chosen = decision.take(held.work, held.item(3), "Byte.", kind=DecisionKind.ELECTION)
        role.assign_roles(
            held.work, held.group_id, {Role.SECRETARY: held.seats["F5"]}, PERIOD, decision_id=chosen
        )
    after = role.terms(held.work, held.group_id)
    assert held.work.undo() == "Val"
    assert held_by(held, DAYS[2]) == before
    assert held.work.redo() == "Val"
    assert role.terms(held.work, held.group_id) == after


@pytest.fixture
def chaired(planned: Year) -> Year:
    """The year planned, in an agreement that knows one role: a chair, for the term of office."""
    only_a_chair(planned)
    return planned


def test_only_the_roles_of_the_agreement_are_offered(chaired: Year):
    found = role.choices(chaired.work, chaired.group_id, FIRST)
    assert [(each.role, each.needed) for each in found] == [(Role.CHAIR, True)]


def test_a_chair_is_given_for_a_term_of_office(chaired: Year):
    offered = role.term_choice(chaired.work, chaired.group_id, FIRST)
    assert (offered.name, offered.labels, offered.proposed) == (
        "Mandatperiod", ("2015–2018", "2019–2022"), "2015–2018",
    )  # fmt: skip
    chaired.at(FIRST)
    role.assign_roles(chaired.work, chaired.group_id, {Role.CHAIR: chaired.seats["F2"]}, "2019–2022")
    (row,) = role.terms(chaired.work, chaired.group_id)
    assert (row.period, row.since, row.until) == ("2019–2022", date(2019, 1, 1), date(2022, 12, 31))


def test_a_role_until_further_notice_is_given_from_the_day_of_the_decision(chaired: Year):
    (given,) = (
        each
        for clause in agreement.clauses(chaired.work, 1)
        for each in clause.obligations
        if each.kind == "role_term"
    )
    told = {**given.parameters, "term": "until_further_notice"}
    obligation.change_obligation(chaired.work, given.id, told)
    assert role.term_choice(chaired.work, chaired.group_id, FIRST).labels == ()
    chaired.at(FIRST)
    role.assign_roles(chaired.work, chaired.group_id, {Role.CHAIR: chaired.seats["F2"]}, "")
    (row,) = role.terms(chaired.work, chaired.group_id)
    assert (row.period, row.since, row.until) == ("tills vidare", FIRST, None)


def test_the_chair_leads_and_calls_where_there_is_no_convenor(chaired: Year):
    assert role.leading(chaired.work, chaired.group_id, FIRST) is Role.CHAIR
    chaired.at(FIRST)
    role.assign_roles(chaired.work, chaired.group_id, {Role.CHAIR: chaired.seats["F2"]}, "2015–2018")
    told = call.content(chaired.work, chaired.meeting(1))
    assert told.sender == "Utbildningschef grundskola och grundsärskola, ordförande"
    assert told.reminders[-1] == "Vänligen meddela förhinder till ordföranden."
    assert minutes.content(chaired.work, chaired.meeting(1)).chair_label == "Ordförande"


def test_the_agenda_names_the_term_of_office(chaired: Year):
    agenda_builder.build(chaired.work, chaired.meeting(1))
    assert "Val av ordförande för mandatperioden 2015–2018" in [row.heading for row in chaired.items(1)]
