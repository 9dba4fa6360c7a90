"""How a sending and what became of it are put in words."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.distribution import DeliveryRow
from samverkan_desktop.services.outgoing import Outgoing
from samverkan_desktop.services.recipients import Recipient
from samverkan_desktop.vocabulary import DeliveryOutcome, Receipt, SendingWay

_KILO, _MEGA = 1000, 1_000_000
#: Outcomes that somebody has to do something about.
TROUBLES = (
    DeliveryOutcome.REFUSED,
    DeliveryOutcome.DEFERRED,
    DeliveryOutcome.UNCERTAIN,
    DeliveryOutcome.NO_ADDRESS,
)


def size(count: int) -> str:
    """Return how large a file is: ``12 kB``, ``3,4 MB``."""
    if count < _MEGA:
        return tr("{n} kB", n=max(1, round(count / _KILO)))
    return tr("{n} MB", n=f"{count / _MEGA:.1f}".replace(".", ","))


def way(sent: SendingWay) -> str:
    """Return how something went, in words."""
    return {
        SendingWay.FILES: tr("Som filer och mejlutkast"),
        SendingWay.PROGRAM: tr("Öppnat i mejlprogrammet"),
        SendingWay.SERVER: tr("Via kommunens mejlserver"),
        SendingWay.ELSEWHERE: tr("På annat sätt"),
    }[sent]


def outcome(row: DeliveryRow) -> str:
    """Return what became of a sending to one address: ``Kvalitetschef <k@kommun.se>: avvisat (550 …)``."""
    said = {
        DeliveryOutcome.HANDED_OVER: tr("i mejlet"),
        DeliveryOutcome.ACCEPTED: tr("mottaget av servern"),
        DeliveryOutcome.DEFERRED: tr("servern vill ha det senare"),
        DeliveryOutcome.REFUSED: tr("avvisat av servern"),
        DeliveryOutcome.UNCERTAIN: tr("osäkert om det kom fram, fråga mottagaren"),
        DeliveryOutcome.NO_ADDRESS: tr("saknar e-postadress"),
    }[row.outcome]
    trouble = row.detail and row.outcome in TROUBLES
    whom = " ".join(filter(None, (row.function, f"<{row.address}>" if row.address else "")))
    return f"{whom}: {said} ({row.detail})" if trouble else f"{whom}: {said}"


def recipients(given: tuple[Recipient, ...], receipt: Receipt) -> str:
    """Return those who get what is sent in one way, a line each; empty where nobody does."""
    return "\n".join(
        f"{one.label} <{one.address}>" if one.label else one.address
        for one in given
        if one.address and one.receipt is receipt
    )


def enclosed(outgoing: Outgoing) -> str:
    """Return the files of a mail with how large they are, a line each."""
    return "\n".join(f"{name} ({size(len(data))})" for name, data in outgoing.files)
