"""A finished PDF page by page, as pictures and as text: to be looked at, printed or read aloud.

PDFium draws what every other reader of the file draws. It is used by one thread at a time.
"""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium

#: Points of a PDF to an inch, and millimetres.
_POINTS, _MILLIMETRES = 72.0, 25.4


@dataclass(frozen=True)
class Picture:
    """A page as dots, four bytes each: blue, green, red and one that says nothing.

    Args:
        width: in dots.
        height: in dots.
        stride: bytes to a row.
        data: the rows, from the top.
    """

    width: int
    height: int
    stride: int
    data: bytes


class PdfPages:
    """An open PDF.

    Args:
        data: the file.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._file = pdfium.PdfDocument(data)
        #: Width and height of each page in millimetres.
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            (width / _POINTS * _MILLIMETRES, height / _POINTS * _MILLIMETRES)
            for width, height in (self._file.get_page_size(number) for number in range(len(self._file)))
        )

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def picture(self, number: int, per_inch: float) -> Picture:
        """Draw a page.

        Args:
            number: which, from 0.
            per_inch: dots to an inch.
        """
        page = self._file[number]
        try:
            drawn = page.render(scale=per_inch / _POINTS, prefer_bgrx=True, maybe_alpha=False)
            data = bytes(drawn.buffer)
            picture = Picture(drawn.width, drawn.height, drawn.stride, data)
            drawn.close()
        finally:
            page.close()
        return picture

    def text(self, number: int) -> str:
        """Return what stands on a page, line by line in the order of the file."""
        page = self._file[number]
        try:
            words = page.get_textpage()
            said: str = words.get_text_bounded()
            words.close()
        finally:
            page.close()
        return said.replace("\r\n", "\n").strip()

    def part(self, first: int, last: int) -> bytes:
        """Return some of the pages as a file of their own: the file itself where they are all.

        Args:
            first: the first, from 0.
            last: the last, itself included.
        """
        if (first, last) == (0, self.count - 1):
            return self.data
        apart, written = pdfium.PdfDocument.new(), BytesIO()
        apart.import_pages(self._file, list(range(first, last + 1)))
        apart.save(written)
        apart.close()
        return written.getvalue()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
