from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import group, role, work_group
from samverkan_desktop.services.work_group import NewSeat
from samverkan_desktop.vocabulary import GroupKind, Role
from tests.services.year import DAYS, FIRST, HOLDS_NUMBER, NUMBER, Year, refused


def set_up(year: Year, decided: int, functions: tuple[tuple[str, str], ...], **values: object) -> int:
    told: dict[str, object] = {
        "name": "Skolfrånvaro",
        "need": "Frånvaron ökar.",
        "convenor": 0,
        "secretary": 1,
    }
    members = [NewSeat(year.parties[party], function) for party, function in functions]
    told |= values
    return work_group.set_up_work_group(
        year.work,
        decided,
        str(told.pop("name")),
        str(told.pop("need")),
        members,
        **told,  # type: ignore[arg-type]  as a form gives them
    )


BOTH = (("BF", "Chef elevhälsan"), ("SF", "Enhetschef"))


def test_it_comes_from_a_decision_and_a_need(held: Year):
    crew = set_up(held, held.decide(1), BOTH)
    row = next(row for row in group.groups(held.work) if row.id == crew)
    assert (row.kind, row.full_name, row.need) == (
        GroupKind.WORK_GROUP, "Arbetsgruppen Skolfrånvaro", "Frånvaron ökar.",
    )  # fmt: skip
    assert (row.decision, row.created_on, row.parent_id) == ("2018/19-03", FIRST, held.group_id)
    assert [(s.function, s.roles) for s in row.seats] == [
        ("Chef elevhälsan", (Role.CONVENOR,)),
        ("Enhetschef", (Role.SECRETARY,)),
    ]
    assert set(held.statuses("R10")) == {Status.FULFILLED}


def test_each_has_a_key_of_its_own(held: Year):
    decided = held.decide(1)
    crews = [set_up(held, decided, BOTH) for _ in range(2)]
    keys = [row.key for row in group.groups(held.work) if row.id in crews]
    assert keys == ["skolfranvaro", "skolfranvaro-2"]


def test_its_roles_are_given_until_further_notice(held: Year):
    crew = set_up(held, held.decide(1), BOTH)
    assert {row.until for row in role.terms(held.work, crew)} == {None}


def test_without_a_function_from_every_party_it_is_refused(held: Year):
    decided = held.decide(1)
    one = (("BF", "Chef elevhälsan"), ("BF", "Rektor"))
    with refused(
        held, "Arbetsgruppen saknar funktion från Socialförvaltningen.", field="members", rule="R10"
    ):
        set_up(held, decided, one)


def test_both_roles_in_one_party_are_refused(held: Year):
    decided = held.decide(1)
    with refused(held, "ska finnas i olika förvaltningar", field="roles", rule="R01"):
        set_up(held, decided, (*BOTH, ("BF", "Rektor")), convenor=0, secretary=2)


@pytest.mark.parametrize(("convenor", "secretary"), [(-1, 0), (0, 2), (5, 5)])
def test_roles_outside_the_members_are_refused(held: Year, convenor: int, secretary: int):
    decided = held.decide(1)
    with refused(held, "Ange sammankallande och sekreterare bland medlemmarna.", field="roles"):
        set_up(held, decided, BOTH, convenor=convenor, secretary=secretary)


def test_without_members_it_is_refused(held: Year):
    decided = held.decide(1)
    with refused(held, "bland medlemmarna", field="roles"):
        set_up(held, decided, ())


@pytest.mark.parametrize(
    ("field", "message"), [("name", "Ange vad arbetsgruppen heter."), ("need", "Ange vilket behov")]
)
def test_what_is_missing_is_refused(held: Year, field: str, message: str):
    decided = held.decide(1)
    with refused(held, message, field=field):
        set_up(held, decided, BOTH, **{field: "  "})


def test_a_member_without_a_function_is_refused(held: Year):
    decided = held.decide(1)
    with refused(held, "Ange en funktion för varje medlem.", field="members"):
        set_up(held, decided, (*BOTH, ("BF", " ")))


@pytest.mark.parametrize("field", ["name", "need", "members"])
def test_a_personal_number_is_refused(held: Year, field: str):
    decided = held.decide(1)
    members = (*BOTH, ("BF", f"Rektor {NUMBER}")) if field == "members" else BOTH
    values = {} if field == "members" else {field: f"Gäller {NUMBER}"}
    with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
        set_up(held, decided, members, **values)


def test_it_is_closed(held: Year):
    crew = set_up(held, held.decide(1), BOTH)
    work_group.close_work_group(held.work, crew, DAYS[4])
    assert group.groups(held.work)[1].closed_on == DAYS[4]


def test_it_cannot_close_before_it_was_set_up(held: Year):
    crew = set_up(held, held.decide(1), BOTH)
    with refused(held, "Gruppen kan inte avslutas innan den utsågs.", field="day"):
        work_group.close_work_group(held.work, crew, date(2018, 9, 3))


def test_it_cannot_close_twice(held: Year):
    crew = set_up(held, held.decide(1), BOTH)
    work_group.close_work_group(held.work, crew, DAYS[4])
    with refused(held, "Gruppen avslutades 2019-03-26."):
        work_group.close_work_group(held.work, crew, DAYS[5])


def test_the_agreements_own_group_cannot_be_closed(held: Year):
    with refused(held, "Bara arbetsgrupper kan avslutas."):
        work_group.close_work_group(held.work, held.group_id, DAYS[4])
