"""The call (kallelse) with its agenda, as a Word file."""

from collections.abc import Callable

from docx.document import Document

from samverkan_desktop.documents import docx_style
from samverkan_desktop.documents.call import Call, CallItem, when
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins, hold, write, write_fact
from samverkan_desktop.documents.docx_table import Cell, Column, add_table, lines
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import clock_span, tr
from samverkan_desktop.prose_runs import Run

#: The columns beside that of the matters, in centimetres.
_NUMBER, _PRESENTER, _KIND, _TIME = 1.0, 3.9, 2.3, 2.9


def render(call: Call, template: WordTemplate = OWN) -> bytes:
    """Return the call as a .docx file."""
    call = clean(call)
    document = template.open()
    _add_head(document, call)
    write(document, "Heading 1", tr("Dagordning"))
    _add_agenda(document, call.items)
    _add_end(document, call)
    return template.close(document, properties(call, tr("Kallelse")), margins(call, tr("Kallelse")))


def properties(call: Call, name: str) -> Properties:
    """Return what a document on a meeting to come says of itself, by the document's name."""
    return Properties(
        title=f"{call.title}, {call.occasion}" if call.occasion else call.title,
        subject=call.agreement,
        keywords=(name, call.group, call.day.isoformat()),
        author=call.organisation,
        category=name,
        day=call.day,
        place=call.place,
        time=clock_span(call.starts, call.ends),
    )


def margins(call: Call, name: str) -> Margins:
    """Return what stands around a document on a meeting to come, by the document's name."""
    label = f"{name} {call.day.isoformat()}"
    return Margins(call.organisation, call.parties, label, "", call.group, call.agreement)


def _add_head(document: Document, call: Call) -> None:
    write(document, "Title", call.title)
    write(document, "Subtitle", call.group)
    write(document, docx_style.OCCASION, call.occasion[:1].upper() + call.occasion[1:])
    facts = [
        write_fact(document, tr("Tid"), when(call)),
        write_fact(document, tr("Plats"), call.place),
        write_fact(document, tr("Extra möte"), call.initiative),
        write_fact(document, tr("Daterad"), call.issued.isoformat()),
    ]
    hold(facts)
    if call.called:
        write(document, "Heading 1", tr("Kallade"))
    for line in call.called:
        write(document, docx_style.ATTENDEE, line)


def _add_agenda(document: Document, items: tuple[CallItem, ...]) -> None:
    """Add the agenda as a table; a column that would stay empty is left out."""
    if not items:
        write(document, docx_style.NORMAL, tr("Dagordningen är inte klar."))
        return
    told: list[tuple[str, float, Callable[[CallItem], str]]] = [
        (tr("Föredragande"), _PRESENTER, lambda item: item.presenter),
        (tr("Typ"), _KIND, lambda item: item.kind),
        (tr("Tid"), _TIME, lambda item: clock_span(item.starts, item.ends)),
    ]
    shown = [column for column in told if any(column[2](item) for item in items)]
    rest = docx_style.PAGE.text_width - _NUMBER - sum(width for _, width, _ in shown)
    columns = [Column(tr("Nr"), _NUMBER), Column(tr("Ärende"), rest)]
    columns += [Column(heading, width) for heading, width, _ in shown]
    rows = ([item.number, _matter(item), *(cell(item) for _, _, cell in shown)] for item in items)
    add_table(document, tr("Dagordning"), columns, rows)


def _matter(item: CallItem) -> Cell:
    """Return an item's heading, and under it where it is from, its papers and what is proposed."""
    said = lines(docx_style.CELL, (Run(item.heading, bold=True),))
    said += lines(docx_style.CELL_NOTE, item.origin, *item.attachments)
    if item.proposal:
        lead = Run(tr("Förslag till beslut:"), bold=True)
        said += lines(docx_style.CELL, (lead, Run(f" {item.proposal}")))
    return said


def _add_end(document: Document, call: Call) -> None:
    said = [write(document, docx_style.NORMAL, reminder) for reminder in call.reminders]
    said.append(write(document, docx_style.NORMAL, "", lead=call.sender))
    hold(said, before=10)
