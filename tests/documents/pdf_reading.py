"""How the tests read a PDF file back."""

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject


def reader(file: bytes) -> PdfReader:
    """Return a PDF file opened."""
    return PdfReader(BytesIO(file))


def text_of(file: bytes) -> str:
    """Return all text of a file, with every run of white space as one space."""
    pages = reader(file).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def stand_in_order(text: str, *expected: str) -> bool:
    """Answer whether the texts occur one after the other."""
    place = 0
    for wanted in expected:
        found = text.find(wanted, place)
        if found < 0:
            return False
        place = found + len(wanted)
    return True


def fonts_of(file: bytes) -> Iterator[DictionaryObject]:
    """Yield every font that any page lists."""
    for page in reader(file).pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()


def bookmarks_of(file: bytes) -> list[tuple[int, str, int]]:
    """Return the outline: level, heading and page from 1, in order."""
    document = reader(file)

    def walk(entries: list, level: int) -> Iterator[tuple[int, str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, level + 1)
            else:
                yield level, str(entry.title), document.get_destination_page_number(entry) + 1

    return list(walk(document.outline, 0))
