"""An extract of the record of a meeting as a Word file."""

from docx.document import Document

from samverkan_desktop.documents import docx_style
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins, hold, write
from samverkan_desktop.documents.docx_table import Column, add_table
from samverkan_desktop.documents.minutes_extract import (
    MinutesExtract,
    certificate_rows,
    head_columns,
    head_rows,
    name_of,
    record_heading,
    record_rows,
    state_of,
    title_of,
)
from samverkan_desktop.documents.protocol_docx import add_item, write_row
from samverkan_desktop.documents.protocol_head import WIDTHS
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import clock_span, tr


def render(extract: MinutesExtract, template: WordTemplate = OWN) -> bytes:
    """Return an extract as a .docx file."""
    extract = clean(extract)
    document = template.open()
    write(document, "Title", name_of(extract))
    write(document, "Subtitle", extract.minutes.group)
    write(document, docx_style.MARK, state_of(extract))
    organ, day, third, last = WIDTHS
    widths = WIDTHS if extract.minutes.front is not None else (organ, day, last, third)
    columns = [Column(name, width) for name, width in zip(head_columns(extract), widths, strict=True)]
    add_table(document, tr("Beslutsdatum, paragraf och sida"), columns, head_rows(extract))
    add_item(document, extract.item)
    _add_rows(document, record_heading(extract), record_rows(extract))
    _add_rows(document, tr("Rätt utdraget intygar"), certificate_rows())
    return template.close(document, _properties(extract), _margins(extract))


def _properties(extract: MinutesExtract) -> Properties:
    minutes, name = extract.minutes, name_of(extract)
    return Properties(
        title=title_of(extract),
        subject=minutes.agreement,
        keywords=(name, minutes.group, minutes.day.isoformat(), extract.item.paragraph),
        author=minutes.organisation,
        category=name,
        day=minutes.day,
        status=tr("Utkast") if minutes.draft else "",
        case_number=(extract.item.matter.case_number if extract.item.matter else "") or minutes.case_number,
        place=minutes.place,
        time=clock_span(minutes.starts, minutes.ends),
    )


def _margins(extract: MinutesExtract) -> Margins:
    minutes = extract.minutes
    label = f"{name_of(extract)} {minutes.day.isoformat()}"
    draft = state_of(extract) if minutes.draft else ""
    return Margins(minutes.organisation, minutes.parties, label, draft, minutes.group, minutes.agreement)


def _add_rows(document: Document, heading: str, rows: list[tuple[str, list[str]]]) -> None:
    if any(any(lines) for _, lines in rows):
        above = write(document, "Heading 1", heading)
        hold([above, *(write_row(document, label, lines) for label, lines in rows)])
