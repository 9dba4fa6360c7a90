"""An extract of the record of a meeting as a PDF file."""

from reportlab.platypus import Flowable

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.minutes_extract import (
    MinutesExtract,
    certificate_rows,
    head_columns,
    head_rows,
    kind_of,
    name_of,
    record_heading,
    record_rows,
    state_of,
    title_of,
)
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, letterhead, section
from samverkan_desktop.documents.pdf_table import data_table
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.documents.protocol_pdf import item_story, rows_to_sign
from samverkan_desktop.i18n import tr


def render(extract: MinutesExtract) -> bytes:
    """Return an extract as a PDF file."""
    minutes = extract.minutes
    sheet = Sheet(
        title=title_of(extract),
        subject=minutes.agreement,
        head=minutes.organisation,
        name=kind_of(extract),
        footer=" · ".join(part for part in (minutes.group, minutes.agreement) if part),
    )
    return build(sheet, lambda: _story(extract))


def _story(extract: MinutesExtract) -> list[Flowable]:
    minutes, state = extract.minutes, state_of(extract)
    return [
        letterhead(minutes.organisation, minutes.parties, kind_of(extract), minutes.day),
        Heading(name_of(extract), style.TITLE, 0),
        text(minutes.group, style.SUBTITLE),
        *([text(state, style.LABEL)] if state else []),
        data_table(head_columns(extract), head_rows(extract), (None, 84, *_widths(extract))),
        *item_story(extract.item),
        *section(record_heading(extract), rows_to_sign(record_rows(extract)))[
            : None if _told(extract) else 0
        ],
        *section(tr("Rätt utdraget intygar"), rows_to_sign(certificate_rows())),
    ]


def _widths(extract: MinutesExtract) -> tuple[int, int]:
    return (84, 44) if extract.minutes.front is not None else (44, 84)


def _told(extract: MinutesExtract) -> bool:
    return any(any(lines) for _, lines in record_rows(extract))
