"""Sending what has been composed: in the user's own mail program, or by the municipality's mail server."""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from samverkan_desktop import paths
from samverkan_desktop.documents.mail import message
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.files import make_folder, write_atomically
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.distribution import Delivery, Distribution
from samverkan_desktop.services import call, cancellation, mail_smtp, mail_ways, minutes
from samverkan_desktop.services.distribution import DeliveryRow
from samverkan_desktop.services.mail_server import MailServer
from samverkan_desktop.services.mail_smtp import Verdict
from samverkan_desktop.services.mail_ways import Opened, Way
from samverkan_desktop.services.outgoing import Outgoing
from samverkan_desktop.services.privacy import demand, refuse
from samverkan_desktop.services.recipients import Recipient, each_once
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DeliveryOutcome, DocumentKind, Receipt, SendingWay

#: Files of more than this make a mail that many servers do not take: 25 MB, of which a quarter is wrapping.
_USUAL_LIMIT = 18_000_000
#: How long files stay that a mail program has been given: it may read them when the mail is sent.
_KEPT = timedelta(days=1)
#: Where a mail may have arrived, so that it is not sent again.
_GONE = (DeliveryOutcome.ACCEPTED, DeliveryOutcome.UNCERTAIN, DeliveryOutcome.HANDED_OVER)


@dataclass(frozen=True)
class Mailed:
    """What became of a mail.

    Args:
        sending_id: the sending as it is logged; None where nothing was sent.
        deliveries: what became of it to each.
        notices: sentences that the user should see.
    """

    sending_id: int | None
    deliveries: tuple[DeliveryRow, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def missed(self) -> tuple[DeliveryRow, ...]:
        """Those whom the server did not take it for, and to whom it can be sent again."""
        again = (DeliveryOutcome.DEFERRED, DeliveryOutcome.REFUSED)
        return tuple(each for each in self.deliveries if each.outcome in again)


def compose(work: Workspace, meeting_id: int, document: DocumentKind) -> Outgoing:
    """Return a meeting's call or minutes, or that it is cancelled, as it would be sent; nothing is changed.

    Raises:
        UserError: they cannot be sent yet; says why.
    """
    composes = {
        DocumentKind.CALL: call.compose,
        DocumentKind.MINUTES: minutes.compose,
        DocumentKind.CALENDAR: cancellation.compose,
    }
    return composes[document](work, meeting_id)


def with_more(outgoing: Outgoing, more: Sequence[Recipient]) -> Outgoing:
    """Return a sending that goes to others too, each address once."""
    return replace(outgoing, recipients=each_once((*outgoing.recipients, *more)))


def warning(outgoing: Outgoing) -> str:
    """Return a sentence where the files are more than many mail servers take; else nothing."""
    if outgoing.size <= _USUAL_LIMIT:
        return ""
    return tr(
        "Bilagorna är {size} MB. Många mejlservrar tar högst 25 MB med allt; lägg hellre en stor bilaga där "
        "alla når den.",
        size=outgoing.size // 1_000_000,
    )


def open_in_program(work: Workspace, outgoing: Outgoing, tried: Sequence[Way] | None = None) -> Mailed:
    """Open a mail in the user's mail program, and log it: the user sends it there.

    Args:
        work: the open archive.
        outgoing: what goes.
        tried: the ways to the mail program, in order; those of the computer where None.

    Raises:
        UserError: nobody has an address, or a text may not be sent.
        EnvironmentFault: no mail program can be opened; nothing is logged.
    """
    _check(outgoing)
    files = _laid_out(work, outgoing)
    handed = mail_ways.open_mail(outgoing.mail(), files, tried or mail_ways.ways())
    if handed.opened is Opened.LEFT:
        left = tr("Mejlet stängdes utan att skickas, så inget är noterat som skickat.")
        return Mailed(None, notices=(*handed.notices, left))
    deliveries = (
        *(_row(one, DeliveryOutcome.HANDED_OVER) for one in outgoing.addressed),
        *_missing(outgoing),
    )
    return _logged(work, outgoing, SendingWay.PROGRAM, deliveries, handed.notices)


def send_by_server(
    work: Workspace,
    outgoing: Outgoing,
    server: MailServer,
    password: str,
    go_on: Callable[[], object] = lambda: None,
) -> Mailed:
    """Send a mail by the municipality's server, and log it with what the server said of each recipient.

    Args:
        work: the open archive.
        outgoing: what goes.
        server: the server.
        password: its user's.
        go_on: called between the steps as long as nothing has gone; may raise to stop.

    Raises:
        UserError: nobody has an address, a text may not be sent, or the server does not take it.
        EnvironmentFault: the server cannot be reached, or took it for nobody. Nothing is logged then.
    """
    _check(outgoing)
    verdicts = _deliver(outgoing, outgoing.addressed, server, password, work.clock.now(), go_on)
    found = _rows(verdicts, outgoing, server)
    if not any(each.outcome in _GONE for each in found):
        raise EnvironmentFault(
            tr(
                "Servern tog inte emot mejlet för någon, så inget är skickat: {said}",
                said="; ".join(f"{each.address}: {each.detail}" for each in found),
            )
        )
    return _logged(work, outgoing, SendingWay.SERVER, (*found, *_missing(outgoing)), ())


def send_again(
    work: Workspace,
    sending_id: int,
    outgoing: Outgoing,
    server: MailServer,
    password: str,
    go_on: Callable[[], object] = lambda: None,
) -> Mailed:
    """Send the same mail once more to those whom the server did not take it for (greylisting, RFC 6647).

    Args:
        work: the open archive.
        sending_id: the sending as it was logged.
        outgoing: what went then.
        server: the server.
        password: its user's.
        go_on: called between the steps as long as nothing has gone; may raise to stop.

    Raises:
        UserError: as for `send_by_server`.
        EnvironmentFault: the server cannot be reached.
    """
    with work.read() as session:
        at = session.get_one(Distribution, sending_id).sent_at
        logged = session.query(Delivery).filter_by(distribution_id=sending_id).all()
        waiting = {each.address for each in logged if each.outcome not in _GONE}
    missed = [one for one in outgoing.addressed if one.address in waiting]
    verdicts = _deliver(outgoing, missed, replace(server, blind_copy=""), password, at, go_on)
    by_address = {each.address.address: each for each in verdicts}
    with work.change("mailing.send_again", tr("Ett mejl skickades igen")) as session:
        rows = session.query(Delivery).filter_by(distribution_id=sending_id).order_by(Delivery.id).all()
        for row in rows:
            if (verdict := by_address.get(row.address)) is not None:
                row.outcome, row.detail = verdict.outcome, verdict.said
        said = tuple(DeliveryRow(r.function, r.address, r.receipt, r.outcome, r.detail) for r in rows)
    return Mailed(sending_id, said)


def _check(outgoing: Outgoing) -> None:
    refuse(subject=outgoing.subject, body=outgoing.body)
    demand(tr("Skriv ett ämne för mejlet."), subject=outgoing.subject)
    if not outgoing.addressed:
        raise UserError(tr("Ingen mottagare har en e-postadress. Skriv adresserna under Personer."))


def _laid_out(work: Workspace, outgoing: Outgoing) -> tuple[Path, ...]:
    """Write the enclosures where a mail program finds them; those of earlier days are taken away."""
    around = paths.data_folder() / "outgoing"
    for old in around.glob("*/"):
        with suppress(OSError):
            written = datetime.fromtimestamp(old.stat().st_mtime, UTC)
            if work.clock.now() - written > _KEPT:
                shutil.rmtree(old)
    folder = around / outgoing.stem
    make_folder(folder)
    for name, data in outgoing.files:
        write_atomically(folder / name, data)
    return tuple(folder / name for name, _ in outgoing.files)


def _deliver(
    outgoing: Outgoing,
    recipients: Sequence[Recipient],
    server: MailServer,
    password: str,
    at: datetime,
    go_on: Callable[[], object],
) -> tuple[Verdict, ...]:
    made = message(outgoing.mail(server.from_address), at=at, identity=_identity(outgoing, server, at))
    known = {one.to.key for one in outgoing.addressed}
    blind = [each for each in server.blind if each.key not in known]
    everyone = [*(one.to for one in recipients), *blind]
    return mail_smtp.deliver(server, password, made, everyone, go_on=go_on)


def _identity(outgoing: Outgoing, server: MailServer, at: datetime) -> str:
    """Return a Message-ID: the same for a mail that is sent again, another for one that is sent anew."""
    told = f"{outgoing.stem}\0{outgoing.subject}\0{outgoing.body}\0{at.isoformat()}"
    domain = server.from_address.wire.rpartition("@")[2]
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@{domain}"


def _row(one: Recipient, outcome: DeliveryOutcome, detail: str = "") -> DeliveryRow:
    return DeliveryRow(one.function, one.address, one.receipt, outcome, detail)


def _missing(outgoing: Outgoing) -> tuple[DeliveryRow, ...]:
    return tuple(_row(one, DeliveryOutcome.NO_ADDRESS) for one in outgoing.recipients if not one.address)


def _rows(verdicts: Sequence[Verdict], outgoing: Outgoing, server: MailServer) -> tuple[DeliveryRow, ...]:
    by_key = {one.to.key: one for one in outgoing.addressed}
    blind = {each.key: tr("dold kopia") for each in server.blind}
    return tuple(
        _row(known, each.outcome, each.said)
        if (known := by_key.get(each.address.key))
        else DeliveryRow(blind[each.address.key], each.address.address, Receipt.COPY, each.outcome, each.said)
        for each in verdicts
    )


def _logged(
    work: Workspace,
    outgoing: Outgoing,
    way: SendingWay,
    deliveries: tuple[DeliveryRow, ...],
    notices: tuple[str, ...],
) -> Mailed:
    notes = {
        DocumentKind.CALL: call.note_mailed,
        DocumentKind.MINUTES: minutes.note_mailed,
        DocumentKind.CALENDAR: cancellation.note_mailed,
    }
    try:
        sending_id = notes[outgoing.document](work, outgoing, way, deliveries)
    except (UserError, EnvironmentFault) as error:
        raise EnvironmentFault(
            tr("Mejlet har gått iväg, men det kunde inte noteras i arkivet: {reason}", reason=error.message)
        ) from error
    return Mailed(sending_id, deliveries, notices)
