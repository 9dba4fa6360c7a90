"""The officials' letter to a board says the same in Word and PDF, in the order of such letters (3.5, L14)."""

from collections.abc import Callable

import pytest

from samverkan_desktop.documents import official_report_docx, official_report_pdf
from samverkan_desktop.documents.official_report import OfficialReport
from tests.documents import golden_files, word
from tests.documents import official_report_contents as reports
from tests.documents.pdf_reading import reader, stand_in_order, text_of

REPORTS = {
    "whole": reports.report,
    "numbered": reports.numbered_report,
    "bare": reports.bare_report,
    "crowded": reports.crowded_report,
}
IN_ORDER = (
    "Samverkansplan för barns bästa", "Till", "Socialnämnden", "Handläggare",
    "Kim Exempel, Verksamhetsutvecklare", "kim@example.org", "Datum", "2019-10-14",
    "Vår beteckning", "SN 19/0123",
    "Er beteckning", "BIN 2019/45", "Svar på", "Förslag till beslut", "antar samverkansplan",
    "Planen gäller från 2020.", "Sammanfattning", "Ärendets beredning", "Bakgrund", "Analys", "Slutsats",
    "Barnperspektiv", "Förvaltningens synpunkter", "§ 11 MBL", "Beslutsunderlag", "Samverkansplan 2020–2023",
    "Underskrifter", "Förvaltningschef", "Beslut sänds till", "Revisorerna",
)  # fmt: skip


def both(report: OfficialReport) -> tuple[str, str]:
    return (
        word.transcript(official_report_docx.render(report)),
        text_of(official_report_pdf.render(report)),
    )


@pytest.mark.parametrize("name", ["whole", "numbered"])
def test_a_letter_says_what_the_golden_file_says(name: str):
    actual = word.transcript(official_report_docx.render(REPORTS[name]()))
    assert actual == golden_files.expected(f"official_report_{name}.txt", actual)


def test_the_order_is_that_of_such_letters():
    for said in both(reports.report()):
        assert stand_in_order(said, *IN_ORDER)


def test_the_proposal_may_stand_last_after_numbered_sections():
    for said in both(reports.numbered_report()):
        assert stand_in_order(
            said, "Sammanfattning", "1 Ärendets beredning", "2 Bakgrund", "3 Analys", "4 Slutsats",
            "Förslag till beslut", "Barnperspektiv",
        )  # fmt: skip


def test_a_draft_says_so_and_has_no_empty_headings():
    for said in both(reports.bare_report()):
        assert "UTKAST – arbetsmaterial" in said
        assert not [each for each in ("Förslag till beslut", "Bakgrund", "Underskrifter") if each in said]


@pytest.mark.parametrize("make", REPORTS.values(), ids=REPORTS)
def test_a_letter_is_the_same_each_time(make: Callable[[], OfficialReport]):
    assert official_report_docx.render(make()) == official_report_docx.render(make())
    assert official_report_pdf.render(make()) == official_report_pdf.render(make())


def test_a_long_letter_has_all_of_it_on_pages_that_say_which_they_are():
    file = official_report_pdf.render(reports.crowded_report())
    pages = reader(file).pages
    assert len(pages) >= 4
    assert stand_in_order(text_of(file), "40.", "område 10", "enhet 25")
    for number, page in enumerate(pages, 1):
        assert f"sida {number} ({len(pages)})" in page.extract_text()
