"""A list as an Excel file: days are days, a heading that stays, and a filter for each column."""

import io
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.listing import Listing, Value

#: How wide all columns are together, in characters.
_MEASURE = 130.0
#: The most that a cell holds.
_LONGEST = 32_767

#: The longest name of a sheet.
_LONGEST_NAME = 31


def render(listing: Listing) -> bytes:
    """Return the list as an .xlsx file."""
    listing = clean(listing)
    file = io.BytesIO()
    # A text is a text, whatever it begins with: none becomes a formula, a number or a link.
    workbook = Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    workbook.set_properties(
        {
            "title": listing.title,
            "subject": listing.agreement,
            "author": listing.organisation,
            # The same list gives the same file.
            "created": datetime.combine(listing.issued, time()),
        }
    )
    sheet = workbook.add_worksheet(_sheet_name(listing.title))
    _set_up(sheet, listing)
    heading = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
    for number, column in enumerate(listing.columns):
        sheet.write_string(0, number, column.heading, heading)
    looks = (
        workbook.add_format({"text_wrap": True, "valign": "top"}),
        workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
    )
    for row, values in enumerate(listing.rows, 1):
        for number, value in enumerate(values):
            _write(sheet, row, number, value, looks)
    workbook.close()
    return file.getvalue()


def _set_up(sheet: Worksheet, listing: Listing) -> None:
    whole = sum(column.width for column in listing.columns)
    for number, column in enumerate(listing.columns):
        sheet.set_column(number, number, column.width / whole * _MEASURE)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(listing.rows), len(listing.columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, column: int, value: Value, looks: tuple[Format, Format]) -> None:
    text, day = looks
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), day)
    else:
        sheet.write_string(row, column, value[:_LONGEST], text)


def _sheet_name(title: str) -> str:
    """Return a title as a sheet can be called: 31 characters at most, some not at all."""
    name = "".join("-" if letter in "[]:*?/\\" else letter for letter in title)
    # Excel counts in UTF-16, where some letters are two.
    return name.encode("utf-16-le")[: 2 * _LONGEST_NAME].decode("utf-16-le", "ignore").strip("'")
