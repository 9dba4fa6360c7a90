"""Indicators: tried out, kept or dropped, and measured every working year (ST10)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.indicator import Indicator, Measurement
from samverkan_desktop.services import position
from samverkan_desktop.services.agreement import calendar_of, last_day
from samverkan_desktop.services.measurement import check_number
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace


@dataclass(frozen=True)
class MeasurementRow:
    """An indicator's value for a working year, with the day it was noted."""

    id: int
    period: str
    value: float
    note: str
    measured_on: date


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator of an agreement.

    Args:
        id: identity.
        agreement_id: whose it is.
        position: its place in the agreement's list, from 1.
        name: what it is called.
        definition: what is measured and how; may be empty.
        unit: what its values are counted in: ``%``, ``dagar``; may be empty.
        source: where its values come from; may be empty.
        target: the value aimed at; None where none is.
        on_trial: whether it is still being tried out: shown, and not demanded.
        since: the day from which it is measured each year; None where it is as old as the agreement.
        until: the day it was dropped; None while it is in use.
        values: what has been measured, oldest year first.
        series: each working year begun and not left out, oldest first, with its value or None: a line to be
            drawn. A year from before `since`, or begun after `until`, is there only with a value.
    """

    id: int
    agreement_id: int
    position: int
    name: str
    definition: str
    unit: str
    source: str
    target: float | None
    on_trial: bool
    since: date | None
    until: date | None
    values: tuple[MeasurementRow, ...]
    series: tuple[tuple[str, float | None], ...]

    @property
    def latest(self) -> MeasurementRow | None:
        """The value of the latest year measured; None where there is none."""
        return self.values[-1] if self.values else None


def listing(work: Workspace, agreement_id: int) -> tuple[IndicatorRow, ...]:
    """Return an agreement's indicators in its own order, dropped ones too."""
    with work.read() as session:
        return rows_in(session, agreement_id, work.today)


def rows_in(session: Session, agreement_id: int, on: date) -> tuple[IndicatorRow, ...]:
    """Return an agreement's indicators as a session sees them.

    Args:
        session: where to read.
        agreement_id: the agreement.
        on: the day up to which working years are begun.
    """
    agreement = session.get_one(Agreement, agreement_id)
    values: defaultdict[int, list[MeasurementRow]] = defaultdict(list)
    for each in session.scalars(select(Measurement).order_by(Measurement.period)):
        row = MeasurementRow(each.id, each.period, each.value, each.note, each.measured_on)
        values[each.indicator_id].append(row)
    return tuple(
        IndicatorRow(
            each.id, agreement_id, each.position, each.name, each.definition, each.unit, each.source,
            each.target, each.on_trial, each.since, each.until, tuple(values[each.id]),
            _series(agreement, each, values[each.id], on),
        )
        for each in _in_order(session, agreement_id)
    )  # fmt: skip


def _series(
    agreement: Agreement, indicator: Indicator, values: Sequence[MeasurementRow], on: date
) -> tuple[tuple[str, float | None], ...]:
    known = {each.period: each.value for each in values}
    last = min(on, last_day(agreement) or on)
    return tuple(
        (year.label, known.get(year.label))
        for year in calendar_of(agreement).between(agreement.starts, last)
        if year.label in known
        or (
            (indicator.since is None or indicator.since <= year.ends)
            and (indicator.until is None or indicator.until >= year.starts)
        )
    )


def _in_order(session: Session, agreement_id: int) -> list[Indicator]:
    chosen = select(Indicator).where(Indicator.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(Indicator.position, Indicator.id)))


def add(
    work: Workspace,
    agreement_id: int,
    name: str,
    *,
    definition: str = "",
    unit: str = "",
    source: str = "",
    target: float | None = None,
    on_trial: bool = False,
    since: date | None = None,
) -> int:
    """Add an indicator to an agreement, last in its list; returns its identity.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        name: what it is called.
        definition: what is measured and how; may be empty.
        unit: what its values are counted in; may be empty.
        source: where its values come from; may be empty.
        target: the value aimed at; None where none is.
        on_trial: whether it is first to be tried out.
        since: the day from which it is measured each year; None where it is as old as the agreement.

    Raises:
        UserError: the name is missing or taken, the target is no number, or a text holds a personal identity
            number.
    """
    refuse(name=name, definition=definition, unit=unit, source=source)
    with work.change("indicator.add", tr("Indikatorn {name} lades till", name=name.strip())) as session:
        others = _in_order(session, agreement_id)
        indicator = Indicator(
            agreement_id=agreement_id,
            position=len(others) + 1,
            name=name.strip(),
            definition=definition.strip(),
            unit=unit.strip(),
            source=source.strip(),
            target=target,
            on_trial=on_trial,
            since=since,
        )
        _check(indicator, others)
        session.add(indicator)
        session.flush()
        return indicator.id


def change(work: Workspace, indicator_id: int, **values: object) -> None:
    """Change an indicator; what is not given is left as it is.

    Args:
        work: the open archive.
        indicator_id: the indicator.
        values: ``name``, ``definition``, ``unit``, ``source``, ``target``, ``since``: those to change.

    Raises:
        UserError: as for `add`.
    """
    given = looked_through(values, {"name", "definition", "unit", "source", "target", "since"})
    key = f"indicator:{indicator_id}:{','.join(sorted(values))}"
    with work.change("indicator.change", tr("En indikator ändrades"), merge_key=key) as session:
        indicator = session.get_one(Indicator, indicator_id)
        set_values(indicator, given)
        _check(
            indicator,
            [other for other in _in_order(session, indicator.agreement_id) if other is not indicator],
        )


def _check(indicator: Indicator, others: Sequence[Indicator]) -> None:
    demand(tr("Ange vad indikatorn heter."), name=indicator.name)
    if indicator.name.casefold() in {other.name.casefold() for other in others}:
        raise UserError(
            tr("Det finns redan en indikator som heter {name}. Välj ett annat namn.", name=indicator.name),
            field="name",
        )
    if indicator.target is not None:
        check_number(indicator.target, "target")


def try_out(work: Workspace, indicator_id: int) -> None:
    """Put an indicator on trial: it is shown, and not demanded."""
    with work.change("indicator.try_out", tr("En indikator prövas")) as session:
        session.get_one(Indicator, indicator_id).on_trial = True


def keep(work: Workspace, indicator_id: int, day: date) -> None:
    """Keep an indicator after its trial: from that day's working year it is measured every year.

    Raises:
        UserError: it is not on trial, or the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("indicator.keep", tr("En indikator behålls")) as session:
        indicator = session.get_one(Indicator, indicator_id)
        if not indicator.on_trial:
            raise UserError(tr("Indikatorn {name} prövas inte; den används redan.", name=indicator.name))
        indicator.on_trial = False
        indicator.since = day
        indicator.until = None


def drop(work: Workspace, indicator_id: int, day: date) -> None:
    """Drop an indicator: its values stay, and it is not measured for the year of that day or later.

    Raises:
        UserError: the day is to come.
    """
    refuse_future(work.today, day=day)
    with work.change("indicator.drop", tr("En indikator avslutades")) as session:
        session.get_one(Indicator, indicator_id).until = day


def resume(work: Workspace, indicator_id: int) -> None:
    """Take an indicator that was dropped into use again."""
    with work.change("indicator.resume", tr("En indikator används igen")) as session:
        session.get_one(Indicator, indicator_id).until = None


def move(work: Workspace, indicator_id: int, to: int) -> None:
    """Move an indicator to another place in the agreement's list, 1 or more."""
    with work.change("indicator.move", tr("En indikator flyttades")) as session:
        indicator = session.get_one(Indicator, indicator_id)
        position.move(_in_order(session, indicator.agreement_id), indicator, to)


def remove(work: Workspace, indicator_id: int) -> None:
    """Take away an indicator that was never measured.

    Raises:
        UserError: it has values; drop it instead.
    """
    with work.change("indicator.remove", tr("En indikator togs bort")) as session:
        indicator = session.get_one(Indicator, indicator_id)
        chosen = select(Measurement.id).where(Measurement.indicator_id == indicator_id).limit(1)
        if session.scalar(chosen) is not None:
            raise UserError(tr("Indikatorn {name} har värden. Avsluta den i stället.", name=indicator.name))
        session.delete(indicator)
        session.flush()
        position.number(_in_order(session, indicator.agreement_id))
