from datetime import date
from typing import Any

import pytest

from samverkan_desktop.services import agreement_writing, group_writing, obligation, seat
from samverkan_desktop.services.group_writing import GroupDetails
from samverkan_desktop.vocabulary import GroupKind, Word
from tests.services.test_obligation import clause
from tests.services.year import FIRST, HOLDS_NUMBER, NUMBER, Year, refused


def found(year: Year, group_id: int) -> GroupDetails:
    return next(row for row in group_writing.details(year.work, 1) if row.id == group_id)


def local(year: Year, **values: Any) -> int:  # noqa: ANN401  as the use case takes them
    return group_writing.add(year.work, 1, GroupKind.LOCAL_TASK_GROUP, "Komet", **values)


def test_a_group_is_added_with_the_usual_words(adopted: Year):
    row = found(adopted, local(adopted))
    assert (row.key, row.full_name, row.occasion) == ("komet", "Komet", "möte i lokal uppdragsgrupp")
    assert (row.record, row.created_on, row.by_decision) == ("Minnesanteckningar", None, False)


def test_the_agreements_word_for_its_records_is_used(adopted: Year):
    agreement_writing.set_word(adopted.work, 1, Word.RECORD, "Protokoll")
    assert found(adopted, local(adopted)).record == "Protokoll"


def test_a_group_has_a_purpose_a_target_and_costs_of_its_own(adopted: Year):
    made = local(adopted, purpose="Föräldraträning", target="Föräldrar", costs="Socialförvaltningen")
    group_writing.change(adopted.work, made, division="Skolan bjuder in.", full_name="Gruppen för Komet")
    row = found(adopted, made)
    assert (row.purpose, row.target, row.division, row.costs, row.full_name) == (
        "Föräldraträning", "Föräldrar", "Skolan bjuder in.", "Socialförvaltningen", "Gruppen för Komet",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "sentence", "field"),
    [
        ({"name": ""}, "Skriv vad gruppen heter.", "name"),
        ({"name": "styrgruppen"}, "finns redan.", "name"),
        ({"full_name": ""}, "Skriv vad gruppen kallas i handlingar.", "full_name"),
        ({"occasion": ""}, "Skriv vad gruppens möte kallas", "occasion"),
        ({"record": ""}, "Skriv vad anteckningarna kallas", "record"),
    ],
)
def test_a_group_is_not_changed_into_what_cannot_be(
    adopted: Year, values: dict[str, Any], sentence: str, field: str
):
    made = local(adopted)
    with refused(adopted, sentence, field=field):
        group_writing.change(adopted.work, made, **values)


def test_a_personal_number_in_its_texts_is_refused(adopted: Year):
    with refused(adopted, HOLDS_NUMBER, field="purpose", rule="R11"):
        local(adopted, purpose=NUMBER)


def test_a_group_is_closed_on_a_day(planned: Year):
    group_writing.close(planned.work, planned.group_id, date(2019, 6, 30))
    assert found(planned, planned.group_id).closed_on == date(2019, 6, 30)
    with refused(planned, "Gruppen avslutades 2019-06-30."):
        group_writing.close(planned.work, planned.group_id, FIRST)


def test_a_group_is_not_closed_before_it_came_to_be(adopted: Year):
    made = local(adopted, since=FIRST)
    with refused(adopted, "Gruppen finns från 2018-09-04.", field="day"):
        group_writing.close(adopted.work, made, date(2018, 9, 3))
    with refused(adopted, "Gruppen finns från 2018-07-01.", field="day"):
        group_writing.close(adopted.work, adopted.group_id, date(2018, 6, 30))


def test_a_group_without_a_history_goes_with_its_seats(adopted: Year):
    made = local(adopted)
    first, _ = seat.add(adopted.work, made, adopted.parties["BF"], "Rektor", places=2)
    seat.add(adopted.work, made, adopted.parties["SF"], "Ersättare", deputy_for_id=first)
    group_writing.remove(adopted.work, made)
    assert [row.key for row in group_writing.details(adopted.work, 1)] == ["styrgrupp"]


def test_a_group_that_an_obligation_concerns_stays(adopted: Year):
    made = local(adopted)
    obligation.add_obligation(adopted.work, clause(adopted, "T05").id, "vacancy", {}, "komet")
    with refused(adopted, "Ett åtagande i T05 gäller Komet. Ändra eller ta bort det först"):
        group_writing.remove(adopted.work, made)


def test_a_group_with_a_history_stays(held: Year):
    crew = held.crew(1)
    with refused(held, "har historia (roller) och kan inte tas bort. Avsluta gruppen i stället."):
        group_writing.remove(held.work, crew)


def test_a_groups_record_is_called_by_the_agreements_word_alone(adopted: Year):
    agreement_writing.set_word(adopted.work, 1, Word.RECORD, "protokoll, protokollet, protokoll")
    group_writing.add(adopted.work, 1, GroupKind.REFERENCE_GROUP, "Rådet")
    assert group_writing.details(adopted.work, 1)[-1].record == "Protokoll"
