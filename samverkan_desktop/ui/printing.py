"""Printing a PDF through the system's own dialog, each page in its own size: never fitted to the paper.

A printer gets pages of 300 dots to the inch or more. What is printed to a PDF file is the PDF itself, whose
letters stay letters.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from samverkan_desktop import settings
from samverkan_desktop.documents.pdf_pages import PdfPages
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.files_together import write_together
from samverkan_desktop.i18n import tr

_INCH = 25.4
#: Dots to an inch that every page has at the least, and as many as help the eye.
_FEWEST, _MOST = 300, 400
#: How far a page may differ from A4 and be it, in millimetres.
_SLACK = 1.0
_TURNS = {
    settings.ONE_SIDE: QPrinter.DuplexMode.DuplexNone,
    settings.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    settings.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}

#: Whether the user printed, having been shown the dialog.
Accepted = Callable[[QPrintDialog], bool]


def image(pages: PdfPages, number: int, per_inch: float) -> QImage:
    """Return a page as a picture that Qt can paint."""
    drawn = pages.picture(number, per_inch)
    shown = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    # The picture does not own its dots.
    return shown.copy()


def printer_for(pages: PdfPages, name: str) -> QPrinter:
    """Return the system's printer, set up for a document: its paper, and turned as last time.

    Args:
        pages: the document.
        name: what it is called in the printer's queue, and as a file.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setDuplex(_TURNS[settings.load().duplex])
    printer.setPageLayout(_layout(pages.sizes[0]))
    return printer


def print_pages(parent: QWidget, pages: PdfPages, name: str, accepted: Accepted | None = None) -> str:
    """Ask with the system's dialog how a document is to be printed, and print it.

    Args:
        parent: the window it is asked in.
        pages: the document.
        name: what it is called.
        accepted: shows the dialog.

    Returns:
        What was done, in a sentence; empty where it was left.

    Raises:
        EnvironmentFault: the printer or the file cannot be written to.
    """
    printer = printer_for(pages, name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages.count)
    dialog.setFromTo(1, pages.count)
    try:
        if not (accepted(dialog) if accepted else dialog.exec() == QDialog.DialogCode.Accepted):
            return ""
    finally:
        dialog.deleteLater()
    _remember(printer)
    return carry_out(printer, pages)


def carry_out(printer: QPrinter, pages: PdfPages) -> str:
    """Print a document as a printer is set up, and return what was done in a sentence.

    Raises:
        EnvironmentFault: the printer or the file cannot be written to.
    """
    first, last = _range(printer, pages)
    target = printer.outputFileName()
    if target and printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        path = Path(target).absolute()
        write_together({path: pages.part(first, last)})
        return tr("{name} ligger i {folder}.", name=path.name, folder=path.parent)
    paint(printer, pages, first, last)
    count = last - first + 1
    if count == 1:
        return tr("1 sida skickades till skrivaren.")
    return tr("{count} sidor skickades till skrivaren.", count=count)


def preview(parent: QWidget, pages: PdfPages, name: str) -> QPrintPreviewDialog:
    """Return the system's preview of how a document will be printed, ready to be shown."""
    printer = printer_for(pages, name)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(tr("Så skrivs {name} ut", name=name))
    dialog.paintRequested.connect(lambda asked: paint(asked, pages, 0, pages.count - 1))
    return dialog


def paint(printer: QPrinter, pages: PdfPages, first: int, last: int) -> None:
    """Paint pages on a printer's paper, each as large as it is.

    Args:
        printer: where.
        pages: the document.
        first: the first page, from 0.
        last: the last, itself included.

    Raises:
        EnvironmentFault: the printer refuses.
    """
    order = list(_order(printer, first, last))
    printer.setFullPage(True)
    printer.setPageLayout(_layout(pages.sizes[order[0]], printer))
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused()
    try:
        for place, number in enumerate(order):
            if place:
                printer.setPageLayout(_layout(pages.sizes[number], printer))
                if not printer.newPage():
                    raise _refused()
            width, height = (mm / _INCH * printer.resolution() for mm in pages.sizes[number])
            painter.drawImage(QRectF(0, 0, width, height), image(pages, number, _dots(printer.resolution())))
    finally:
        painter.end()


def _refused() -> EnvironmentFault:
    return EnvironmentFault(
        tr("Skrivaren tar inte emot något. Kontrollera att den är på och ansluten, eller välj en annan.")
    )


def _dots(resolution: int) -> float:
    """Return in how many dots to the inch a page is drawn, each a whole number of the printer's."""
    for parts in range(1, resolution // _FEWEST + 1):
        if resolution % parts == 0 and _FEWEST <= resolution // parts <= _MOST:
            return resolution / parts
    return float(_FEWEST)


def _range(printer: QPrinter, pages: PdfPages) -> tuple[int, int]:
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        return printer.fromPage() - 1, min(printer.toPage() or pages.count, pages.count) - 1
    return 0, pages.count - 1


def _order(printer: QPrinter, first: int, last: int) -> Iterator[int]:
    """Yield the pages in the order in which they come out, as often as the printer does not see to itself."""
    once = list(range(first, last + 1))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        once.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        yield from once * copies
    else:
        yield from (number for number in once for _ in range(copies))


def _layout(size: tuple[float, float], printer: QPrinter | None = None) -> QPageLayout:
    """Return paper for a page: A4 as it lies, or a sheet of the page's own size."""
    width, height = size
    lies = width > height
    upright = QSizeF(min(size), max(size))
    known = QPageSize(QPageSize.PageSizeId.A4)
    is_a4 = all(
        abs(one - other) <= _SLACK
        for one, other in zip(
            (upright.width(), upright.height()), known.size(QPageSize.Unit.Millimeter).toTuple(), strict=True
        )
    )
    paper = known if is_a4 else QPageSize(upright, QPageSize.Unit.Millimeter)
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    layout = printer.pageLayout() if printer else QPageLayout()
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setPageSize(paper)
    layout.setOrientation(way)
    layout.setMargins(QMarginsF(0, 0, 0, 0))
    return layout


def _remember(printer: QPrinter) -> None:
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        return  # a file is not turned
    chosen = next((name for name, turn in _TURNS.items() if turn is printer.duplex()), settings.ONE_SIDE)
    if settings.load().duplex != chosen:
        settings.change(duplex=chosen)
