"""Lists as PDF, Word, Excel and CSV files: the same content in each."""

import csv
import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from docx import Document

from samverkan_desktop.documents import listing_csv, listing_docx, listing_pdf, listing_xlsx
from samverkan_desktop.documents.listing import Column, Listing
from tests.documents.pdf_reading import reader, text_of

LONG = "Utbildningschef för gymnasiet och vuxenutbildningen och särskilda undervisningsgruppen"
LISTING = Listing(
    organisation="Exempelkommunen",
    parties=("Bildningsförvaltningen", "Socialförvaltningen"),
    agreement="Samverkansavtal",
    name="BESLUT",
    title="Beslut 2018/2019",
    group="Styrgruppen",
    issued=date(2019, 6, 1),
    columns=(Column("Nr", 14), Column("Datum", 13), Column("Beslut", 50), Column("Ansvarig", 28)),
    rows=(
        ("2018/19-01", date(2018, 9, 4), "Åtgärder för äldre ungdomar godkänns.", LONG),
        ("2018/19-02", date(2018, 10, 16), "Återremiss\nErsatt av 2018/19-04", ""),
    ),
    nothing="Inga beslut har fattats.",
)
CROWDED = replace(
    LISTING, rows=tuple((f"{n}", date(2018, 9, 4), f"Beslut {n} " * 12, LONG) for n in range(120))
)
FORMULA = '=HYPERLINK("http://x";"y")'


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_a_list_as_csv_is_read_by_a_swedish_spreadsheet():
    data = listing_csv.render(LISTING)
    assert data.startswith(b"\xef\xbb\xbfNr;Datum;Beslut;Ansvarig\r\n")
    assert rows_of(data)[1] == ["2018/19-01", "2018-09-04", "Åtgärder för äldre ungdomar godkänns.", LONG]
    assert rows_of(data)[2][2] == "Återremiss\nErsatt av 2018/19-04"


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_in_csv_never_becomes_a_formula(begins: str):
    listing = replace(LISTING, rows=((f"{begins}SUM(A1)", date(2018, 9, 4), "x", "y"),))
    # What ends a line is one kind of line end.
    kept = begins.replace("\r", "\n")
    assert rows_of(listing_csv.render(listing))[1][0].startswith(f"'{kept}")


def test_a_list_as_excel_has_days_as_days_and_a_heading_that_stays():
    sheet = openpyxl.load_workbook(io.BytesIO(listing_xlsx.render(LISTING))).active
    assert [cell.value for cell in sheet[1]] == ["Nr", "Datum", "Beslut", "Ansvarig"]
    assert sheet["B2"].value.date() == date(2018, 9, 4)
    assert sheet["C2"].value == "Åtgärder för äldre ungdomar godkänns."
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Beslut 2018-2019", "A2", "A1:D3")


def test_a_text_in_excel_never_becomes_a_formula_a_number_or_a_link():
    rows = ((FORMULA, date(2018, 9, 4), "http://example.se", "007"),)
    sheet = openpyxl.load_workbook(io.BytesIO(listing_xlsx.render(replace(LISTING, rows=rows)))).active
    assert [(cell.value, cell.data_type) for cell in (sheet["A2"], sheet["D2"])] == [
        (FORMULA, "s"),
        ("007", "s"),
    ]
    assert sheet["C2"].hyperlink is None


def test_the_same_list_gives_the_same_excel_file():
    assert listing_xlsx.render(LISTING) == listing_xlsx.render(LISTING)


def test_a_text_longer_than_a_cell_is_cut_in_excel_and_breaks_nothing():
    listing = replace(LISTING, rows=(("1", date(2018, 9, 4), "ö" * 40_000, ""),))
    sheet = openpyxl.load_workbook(io.BytesIO(listing_xlsx.render(listing))).active
    assert len(sheet["C2"].value) == 32_767


def test_a_list_as_word_has_a_table_whose_heading_is_repeated():
    document = Document(io.BytesIO(listing_docx.render(CROWDED)))
    (table,) = document.tables
    assert len(table.rows) == 121
    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    assert [cell.text for cell in table.rows[0].cells] == ["Nr", "Datum", "Beslut", "Ansvarig"]
    assert document.core_properties.title == "Beslut 2018/2019"


def test_a_list_as_pdf_runs_over_pages_under_its_heading():
    file = listing_pdf.render(CROWDED)
    pages = reader(file).pages
    assert len(pages) > 3
    assert all("Ansvarig" in page.extract_text() for page in pages)
    assert "Styrgruppen" in text_of(file)


def test_an_empty_list_says_so():
    empty = replace(LISTING, rows=())
    assert "Inga beslut har fattats." in text_of(listing_pdf.render(empty))
    words = [paragraph.text for paragraph in Document(io.BytesIO(listing_docx.render(empty))).paragraphs]
    assert "Inga beslut har fattats." in words
    assert rows_of(listing_csv.render(empty)) == [["Nr", "Datum", "Beslut", "Ansvarig"]]
    assert openpyxl.load_workbook(io.BytesIO(listing_xlsx.render(empty))).active.max_row == 1
