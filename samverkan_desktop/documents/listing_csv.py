"""A list as a CSV file, as Swedish spreadsheets read it: semicolons, and a mark that says UTF-8."""

import csv
import io

from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.listing import Listing, shown

#: A cell that begins so is taken for a formula, which could fetch and send: a text may not become one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def render(listing: Listing) -> bytes:
    """Return the list as a .csv file."""
    listing = clean(listing)
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow([harmless(column.heading) for column in listing.columns])
    writer.writerows([harmless(shown(value)) for value in row] for row in listing.rows)
    return file.getvalue().encode("utf-8-sig")


def harmless(content: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{content}" if content.startswith(_FORMULA) else content
