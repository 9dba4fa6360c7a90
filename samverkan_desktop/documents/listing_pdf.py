"""A list as a PDF file."""

from reportlab.platypus import Flowable, Spacer

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.listing import Listing, shown
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, letterhead
from samverkan_desktop.documents.pdf_table import data_table
from samverkan_desktop.documents.pdf_text import text


def render(listing: Listing) -> bytes:
    """Return the list as a PDF file."""
    sheet = Sheet(
        title=listing.title,
        subject=listing.agreement,
        head=listing.organisation,
        name=listing.name,
        footer=" · ".join(part for part in (listing.group, listing.agreement) if part),
    )
    return build(sheet, lambda: _story(listing))


def _story(listing: Listing) -> list[Flowable]:
    return [
        letterhead(listing.organisation, listing.parties, listing.name, listing.issued),
        Heading(listing.title, style.TITLE, 0),
        text(listing.group or listing.agreement, style.SUBTITLE),
        Spacer(0, 10),
        _table(listing) if listing.rows else text(listing.nothing),
    ]


def _table(listing: Listing) -> Flowable:
    whole = sum(column.width for column in listing.columns)
    widths = [column.width / whole * style.MEASURE for column in listing.columns]
    rows = [[shown(value) for value in row] for row in listing.rows]
    return data_table([column.heading for column in listing.columns], rows, widths)
