"""A protokoll in the board's form as a PDF file: front page, list, each paragraph from a new page."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import getAscentDescent
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Spacer

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents import protocol_parts as parts
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.minutes import MinutedItem, Minutes
from samverkan_desktop.documents.minutes_pdf import commission_lines, led, set_off, task_lines
from samverkan_desktop.documents.pdf_list import bullets
from samverkan_desktop.documents.pdf_page import DocumentCanvas, Sheet
from samverkan_desktop.documents.pdf_parts import Heading, facts, section, sentence
from samverkan_desktop.documents.pdf_prose import notes
from samverkan_desktop.documents.pdf_structure import Element
from samverkan_desktop.documents.pdf_table import data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.documents.protocol_page import LeafPages, Made, build
from samverkan_desktop.i18n import tr

_LABELS = 128


def render(minutes: Minutes) -> bytes:
    """Return the protokoll of a meeting as a PDF file."""
    return _made(minutes).file


def pages(minutes: Minutes) -> int:
    """Return how many pages a protokoll has as a PDF file."""
    return _made(minutes).pages


def pages_of(minutes: Minutes) -> dict[str, int]:
    """Return on which page each item begins, by its number; pages are numbered through the year (B02)."""
    before = parts.front_of(minutes).first_page - 1
    return {number: page + before for number, page in _made(minutes).places.items()}


def _made(minutes: Minutes) -> Made:
    minutes = clean(minutes)
    name = tr("Sammanträdesprotokoll")
    sheet = Sheet(
        title=f"{name} {minutes.day.isoformat()} – {minutes.group}",
        subject=minutes.agreement,
        head=minutes.organisation,
        name=name.upper(),
        footer="",
    )
    return build(sheet, minutes, lambda: _leaves(minutes))


def _leaves(minutes: Minutes) -> list[LeafPages]:
    found = []
    for leaf in parts.leaves(minutes):
        told = [part for item in leaf.items for part in item_story(item)]
        found.append(LeafPages(leaf, told if leaf.items else _front(minutes)))
    found[-1].story.extend(_end(minutes))
    return found


def _front(minutes: Minutes) -> list[Flowable]:
    state = [parts.state(minutes)]
    if minutes.correction:
        state.append(tr("Rättelse {rättelse}", rättelse=minutes.correction))
    return [
        Heading(tr("Sammanträdesprotokoll"), style.TITLE, 0),
        text(minutes.group, style.SUBTITLE),
        *(text(line, style.LABEL) for line in state),
        Spacer(0, 4),
        facts([(tr("Sammanträdesdatum"), [minutes.day.isoformat()])], _LABELS),
        facts(parts.opening_rows(minutes), _LABELS),
        *section(tr("Underskrifter"), rows_to_sign(parts.signature_rows(minutes))),
        *section(
            tr("Anslag/bevis"),
            [text(parts.notice_sentence(minutes)), facts(parts.notice_rows(minutes), _LABELS)],
        ),
        *_list_of_items(minutes),
    ]


def rows_to_sign(rows: Sequence[tuple[str, Sequence[str]]]) -> list[Flowable]:
    """Return labels with lines to sign, and room to write above each; rows without lines are left out."""
    said = [facts([row], _LABELS) for row in rows if any(row[1])]
    return [part for row in said for part in (Spacer(0, 5), row)]


def _list_of_items(minutes: Minutes) -> list[Flowable]:
    if not minutes.items:
        return []
    numbers = [item.matter.case_number if item.matter else "" for item in minutes.items]
    rows, registered = [], any(numbers)
    for item, number in zip(minutes.items, numbers, strict=True):
        cells = [item.paragraph or "–", f"{item.number}. {item.heading}"]
        rows.append([*cells, *([number or "–"] if registered else []), _PageOf(item.number)])
    header = (tr("Paragraf"), tr("Ärende"), *((tr("Diarienummer"),) if registered else ()), tr("Sida"))
    widths = (82, None, *((96,) if registered else ()), 40)
    return [PageBreak(), *section(tr("Ärendelista"), [data_table(header, rows, widths)])]


def item_story(item: MinutedItem) -> list[Flowable]:
    """Return an item of a protokoll, in the order of section 1.2: what it is, was proposed, decided, sent."""
    presenter = tr("Föredragande: {funktion}", funktion=item.presenter) if item.presenter else ""
    lines = [*parts.papers(item), sentence(item.origin), presenter]
    under: list[Flowable] = [text(line, style.NOTE) for line in lines if line]
    described = notes(item.notes, 2 if parts.has_sections(item) else 1)
    if described and parts.has_sections(item):
        described = section(tr("Ärendebeskrivning"), described, style.SUBHEADING, 2)
    under += described
    for heading, said in parts.before_decision(item):
        under += section(heading, [text(line) for line in said], style.SUBHEADING, 2)
    if item.decisions:
        taken = [led(number, said) for number, said in parts.decided(item)]
        under += section(tr("Beslut"), [set_off(taken)], style.SUBHEADING, 2)
    under += [set_off(commission_lines(each)) for each in item.commissions]
    under += [set_off(task_lines(each)) for each in item.tasks]
    receivers = parts.sent_to(item)
    if receivers:
        under += section(tr("Beslutsexpediering"), bullets(receivers), style.SUBHEADING, 2)
    room, *rest = section(parts.item_heading(item), under)
    return [room, _Anchor(item.number), *rest]


def _end(minutes: Minutes) -> list[Flowable]:
    following = minutes.next_meeting.isoformat() if minutes.next_meeting else ""
    told: list[Flowable] = []
    for heading, lines in (
        (tr("Sekretess"), minutes.reminders),
        (tr("Bilagor"), minutes.attachments),
        (tr("Nästa sammanträde"), (following,)),
    ):
        said = [line for line in lines if line]
        if said:
            told += section(heading, bullets(said) if len(said) > 1 else [text(line) for line in said])
    return told


class _Anchor(Flowable):
    """Where an item begins: the list of items says on which page that is."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.keepWithNext = True

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Take no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Remember the page."""
        if isinstance(self.canv, DocumentCanvas):
            self.canv.places[self._key] = self.canv.getPageNumber()


class _PageOf(Flowable):
    """The page on which an item begins, known when all is laid out."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.width, self.height = 0.0, float(style.CELL.leading)

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Return the width and height it takes."""
        self.width = available_width
        return self.width, self.height

    def draw(self) -> None:
        """Leave room for it."""
        if isinstance(self.canv, DocumentCanvas):
            with self.canv.marked(Element("P")):
                self.canv.complete(self._complete)

    def _complete(self, canvas: Canvas, _pages: int) -> None:
        if isinstance(canvas, DocumentCanvas):
            ascent, _ = getAscentDescent(style.CELL.fontName, style.CELL.fontSize)
            canvas.setFont(style.CELL.fontName, style.CELL.fontSize)
            canvas.setFillColor(style.INK)
            number = canvas.places[self._key] + canvas.pages_before
            canvas.drawString(0, self.height - ascent, str(number))
