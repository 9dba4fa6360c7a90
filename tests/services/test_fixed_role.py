from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agenda, call, group, minutes, obligation, role
from samverkan_desktop.services import agreement as agreements
from samverkan_desktop.services.role import RoleChoice
from samverkan_desktop.vocabulary import Role, Topic
from tests.services.year import DAYS, LAST, PERIOD, Year, refused, tie_role

CLAUSE = "Samverkansavtal mellan Bildningsförvaltningen och Socialförvaltningen"


@pytest.fixture
def tied(planned: Year) -> Year:
    """The year planned, and the convenor tied to the head of individual and family care."""
    tie_role(planned, "convenor", "F5")
    return planned


def roles(year: Year, on: date = DAYS[0]) -> dict[str, tuple[Role, ...]]:
    return {seat.key: seat.roles for seat in group.groups(year.work, on)[0].seats if seat.roles}


def test_the_function_holds_the_role_without_a_choice(tied: Year):
    assert roles(tied) == {"F5": (Role.CONVENOR,)}
    assert tied.statuses("R30") == [Status.FULFILLED]


def test_the_call_is_sent_by_the_function(tied: Year):
    assert call.content(tied.work, tied.meeting(1)).sender == (
        "Avdelningschef Individ- och familjeomsorg, sammankallande"
    )


def test_the_minutes_name_the_function(tied: Year):
    tied.hold(1)
    content = minutes.content(tied.work, tied.meeting(1))
    assert (content.convenor, content.secretary) == ("Avdelningschef Individ- och familjeomsorg", "")


def test_the_agenda_has_no_choice_of_roles(tied: Year):
    tied.hold(1)
    assert Topic.ROLES not in [item.topic for item in agenda.items(tied.work, tied.meeting(1))]


def test_giving_it_to_another_is_refused_with_the_clause(tied: Year):
    sentence = "Sammankallande är Avdelningschef Individ- och familjeomsorg enligt T01 (”" + CLAUSE
    with refused(tied, sentence, field="roles", rule="R30"):
        role.assign_roles(tied.work, tied.group_id, {Role.CONVENOR: tied.seats["F4"]}, PERIOD)


def test_giving_it_to_the_function_itself_changes_nothing(tied: Year):
    role.assign_roles(tied.work, tied.group_id, {Role.CONVENOR: tied.seats["F5"]}, PERIOD)
    assert [row.id < 0 for row in role.terms(tied.work, tied.group_id)] == [True]


def test_the_list_of_roles_cites_the_clause(tied: Year):
    (row,) = role.terms(tied.work, tied.group_id)
    assert (row.role, row.function, row.clause) == (
        Role.CONVENOR,
        "Avdelningschef Individ- och familjeomsorg",
        "T01",
    )
    assert (row.since, row.until, row.decision_id) == (date(2018, 7, 1), None, None)


def test_only_the_other_roles_are_chosen(tied: Year):
    assert role.choices(tied.work, tied.group_id, DAYS[0]) == (
        RoleChoice(Role.CONVENOR, "sammankallande", tied.seats["F5"], needed=False),
        RoleChoice(Role.SECRETARY, "sekreterare", None, needed=True),
    )


def test_roles_the_agreement_asks_for_must_be_chosen(planned: Year):
    found = role.choices(planned.work, planned.group_id, DAYS[0])
    assert [(each.role, each.tied_to, each.needed) for each in found] == [
        (Role.CONVENOR, None, True),
        (Role.SECRETARY, None, True),
    ]


def test_a_choice_made_before_gives_way(held: Year):
    assert roles(held) == {"F4": (Role.CONVENOR,), "F6": (Role.SECRETARY,)}
    tie_role(held, "convenor", "F5")
    assert roles(held) == {"F5": (Role.CONVENOR,), "F6": (Role.SECRETARY,)}
    assert held.statuses("R30") == [Status.BREACHED]


def test_taking_the_choice_back_mends_it(held: Year):
    tie_role(held, "convenor", "F5")
    (chosen,) = (r.id for r in role.terms(held.work, held.group_id) if r.role is Role.CONVENOR and r.id > 0)
    role.take_back(held.work, chosen)
    assert held.statuses("R30") == [Status.FULFILLED]
    held.work.undo()
    assert held.statuses("R30") == [Status.BREACHED]


def test_a_role_may_be_given_for_longer_than_the_year(planned: Year):
    (chosen,) = (
        each
        for clause in agreements.clauses(planned.work, 1)
        for each in clause.obligations
        if each.kind == "role_term" and each.group_key
    )
    told = {**chosen.parameters, "term": "election_period"}
    obligation.change_obligation(planned.work, chosen.id, told)
    planned.at(date(2019, 2, 1))
    planned.assign("F4", "F6")
    assert {row.until for row in role.terms(planned.work, planned.group_id)} == {date(2022, 12, 31)}
    planned.at(LAST)
    assert planned.statuses("R03")[:1] == [Status.BREACHED]
