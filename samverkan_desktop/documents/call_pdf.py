"""The call (kallelse) with its agenda, as a PDF file."""

from reportlab.platypus import Flowable, KeepTogether, Spacer

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.call import Call, CallItem, when
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, facts, letterhead, section, sentence
from samverkan_desktop.documents.pdf_table import Cell, data_table
from samverkan_desktop.documents.pdf_text import Text, escape, text
from samverkan_desktop.i18n import clock_span, tr


def render(call: Call) -> bytes:
    """Return the call as a PDF file."""
    sheet = Sheet(
        title=f"{call.title}, {call.occasion}" if call.occasion else call.title,
        subject=call.agreement,
        head=call.organisation,
        name=tr("KALLELSE"),
        footer=f"{call.group} · {call.agreement}",
    )
    return build(sheet, lambda: _story(call))


def _story(call: Call) -> list[Flowable]:
    return [
        letterhead(call.organisation, call.parties, tr("KALLELSE"), call.issued),
        Heading(call.title, style.TITLE, 0),
        text(sentence(call.occasion), style.SUBTITLE),
        facts(
            [
                (tr("Tid"), [when(call)]),
                (tr("Plats"), [call.place]),
                (tr("Kallade"), call.called),
                (tr("Extra möte"), [call.initiative]),
            ]
        ),
        *section(tr("Dagordning"), [_agenda(call.items)]),
        *_closing(call),
    ]


def _agenda(items: tuple[CallItem, ...]) -> Flowable:
    """Return the agenda as a table; a column that would stay empty is left out."""
    if not items:
        return text(tr("Dagordningen är inte klar."))
    timed = any(item.starts for item in items)
    presented = any(item.presenter for item in items)
    kinds = any(item.kind for item in items)
    shown = (True, True, presented, kinds, timed)
    header = (tr("Nr"), tr("Ärende"), tr("Föredragande"), tr("Typ"), tr("Tid"))
    widths = (26, None, 110, 56, 72)
    rows = [_kept(_row(item), shown) for item in items]
    # The heading's letters are a point larger than those beside it: one line for the eye.
    level = ("TOPPADDING", (2, 1), (-1, -1), 5)
    kept_widths = [width for width, show in zip(widths, shown, strict=True) if show]
    return data_table(_kept(header, shown), rows, kept_widths, [level])


def _row(item: CallItem) -> tuple[Cell, ...]:
    times = clock_span(item.starts, item.ends)
    return (text(item.number, style.ITEM), _matter(item), item.presenter, item.kind, times)


def _kept(cells: tuple[Cell, ...], shown: tuple[bool, ...]) -> list[Cell]:
    return [cell for cell, show in zip(cells, shown, strict=True) if show]


def _matter(item: CallItem) -> list[Flowable]:
    """Return what stands under an item's heading: origin, attachments and the proposal."""
    parts: list[Flowable] = [text(item.heading, style.ITEM)]
    if item.origin:
        parts.append(text(item.origin, style.QUOTE))
    parts += [text(label, style.NOTE) for label in item.attachments]
    if item.proposal:
        lead = f'<font name="{style.BOLD}">{escape(tr("Förslag till beslut:"))}</font>'
        parts += [Spacer(0, 2), Text(f"{lead} {escape(item.proposal)}", style.CELL)]
    return parts


def _closing(call: Call) -> list[Flowable]:
    parts: list[Flowable] = [Spacer(0, 10), *(text(reminder) for reminder in call.reminders)]
    if call.sender:
        parts += [Spacer(0, 12), text(call.sender, style.LABEL)]
    return [KeepTogether(parts)]
