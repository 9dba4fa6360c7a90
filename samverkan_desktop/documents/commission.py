"""A commission brief (uppdragsbeskrivning), as content: T22 demands it in writing."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CommissionBrief:
    """Everything that a commission brief says.

    Args:
        organisation: the municipality, as in the letterhead.
        agreement: title of the agreement.
        number: ``U1``.
        title: what the commission is.
        given_by: the group that gives it.
        given_on: the day it was decided.
        decision: number of the decision.
        background: the need that was identified; may be empty.
        responsible: functions or work group that carry it.
        members: functions of the work group, each with its party; empty where there is none.
        convenor: function that convenes the work group; may be empty.
        secretary: function that keeps its notes; may be empty.
        how: how it is to be reported (T22).
        when: when it is to be reported (T22), with interim reports and new dates decided.
        status: what has become of it, in words.
        convenor_label: what the agreement calls a convenor: ``Sammankallande``.
        secretary_label: what it calls a secretary.
    """

    organisation: str
    agreement: str
    number: str
    title: str
    given_by: str
    given_on: date
    decision: str
    background: str
    responsible: tuple[str, ...]
    members: tuple[str, ...]
    convenor: str
    secretary: str
    how: str
    when: str
    status: str
    convenor_label: str = ""
    secretary_label: str = ""
