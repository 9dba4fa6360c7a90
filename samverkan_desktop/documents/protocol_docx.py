"""A protokoll in the board's form as a Word file: each paragraph a section with its own head."""

from collections.abc import Sequence

from docx.document import Document
from docx.text.paragraph import Paragraph

from samverkan_desktop.documents import docx_parts, docx_prose, docx_style, protocol_head
from samverkan_desktop.documents import protocol_parts as parts
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Field, Margins, hold, write, write_fact, write_section
from samverkan_desktop.documents.docx_table import Cell, Column, add_table
from samverkan_desktop.documents.minutes import MinutedItem, Minutes
from samverkan_desktop.documents.minutes_docx import add_commission, add_task
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import clock_span, tr


def render(minutes: Minutes, template: WordTemplate = OWN) -> bytes:
    """Return the protokoll of a meeting as a .docx file."""
    minutes = clean(minutes)
    document = template.open()
    front, *others = parts.leaves(minutes)
    first = document.sections[0]
    protocol_head.number_pages(first, parts.front_of(minutes).first_page)
    protocol_head.set_head(document, first, minutes, front)
    protocol_head.set_foot(first)
    _add_front(document, minutes)
    for leaf in others:
        protocol_head.set_head(document, protocol_head.next_section(document), minutes, leaf)
        for item in leaf.items:
            add_item(document, item)
    _add_end(document, minutes)
    return template.close(document, _properties(minutes), _margins(minutes))


def _properties(minutes: Minutes) -> Properties:
    name, day = tr("Sammanträdesprotokoll"), minutes.day.isoformat()
    return Properties(
        title=f"{name} {day} – {minutes.group}",
        subject=minutes.agreement,
        keywords=(name, minutes.group, day, minutes.case_number),
        author=minutes.organisation,
        category=name,
        day=minutes.day,
        status=tr("Utkast") if minutes.draft else "",
        case_number=minutes.case_number,
        place=minutes.place,
        time=clock_span(minutes.starts, minutes.ends),
    )


def _margins(minutes: Minutes) -> Margins:
    label = f"{tr('Sammanträdesprotokoll')} {minutes.day.isoformat()}"
    draft = parts.state(minutes) if minutes.draft else ""
    return Margins(
        minutes.organisation, minutes.parties, label, draft, minutes.group, minutes.agreement, written=True
    )


def _add_front(document: Document, minutes: Minutes) -> None:
    write(document, "Title", tr("Sammanträdesprotokoll"))
    write(document, "Subtitle", minutes.group)
    if minutes.draft:
        write(document, docx_style.MARK, parts.state(minutes))
    if minutes.correction:
        write(document, docx_style.MARK, tr("Rättelse {rättelse}", rättelse=minutes.correction))
    hold([write_row(document, tr("Sammanträdesdatum"), [minutes.day.isoformat()])], before=10)
    for label, lines in parts.opening_rows(minutes):
        write_row(document, label, lines)
    write(document, "Heading 1", tr("Underskrifter"))
    for label, lines in parts.signature_rows(minutes):
        hold([write_row(document, label, lines)], before=10)
    write(document, "Heading 1", tr("Anslag/bevis"))
    said = write(document, docx_style.NORMAL, parts.notice_sentence(minutes))
    hold([said, *(write_row(document, label, lines) for label, lines in parts.notice_rows(minutes))])
    _add_list(document, minutes)


def write_row(document: Document, label: str, lines: Sequence[str]) -> Paragraph | None:
    """Add a label with its lines beside it; nothing where there are none."""
    text = "\n".join(line for line in lines if line)
    return write_fact(document, label, text, style=docx_style.PROTOCOL_FACT)


def _add_list(document: Document, minutes: Minutes) -> None:
    """Add the list of items with the page of each, which Word fills in."""
    if not minutes.items:
        return
    registered = any(item.matter and item.matter.case_number for item in minutes.items)
    heading = tr("Ärendelista")
    rows: list[list[Cell]] = []
    for item in minutes.items:
        number = item.matter.case_number if item.matter else ""
        cells: list[Cell] = [item.paragraph, f"{item.number}. {item.heading}"]
        rows.append([*cells, *([number] if registered else []), Field(f"PAGEREF {_name(item)}", "–")])
    columns = [Column(tr("Paragraf"), 2.8), Column(tr("Ärende"), 8.2 if registered else 11.6)]
    columns += [Column(tr("Diarienummer"), 3.4)] if registered else []
    above = write(document, "Heading 1", heading)
    if above is not None:
        above.paragraph_format.page_break_before = True
    add_table(document, heading, [*columns, Column(tr("Sida"), 1.6)], rows)


def _name(item: MinutedItem) -> str:
    """Return what an item's place is called in the file, where its page is asked for."""
    return f"item{item.number.replace('.', 'x')}"


def add_item(document: Document, item: MinutedItem) -> None:
    """Add an item of a protokoll, in the order of section 1.2: what it is, was proposed, decided, sent."""
    heading = write(document, "Heading 1", parts.item_heading(item))
    docx_parts.mark_place(heading, _name(item))
    for line in parts.papers(item):
        write(document, docx_style.REFERENCE, line)
    presenter = tr("Föredragande: {funktion}", funktion=item.presenter) if item.presenter else ""
    origin = " · ".join(part for part in (item.origin, presenter) if part)
    write(document, docx_style.REFERENCE, origin[:1].upper() + origin[1:])
    level = 1
    if item.notes.strip() and parts.has_sections(item):
        write(document, "Heading 2", tr("Ärendebeskrivning"))
        level = 2
    docx_prose.write_notes(document, item.notes, under=level, caption=parts.item_heading(item))
    for heading_of, lines in parts.before_decision(item):
        write(document, "Heading 2", heading_of)
        for line in lines:
            write(document, docx_style.NORMAL, line)
    if item.decisions:
        write(document, "Heading 2", tr("Beslut"))
        hold(
            [write(document, docx_style.DECISION, said, lead=number) for number, said in parts.decided(item)]
        )
    for commission in item.commissions:
        add_commission(document, commission)
    for task in item.tasks:
        add_task(document, task)
    receivers = parts.sent_to(item)
    if receivers:
        write(document, "Heading 2", tr("Beslutsexpediering"))
        docx_parts.hold_ends([write(document, "List Bullet", one) for one in receivers])


def _add_end(document: Document, minutes: Minutes) -> None:
    following = minutes.next_meeting.isoformat() if minutes.next_meeting else ""
    write_section(document, tr("Sekretess"), minutes.reminders)
    write_section(document, tr("Bilagor"), minutes.attachments, style="List Bullet")
    write_section(document, tr("Nästa sammanträde"), (following,))
