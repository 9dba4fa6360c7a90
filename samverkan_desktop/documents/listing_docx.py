"""A list as a Word file."""

from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins, write
from samverkan_desktop.documents.docx_table import NOTHING, Column, add_table
from samverkan_desktop.documents.listing import Listing, shown
from samverkan_desktop.documents.word_template import OWN, WordTemplate

#: What a page holds beside its margins, in centimetres.
_MEASURE = 16.0


def render(listing: Listing, template: WordTemplate = OWN) -> bytes:
    """Return the list as a .docx file."""
    listing = clean(listing)
    document = template.open()
    write(document, "Title", listing.title)
    write(document, "Subtitle", listing.group or listing.agreement)
    if listing.rows:
        whole = sum(column.width for column in listing.columns)
        columns = [Column(each.heading, each.width / whole * _MEASURE) for each in listing.columns]
        rows = ([shown(value) or NOTHING for value in row] for row in listing.rows)
        add_table(document, listing.title, columns, rows)
    else:
        write(document, "Normal", listing.nothing)
    return template.close(document, _properties(listing), _margins(listing))


def _properties(listing: Listing) -> Properties:
    return Properties(
        title=listing.title,
        subject=listing.agreement,
        keywords=(listing.title, listing.group, listing.issued.isoformat()),
        author=listing.organisation,
        category=listing.title,
        day=listing.issued,
    )


def _margins(listing: Listing) -> Margins:
    label = f"{listing.title} {listing.issued.isoformat()}"
    return Margins(listing.organisation, listing.parties, label, "", listing.group, listing.agreement)
