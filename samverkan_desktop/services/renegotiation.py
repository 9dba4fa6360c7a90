"""A party's request that the agreement be renegotiated, and what came of it (S20)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import AgreementEvent, RenegotiationRequest
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.register_vocabulary import AgreementChange, Renegotiation
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class RequestRow:
    """A request, and what came of it; ``closed_on`` is None while it is open."""

    id: int
    party_id: int
    party: str
    requested_on: date
    reason: str
    closed_on: date | None
    outcome: Renegotiation | None
    note: str


def request(work: Workspace, agreement_id: int, party_id: int, day: date, reason: str) -> int:
    """Note that a party has asked for the agreement to be renegotiated.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        party_id: who asks.
        day: the day it was asked.
        reason: what has changed.

    Raises:
        UserError: the party is not one of the agreement's, the reason is missing or holds a personal
            identity number, or the day is to come.
    """
    demand(tr("Skriv vad som har förändrats."), reason=reason)
    refuse(reason=reason)
    refuse_future(work.today, day=day)
    with work.change("renegotiation.request", tr("Omförhandling begärdes")) as session:
        party = session.get(Party, party_id)
        if party is None or party.agreement_id != agreement_id:
            raise UserError(tr("Välj vilken part som begär omförhandling."), field="party_id")
        asked = RenegotiationRequest(
            agreement_id=agreement_id, party_id=party_id, requested_on=day, reason=reason.strip()
        )
        session.add(asked)
        session.flush()
        return asked.id


def close(work: Workspace, request_id: int, day: date, outcome: Renegotiation, note: str = "") -> None:
    """Note what a request led to; revising or ending the agreement is a step of its own.

    Raises:
        UserError: it is closed already, the day is to come or before the request, or the note holds a
            personal identity number.
    """
    refuse(note=note)
    refuse_future(work.today, day=day)
    with work.change("renegotiation.close", tr("Omförhandlingen avslutades")) as session:
        asked = session.get_one(RenegotiationRequest, request_id)
        if asked.closed_on is not None:
            raise UserError(tr("Begäran avslutades {day}.", day=asked.closed_on))
        if day < asked.requested_on:
            raise UserError(
                tr("Omförhandling begärdes {day}. Välj den dagen eller en senare.", day=asked.requested_on),
                field="day",
            )
        asked.closed_on, asked.outcome, asked.note = day, outcome, note.strip()
        if outcome is Renegotiation.REVISED:
            session.add(
                AgreementEvent(
                    agreement_id=asked.agreement_id,
                    kind=AgreementChange.RENEGOTIATED,
                    day=day,
                    reason=note.strip() or asked.reason,
                )
            )


def listing(work: Workspace, agreement_id: int) -> tuple[RequestRow, ...]:
    """Return every request of an agreement, newest first."""
    with work.read() as session:
        found = session.execute(
            select(RenegotiationRequest, Party.name)
            .join(Party, Party.id == RenegotiationRequest.party_id)
            .where(RenegotiationRequest.agreement_id == agreement_id)
            .order_by(RenegotiationRequest.requested_on.desc(), RenegotiationRequest.id.desc())
        )
        return tuple(
            RequestRow(r.id, r.party_id, name, r.requested_on, r.reason, r.closed_on, r.outcome, r.note)
            for r, name in found
        )
