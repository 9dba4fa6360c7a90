"""The follow-up report's sections on standing topics, routines, support material and joint activities."""

from collections.abc import Callable

from reportlab.platypus import Flowable

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.documents.follow_up_registers import RoutineLine, TopicLine, TopicPart
from samverkan_desktop.documents.pdf_parts import Section, section, sentence
from samverkan_desktop.documents.pdf_table import Cell, data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr

_DAYS_ROOM = 236.0
_STANDING_ROOM = 112.0
_REVIEW_ROOM = 92.0
_KNOWN_ROOM = 96.0


def topics(follow_up: FollowUp) -> Section | None:
    """Return the section on standing topics, where some group has any."""
    groups = follow_up.registers.topics
    if not groups:
        return None
    parts: list[Flowable] = []
    for each in groups:
        if len(groups) > 1:
            parts += section(each.group, _topics(each), style.SUBHEADING, 2)
        else:
            parts += _topics(each)
    return Section(tr("Stående frågor"), parts)


def _topics(part: TopicPart) -> list[Flowable]:
    said: list[Flowable] = [text(finding) for finding in part.findings]
    header = (tr("Fråga"), tr("Behandlad"))
    rows = [[sentence(line.topic), _days(line)] for line in part.lines]
    return [*said, data_table(header, rows, (None, _DAYS_ROOM))]


def _days(line: TopicLine) -> list[Flowable]:
    said: list[Flowable] = []
    if line.covered:
        said.append(text(", ".join(day.isoformat() for day in line.covered), style.CELL))
    said += [
        text(tr("på dagordningen {day}", day=day.isoformat()), style.NOTE)
        for day in line.planned[:1]
        if not line.covered
    ]
    return said or [text("–", style.CELL)]


def routines(follow_up: FollowUp) -> Section | None:
    """Return the section on routines and support material, where there are any.

    A column of which nothing is known for any of them is left out.
    """
    told = follow_up.registers
    if not told.routines:
        return None
    columns: list[tuple[str, float, Callable[[RoutineLine], Cell]]] = []
    if any(line.origin for line in told.routines):
        columns.append((tr("Läge"), _STANDING_ROOM, lambda line: sentence(line.origin) or "–"))
    if any(line.review for line in told.routines):
        columns.append((tr("Översyn"), _REVIEW_ROOM, _review))
    if told.dissemination:
        columns.append((tr("Känd i verksamheter"), _KNOWN_ROOM, _known))
    header = (tr("Rutin eller stödmaterial"), *(heading for heading, _, _ in columns))
    rows = [
        [_routine(line, told=told.dissemination), *(cell(line) for _, _, cell in columns)]
        for line in told.routines
    ]
    table = data_table(header, rows, (None, *(room for _, room, _ in columns)))
    return Section(tr("Rutiner och stödmaterial"), [table])


def _routine(line: RoutineLine, *, told: bool) -> list[Flowable]:
    what: list[Flowable] = [text(line.name, style.CELL)]
    beside = " · ".join(part for part in (line.kind, line.owner) if part)
    what.append(text(beside, style.NOTE))
    if told and line.known and line.missing:
        what.append(text(tr("Inte känd i {units}.", units=", ".join(line.missing)), style.NOTE))
    return what


def _review(line: RoutineLine) -> list[Flowable]:
    said: list[Flowable] = []
    if line.review_by is not None:
        said.append(text(tr("senast {day}", day=line.review_by.isoformat()), style.CELL))
    if line.reviewed_on is not None:
        said.append(text(tr("sågs över {day}", day=line.reviewed_on.isoformat()), style.NOTE))
    return said or [text("–", style.CELL)]


def _known(line: RoutineLine) -> list[Flowable]:
    if line.due and line.presented_on is None:
        return [text("–", style.CELL)]
    all_of_them = line.known + len(line.missing)
    said: list[Flowable] = [text(tr("{n} av {m}", n=line.known, m=all_of_them), style.CELL)]
    if line.missing and line.known_by is not None:
        said.append(text(tr("alla senast {day}", day=line.known_by.isoformat()), style.NOTE))
    return said


def activities(follow_up: FollowUp) -> Section | None:
    """Return the section on joint days and activities, where there were any or some are demanded."""
    told = follow_up.registers
    if not told.activities and not told.activity_findings:
        return None
    parts: list[Flowable] = [text(finding) for finding in told.activity_findings]
    if told.activities:
        header = (tr("Datum"), tr("Aktivitet"), tr("Läge"), tr("Beslut"))
        rows = [
            [
                line.day.isoformat(),
                line.title,
                tr("Hölls") if line.held else tr("Planerad"),
                line.decision or "–",
            ]
            for line in told.activities
        ]
        parts.append(data_table(header, rows, (62, None, 66, 70)))
    return Section(tr("Gemensamma aktiviteter"), parts)
