from typing import Any

import pytest

from samverkan_desktop.models.routine import Dissemination, Routine
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import party, renegotiation
from samverkan_desktop.services.party import PartyDetails
from samverkan_desktop.vocabulary import PartyKind
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused


def names(year: Year) -> list[str]:
    return [row.name for row in party.details(year.work, 1)]


def found(year: Year, key: str) -> PartyDetails:
    return next(row for row in party.details(year.work, 1) if row.key == key)


def police(year: Year) -> int:
    return party.add(year.work, 1, " Polisen ", kind=PartyKind.STATE_AUTHORITY, signs=False)


def test_a_body_that_takes_part_without_being_bound_is_added_last(adopted: Year):
    made = police(adopted)
    row = party.details(adopted.work, 1)[-1]
    assert (row.id, row.key, row.name, row.kind, row.signs) == (
        made, "polisen", "Polisen", PartyKind.STATE_AUTHORITY, False,
    )  # fmt: skip


def test_a_party_is_changed_a_bit_at_a_time(adopted: Year):
    chosen = found(adopted, "SF").id
    party.change(adopted.work, chosen, name="Sektor välfärd", board="Välfärdsnämnden")
    party.change(adopted.work, chosen, signatory="Sektorschef")
    row = found(adopted, "SF")
    assert (row.name, row.board, row.signatory) == ("Sektor välfärd", "Välfärdsnämnden", "Sektorschef")


def test_parties_are_put_in_another_order(adopted: Year):
    party.move(adopted.work, police(adopted), 1)
    assert names(adopted)[0] == "Polisen"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [({"name": " "}, "Skriv vad parten heter."), ({"name": "socialförvaltningen"}, "finns redan.")],
)
def test_a_party_needs_a_name_of_its_own(adopted: Year, given: dict[str, Any], sentence: str):
    with refused(adopted, sentence, field="name"):
        party.add(adopted.work, 1, **given)
    with refused(adopted, sentence, field="name"):
        party.change(adopted.work, found(adopted, "BF").id, **given)


def test_a_personal_number_in_its_texts_is_refused(adopted: Year):
    with refused(adopted, HOLDS_NUMBER, field="signatory", rule="R11"):
        party.change(adopted.work, found(adopted, "BF").id, signatory=NUMBER)


def test_a_party_without_a_history_goes_with_its_operations(adopted: Year):
    made = police(adopted)
    party.add_unit(adopted.work, made, "Polisområde syd")
    party.remove(adopted.work, made)
    assert "Polisen" not in names(adopted)


def test_a_party_with_seats_stays(adopted: Year):
    sentence = (
        "Socialförvaltningen har historia i avtalet (platser) och kan inte tas bort. "
        "Avsluta dess platser i grupperna i stället."
    )
    with refused(adopted, sentence):
        party.remove(adopted.work, found(adopted, "SF").id)


def test_a_party_that_has_asked_for_renegotiation_stays(adopted: Year):
    made = police(adopted)
    renegotiation.request(adopted.work, 1, made, adopted.work.today, "Skäl.")
    with refused(adopted, "har historia i avtalet (omförhandling)"):
        party.remove(adopted.work, made)


def test_operations_are_added_renamed_and_taken_away(adopted: Year):
    chosen = found(adopted, "SF").id
    made = party.add_unit(adopted.work, chosen, "Öppenvården ")
    party.rename_unit(adopted.work, made, "Öppenvård")
    assert found(adopted, "SF").units[-1].name == "Öppenvård"
    with refused(adopted, "ifo finns redan.", field="name"):
        party.rename_unit(adopted.work, made, "ifo")
    party.remove_unit(adopted.work, made)
    assert [unit.name for unit in found(adopted, "SF").units] == ["IFO", "IFO, mottagning", "IFO, familjehem"]


def test_operations_are_said_all_at_once(adopted: Year):
    chosen = found(adopted, "SF").id
    kept = found(adopted, "SF").units[0].id
    party.set_units(adopted.work, chosen, ["IFO", " Öppenvård ", ""])
    assert [unit.name for unit in found(adopted, "SF").units] == ["IFO", "Öppenvård"]
    assert found(adopted, "SF").units[0].id == kept
    with refused(adopted, "Samma verksamhet står två gånger.", field="units"):
        party.set_units(adopted.work, chosen, ["IFO", "ifo"])


def test_an_operation_in_which_a_routine_is_known_stays_among_them(adopted: Year):
    chosen = found(adopted, "SF")
    with adopted.work.change("test", "test") as session:
        routine = Routine(agreement_id=1, kind=RoutineKind.ROUTINE, title="Rutin")
        session.add(routine)
        session.flush()
        day = adopted.work.today
        session.add(Dissemination(routine_id=routine.id, unit_id=chosen.units[0].id, made_known_on=day))
    with refused(adopted, "IFO har historia (spridning av rutiner) och kan inte tas bort.", field="units"):
        party.set_units(adopted.work, chosen.id, ["Öppenvård"])
    with refused(adopted, "IFO har historia (spridning av rutiner)"):
        party.remove_unit(adopted.work, chosen.units[0].id)
