"""That the agreement is signed: until then it is a draft (R53). Source: S21, S22, T27."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules.facts import Facts
from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.rules.obligation import Obligation, RuleKind
from samverkan_desktop.rules.wording import listed, shall
from samverkan_desktop.vocabulary import Grade


@dataclass(frozen=True)
class Signature:
    """Takes no parameters: who signs is said of the parties."""


def _verdict(signed_on: date | None, starts: date, grade: Grade, on: date) -> tuple[Status, str]:
    if signed_on is not None:
        return Status.FULFILLED, tr("Avtalet är undertecknat {day}.", day=signed_on)
    if on < starts:
        text = tr(
            "Avtalet är ett utkast: det {shall} undertecknas innan {day}.", shall=shall(grade), day=starts
        )
        return Status.UPCOMING, text
    # Nobody has broken an agreement that nobody has entered into.
    text = tr("Avtalet är ett utkast: det skulle gälla från {day} men är inte undertecknat.", day=starts)
    return Status.AT_RISK, text


def evaluate(
    obligation: Obligation,
    parameters: Signature,  # noqa: ARG001  there are none
    facts: Facts,
    on: date,
) -> Iterator[Finding]:
    """Yield whether the agreement is signed."""
    agreement = facts.agreement
    if not obligation.covers(max(on, agreement.starts)):
        return
    status, message = _verdict(agreement.signed_on, agreement.starts, obligation.grade, on)
    signatories = listed([party.name for party in facts.parties if party.signs])
    mend = tr(
        "Låt {parties} underteckna, och anteckna dagen i avtalet.", parties=signatories or tr("parterna")
    )
    yield obligation.finding(
        "R53",
        status,
        message,
        required=tr("undertecknat"),
        actual=str(agreement.signed_on) if agreement.signed_on else tr("utkast"),
        evidence=[Evidence("agreement", agreement.id, agreement.title, agreement.signed_on)],
        mend="" if agreement.signed_on else mend,
    )


KIND = RuleKind("signature", Signature, evaluate, mark("Avtalet är undertecknat"))
