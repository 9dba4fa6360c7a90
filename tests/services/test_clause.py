from typing import Any

import pytest

from samverkan_desktop.services import agreement
from samverkan_desktop.services import clause as clauses
from samverkan_desktop.services.agreement import ClauseRow
from tests.services.lock import lock
from tests.services.test_agreement_writing import begun
from tests.services.year import Year, refused


def references(year: Year, agreement_id: int = 1) -> list[str]:
    return [row.reference for row in agreement.clauses(year.work, agreement_id)]


def clause(year: Year, reference: str) -> ClauseRow:
    return next(row for row in agreement.clauses(year.work, 1) if row.reference == reference)


def test_a_clause_is_added_last_or_after_another(adopted: Year):
    clauses.add_clause(adopted.work, 1, "T28", "Underskrift", "Ett stycke till.")
    clauses.add_clause(adopted.work, 1, "T02b", "Syfte", "Ett till.", after_id=clause(adopted, "T02").id)
    assert references(adopted)[:4] == ["T01", "T02", "T02b", "T03"]
    assert references(adopted)[-1] == "T28"


def test_a_reference_is_suggested_that_goes_on_from_the_last(adopted: Year):
    assert clauses.suggested_reference(adopted.work, 1) == "T28"
    clauses.add_clause(adopted.work, 1, "Bilaga", "", "En bilaga.")
    assert clauses.suggested_reference(adopted.work, 1) == "Bilaga2"


def test_the_first_clause_of_an_agreement_is_suggested_a_paragraph(empty: Year):
    made = begun(empty)
    assert clauses.suggested_reference(empty.work, made) == "§ 1"


@pytest.mark.parametrize(
    ("reference", "text", "sentence", "field"),
    [
        ("", "Text.", "Skriv vad stycket kallas", "reference"),
        ("§ 1", " ", "Skriv stycket som det står i avtalet.", "text"),
        ("t14 ", "Text.", "Det finns redan ett stycke T14.", "reference"),
    ],
)
def test_a_clause_that_cannot_be_is_refused(
    adopted: Year, reference: str, text: str, sentence: str, field: str
):
    with refused(adopted, sentence, field=field):
        clauses.add_clause(adopted.work, 1, reference, "", text)


def test_a_clause_is_changed_and_keeps_what_is_read_out_of_it(adopted: Year):
    chosen = clause(adopted, "T14")
    clauses.change_clause(adopted.work, chosen.id, text="Styrgruppen har sex möten.")
    clauses.change_clause(adopted.work, chosen.id, reference="T14 a", heading="Möten")
    row = clause(adopted, "T14 a")
    assert (row.id, row.heading, row.text) == (chosen.id, "Möten", "Styrgruppen har sex möten.")
    assert row.obligations == chosen.obligations


@pytest.mark.parametrize(("given", "field"), [({"text": ""}, "text"), ({"reference": "T15"}, "reference")])
def test_a_clause_is_not_changed_into_what_cannot_be(adopted: Year, given: dict[str, Any], field: str):
    with refused(adopted, "", field=field):
        clauses.change_clause(adopted.work, clause(adopted, "T14").id, **given)


@pytest.mark.parametrize(("place", "at"), [(1, 0), (3, 2), (99, 26)])
def test_a_clause_is_moved(adopted: Year, place: int, at: int):
    clauses.move_clause(adopted.work, clause(adopted, "T14").id, place)
    moved = references(adopted)
    assert moved.index("T14") == at
    assert sorted(moved) == sorted(f"T{number:02d}" for number in range(1, 28))


def test_a_clause_is_taken_away_with_its_obligations_and_comes_back_by_undo(adopted: Year):
    clauses.remove_clause(adopted.work, clause(adopted, "T14").id)
    assert "T14" not in references(adopted)
    assert adopted.found("R04") == [f for f in adopted.found("R04") if f.clause != "T14"]
    adopted.work.undo()
    assert [o.kind for o in clause(adopted, "T14").obligations] == ["meeting_frequency"]


def test_a_locked_clause_stays_and_local_ones_stand_beside_it(adopted: Year):
    lock(adopted, "T14")
    chosen = clause(adopted, "T14")
    assert chosen.locked
    sentence = "T14 är en miniminivå i mallen och ändras inte. Lägg till ett eget stycke bredvid."
    with refused(adopted, sentence):
        clauses.change_clause(adopted.work, chosen.id, text="Färre möten.")
    with refused(adopted, sentence):
        clauses.move_clause(adopted.work, chosen.id, 0)
    with refused(adopted, sentence):
        clauses.remove_clause(adopted.work, chosen.id)
    clauses.add_clause(adopted.work, 1, "L1", "Lokalt", "Åtta möten.", after_id=chosen.id)
    assert references(adopted)[13:16] == ["T14", "L1", "T15"]
