from datetime import date

import pytest

from samverkan_desktop.services import agreement_writing, group, phrase
from samverkan_desktop.services.phrase import Offered, matching
from samverkan_desktop.vocabulary import HolderState, Word
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused


def offered(year: Year) -> dict[str, str]:
    return {each.key: each.text for each in phrase.offered(year.work, year.meeting(1))}


def test_a_phrase_of_ones_own_is_offered_first(held: Year):
    made = phrase.add(held.work, "#tack", "Gruppen tackade för rapporten.")
    first = phrase.offered(held.work, held.meeting(1))[0]
    assert first == Offered("tack", "Gruppen tackade för rapporten.", made)


def test_a_phrase_of_ones_own_stands_instead_of_the_programs(held: Year):
    phrase.add(held.work, "Presentation", "Alla presenterade sig.")
    keys = [each.key.casefold() for each in phrase.offered(held.work, held.meeting(1))]
    assert keys.count("presentation") == 1
    assert offered(held)["Presentation"] == "Alla presenterade sig."


def test_a_phrase_is_changed_and_taken_away(held: Year):
    made = phrase.add(held.work, "tack", "Tack.")
    phrase.change(held.work, made, "tacka", "Gruppen tackade.")
    assert [(row.key, row.text) for row in phrase.listing(held.work)] == [("tacka", "Gruppen tackade.")]
    phrase.remove(held.work, made)
    assert phrase.listing(held.work) == ()


def test_phrases_are_listed_by_their_keys(held: Year):
    for key in ("b", "C", "a"):
        phrase.add(held.work, key, "text")
    assert [row.key for row in phrase.listing(held.work)] == ["a", "b", "C"]


def test_a_phrase_is_undone(held: Year):
    phrase.add(held.work, "tack", "Tack.")
    held.work.undo()
    assert phrase.listing(held.work) == ()


@pytest.mark.parametrize(
    ("key", "text", "field", "sentence"),
    [
        (" ", "Tack.", "key", "Skriv vad frasen ska kallas."),
        ("tack", " ", "text", "Skriv vad frasen ska bli."),
        ("två ord", "Tack.", "key", "bokstäver, siffror och bindestreck"),
        ("a" * 41, "Tack.", "key", "högst 40 tecken"),
        ("-", "Tack.", "key", "bokstäver, siffror och bindestreck"),
    ],
)
def test_a_phrase_that_cannot_be_is_refused(held: Year, key: str, text: str, field: str, sentence: str):
    with refused(held, sentence, field=field):
        phrase.add(held.work, key, text)


def test_a_key_that_is_taken_is_refused(held: Year):
    phrase.add(held.work, "tack", "Tack.")
    other = phrase.add(held.work, "hej", "Hej.")
    with refused(held, "Det finns redan en fras som heter #Tack.", field="key"):
        phrase.add(held.work, "Tack", "Annat.")
    with refused(held, "Det finns redan en fras som heter #tack.", field="key"):
        phrase.change(held.work, other, "tack", "Hej.")
    phrase.change(held.work, other, "hej", "Hej igen.")


def test_a_personal_identity_number_is_refused(held: Year):
    with refused(held, HOLDS_NUMBER, field="text", rule="R11"):
        phrase.add(held.work, "tack", f"Gäller {NUMBER}")


def test_a_role_becomes_the_function_and_never_a_name(held: Year):
    said = offered(held)
    assert said["sammankallande"] == "Kvalitetschef"
    assert said["sekreterare"].startswith("Verksamhetsutvecklare")
    names = {seat.holder for each in group.groups(held.work) for seat in each.seats}
    assert not any(name in text for name in names for text in said.values())


def test_a_role_nobody_has_is_not_offered(planned: Year):
    assert "sekreterare" not in offered(planned)


def test_a_seat_becomes_its_function_also_when_it_is_vacant(held: Year):
    group.set_holder(held.work, held.seats["F5"], HolderState.VACANT, date(2018, 9, 1))
    assert offered(held)["Avdelningschef IFO"] == "Avdelningschef Individ- och familjeomsorg"


def test_the_agreements_own_words_are_used(held: Year):
    agreement_writing.set_word(held.work, 1, Word.CONVENOR, "sammanställande")
    agreement_writing.set_word(held.work, 1, Word.RECORD, "protokoll, protokollet")
    said = offered(held)
    assert said["sammanställande"] == "Kvalitetschef"
    assert said["öppnas"].startswith("Sammanställande")
    assert said["föregående"].startswith("Föregående protokoll gicks igenom")


def test_phrases_know_the_hour_and_the_next_meeting(held: Year):
    held.at(date(2018, 9, 4), 14)
    said = offered(held)
    assert said["ajourneras"] == "Mötet ajourneras kl. 14.00."
    assert said["nästa-möte"] == "Nästa möte hålls 2018-10-16."


OFFERED = (
    Offered("dagordningen", "Dagordningen godkändes."),
    Offered("avslutas", "Mötet avslutades."),
    Offered("Chef för dag", "Chef"),
)


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("", ["dagordningen", "avslutas", "Chef för dag"]),
        ("DAG", ["dagordningen", "Chef för dag"]),
        ("chef f", ["Chef för dag"]),
        ("mötet", ["avslutas"]),
        ("xyz", []),
    ],
)
def test_what_is_written_filters(written: str, keys: list[str]):
    assert [each.key for each in matching(OFFERED, written)] == keys
