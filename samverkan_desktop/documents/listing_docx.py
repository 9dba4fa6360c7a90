"""A list as a Word file."""

from samverkan_desktop.documents import docx_package, docx_parts
from samverkan_desktop.documents.docx_parts import Margins, write
from samverkan_desktop.documents.docx_table import NOTHING, Column, add_table
from samverkan_desktop.documents.listing import Listing, shown

#: What a page holds beside its margins, in centimetres.
_MEASURE = 16.0


def render(listing: Listing) -> bytes:
    """Return the list as a .docx file."""
    document = docx_package.blank()
    docx_package.describe(
        document,
        docx_package.Properties(
            title=listing.title,
            subject=listing.agreement,
            keywords=(listing.title, listing.group, listing.issued.isoformat()),
            author=listing.organisation,
            category=listing.title,
            day=listing.issued,
        ),
    )
    label = f"{listing.title} {listing.issued.isoformat()}"
    docx_parts.set_margins(
        document, Margins(listing.organisation, listing.parties, label, "", listing.group, listing.agreement)
    )
    write(document, "Title", listing.title)
    write(document, "Subtitle", listing.group or listing.agreement)
    if listing.rows:
        whole = sum(column.width for column in listing.columns)
        columns = [Column(each.heading, each.width / whole * _MEASURE) for each in listing.columns]
        rows = ([shown(value) or NOTHING for value in row] for row in listing.rows)
        add_table(document, listing.title, columns, rows)
    else:
        write(document, "Normal", listing.nothing)
    return docx_package.to_bytes(document)
