"""Contrast as WCAG 2.2 counts it, and what the style sheet makes of a widget in a state."""

import re
from dataclasses import dataclass

from PySide6.QtGui import QColor

from samverkan_desktop.ui.colours import Colours
from samverkan_desktop.ui.stylesheet import stylesheet

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_ATTRIBUTE = re.compile(r'\[(\w+)="?(\w+)"?\]')
_INK = re.compile(r"#[0-9A-Fa-f]{6}")


def luminance(ink: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [channel / 255 for channel in QColor(ink).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return how one colour stands out from another: 1 where they are the same, 21 for black on white."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Selector:
    """One selector of the style sheet, for its last widget; what stands around that is ``within``."""

    kind: str
    attributes: frozenset[tuple[str, str]]
    states: frozenset[str]
    within: str = ""

    @property
    def text(self) -> str:
        attributes = "".join(f'[{name}="{value}"]' for name, value in sorted(self.attributes))
        return f"{self.within} {self.kind}{attributes}{''.join(f':{s}' for s in sorted(self.states))}".strip()

    def covers(self, other: "Selector") -> bool:
        """Return whether what it says is said of another selector's widgets too."""
        return (
            self.kind in (other.kind, "QWidget")
            and self.within in ("", other.within)
            and self.attributes <= other.attributes
            and self.states <= other.states
        )

    def weight(self) -> tuple[int, int]:
        """Return how it is ranked among others that say the same: states and attributes first."""
        return len(self.attributes) + len(self.states) + 2 * self.within.count("["), len(self.within.split())


def _read(selector: str) -> Selector:
    *around, last = selector.split()
    kind = re.split(r"(?<!:):(?!:)|\[", last)[0]
    states = frozenset(re.findall(r"(?<!:):([\w-]+)", last))
    return Selector(kind, frozenset(_ATTRIBUTE.findall(last)), states, " ".join(around))


def rules(colours: Colours) -> list[tuple[Selector, dict[str, str]]]:
    """Return every rule of the style sheet in a look, one selector each."""
    sheet = re.sub(r"/\*.*?\*/", "", stylesheet(colours, "marks"), flags=re.S)
    read = []
    for selectors, body in _RULE.findall(sheet):
        told = dict(re.findall(r"([\w-]+):\s*([^;]+)", body))
        read += [(_read(each), told) for each in selectors.split(",")]
    return read


def worn(told: list[tuple[Selector, dict[str, str]]], selector: Selector) -> dict[str, str]:
    """Return what widgets of a selector wear: of all that is said of them, what ranks highest."""
    result: dict[str, str] = {}
    for _, said in sorted((each for each in told if each[0].covers(selector)), key=lambda e: e[0].weight()):
        for name, value in said.items():
            result |= {"background-color": value} if name == "background" else {name: value}
            if name == "border":
                result["border-color"] = value
    return result


def ink(value: str) -> str:
    """Return the colour in a value of the style sheet; empty where it names none."""
    found = _INK.search(value)
    return found[0] if found else ""
