"""The follow-up report's sections on meetings and attendance."""

from collections.abc import Sequence
from itertools import groupby

from reportlab.platypus import Flowable, Table

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.attendance_chart import attendance_charts
from samverkan_desktop.documents.follow_up import FollowUp, GroupYear, MeetingLine, SeatAttendanceLine
from samverkan_desktop.documents.meetings_chart import meetings_charts
from samverkan_desktop.documents.pdf_parts import Section, section, sentence
from samverkan_desktop.documents.pdf_picture import pictures
from samverkan_desktop.documents.pdf_table import Cell, TableCommand, data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr, tr_as

#: More meetings than this stand in a table of their own.
_MEETINGS_IN_A_TABLE = 10
_SUM_WIDTH = 66.0
_WIDEST_MARK = 34.0
_NARROWEST_FUNCTION = 146.0
#: Marks of somebody who was not there; they are tinted, so that they are seen at a glance.
_NOT_PRESENT = ("F", "E", "V")
_QUIET = ("N", "–", "")


def meetings(follow_up: FollowUp) -> Section:
    """Return the section on meetings required and held, group by group."""
    parts: list[Flowable] = pictures(meetings_charts(follow_up))
    for group in follow_up.groups:
        parts += _of_group(follow_up, group, [text(" ".join(_counts(group))), *_meetings(group)])
    return Section(tr("Möten"), parts or [text(tr("Avtalet har inga grupper."))])


def _of_group(follow_up: FollowUp, group: GroupYear, parts: Sequence[Flowable]) -> list[Flowable]:
    """Return what is said of a group: under its name, where there are several."""
    if len(follow_up.groups) < 2:
        return list(parts)
    return section(group.name, parts, style.SUBHEADING, 2)


def _meetings(group: GroupYear) -> list[Flowable]:
    if not group.meetings:
        return []
    header = (
        tr_as("number", "Möte"),
        tr("Datum"),
        tr("Slag"),
        tr("Läge"),
        tr("Närvaro"),
        tr("Kallelse"),
        tr("Anteckningar"),
    )
    rows = [_meeting(line) for line in group.meetings]
    return [data_table(header, rows, (38, 62, None, 54, 52, 62, 74))]


def _counts(group: GroupYear) -> list[str]:
    held, required, extra = group.held, group.required, group.extra
    if held == 0:
        said = [tr("Inga ordinarie möten har hållits.")]
    elif held == 1:
        said = [tr("Ett ordinarie möte har hållits.")]
    else:
        said = [tr("{n} ordinarie möten har hållits.", n=held)]
    if required is None:
        said.append(tr("Avtalet anger inte hur många möten som ska hållas."))
    elif required == 1:
        said.append(tr("Avtalet lägger fast ett möte."))
    else:
        said.append(tr("Avtalet lägger fast {m} möten.", m=required))
    if extra == 0:
        said.append(tr("Inga extra möten har hållits."))
    elif extra == 1:
        said.append(tr("Ett extra möte har hållits."))
    else:
        said.append(tr("{n} extra möten har hållits.", n=extra))
    if not group.meetings:
        said.append(tr("Inga möten är inlagda för året."))
    return said


def _meeting(line: MeetingLine) -> list[Cell]:
    kind: list[Flowable] = [text(sentence(line.kind), style.CELL)]
    if line.remark:
        kind.append(text(line.remark, style.NOTE))
    return [
        line.number,
        line.day.isoformat(),
        kind,
        sentence(line.state),
        "–" if line.present is None else tr("{n} av {m}", n=line.present, m=line.called),
        line.call_sent.isoformat() if line.call_sent else "–",
        _minutes(line),
    ]


def _minutes(line: MeetingLine) -> list[Flowable]:
    if line.minutes_sent is None:
        return [text("–", style.CELL)]
    parts: list[Flowable] = [text(line.minutes_sent.isoformat(), style.CELL)]
    if line.minutes_days is not None:
        days = line.minutes_days
        said = tr("efter 1 dag") if days == 1 else tr("efter {n} dagar", n=days)
        parts.append(text(said, style.NOTE))
    return parts


def attendance(follow_up: FollowUp) -> Section | None:
    """Return the section on attendance: each function against each meeting, by group and party."""
    groups = [group for group in follow_up.groups if group.attendance]
    if not groups:
        return None
    parts: list[Flowable] = [
        text(tr("Antalen till höger gäller ordinarie möten som funktionen har kallats till.")),
    ]
    for group in groups:
        starts = range(0, max(len(group.meetings), 1), _MEETINGS_IN_A_TABLE)
        tables = [_matrix(group, slice(start, start + _MEETINGS_IN_A_TABLE)) for start in starts]
        parts += _of_group(follow_up, group, [*pictures(attendance_charts(group)), *tables])
    parts.append(text(_legend([line for group in groups for line in group.attendance]), style.NOTE))
    return Section(tr("Närvaro per funktion"), parts)


def _matrix(group: GroupYear, shown: slice) -> Table:
    held = group.meetings[shown]
    room = (style.MEASURE - _NARROWEST_FUNCTION - _SUM_WIDTH) / max(len(held), 1)
    widths: list[float | None] = [None, *([min(_WIDEST_MARK, room)] * len(held)), _SUM_WIDTH]
    header: list[Cell] = [tr("Funktion"), *map(_meeting_head, held), tr("Närvaro")]
    rows: list[list[Cell]] = []
    commands: list[TableCommand] = [
        ("RIGHTPADDING", (1, 0), (-2, -1), 0),
        ("LEFTPADDING", (-1, 0), (-1, -1), 8),
    ]
    for party, lines in groupby(group.attendance, key=lambda line: line.party):
        rows.append([text(party, style.CELL_BOLD), *([""] * (len(held) + 1))])
        row = len(rows)
        commands += [("SPAN", (0, row), (-1, row)), ("NOSPLIT", (0, row), (0, row + 1))]
        for line in lines:
            cells = (*line.cells, *([""] * len(group.meetings)))[shown][: len(held)]
            rows.append([line.function, *map(_mark, cells), _sum(line)])
            commands += _tints(cells, len(rows))
    return data_table(header, rows, widths, commands)


def _meeting_head(line: MeetingLine) -> list[Flowable]:
    return [text(line.number, style.COLUMN_CENTRED), text(f"{line.day:%m-%d}", style.NOTE_CENTRED)]


def _mark(letter: str) -> Flowable:
    return text(letter, style.CELL_CENTRED if letter in _QUIET else style.CELL_CENTRED_BOLD)


def _tints(cells: Sequence[str], row: int) -> list[TableCommand]:
    return [
        ("BACKGROUND", (column, row), (column, row), style.TINT)
        for column, letter in enumerate(cells, 1)
        if letter in _NOT_PRESENT
    ]


def _sum(line: SeatAttendanceLine) -> list[Flowable]:
    parts: list[Flowable] = [text(tr("{n} av {m}", n=line.present, m=line.possible), style.CELL)]
    notes = []
    if line.vacant:
        notes.append(tr("vakant {n}", n=line.vacant))
    if line.partly:
        notes.append(tr("i del {n}", n=line.partly))
    if notes:
        parts.append(text(", ".join(notes), style.NOTE))
    return parts


def _legend(lines: Sequence[SeatAttendanceLine]) -> str:
    """Return what the marks that occur mean."""
    meanings = {
        "N": tr("närvarande"),
        "T": tr("närvarande genom tillförordnad"),
        "D": tr("närvarande en del av mötet"),
        "R": tr("företrädd av ersättare"),
        "F": tr("anmält förhinder"),
        "E": tr("ej närvarande"),
        "V": tr("funktionen vakant"),
        "–": tr("kallas inte till mötet"),
    }
    used = {letter for line in lines for letter in line.cells}
    said = [f"{letter}\u00a0=\u00a0{meaning}" for letter, meaning in meanings.items() if letter in used]
    if any(letter.isdecimal() for letter in used):
        said.append(tr("siffra = så många av en samlad funktion"))
    if "" in used:
        said.append(tr("tom ruta = mötet är inte hållet"))
    return " · ".join(said)
