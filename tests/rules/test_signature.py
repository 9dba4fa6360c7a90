from dataclasses import replace
from datetime import date

import pytest

from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Status
from tests.rules.facts_factory import SIGNED, a_year, altered, judged, obligation, verdict

DEMAND = obligation("signature", group="")


def draft() -> Facts:
    facts = a_year()
    return replace(facts, agreement=replace(facts.agreement, signed_on=None))


@pytest.mark.parametrize(
    ("facts", "on", "status"),
    [
        (a_year(), SIGNED, Status.FULFILLED),
        (a_year(), date(2018, 5, 17), Status.UPCOMING),
        (draft(), date(2018, 6, 1), Status.UPCOMING),
        (draft(), date(2018, 7, 1), Status.AT_RISK),
        (draft(), date(2021, 1, 1), Status.AT_RISK),
    ],
)
def test_a_draft_is_never_a_breach(facts: Facts, on: date, status: Status):
    assert verdict(DEMAND, facts, on).status is status


def test_those_who_sign_are_named():
    mend = verdict(DEMAND, draft(), SIGNED).mend
    assert mend.startswith("Låt Bildningsförvaltningen och Socialförvaltningen underteckna")
    assert (
        "Socialförvaltningen" not in verdict(DEMAND, altered(draft(), "parties", 2, signs=False), SIGNED).mend
    )


def test_a_version_that_is_not_in_force_asks_for_nothing():
    assert judged(replace(DEMAND, since=date(2020, 1, 1)), draft(), SIGNED) == []
