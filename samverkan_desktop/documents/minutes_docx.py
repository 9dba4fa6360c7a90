"""Minutes as a Word file, in the order that records of this kind have (domain: conventions 3.1)."""

from collections.abc import Sequence

from docx.document import Document

from samverkan_desktop.documents import docx_parts, docx_prose, docx_style
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins, hold, write, write_fact, write_section
from samverkan_desktop.documents.docx_table import Column, add_table
from samverkan_desktop.documents.minutes import (
    MinutedCommission,
    MinutedDecision,
    MinutedItem,
    MinutedTask,
    Minutes,
    PartyAttendees,
)
from samverkan_desktop.documents.minutes_parts import (
    approval_lines,
    attendance,
    attendee_line,
    decision_lines,
    items_heading,
    outcome,
    recorder_heading,
)
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import clock_span, numbered, tr


def render(minutes: Minutes, template: WordTemplate = OWN) -> bytes:
    """Return the minutes of a meeting as a .docx file."""
    minutes = clean(minutes)
    document = template.open()
    _add_head(document, minutes)
    _add_attendance(document, minutes)
    _add_items(document, minutes)
    _add_outcome(document, minutes.items)
    _add_end(document, minutes)
    return template.close(document, _properties(minutes), _margins(minutes))


def _dated(minutes: Minutes) -> str:
    return f"{_capital(minutes.label)} {minutes.day.isoformat()}"


def _properties(minutes: Minutes) -> Properties:
    return Properties(
        title=f"{_dated(minutes)} – {minutes.group}",
        subject=minutes.agreement,
        keywords=(minutes.label, minutes.group, minutes.day.isoformat(), minutes.case_number),
        author=minutes.organisation,
        category=minutes.label,
        day=minutes.day,
        status=tr("Utkast") if minutes.draft else "",
        case_number=minutes.case_number,
        place=minutes.place,
        time=clock_span(minutes.starts, minutes.ends),
    )


def _margins(minutes: Minutes) -> Margins:
    draft = _draft_mark() if minutes.draft else ""
    return Margins(
        minutes.organisation, minutes.parties, _dated(minutes), draft, minutes.group, minutes.agreement
    )


def _draft_mark() -> str:
    return tr("UTKAST – arbetsmaterial")


def _add_head(document: Document, minutes: Minutes) -> None:
    write(document, "Title", _capital(minutes.label))
    write(document, "Subtitle", minutes.group)
    write(document, docx_style.OCCASION, _capital(minutes.occasion))
    if minutes.draft:
        write(document, docx_style.MARK, _draft_mark())
    if minutes.correction:
        write(document, docx_style.MARK, tr("Rättelse {rättelse}", rättelse=minutes.correction))
    write_fact(document, tr("Datum"), minutes.day.isoformat())
    write_fact(document, tr("Tid"), clock_span(minutes.starts, minutes.ends))
    write_fact(document, tr("Plats"), minutes.place)
    write_fact(document, tr("Diarienummer"), minutes.case_number)
    write_fact(document, tr("Initiativ"), minutes.initiative)


def _add_attendance(document: Document, minutes: Minutes) -> None:
    said = attendance(minutes)
    if said or minutes.chair or minutes.convenor or minutes.secretary:
        write(document, "Heading 1", tr("Deltagare"))
    for heading, parties in said:
        write(document, "Heading 2", heading)
        for party in parties:
            _add_party(document, party)
    roles = (
        (minutes.chair_label or tr("Ordförande"), minutes.chair),
        (minutes.convenor_label or tr("Sammankallande"), minutes.convenor),
        (minutes.secretary_label or tr("Sekreterare"), minutes.secretary),
    )
    hold([write_fact(document, label, function) for label, function in roles], before=10)


def _add_party(document: Document, party: PartyAttendees) -> None:
    if party.attendees:
        write(document, docx_style.PARTY, party.party)
    docx_parts.hold_ends(
        [write(document, docx_style.ATTENDEE, attendee_line(attendee)) for attendee in party.attendees]
    )


def _add_items(document: Document, minutes: Minutes) -> None:
    if minutes.items:
        write(document, "Heading 1", items_heading(minutes.label))
    for item in minutes.items:
        _add_item(document, item)


def _add_item(document: Document, item: MinutedItem) -> None:
    # The number is text: Word's own numbering runs on from the list before when papers are merged.
    write(document, "Heading 2", numbered(item.number, item.heading))
    presenter = tr("Föredragande: {funktion}", funktion=item.presenter) if item.presenter else ""
    origin = " · ".join(part for part in (_capital(item.origin), presenter) if part)
    below = item.notes or item.decisions or item.commissions or item.tasks or item.attachments
    said = write(document, docx_style.ORIGIN, origin)
    if said is not None and not below:
        said.paragraph_format.keep_with_next = False
    docx_prose.write_notes(document, item.notes, under=2, caption=numbered(item.number, item.heading))
    for decision in item.decisions:
        _add_decision(document, decision)
    for commission in item.commissions:
        add_commission(document, commission)
    for task in item.tasks:
        add_task(document, task)
    write(document, docx_style.REFERENCE, "\n".join(item.attachments))


def _add_decision(document: Document, decision: MinutedDecision) -> None:
    """Set a decision off, with the proposal before it and who is told after (conventions 3.1, 3.5)."""
    style = docx_style.DECISION
    lines = [write(document, style, said, lead=lead) for lead, said in decision_lines(decision)]
    if len(lines) > 1:
        hold(lines, before=4, after=8)


def add_commission(document: Document, commission: MinutedCommission) -> None:
    """Set a commission off with what T22 demands of it: how and when it is reported."""
    style = docx_style.COMMISSION
    lines = (
        write(document, style, "", lead=tr("Uppdrag {nummer}", nummer=commission.number)),
        write_fact(document, tr("Vem"), commission.who, style=style),
        write_fact(document, tr("Vad"), commission.title, style=style),
        write_fact(document, tr("Hur"), commission.how, style=style),
        write_fact(document, tr("När"), commission.when, style=style),
    )
    hold(lines, before=4, after=8)


def add_task(document: Document, task: MinutedTask) -> None:
    """Set a task off: what, who and when."""
    style = docx_style.COMMISSION
    lines = (
        write(document, style, "", lead=tr("Uppgift")),
        write_fact(document, tr("Vem"), task.who, style=style),
        write_fact(document, tr("Vad"), task.text, style=style),
        write_fact(document, tr("När"), task.when, style=style),
    )
    hold(lines, before=4, after=8)


def _add_outcome(document: Document, items: Sequence[MinutedItem]) -> None:
    rows = outcome(items)
    if not rows:
        return
    heading = tr("Beslut och uppdrag från mötet")
    columns = (
        Column(tr("Nr"), 2.1),
        Column(tr("Beslut/uppdrag"), 5.9),
        Column(tr("Ansvarig"), 4.7),
        Column(tr("När"), 3.3),
    )
    write(document, "Heading 1", heading)
    add_table(document, heading, columns, rows)


def _add_end(document: Document, minutes: Minutes) -> None:
    write_section(document, tr("Sekretess"), minutes.reminders)
    following = minutes.next_meeting.isoformat() if minutes.next_meeting else ""
    write_section(document, recorder_heading(minutes.label), (minutes.recorded_by,))
    write_section(document, tr("Justering"), approval_lines(minutes))
    write_section(document, tr("Sändlista"), minutes.distribution, style="List Bullet")
    write_section(document, tr("Bilagor"), minutes.attachments, style="List Bullet")
    write_section(document, tr("Nästa möte"), (following,))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
