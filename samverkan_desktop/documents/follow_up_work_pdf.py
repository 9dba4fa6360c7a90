"""The follow-up report's sections on what was done: decisions, commissions, routines, deviations."""

from reportlab.platypus import Flowable

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.commissions_chart import commissions_charts
from samverkan_desktop.documents.deviations_chart import deviations_charts
from samverkan_desktop.documents.follow_up import CommissionLine, FollowUp
from samverkan_desktop.documents.pdf_parts import Section, section, sentence
from samverkan_desktop.documents.pdf_picture import pictures
from samverkan_desktop.documents.pdf_table import Cell, data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr, tr_as


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
    return section(tr_as("several", "Beslut"), [table], style.SUBHEADING, 2)


def _commissions(follow_up: FollowUp) -> list[Flowable]:
    if not follow_up.commissions:
        return [text(tr("Inga uppdrag har varit öppna under året."))]
    header = (tr("Nr"), tr("Uppdrag"), tr("Ansvarig"), tr("Redovisas"), tr("Utfall"))
    rows = [_commission(line) for line in follow_up.commissions]
    table = data_table(header, rows, (34, None, 116, 76, 84))
    parts = [*pictures(commissions_charts(follow_up)), table]
    return section(tr_as("several", "Uppdrag"), parts, style.SUBHEADING, 2)


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
        bars = pictures(deviations_charts(follow_up))
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
