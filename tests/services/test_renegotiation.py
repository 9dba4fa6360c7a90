from datetime import date

from samverkan_desktop.register_vocabulary import AgreementChange, Renegotiation
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agreement, agreement_term, obligation, renegotiation
from tests.services.year import HOLDS_NUMBER, LAST, NUMBER, Year, refused

ASKED, CLOSED = date(2018, 8, 10), date(2018, 8, 18)


def asked(year: Year) -> int:
    return renegotiation.request(year.work, 1, year.parties["SF"], ASKED, "Förvaltningen delas.")


def test_a_request_is_open_until_it_is_closed(adopted: Year):
    chosen = next(row for row in agreement.clauses(adopted.work, 1) if row.reference == "T25")
    obligation.add_obligation(adopted.work, chosen.id, "renegotiation", {})
    made = asked(adopted)
    (row,) = renegotiation.listing(adopted.work, 1)
    assert (row.id, row.party, row.closed_on) == (made, "Socialförvaltningen", None)
    assert adopted.statuses("R52") == [Status.UPCOMING]
    renegotiation.close(adopted.work, made, CLOSED, Renegotiation.UNCHANGED, "Parterna är eniga.")
    (row,) = renegotiation.listing(adopted.work, 1)
    assert (row.closed_on, row.outcome, row.note) == (CLOSED, Renegotiation.UNCHANGED, "Parterna är eniga.")
    assert adopted.statuses("R52") == [Status.FULFILLED]
    assert agreement_term.events(adopted.work, 1) == ()


def test_one_that_led_to_a_revision_stands_in_the_history(adopted: Year):
    renegotiation.close(adopted.work, asked(adopted), CLOSED, Renegotiation.REVISED)
    (event,) = agreement_term.events(adopted.work, 1)
    assert (event.kind, event.day, event.reason) == (
        AgreementChange.RENEGOTIATED, CLOSED, "Förvaltningen delas.",
    )  # fmt: skip


def test_a_request_without_reason_or_party_is_refused(adopted: Year):
    with refused(adopted, "Skriv vad som har förändrats.", field="reason"):
        renegotiation.request(adopted.work, 1, adopted.parties["SF"], ASKED, "")
    with refused(adopted, "Välj vilken part som begär omförhandling.", field="party_id"):
        renegotiation.request(adopted.work, 1, 99, ASKED, "Skäl.")
    with refused(adopted, "ligger framåt i tiden", field="day"):
        renegotiation.request(adopted.work, 1, adopted.parties["SF"], LAST, "Skäl.")
    with refused(adopted, HOLDS_NUMBER, field="reason", rule="R11"):
        renegotiation.request(adopted.work, 1, adopted.parties["SF"], ASKED, NUMBER)


def test_a_request_is_closed_once_and_not_before_it_was_made(adopted: Year):
    made = asked(adopted)
    with refused(adopted, "Omförhandling begärdes 2018-08-10.", field="day"):
        renegotiation.close(adopted.work, made, date(2018, 8, 9), Renegotiation.WITHDRAWN)
    renegotiation.close(adopted.work, made, CLOSED, Renegotiation.WITHDRAWN)
    with refused(adopted, "Begäran avslutades 2018-08-18."):
        renegotiation.close(adopted.work, made, CLOSED, Renegotiation.WITHDRAWN)
