"""The follow-up report's sections on what was done: decisions, commissions, routines, deviations."""

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import Flowable, Spacer, Table

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.follow_up import CommissionLine, Count, FollowUp
from samverkan_desktop.documents.pdf_parts import Section, section, sentence
from samverkan_desktop.documents.pdf_table import Cell, data_table, plain_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr

_UNIT_ROOM = 150.0
_BAR_ROOM = 220.0


def decisions_and_commissions(follow_up: FollowUp) -> Section:
    """Return the section on decisions, and on commissions and tasks with their outcome."""
    parts = [*_decisions(follow_up), *_commissions(follow_up), *_tasks(follow_up)]
    return Section(tr("Beslut och uppdrag"), parts)


def _decisions(follow_up: FollowUp) -> list[Flowable]:
    if not follow_up.decisions:
        return [text(tr("Inga beslut har fattats under året."))]
    header = (tr("Nr"), tr("Datum"), tr("Beslut"), tr("Ansvarig"))
    rows = [[line.number, line.day.isoformat(), line.text, line.responsible] for line in follow_up.decisions]
    table = data_table(header, rows, (64, 62, None, 124))
    return section(tr("Beslut"), [table], style.SUBHEADING, 2)


def _commissions(follow_up: FollowUp) -> list[Flowable]:
    if not follow_up.commissions:
        return [text(tr("Inga uppdrag har varit öppna under året."))]
    header = (tr("Nr"), tr("Uppdrag"), tr("Ansvarig"), tr("Redovisas"), tr("Utfall"))
    rows = [_commission(line) for line in follow_up.commissions]
    table = data_table(header, rows, (34, None, 116, 76, 84))
    return section(tr("Uppdrag"), [table], style.SUBHEADING, 2)


def _tasks(follow_up: FollowUp) -> list[Flowable]:
    if not follow_up.tasks:
        return []
    header = (tr("Uppgift"), tr("Ansvarig"), tr("När"), tr("Utfall"))
    rows: list[list[Cell]] = [
        [line.text, line.responsible, line.when, sentence(line.outcome)] for line in follow_up.tasks
    ]
    table = data_table(header, rows, (None, 124, 76, 84))
    return section(tr("Uppgifter"), [table], style.SUBHEADING, 2)


def _commission(line: CommissionLine) -> list[Cell]:
    what: list[Flowable] = [text(line.title, style.CELL)]
    if line.how:
        what.append(text(line.how, style.NOTE))
    due: list[Flowable] = [text(line.when, style.CELL)]
    if line.first_due is not None:
        due.append(text(tr("först {day}", day=line.first_when), style.NOTE))
    outcome: list[Flowable] = [text(sentence(line.outcome), style.CELL)]
    if line.reported is not None:
        outcome.append(text(line.reported.isoformat(), style.NOTE))
    return [line.number, what, line.responsible, due, outcome]


def deviations(follow_up: FollowUp) -> Section | None:
    """Return the section on deviations: how many, from where, what became of each, what is not told."""
    if not follow_up.deviations_told:
        return None
    parts: list[Flowable] = [text(" ".join(_deviation_counts(follow_up)))]
    parts += [text(paragraph) for paragraph in follow_up.underreporting]
    if follow_up.deviations_by_unit:
        bars: list[Flowable] = [_bars(follow_up.deviations_by_unit), Spacer(0, 6)]
        parts += section(tr("Dokumenterade avvikelser per verksamhet"), bars, style.SUBHEADING, 2)
    if follow_up.deviations:
        header = (tr("Nr"), tr("Datum"), tr("Från"), tr("Uppstod i"), tr("Beskrivning"), tr("Utfall"))
        rows = [
            [
                line.number,
                line.day.isoformat(),
                line.reported_by,
                line.arose_in,
                line.description,
                line.outcome,
            ]
            for line in follow_up.deviations
        ]
        table = data_table(header, rows, (32, 62, 80, 90, None, 86))
        parts += section(tr("Avvikelserna och vad som blev av dem"), [table], style.SUBHEADING, 2)
    return Section(tr("Avvikelser"), parts)


def _deviation_counts(follow_up: FollowUp) -> list[str]:
    said = [_documented(len(follow_up.deviations))]
    if follow_up.escalated == 1:
        said.append(tr("En har lyfts till gruppen."))
    elif follow_up.escalated:
        said.append(tr("{n} har lyfts till gruppen.", n=follow_up.escalated))
    elif follow_up.deviations:
        said.append(tr("Ingen har lyfts till gruppen."))
    if follow_up.undocumented is not None or not follow_up.underreporting:
        said.append(_undocumented(follow_up.undocumented))
    return said


def _documented(number: int) -> str:
    if number == 0:
        return tr("Inga avvikelser har dokumenterats.")
    return (
        tr("En avvikelse har dokumenterats.")
        if number == 1
        else tr("{n} avvikelser har dokumenterats.", n=number)
    )


def _undocumented(number: int | None) -> str:
    """Return the judgement of what is known but not written down (B15)."""
    if number is None:
        return tr("Det är inte bedömt om det finns avvikelser som inte har dokumenterats.")
    if number == 0:
        return tr("Alla kända avvikelser bedöms ha dokumenterats.")
    if number == 1:
        return tr("Uppskattningsvis en avvikelse är känd men inte dokumenterad.")
    return tr("Uppskattningsvis {n} avvikelser är kända men inte dokumenterade.", n=number)


def _bars(counts: tuple[Count, ...]) -> Table:
    """Return a bar for each operation, with its number in figures."""
    most = max([count.number for count in counts] + [1])
    rows = [
        [text(count.label, style.CELL), [_bar(count.number / most)], text(str(count.number), style.CELL)]
        for count in counts
    ]
    widths = [_UNIT_ROOM, _BAR_ROOM, style.MEASURE - _UNIT_ROOM - _BAR_ROOM]
    return plain_table(rows, widths, [("BOTTOMPADDING", (0, 0), (-1, -1), 3)])


def _bar(share: float) -> Drawing:
    bar = Drawing(_BAR_ROOM, 12)
    bar.add(Rect(0, 1, max(share * (_BAR_ROOM - 10), 0.5), 8, fillColor=style.ACCENT, strokeColor=None))
    return bar
