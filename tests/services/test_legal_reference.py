from datetime import date

from samverkan_desktop.services import legal_reference
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

OWN = 1
SECRECY, NEW = "Sekretesslagen (1980:100)", "Offentlighets- och sekretesslagen (2009:400)"
REPEALED = date(2009, 6, 30)


def titles(year: Year) -> list[str]:
    return [row.title for row in legal_reference.listing(year.work, OWN)]


def row(year: Year, title: str) -> legal_reference.LegalReferenceRow:
    return next(row for row in legal_reference.listing(year.work, OWN) if row.title == title)


def cite(year: Year, *more: str) -> list[int]:
    return [legal_reference.add(year.work, OWN, title) for title in more]


def test_references_stand_in_order(adopted: Year):
    cite(adopted, " Skollagen ", SECRECY)
    assert [(each.number, each.title) for each in legal_reference.listing(adopted.work, OWN)] == [
        (1, "Skollagen"),
        (2, SECRECY),
    ]
    legal_reference.move(adopted.work, row(adopted, SECRECY).id, 1)
    assert titles(adopted) == [SECRECY, "Skollagen"]


def test_what_is_cited_is_cited_once(adopted: Year):
    _, second = cite(adopted, "Skollagen", "Socialtjänstlagen")
    with refused(adopted, "Skollagen finns redan bland hänvisningarna.", field="title"):
        cite(adopted, "skollagen")
    with refused(adopted, "Skollagen finns redan bland hänvisningarna.", field="title"):
        legal_reference.change(adopted.work, second, "SKOLLAGEN")
    legal_reference.change(adopted.work, second, "socialtjänstlagen")
    assert titles(adopted)[1] == "socialtjänstlagen"


def test_a_reference_that_cannot_be_is_refused(adopted: Year):
    (made,) = cite(adopted, "Skollagen")
    for empty in (" ", ""):
        with refused(adopted, "Skriv vilken lag eller vilket dokument det gäller.", field="title"):
            legal_reference.add(adopted.work, OWN, empty)
        with refused(adopted, "Skriv vilken lag eller vilket dokument det gäller.", field="title"):
            legal_reference.change(adopted.work, made, empty)
    with refused(adopted, HOLDS_NUMBER, field="title", rule="R11"):
        legal_reference.change(adopted.work, made, NUMBER)
    with refused(adopted, HOLDS_NUMBER, field="replaced_by", rule="R11"):
        legal_reference.mark_repealed(adopted.work, made, REPEALED, NUMBER)
    with refused(adopted, "Ange vilken dag den upphävdes.", field="day"):
        legal_reference.mark_repealed(adopted.work, made, None, NEW)


def test_what_no_longer_applies_is_to_be_updated(adopted: Year):
    cite(adopted, SECRECY, "Skollagen", "Socialtjänstlagen")
    legal_reference.mark_repealed(adopted.work, row(adopted, SECRECY).id, REPEALED, NEW)
    legal_reference.mark_repealed(adopted.work, row(adopted, "Socialtjänstlagen").id, date(2025, 7, 1))
    assert [each.title for each in legal_reference.to_update(adopted.work, OWN)] == [SECRECY]
    assert [each.standing for each in legal_reference.listing(adopted.work, OWN)] == [
        f"upphävd 2009-06-30, ersatt av {NEW}",
        "gäller",
        "upphör 2025-07-01",
    ]


def test_a_reference_marked_by_mistake_applies_again(adopted: Year):
    (made,) = cite(adopted, SECRECY)
    legal_reference.mark_repealed(adopted.work, made, REPEALED, NEW)
    legal_reference.mark_repealed(adopted.work, made, None)
    assert legal_reference.to_update(adopted.work, OWN) == ()


def test_a_reference_is_updated_to_what_has_taken_its_place(adopted: Year):
    (made,) = cite(adopted, SECRECY)
    with refused(adopted, f"Ange först vad som har ersatt {SECRECY}.", field="replaced_by"):
        legal_reference.update(adopted.work, made)
    legal_reference.mark_repealed(adopted.work, made, REPEALED, NEW)
    legal_reference.update(adopted.work, made)
    assert (titles(adopted), row(adopted, NEW).standing) == ([NEW], "gäller")


def test_what_is_cited_already_is_not_cited_twice_when_updated(adopted: Year):
    made, _ = cite(adopted, SECRECY, NEW)
    legal_reference.mark_repealed(adopted.work, made, REPEALED, NEW)
    legal_reference.update(adopted.work, made)
    assert [(each.number, each.title) for each in legal_reference.listing(adopted.work, OWN)] == [(1, NEW)]


def test_a_reference_is_taken_away(adopted: Year):
    first, _ = cite(adopted, SECRECY, "Skollagen")
    legal_reference.remove(adopted.work, first)
    assert [(each.number, each.title) for each in legal_reference.listing(adopted.work, OWN)] == [
        (1, "Skollagen")
    ]
