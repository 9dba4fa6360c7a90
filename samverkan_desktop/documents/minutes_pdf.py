"""Minutes as a PDF file, in the order that records of this kind have (domain: conventions 3.1)."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable, Spacer

from samverkan_desktop.documents import pdf_style as style
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
from samverkan_desktop.documents.pdf_list import bullets
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, facts, letterhead, section, sentence
from samverkan_desktop.documents.pdf_prose import notes
from samverkan_desktop.documents.pdf_table import TableCommand, data_table, plain_table
from samverkan_desktop.documents.pdf_text import Text, escape, text
from samverkan_desktop.i18n import clock_span, numbered, tr

#: What is decided or asked of somebody stands beside a line of its own.
_SET_OFF: tuple[TableCommand, ...] = (
    ("LINEBEFORE", (0, 0), (0, -1), 2, style.ACCENT),
    ("LEFTPADDING", (0, 0), (0, -1), 10),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
)


def render(minutes: Minutes) -> bytes:
    """Return the minutes of a meeting as a PDF file."""
    label = sentence(minutes.label)
    sheet = Sheet(
        title=f"{label} {minutes.day.isoformat()} – {minutes.group}",
        subject=minutes.agreement,
        head=minutes.organisation,
        name=minutes.label.upper(),
        footer=" · ".join(part for part in (minutes.group, minutes.agreement) if part),
    )
    return build(sheet, lambda: _story(minutes, label))


def _story(minutes: Minutes, label: str) -> list[Flowable]:
    return [
        letterhead(minutes.organisation, minutes.parties, minutes.label.upper(), minutes.day),
        Heading(label, style.TITLE, 0),
        text(minutes.group, style.SUBTITLE),
        *_state(minutes),
        facts(
            [
                (tr("Möte"), [sentence(minutes.occasion)]),
                (tr("Datum"), [minutes.day.isoformat()]),
                (tr("Tid"), [clock_span(minutes.starts, minutes.ends)]),
                (tr("Plats"), [minutes.place]),
                (tr("Diarienummer"), [minutes.case_number]),
                (tr("Initiativ"), [minutes.initiative]),
            ]
        ),
        *_attendance(minutes),
        *_items(minutes),
        *_outcome(minutes.items),
        *_end(minutes),
    ]


def _state(minutes: Minutes) -> list[Flowable]:
    said = [tr("UTKAST – arbetsmaterial")] if minutes.draft else []
    if minutes.correction:
        said.append(tr("Rättelse {rättelse}", rättelse=minutes.correction))
    return [text(line, style.LABEL) for line in said]


def _attendance(minutes: Minutes) -> list[Flowable]:
    groups = attendance(minutes)
    roles = (
        (minutes.chair_label or tr("Ordförande"), [minutes.chair]),
        (minutes.convenor_label or tr("Sammankallande"), [minutes.convenor]),
        (minutes.secretary_label or tr("Sekreterare"), [minutes.secretary]),
    )
    given = [(label, lines) for label, lines in roles if any(lines)]
    if not groups and not given:
        return []
    parts: list[Flowable] = []
    for heading, parties in groups:
        parts += section(heading, [part for party in parties for part in _party(party)], style.SUBHEADING, 2)
    if given:
        parts += [Spacer(0, 8), facts(given, label_width=110)]
    return section(tr("Deltagare"), parts)


def _party(party: PartyAttendees) -> list[Flowable]:
    if not party.attendees:
        return []
    lines = bullets(attendee_line(each) for each in party.attendees)
    return [text(party.party, style.ITEM_BOLD), *lines] if party.party else lines


def _items(minutes: Minutes) -> list[Flowable]:
    if not minutes.items:
        return []
    parts = [part for item in minutes.items for part in _item(item)]
    return section(items_heading(minutes.label), parts)


def _item(item: MinutedItem) -> list[Flowable]:
    presenter = tr("Föredragande: {funktion}", funktion=item.presenter) if item.presenter else ""
    origin = " · ".join(part for part in (sentence(item.origin), presenter) if part)
    parts: list[Flowable] = [text(origin, style.NOTE), Spacer(0, 3)] if origin else []
    parts += notes(item.notes, 2)
    parts += [set_off(_decision(each)) for each in item.decisions]
    parts += [set_off(commission_lines(each)) for each in item.commissions]
    parts += [set_off(task_lines(each)) for each in item.tasks]
    parts += [text(label, style.NOTE) for label in item.attachments]
    return section(numbered(item.number, item.heading), parts, style.SUBHEADING, 2)


def set_off(lines: Iterable[Text]) -> Flowable:
    """Return lines beside a rule of their own: what is decided, or asked of somebody."""
    table = plain_table([[line] for line in lines], [style.MEASURE], _SET_OFF)
    table.spaceBefore, table.spaceAfter = 4, 7
    return table


def led(lead: str, said: str) -> Text:
    """Return a line with words in bold that lead it in; may be empty."""
    return Text(f'<font name="{style.BOLD}">{escape(lead)}</font> {escape(said)}', style.ITEM)


def _decision(decision: MinutedDecision) -> list[Text]:
    return [led(lead, said) for lead, said in decision_lines(decision)]


def commission_lines(commission: MinutedCommission) -> list[Text]:
    """Return what is said of a commission: what, who, how and when (T22)."""
    return [
        led(tr("Uppdrag {nummer}:", nummer=commission.number), commission.title),
        *_who_and_when(commission.who, commission.how, commission.when),
    ]


def task_lines(task: MinutedTask) -> list[Text]:
    """Return what is said of a task: what, who and when."""
    return [led(tr("Uppgift:"), task.text), *_who_and_when(task.who, "", task.when)]


def _who_and_when(who: str, how: str, when: str) -> list[Text]:
    said = ((tr("Vem:"), who), (tr("Hur:"), how), (tr("När:"), when))
    return [led(lead, words) for lead, words in said if words]


def _outcome(items: Sequence[MinutedItem]) -> list[Flowable]:
    rows = outcome(items)
    if not rows:
        return []
    header = (tr("Nr"), tr("Beslut/uppdrag"), tr("Ansvarig"), tr("När"))
    return section(tr("Beslut och uppdrag från mötet"), [data_table(header, rows, (66, None, 130, 92))])


def _end(minutes: Minutes) -> list[Flowable]:
    following = minutes.next_meeting.isoformat() if minutes.next_meeting else ""
    parts: list[Flowable] = []
    for heading, lines, listed in (
        (tr("Sekretess"), minutes.reminders, False),
        (recorder_heading(minutes.label), (minutes.recorded_by,), False),
        (tr("Justering"), approval_lines(minutes), False),
        (tr("Sändlista"), minutes.distribution, True),
        (tr("Bilagor"), minutes.attachments, True),
        (tr("Nästa möte"), (following,), False),
    ):
        said = [line for line in lines if line.strip()]
        if said:
            parts += section(heading, bullets(said) if listed else [text(line) for line in said])
    return parts
