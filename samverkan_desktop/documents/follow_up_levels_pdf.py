"""The follow-up report's sections on boards' matters, and on directions and reports between levels."""

from collections.abc import Iterable

from reportlab.platypus import Flowable, Table

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.documents.follow_up_levels import (
    DirectionLine,
    InstanceLine,
    LevelReportLine,
    MatterPart,
    ReportedMeeting,
)
from samverkan_desktop.documents.pdf_list import numbered
from samverkan_desktop.documents.pdf_parts import Section, section, sentence
from samverkan_desktop.documents.pdf_table import Cell, data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr

_DAY_ROOM = 62.0
_PLACE_ROOM = 170.0
_GROUP_ROOM = 96.0


def boards(follow_up: FollowUp) -> Section | None:
    """Return the section on matters for boards, each with its chain of instances, where there are any."""
    told = follow_up.levels
    parts: list[Flowable] = []
    for matter in told.matters:
        parts += section(matter.title, _matter(matter), style.SUBHEADING, 2)
    if told.reported:
        heading = tr("Möten som redovisas för nämnd")
        parts += section(heading, [_reported(told.reported)], style.SUBHEADING, 2)
    return Section(tr("Ärenden i nämnderna"), parts) if parts else None


def _reported(lines: Iterable[ReportedMeeting]) -> Table:
    rows = [[line.meeting, line.place or tr("Inte redovisat")] for line in lines]
    return data_table((tr("Möte"), tr("Redovisat")), rows, (_PLACE_ROOM, None))


def _matter(matter: MatterPart) -> list[Flowable]:
    parts: list[Flowable] = []
    if matter.about:
        parts.append(text(" · ".join(matter.about), style.NOTE))
    if matter.notes:
        parts.append(text(" ".join(matter.notes)))
    if matter.clauses:
        parts += numbered(matter.clauses)
    if not matter.chain:
        return [*parts, text(tr("Ärendet har inte behandlats än."))]
    header = (tr("Instans"), tr("Beslut"), tr("Expedierat"))
    rows = [_instance(line) for line in matter.chain]
    return [*parts, data_table(header, rows, (_PLACE_ROOM, None, _DAY_ROOM))]


def _instance(line: InstanceLine) -> list[Cell]:
    outcome = line.outcome or tr("Inte behandlat än")
    if line.clauses:
        numbers = ", ".join(map(str, line.clauses))
        outcome = tr("Punkt {numbers}: {outcome}", numbers=numbers, outcome=outcome.lower())
    said: list[Flowable] = [text(outcome, style.CELL)]
    if line.text:
        said.append(text(line.text, style.NOTE))
    if line.rider:
        said.append(text(tr("Tillägg: {rider}", rider=line.rider), style.NOTE))
    return [line.place, said, line.sent.isoformat() if line.sent else "–"]


def levels(follow_up: FollowUp) -> Section | None:
    """Return the section on what superior groups have directed and been told, where there is any."""
    told = follow_up.levels
    parts: list[Flowable] = []
    if told.directions:
        parts += section(tr("Styrning"), [_directions(told.directions)], style.SUBHEADING, 2)
    if told.reports:
        parts += section(tr("Redovisningar"), [_reports(told.reports)], style.SUBHEADING, 2)
    return Section(tr("Mellan nivåerna"), parts) if parts else None


def _directions(lines: Iterable[DirectionLine]) -> Table:
    header = (tr("Datum"), tr("Från"), tr("Till"), tr("Styrning"), tr("Utfall"))
    rows = [
        [line.day.isoformat(), line.superior, line.group, line.text, sentence(line.outcome)] for line in lines
    ]
    return data_table(header, rows, (_DAY_ROOM, _GROUP_ROOM, _GROUP_ROOM, None, 84))


def _reports(lines: Iterable[LevelReportLine]) -> Table:
    header = (tr("Datum"), tr("Från"), tr("Till"), tr("Redovisning"))
    rows = [[line.day.isoformat(), line.group, line.superior, line.text] for line in lines]
    return data_table(header, rows, (_DAY_ROOM, _GROUP_ROOM, _GROUP_ROOM, None))
