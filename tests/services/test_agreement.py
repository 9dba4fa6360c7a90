from datetime import date

from samverkan_desktop.register_vocabulary import EvaluationOutcome
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import adoption, agreement
from samverkan_desktop.services.export import export
from samverkan_desktop.vocabulary import DocumentKind
from tests.services.year import DAYS, HOLDS_NUMBER, LAST, NUMBER, Year, refused


def test_the_presets_are_listed():
    row = next(row for row in adoption.presets() if row.key == "trelleborg")
    assert row.name == "Trelleborgsmodellen"


def test_an_empty_archive_has_no_agreement(empty: Year):
    assert agreement.listing(empty.work) == ()


def test_what_needs_an_agreement_says_so(empty: Year):
    with refused(empty, "Arkivet har inget avtal. Lägg in ett avtal från en mall först."):
        export(empty.work, DocumentKind.FOLLOW_UP, empty.folder)


def test_an_adopted_agreement_knows_its_parties_and_term(adopted: Year):
    row = agreement.head(adopted.work, 1)
    assert (row.municipality, row.validity) == ("Trelleborgs kommun", "läsåren 2018/2019–2020/2021")
    assert (row.starts, row.ends, row.signed) == (
        date(2018, 7, 1), date(2021, 6, 30), "Trelleborg den 18/5-18",
    )  # fmt: skip
    assert row.parties == ("Bildningsförvaltningen", "Socialförvaltningen")
    assert row.boards == ("Bildningsnämnden", "Socialnämnden")
    assert row.related[0] == "avtalet om USSP"
    assert agreement.periods(adopted.work, 1) == ("2018/2019", "2019/2020", "2020/2021")


def test_its_clauses_stand_word_for_word_with_their_obligations(adopted: Year):
    rows = {row.reference: row for row in agreement.clauses(adopted.work, 1)}
    assert list(rows)[:3] == ["T01", "T02", "T03"]
    assert rows["T07"].text == (
        "Att ingå i styrgruppen är knutet till befattning/funktion och inte till person."
    )
    assert [(o.kind, o.group) for o in rows["T17"].obligations] == [
        ("role_parties", "Styrgruppen"), ("role_membership", "Styrgruppen"),
    ]  # fmt: skip
    assert rows["T21"].obligations[0].group == "varje arbetsgrupp"
    assert rows["T05"].obligations == ()


def test_it_is_adopted_once(adopted: Year):
    with refused(adopted, "finns redan i arkivet."):
        adoption.adopt(adopted.work, "trelleborg")


def test_a_preset_that_is_not_there_is_refused(empty: Year):
    with refused(empty, "Det finns ingen mall eller fil som heter finns-inte."):
        adoption.adopt(empty.work, "finns-inte")


# --- Evaluation ---


def test_an_evaluation_is_begun_and_finished(adopted: Year):
    adopted.at(date(2021, 6, 20))
    assert adopted.statuses("R19") == [Status.AT_RISK]
    agreement.begin_evaluation(adopted.work, 1, date(2021, 3, 1))
    agreement.finish_evaluation(
        adopted.work, 1, date(2021, 6, 15), EvaluationOutcome.REVISED, "Avtalet revideras."
    )
    row = agreement.head(adopted.work, 1)
    assert (row.evaluation_begun_on, row.evaluated_on) == (date(2021, 3, 1), date(2021, 6, 15))
    assert (row.evaluation_outcome, row.evaluation_text) == (EvaluationOutcome.REVISED, "Avtalet revideras.")
    assert adopted.statuses("R19") == [Status.FULFILLED]


def test_an_evaluation_not_begun_begins_the_day_it_is_finished(adopted: Year):
    adopted.at(LAST)
    agreement.finish_evaluation(adopted.work, 1, LAST, EvaluationOutcome.ENDED, "")
    row = agreement.head(adopted.work, 1)
    assert row.evaluation_begun_on == LAST


def test_an_evaluation_does_not_end_before_it_began(adopted: Year):
    adopted.at(LAST)
    agreement.begin_evaluation(adopted.work, 1, DAYS[4])
    with refused(adopted, "Utvärderingen kan inte avslutas innan den påbörjades.", field="day"):
        agreement.finish_evaluation(adopted.work, 1, DAYS[3], EvaluationOutcome.ENDED, "")


def test_an_evaluation_is_not_of_days_to_come(adopted: Year):
    with refused(adopted, "ligger framåt i tiden", field="day"):
        agreement.begin_evaluation(adopted.work, 1, LAST)
    with refused(adopted, "ligger framåt i tiden", field="day"):
        agreement.finish_evaluation(adopted.work, 1, LAST, EvaluationOutcome.ENDED, "")


def test_a_personal_number_in_its_text_is_refused(adopted: Year):
    with refused(adopted, HOLDS_NUMBER, field="text", rule="R11"):
        agreement.finish_evaluation(
            adopted.work, 1, date(2018, 8, 20), EvaluationOutcome.ENDED, f"Gäller {NUMBER}"
        )
