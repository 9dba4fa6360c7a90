"""The fonts of PDF files, which never draw what they do not have (PDF/A-2, ISO 19005-2, 6.2.11.8)."""

import re
import unicodedata
from functools import lru_cache

from reportlab.pdfbase.ttfonts import TTFont

#: What is drawn for a letter that the font does not have, and that is no other letter with a mark on it.
_MISSING = "\N{WHITE SQUARE}"
#: What is not seen: controls, what joins and turns letters, halves of letters.
_UNSEEN = ("Cc", "Cf", "Cs", "Mn", "Me")
_SPACES = ("Zs", "Zl", "Zp")


class SparingFont(TTFont):
    """A font that is asked only for what it has.

    Args:
        name: what it is called in the program.
        filename: its file.
    """

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self._lacked = re.compile(f"[^{_ranges(sorted(self.face.charToGlyph))}]")

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802  reportlab's name
        """Return how wide a text is as it is drawn."""
        return float(super().stringWidth(self.drawn(text), size, encoding))

    def splitString(self, text: str | bytes, doc: object, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802  reportlab's name
        """Return the glyphs of a text."""
        parts: list[tuple[int, bytes]] = super().splitString(self.drawn(text), doc, encoding)
        return parts

    def drawn(self, text: str | bytes) -> str:
        """Return a text in letters that the font has."""
        plain = text.decode() if isinstance(text, bytes) else text
        return self._lacked.sub(lambda found: self._instead(found[0]), plain)

    @lru_cache(maxsize=1000)  # noqa: B019  the fonts are as old as the program
    def _instead(self, letter: str) -> str:
        kind = unicodedata.category(letter)
        if letter == "\t" or kind in _SPACES:
            return " "
        if kind in _UNSEEN:
            return ""
        parts = "".join(
            part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)
        )
        return parts if parts and not self._lacked.search(parts) else _MISSING


def _ranges(codes: list[int]) -> str:
    """Return code points as the inside of a pattern's brackets: each unbroken run as one range."""
    runs: list[list[int]] = []
    for code in codes:
        # What the font calls a glyph for a control is not what anyone wants to see.
        if unicodedata.category(chr(code)) in ("Cc", "Cs"):
            continue
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)
