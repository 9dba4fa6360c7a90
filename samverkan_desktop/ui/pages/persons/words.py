"""How a seat and its holder are put in words: function first, holder second (T07)."""

from datetime import date

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.vocabulary import HolderState, Receipt, SeatAttendance


def state_label(state: HolderState) -> str:
    """Return how a function is held, in words."""
    return {
        HolderState.ORDINARY: tr("ordinarie"),
        HolderState.ACTING: tr("tillförordnad (tf)"),
        HolderState.VACANT: tr("vakant"),
    }[state]


def receipt_label(receipt: Receipt) -> str:
    """Return how a seat gets what is sent, in words."""
    return {
        Receipt.TO: tr("som mottagare"),
        Receipt.COPY: tr("som kopia"),
        Receipt.INFORMATION: tr("endast för kännedom"),
        Receipt.NOT: tr("inte alls"),
    }[receipt]


def holder(state: HolderState | None, name: str) -> str:
    """Return who holds a seat: ``tf Kvalitetschef``, ``vakant``."""
    if state is None:
        return tr("ingen angiven")
    if state is HolderState.VACANT:
        return tr("vakant")
    return tr("tf {name}", name=name) if state is HolderState.ACTING else name


def shape(row: SeatRow) -> str | None:
    """Return the status whose shape a seat bears; None where it is held."""
    if row.state is HolderState.VACANT:
        return "at_risk"
    return "not_countable" if row.state is None else None


def called_to(row: SeatRow) -> str:
    """Return to which meetings a seat is called (T13)."""
    return tr("sista mötet") if row.attendance is SeatAttendance.DESIGNATED else tr("varje möte")


def called_to_at_length(row: SeatRow) -> str:
    """Return what being called there means."""
    if row.attendance is SeatAttendance.EVERY:
        return tr("Kallas till varje möte.")
    return tr(
        "Kallas till sista mötet. Platsen ingår bara vid ett möte per år, och räknas inte som "
        "frånvarande vid de andra."
    )


def span(since: date, until: date | None) -> str:
    """Return a stretch of time: ``2018-07-01 till 2018-12-31``, ``från 2019-03-01``."""
    if until is None:
        return tr("från {since}", since=since)
    return tr("{since} till {until}", since=since, until=until)
