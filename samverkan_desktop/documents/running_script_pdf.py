"""The convenor's running script as a PDF file: what comes when, who has the floor, what is to be decided."""

from reportlab.platypus import Flowable, Spacer

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, facts, sentence
from samverkan_desktop.documents.pdf_table import Cell, TableCommand, data_table
from samverkan_desktop.documents.pdf_text import Text, escape, text
from samverkan_desktop.documents.running_script import RunningScript, ScriptItem
from samverkan_desktop.i18n import clock_span, long_date, tr

#: Widths of time, number, item and kind; who has the floor gets the rest of the line beside the item.
_WIDTHS = (62, 28, None, 58, 128)


def render(script: RunningScript) -> bytes:
    """Return the running script as a PDF file."""
    sheet = Sheet(
        title=f"{tr('Körschema')}, {script.occasion}" if script.occasion else tr("Körschema"),
        subject=script.agreement,
        head=script.group,
        name=tr("KÖRSCHEMA"),
        footer=f"{script.group} · {script.agreement}",
    )
    return build(sheet, lambda: _story(script))


def finishing(script: RunningScript) -> str:
    """Return when the meeting will be over as planned: ``beräknat slut 15.10, 10 min efter utsatt tid``."""
    if script.finish is None:
        return ""
    end = f"{script.finish:%H.%M}"
    if script.over is not None and script.over > 0:
        return tr("beräknat slut {end}, {count} min efter utsatt tid", end=end, count=script.over)
    return tr("beräknat slut {end}", end=end)


def _story(script: RunningScript) -> list[Flowable]:
    when = f"{long_date(script.day)} {clock_span(script.starts, script.ends)}".strip()
    planned = tr("{count} min", count=script.minutes) if script.minutes else ""
    course = " · ".join(part for part in (planned, finishing(script)) if part)
    return [
        text(script.group, style.LETTERHEAD_NOTE),
        Heading(tr("Körschema"), style.TITLE, 0),
        text(sentence(script.occasion), style.SUBTITLE),
        facts(
            [
                (tr("Tid"), [sentence(when)]),
                (tr("Planerat"), [sentence(course)]),
                (tr("Plats"), [script.place]),
                (tr("Leder mötet"), [script.leader]),
                (tr("Antecknar"), [script.recorder]),
            ]
        ),
        Spacer(0, 10),
        _agenda(script.items),
        *_called(script.called),
    ]


def _agenda(items: tuple[ScriptItem, ...]) -> Flowable:
    """Return the agenda as a table; a column that would stay empty is left out."""
    if not items:
        return text(tr("Dagordningen är inte klar."))
    shown = (
        any(item.starts or item.minutes for item in items),
        True,
        True,
        any(item.kind for item in items),
        any(item.floor for item in items),
    )
    header = (tr("Tid"), tr("Nr"), tr("Punkt"), tr("Typ"), tr("Ge ordet till"))
    widths = [width for width, show in zip(_WIDTHS, shown, strict=True) if show]
    return data_table(_kept(header, shown), [_kept(_row(item), shown) for item in items], widths, _level())


def _level() -> list[TableCommand]:
    return [("VALIGN", (0, 1), (-1, -1), "TOP")]


def _kept(cells: tuple[Cell, ...], shown: tuple[bool, ...]) -> list[Cell]:
    return [cell for cell, show in zip(cells, shown, strict=True) if show]


def _row(item: ScriptItem) -> tuple[Cell, ...]:
    planned = tr("{count} min", count=item.minutes) if item.minutes else ""
    span = f"{item.starts:%H.%M}–{item.ends:%H.%M}" if item.starts and item.ends else ""
    clock: list[Flowable] = [text(span, style.CELL_BOLD)] if span else []
    clock += [text(planned, style.NOTE)] if planned else []
    number = text(item.number, style.CELL if item.sub else style.CELL_BOLD)
    return (clock, number, _matter(item), item.kind, item.floor)


def _matter(item: ScriptItem) -> list[Flowable]:
    """Return the heading, and under it where it came from, its papers and what is to be decided."""
    parts: list[Flowable] = [text(item.heading, style.CELL if item.sub else style.CELL_BOLD)]
    if item.origin:
        parts.append(text(item.origin, style.QUOTE))
    parts += [text(paper, style.NOTE) for paper in item.papers]
    if item.proposal:
        lead = f'<font name="{style.BOLD}">{escape(tr("Att besluta:"))}</font>'
        parts += [Spacer(0, 2), Text(f"{lead} {escape(item.proposal)}", style.CELL)]
    return parts


def _called(called: tuple[str, ...]) -> list[Flowable]:
    if not called:
        return []
    return [Spacer(0, 14), facts([(tr("Kallade"), called)])]
