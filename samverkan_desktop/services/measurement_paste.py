"""An indicator's values for many years, as lines pasted from a list: all of them are noted, or none."""

from dataclasses import dataclass

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import read_decimal, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.indicator import Indicator
from samverkan_desktop.services import measurement, pasted
from samverkan_desktop.services.pasted import Fault
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.workspace import Workspace

#: year;value;note: the note may be left out.
_LEAST, _MOST = 2, 3
_HEADINGS = ("år", "läsår", "kalenderår", "period", "year", "school year", "calendar year")


@dataclass(frozen=True)
class _Line:
    """What one line says; an empty note says nothing."""

    period: str
    value: float
    note: str


def paste(work: Workspace, indicator_id: int, text: str) -> int:
    """Note an indicator's values from a list, one year a line: ``år;värde;anmärkning``.

    The note may be left out; then one that is there stays. The parts may also be apart by tabs, as they are
    when copied from a spreadsheet. Empty lines, years without a value and a line of headings are passed over.

    Args:
        work: the open archive.
        indicator_id: the indicator.
        text: the lines; values are written as ``72,5`` or ``72.5``, and may have the indicator's unit after
            them.

    Returns:
        How many values were noted.

    Raises:
        UserError: a line is not as it should be; says which, and what is wrong with it. Nothing is noted.
    """
    faults: list[tuple[int, str]] = []
    noted: set[str] = set()
    with (
        work.together("measurement.paste", tr("Värden lades till från en lista")),
        work.read() as session,
    ):
        indicator = session.get_one(Indicator, indicator_id)
        agreement = session.get_one(Agreement, indicator.agreement_id)
        for number, parts in pasted.lines(text, 0, _HEADINGS):
            try:
                line = _read(parts, agreement, indicator.unit)
                if line is not None:
                    _note(work, indicator_id, line, noted)
            except Fault as fault:
                faults.append((number, str(fault)))
            except UserError as error:
                faults.append((number, error.message.rstrip(".")))
        if faults:
            raise UserError(pasted.told(faults), field="text")
        if not noted:
            raise UserError(tr("Klistra in minst en rad: år;värde."), field="text")
    return len(noted)


def _read(parts: list[str], agreement: Agreement, unit: str) -> _Line | None:
    """Return what a line says; None where it has no value."""
    while len(parts) > _LEAST and not parts[-1]:
        parts = parts[:-1]
    if not _LEAST <= len(parts) <= _MOST:
        raise Fault(tr("skriv år;värde"))
    period, written, note = (*parts, "")[:_MOST]
    if not written and not note:
        return None
    if not written:
        raise Fault(tr("värdet saknas"))
    year = year_labelled(agreement, period)
    try:
        value = read_decimal(written.removesuffix(unit))
    except ValueError as error:
        raise Fault(tr("värdet {text} är inget tal. Skriv det som 72,5", text=written)) from error
    return _Line(year.label, value, note)


def _note(work: Workspace, indicator_id: int, line: _Line, noted: set[str]) -> None:
    if line.period in noted:
        raise Fault(tr("{period} står på två rader", period=line.period))
    measurement.measure(work, indicator_id, line.period, line.value, note=line.note or None)
    noted.add(line.period)
