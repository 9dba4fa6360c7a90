"""The short agenda for print: one page, in letters as large as the number of items allows."""

from dataclasses import dataclass
from enum import Enum, auto

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer, Table

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.call import Call, CallItem, when
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, sentence
from samverkan_desktop.documents.pdf_table import TableCommand, plain_table
from samverkan_desktop.documents.pdf_text import Text, escape, text
from samverkan_desktop.i18n import clock_span, tr


class _Presenter(Enum):
    """Where an item's presenter stands."""

    UNDER = auto()
    AFTER = auto()
    LEFT_OUT = auto()


#: Sizes of an item's heading, tried from the first; the last is the least one reads at arm's length.
#: Large letters are worth more here than the presenters, who stand in the call.
_SIZES = (
    *((size / 2, _Presenter.UNDER) for size in range(36, 27, -1)),
    *((size / 2, _Presenter.AFTER) for size in range(27, 21, -1)),
    *((size / 2, _Presenter.LEFT_OUT) for size in range(25, 15, -1)),
)
#: More letters than this fit on no page at any size.
_MOST_LETTERS = 10_000
_ROOM = style.PAGE_HEIGHT - style.MARGIN_TOP - style.MARGIN_BOTTOM


@dataclass(frozen=True)
class _Look:
    """How items look at one size."""

    item: ParagraphStyle
    note: ParagraphStyle
    aside: ParagraphStyle
    padding: float
    presenter: _Presenter

    @classmethod
    def of(cls, size: float, presenter: _Presenter) -> "_Look":
        note = max(size * 0.7, 7.5)
        return cls(
            item=ParagraphStyle(
                f"agenda-{size}", style.BODY, fontSize=size, leading=size * 1.22, spaceAfter=0
            ),
            note=ParagraphStyle(f"agenda-note-{size}", style.NOTE, fontSize=note, leading=note * 1.3),
            aside=ParagraphStyle(
                f"agenda-aside-{size}", style.NOTE, fontSize=note, leading=note * 1.3, alignment=TA_RIGHT
            ),
            padding=max((size - 7.5) * 0.62, 1.0),
            presenter=presenter,
        )


def render(call: Call) -> bytes:
    """Return the agenda as a PDF file of one page, as long as the items can be read there at all."""
    sheet = Sheet(
        title=f"{tr('Dagordning')}, {call.occasion}" if call.occasion else tr("Dagordning"),
        subject=call.agreement,
        head=call.group,
        name=tr("DAGORDNING"),
        footer=f"{call.group} · {call.agreement}",
    )
    return build(sheet, lambda: _story(call))


def _story(call: Call) -> list[Flowable]:
    head = _head(call)
    if not call.items:
        return [*head, text(tr("Dagordningen är inte klar."))]
    room = _ROOM - sum(_height(part) for part in head)
    letters = sum(len(item.heading) + len(item.presenter) for item in call.items)
    sizes = _SIZES if letters < _MOST_LETTERS else _SIZES[-1:]
    tables = (_items(call.items, _Look.of(*size)) for size in sizes)
    fitting = next((table for table in tables if _height(table) <= room), None)
    return [*head, fitting or _items(call.items, _Look.of(*_SIZES[-1]))]


def _height(part: Flowable) -> float:
    """Return how much of the page a part takes, with the white space around it."""
    _, height = part.wrap(style.MEASURE, style.PAGE_HEIGHT)
    return float(height + part.getSpaceBefore() + part.getSpaceAfter())


def _head(call: Call) -> list[Flowable]:
    title = ParagraphStyle("agenda-title", style.TITLE, fontSize=26, leading=32, spaceBefore=4)
    occasion = ParagraphStyle("agenda-occasion", style.SUBTITLE, spaceAfter=2)
    place = f" · {call.place}" if call.place else ""
    return [
        text(call.group, style.LETTERHEAD_NOTE),
        Heading(tr("Dagordning"), title, 0),
        text(sentence(call.occasion), occasion),
        text(f"{sentence(when(call))}{place}", style.ITEM),
        Spacer(0, 14),
    ]


def _items(items: tuple[CallItem, ...], look: _Look) -> Table:
    longest = max(stringWidth(item.number, look.item.fontName, look.item.fontSize) for item in items)
    number = min(max(look.item.fontSize * 1.9, longest + look.item.fontSize * 0.7), style.MEASURE / 4)
    aside = min(_aside_width(items, look), style.MEASURE / 3)
    rows: list[list[Flowable | list[Flowable]]] = [
        [text(item.number, look.item), _heading(item, look), _aside(item, look)] for item in items
    ]
    commands: list[TableCommand] = [
        ("TOPPADDING", (0, 0), (-1, -1), look.padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), look.padding + 1),
        # Smaller letters stand on the same line as the heading's first.
        ("TOPPADDING", (2, 0), (2, -1), look.padding + look.item.fontSize - look.aside.fontSize),
        ("LINEABOVE", (0, 0), (-1, 0), 1.2, style.ACCENT),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, style.RULE),
    ]
    return plain_table(rows, [number, style.MEASURE - number - aside, aside], commands)


def _aside_width(items: tuple[CallItem, ...], look: _Look) -> float:
    """Return the width of the column with kind and time: as little as its longest text needs."""
    font = look.aside.fontName
    widths = [stringWidth(line, font, look.aside.fontSize) for item in items for line in _beside(item, look)]
    return max(widths, default=0.0) + 12


def _beside(item: CallItem, look: _Look) -> list[str]:
    parts = [part for part in (item.kind, clock_span(item.starts, item.ends)) if part]
    return parts if look.presenter is _Presenter.UNDER else [" · ".join(parts)]


def _heading(item: CallItem, look: _Look) -> list[Flowable]:
    if not item.presenter or look.presenter is _Presenter.LEFT_OUT:
        return [text(item.heading, look.item)]
    if look.presenter is _Presenter.UNDER:
        return [text(item.heading, look.item), text(item.presenter, look.note)]
    size, colour = look.note.fontSize, style.MUTED.hexval()
    presenter = f'<font size="{size}" color="{colour}">{escape(item.presenter)}</font>'
    return [Text(f"{escape(item.heading)} &nbsp;{presenter}", look.item)]


def _aside(item: CallItem, look: _Look) -> list[Flowable]:
    return [text(line, look.aside) for line in _beside(item, look)]
