"""That a party's request to renegotiate the agreement is dealt with (R52). Source: S20."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.register_facts import RenegotiationFact
from samverkan_desktop.rules.wording import capital, renegotiation_name


@dataclass(frozen=True)
class RenegotiationRight:
    """Takes no parameters: the agreement gives each party the right to ask, and sets no time to answer in."""


def _closed(request: RenegotiationFact, party: str) -> tuple[Status, str]:
    outcome = capital(renegotiation_name(request.outcome)) + "." if request.outcome else ""
    text = tr(
        "{party} begärde omförhandling {asked}. Den avslutades {closed}.",
        party=party,
        asked=request.requested_on,
        closed=request.closed_on,
    )
    return Status.FULFILLED, f"{text} {outcome}".strip()


def _open(request: RenegotiationFact, party: str, ends: date | None, on: date) -> tuple[Status, str]:
    if ends is not None and ends < on:
        text = tr(
            "{party} begärde omförhandling {asked}. Avtalet upphörde {ends} utan att begäran avslutades.",
            party=party,
            asked=request.requested_on,
            ends=ends,
        )
        return Status.AT_RISK, text
    text = tr("{party} har begärt omförhandling {asked}. Den pågår.", party=party, asked=request.requested_on)
    return Status.UPCOMING, text


def _evidence(request: RenegotiationFact, party: str, facts: Facts) -> Evidence:
    label = tr("begäran från {party}", party=party)
    return Evidence("agreement", facts.agreement.id, label, request.requested_on)


def evaluate(
    obligation: Obligation,
    parameters: RenegotiationRight,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield how each request stands, or that there is none; nothing where the clause is not in force."""
    if not obligation.covers(max(on, facts.agreement.starts)):
        return
    for request in facts.renegotiations:
        party = facts.party(request.party_id).name
        ends = facts.agreement.ends
        closed = request.closed_on is not None
        status, message = _closed(request, party) if closed else _open(request, party, ends, on)
        yield obligation.finding(
            "R52",
            status,
            message,
            period=facts.agreement.calendar.of(request.requested_on).label,
            required=tr("avslutad"),
            actual=str(request.closed_on) if closed else tr("pågår"),
            evidence=[_evidence(request, party, facts)],
            mend="" if closed else tr("Förhandla, och anteckna i avtalet vad det ledde till."),
        )
    if not facts.renegotiations:
        yield obligation.finding(
            "R52",
            Status.NOT_DUE,
            tr("Ingen part har begärt att avtalet omförhandlas."),
            actual=tr("ingen begäran"),
        )


KIND = RuleKind("renegotiation", RenegotiationRight, evaluate, mark("Begäran om omförhandling"))
