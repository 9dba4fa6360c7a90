from dataclasses import replace
from datetime import date

from samverkan_desktop.register_vocabulary import Renegotiation
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.rules.register_facts import RenegotiationFact
from tests.rules.facts_factory import SOCIAL, a_year, adding, judged, obligation, verdict

DEMAND = obligation("renegotiation", group="")
ASKED, CLOSED = date(2019, 2, 1), date(2019, 5, 1)


def asked(**changes: object) -> Facts:
    plain = RenegotiationFact(1, SOCIAL, ASKED, "Förvaltningen delas.")
    return adding(a_year(), "renegotiations", replace(plain, **changes))


def test_without_a_request_there_is_nothing_to_deal_with():
    assert verdict(DEMAND, a_year(), ASKED).status is Status.NOT_DUE


def test_a_request_goes_on_until_it_is_closed():
    found = verdict(DEMAND, asked(closed_on=CLOSED, outcome=Renegotiation.REVISED), date(2019, 3, 1))
    assert found.status is Status.UPCOMING
    assert found.message == "Socialförvaltningen har begärt omförhandling 2019-02-01. Den pågår."
    assert found.mend


def test_a_closed_request_says_what_it_led_to():
    found = verdict(DEMAND, asked(closed_on=CLOSED, outcome=Renegotiation.REVISED), CLOSED)
    assert (found.status, found.mend) == (Status.FULFILLED, "")
    assert found.message.endswith("Den avslutades 2019-05-01. Avtalet reviderades.")


def test_a_request_that_the_agreement_did_not_outlive_is_a_risk_and_no_breach():
    assert verdict(DEMAND, asked(), date(2021, 7, 1)).status is Status.AT_RISK


def test_each_request_is_a_finding_of_its_own():
    facts = adding(asked(), "renegotiations", RenegotiationFact(2, SOCIAL, CLOSED, "Igen."))
    assert len(judged(DEMAND, facts, CLOSED)) == 2
    assert len(judged(DEMAND, facts, ASKED)) == 1


def test_a_version_that_is_not_in_force_asks_for_nothing():
    assert judged(replace(DEMAND, since=date(2020, 1, 1)), asked(), CLOSED) == []
