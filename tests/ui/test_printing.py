"""Printing: the pages as they are, on paper of their own size, through the system's dialog."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop import settings
from samverkan_desktop.documents.pdf_pages import PdfPages
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.ui import printing
from tests.documents.test_pdf_structure import FILES

#: A4 in points.
A4 = (595, 842)


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    """Return a call of several pages."""
    opened = PdfPages(FILES["call"]())
    yield opened
    opened.close()


@pytest.fixture
def owner(qtbot: QtBot, theme: object) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def sizes(path: Path) -> list[tuple[int, int]]:
    read = PdfReader(io.BytesIO(path.read_bytes()))
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in read.pages]


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_to_a_pdf_file_goes_the_document_itself(owner: QWidget, pages: PdfPages, tmp_path: Path):
    target = tmp_path / "ut.pdf"

    def accept(dialog: QPrintDialog) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return True

    said = printing.print_pages(owner, pages, "Kallelse", accept)
    assert said == f"ut.pdf ligger i {tmp_path}."
    assert target.read_bytes() == pages.data


def test_of_some_pages_only_those_are_printed(pages: PdfPages, tmp_path: Path):
    printer = to_file(tmp_path / "ut.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printing.carry_out(printer, pages)
    assert sizes(tmp_path / "ut.pdf") == [A4, A4]


def test_what_is_left_prints_nothing(owner: QWidget, pages: PdfPages):
    assert printing.print_pages(owner, pages, "Kallelse", lambda _dialog: False) == ""


def test_on_paper_each_page_is_as_large_as_it_is_and_has_three_hundred_dots_to_the_inch(
    pages: PdfPages, tmp_path: Path
):
    path = tmp_path / "ut.pdf"
    printing.paint(to_file(path), pages, 0, pages.count - 1)
    assert sizes(path) == [A4] * pages.count
    for page in PdfReader(io.BytesIO(path.read_bytes())).pages:
        (drawn,) = page.images
        assert drawn.image is not None
        assert drawn.image.width >= 210 / 25.4 * 300
        assert drawn.image.height >= 297 / 25.4 * 300


def ink(pages: PdfPages) -> tuple[int, int, int, int]:
    """Return the box around all that stands on the first page, in hundredths of an inch."""
    drawn = pages.picture(0, 100)
    size = (drawn.width, drawn.height)
    shades = Image.frombuffer("RGB", size, drawn.data, "raw", "BGRX", drawn.stride, 1).convert("L")
    box = shades.point(lambda value: 255 if value < 240 else 0).getbbox()
    assert box is not None
    return box


def test_nothing_is_rescaled_on_its_way_to_the_paper(tmp_path: Path):
    agenda = PdfPages(FILES["agenda"]())
    printing.paint(to_file(tmp_path / "ut.pdf"), agenda, 0, 0)
    printed = PdfPages((tmp_path / "ut.pdf").read_bytes())
    assert ink(printed) == pytest.approx(ink(agenda), abs=1)
    agenda.close()
    printed.close()


def test_a_page_that_lies_is_printed_lying(tmp_path: Path):
    wide = printing._layout((297.0, 210.0))
    assert wide.orientation() is QPageLayout.Orientation.Landscape
    assert wide.fullRect(QPageLayout.Unit.Millimeter).width() == pytest.approx(297, abs=0.5)
    odd = printing._layout((100.0, 150.0))
    assert odd.fullRect(QPageLayout.Unit.Millimeter).width() == pytest.approx(100, abs=0.5)


@pytest.mark.parametrize(
    ("resolution", "dots"), [(1200, 400), (600, 300), (300, 300), (720, 360), (360, 360)]
)
def test_a_dot_is_a_whole_number_of_the_printers(resolution: int, dots: float):
    assert printing._dots(resolution) == dots


def test_copies_come_out_in_the_order_that_was_asked_for(tmp_path: Path):
    printer = to_file(tmp_path / "ut.pdf")
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    copies = 1 if printer.supportsMultipleCopies() else 2
    assert list(printing._order(printer, 0, 1)) == [0, 1] * copies
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(printing._order(printer, 0, 1)) == [1, 0] * copies


class Turning(QPrinter):
    """A printer that turns paper: where the tests run there is none."""

    turn = QPrinter.DuplexMode.DuplexLongSide

    def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802  Qt's name
        return QPrinter.OutputFormat.NativeFormat

    def duplex(self) -> QPrinter.DuplexMode:
        return self.turn

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:  # noqa: N802  Qt's name
        self.turn = duplex


def test_how_paper_is_turned_is_remembered(
    owner: QWidget, pages: PdfPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    printing._remember(Turning())
    assert settings.load().duplex == settings.LONG_EDGE
    monkeypatch.setattr(printing, "QPrinter", Turning)
    assert printing.printer_for(pages, "Kallelse").duplex() is QPrinter.DuplexMode.DuplexLongSide


def test_a_folder_that_is_gone_is_told_of(pages: PdfPages, tmp_path: Path):
    with pytest.raises(EnvironmentFault, match="Kontrollera att mappen finns"):
        printing.carry_out(to_file(tmp_path / "borta" / "ut.pdf"), pages)


class Refused(QPainter):
    """A painter that the printer does not let in, without Qt's word on it."""

    def begin(self, _device: object) -> bool:  # type: ignore[override]
        return False


def test_a_printer_that_cannot_be_reached_is_told_of(
    pages: PdfPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(printing, "QPainter", Refused)
    with pytest.raises(EnvironmentFault, match="Skrivaren tar inte emot något"):
        printing.paint(to_file(tmp_path / "ut.pdf"), pages, 0, 0)


def test_the_systems_preview_paints_every_page(owner: QWidget, pages: PdfPages, tmp_path: Path):
    dialog = printing.preview(owner, pages, "Kallelse")
    dialog.paintRequested.emit(to_file(tmp_path / "ut.pdf"))
    assert len(sizes(tmp_path / "ut.pdf")) == pages.count
    dialog.deleteLater()
