"""The lists that are handed out: a year's decisions, and what is still open (balanslista)."""

from datetime import date

from samverkan_desktop.services import commission, decision, listing_content, task
from samverkan_desktop.vocabulary import DecisionKind
from tests.services.year import PERIOD, Year


def test_a_years_decisions_with_who_and_when(held: Year):
    before = listing_content.decisions(held.work, 1, PERIOD).rows
    item = held.item(1)
    decision.take(held.work, item, "Rutinen fastställs.", responsible="Rektor", due=date(2018, 12, 1))
    listing = listing_content.decisions(held.work, 1, PERIOD)
    assert [column.heading for column in listing.columns] == [
        "Nr",
        "Datum",
        "Beslut",
        "Slag",
        "Ansvarig",
        "Klart",
    ]
    assert listing.rows[:-1] == before
    assert listing.rows[-1][1:] == (
        date(2018, 9, 4),
        "Rutinen fastställs.",
        "beslut",
        "Rektor",
        date(2018, 12, 1),
    )
    assert listing.title == "Beslut 2018/2019"


def test_a_decision_that_was_replaced_says_so(held: Year):
    old = held.decide(1, "Det gamla")
    decision.take(held.work, held.item(1), "Det nya", supersedes_id=old)
    told = [str(row[2]) for row in listing_content.decisions(held.work, 1, PERIOD).rows[-2:]]
    assert told[0].startswith("Det gamla\nErsatt ")
    assert told[1].startswith("Det nya\nErsätter ")


def test_another_year_has_none(held: Year):
    held.decide(1, "Det nya")
    listing = listing_content.decisions(held.work, 1, "2019/2020")
    assert listing.rows == ()
    assert listing.nothing == "Inga beslut har fattats 2019/2020."


def test_what_is_open_stands_by_the_day_it_is_due(held: Year):
    held.give(1, title="Sen", due=date(2019, 5, 1))
    held.give(1, title="Tidig", due=date(2018, 10, 1))
    task.note(held.work, held.item(1), "Boka lokal", responsible="Sekreterare", due=date(2019, 1, 1))
    listing = listing_content.open_items(held.work, 1)
    assert [row[1] for row in listing.rows] == ["Tidig", "Boka lokal", "Sen"]
    assert [row[0] for row in listing.rows] == ["U2", "uppgift", "U1"]


def test_what_is_done_or_approved_is_not_open(held: Year):
    given = held.give(1, title="Kartläggning")
    noted = task.note(held.work, held.item(1), "Boka lokal", responsible="Sekreterare")
    task.done(held.work, noted, on=date(2018, 9, 4))
    commission.report(held.work, given, held.meeting(1))
    commission.approve(held.work, given, held.decide(1, "Godkänns.", kind=DecisionKind.REPORT))
    listing = listing_content.open_items(held.work, 1)
    assert listing.rows == ()
