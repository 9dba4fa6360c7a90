from datetime import date
from typing import Any

import pytest

from samverkan_desktop.services import adoption, agreement, agreement_writing, organisation
from samverkan_desktop.vocabulary import AgreementKind, Word, WorkingYear
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

PARTIES = (("Kultur och utbildning", "Kulturnämnden"), ("Social omsorg", ""))


def begun(year: Year, **changes: Any) -> int:  # noqa: ANN401  as the use case takes them
    told: dict[str, Any] = {
        "title": "Avtal om samverkan i Östra kommundelen",
        "kind": AgreementKind.JOINT_AGREEMENT,
        "municipality": "Åby kommun",
        "starts": date(2026, 1, 1),
        "ends": None,
        "working_year": WorkingYear.CALENDAR_YEAR,
        "parties": PARTIES,
        "purpose": "Att samverka.",
    }
    return agreement_writing.create(year.work, **(told | changes))


# --- From nothing ---


def test_an_agreement_is_begun_from_nothing(empty: Year):
    made = begun(empty)
    row = agreement.listing(empty.work)[0]
    assert (row.id, row.title, row.purpose) == (
        made, "Avtal om samverkan i Östra kommundelen", "Att samverka.",
    )  # fmt: skip
    assert (row.parties, row.boards) == (("Kultur och utbildning", "Social omsorg"), ("Kulturnämnden",))
    assert row.validity == "från 2026, tills vidare"
    assert agreement.clauses(empty.work, made) == ()
    assert [party.key for party in organisation.parties(empty.work)] == [
        "kultur-och-utbildning", "social-omsorg",
    ]  # fmt: skip


def test_two_agreements_of_one_title_have_a_key_each(empty: Year):
    assert begun(empty) != begun(empty)


def test_one_begun_from_nothing_stands_beside_one_that_was_adopted(adopted: Year):
    begun(adopted)
    with refused(adopted, "finns redan i arkivet."):
        adoption.adopt(adopted.work, "trelleborg")


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        ({"title": " "}, "Skriv vad avtalet heter.", "title"),
        ({"ends": date(2025, 12, 31)}, "Avtalet slutar innan det börjar.", "ends"),
        ({"parties": [("", "Nämnden")]}, "Skriv vad varje part heter.", "parties"),
        ({"parties": [("Skolan", ""), ("skolan ", "")]}, "Två parter heter likadant.", "parties"),
    ],
)
def test_what_cannot_be_an_agreement_is_refused(
    empty: Year, changes: dict[str, object], sentence: str, field: str
):
    with refused(empty, sentence, field=field):
        begun(empty, **changes)


def test_a_personal_number_in_its_purpose_is_refused(empty: Year):
    with refused(empty, HOLDS_NUMBER, field="purpose", rule="R11"):
        begun(empty, purpose=f"Gäller {NUMBER}")


# --- The head ---


def test_its_head_is_changed_a_bit_at_a_time(adopted: Year):
    agreement_writing.change_head(adopted.work, 1, title="Vårt avtal", year_starts="08-15")
    row = agreement.head(adopted.work, 1)
    assert (row.title, row.municipality) == ("Vårt avtal", "Trelleborgs kommun")
    agreement_writing.change_head(adopted.work, 1, municipality="", purpose="Nytt syfte.")
    row = agreement.head(adopted.work, 1)
    assert (row.title, row.municipality, row.purpose) == ("Vårt avtal", "", "Nytt syfte.")


@pytest.mark.parametrize(
    ("given", "field"), [({"title": ""}, "title"), ({"year_starts": "02-30"}, "year_starts")]
)
def test_a_head_that_cannot_be_is_refused(adopted: Year, given: dict[str, Any], field: str):
    with refused(adopted, "Skriv", field=field):
        agreement_writing.change_head(adopted.work, 1, **given)


def test_its_own_words_are_said_and_taken_back(adopted: Year):
    agreement_writing.set_word(adopted.work, 1, Word.CONVENOR, " sammanställande ")
    agreement_writing.set_word(adopted.work, 1, Word.PARTY, "sektor")
    row = agreement.head(adopted.work, 1)
    assert row.words == {"convenor": "sammanställande", "party": "sektor"}
    agreement_writing.set_word(adopted.work, 1, Word.CONVENOR, "")
    row = agreement.head(adopted.work, 1)
    assert row.words == {"party": "sektor"}
