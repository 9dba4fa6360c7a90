"""The values of indicators: noted for a working year, corrected, taken away (ST10)."""

import math
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.indicator import Indicator, Measurement
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.privacy import refuse, refuse_future
from samverkan_desktop.services.workspace import Workspace


def measure(
    work: Workspace,
    indicator_id: int,
    period: str,
    value: float,
    *,
    note: str | None = "",
    measured_on: date | None = None,
) -> None:
    """Note an indicator's value for a working year, or correct the one that is noted.

    Args:
        work: the open archive.
        indicator_id: the indicator; also one on trial.
        period: label of the working year, begun.
        value: the value, in the indicator's unit.
        note: what is to be known of it; may be empty. None leaves the note of a value that is corrected.
        measured_on: the day it was noted; None for today, and when a value is corrected for the day it has.

    Raises:
        UserError: the year is not one of the agreement's or has not begun, the value is no number, the day is
            to come, or the note holds a personal identity number.
    """
    refuse(note=note or "")
    check_number(value, "value")
    refuse_future(work.today, measured_on=measured_on or work.today)
    label = tr("Ett värde för {period} angavs", period=period)
    with work.change("measurement.measure", label, merge_key=f"indicator:{indicator_id}:{period}") as session:
        indicator = session.get_one(Indicator, indicator_id)
        year = year_labelled(session.get_one(Agreement, indicator.agreement_id), period)
        if year.starts > work.today:
            raise UserError(
                tr("{period} har inte börjat. Välj ett år som har börjat.", period=year.label), field="period"
            )
        stored = _stored(session, indicator_id, year.label)
        if stored is None:
            stored = Measurement(indicator_id=indicator_id, period=year.label, measured_on=work.today)
            session.add(stored)
        stored.value = value
        if note is not None:
            stored.note = note.strip()
        stored.measured_on = measured_on or stored.measured_on


def _stored(session: Session, indicator_id: int, period: str) -> Measurement | None:
    own = (Measurement.indicator_id == indicator_id, Measurement.period == period)
    return session.scalar(select(Measurement).where(*own))


def clear(work: Workspace, indicator_id: int, period: str) -> None:
    """Take away an indicator's value for a working year, where there is one."""
    with work.change("measurement.clear", tr("Ett värde för {period} togs bort", period=period)) as session:
        indicator = session.get_one(Indicator, indicator_id)
        year = year_labelled(session.get_one(Agreement, indicator.agreement_id), period)
        stored = _stored(session, indicator_id, year.label)
        if stored is not None:
            session.delete(stored)


def check_number(value: float, field: str) -> None:
    """Refuse what is no number, at a field.

    Raises:
        UserError: it is infinite, or no number at all.
    """
    if not math.isfinite(value):
        raise UserError(tr("Ange ett tal, till exempel 72,5."), field=field)
