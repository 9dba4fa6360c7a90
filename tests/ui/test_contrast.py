"""What is read or told apart stands out from its ground, counted in every look (WCAG 1.4.3, 1.4.11)."""

import pytest

from samverkan_desktop.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours
from tests.ui.contrast import Selector, contrast, ink, rules, worn

LOOKS = pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "contrast"])
TEXT, GRAPHIC = 4.5, 3.0
#: What a widget without a ground of its own may stand on.
GROUNDS = ("ground", "surface", "sunken")
#: Inks of texts that widgets paint themselves, and what they paint them on.
PAINTED = {
    "text": (*GROUNDS, "accent_soft"),
    "muted": (*GROUNDS, "accent_soft"),
    "accent": (*GROUNDS, "accent_soft"),
    "accent_strong": ("accent_soft",),
    "on_accent": ("accent", "accent_strong"),
    "idle": GROUNDS,
}
#: What holds no text of its own: texts within are widgets with rules of theirs.
TEXTLESS = ("QFrame", "QProgressBar", "QScrollBar", "QSplitter", "QMenu::separator", "QCheckBox::indicator")
#: Inks of shapes and lines that tell something: marks, curves, borders, the ring around what has the focus.
DRAWN = {
    "accent": (*GROUNDS, "accent_soft"),
    "edge": GROUNDS,
    "muted": GROUNDS,
}


@LOOKS
@pytest.mark.parametrize(("name", "ground"), [(n, g) for n, grounds in PAINTED.items() for g in grounds])
def test_painted_text_can_be_read(colours: Colours, name: str, ground: str):
    assert contrast(getattr(colours, name), getattr(colours, ground)) >= TEXT


@LOOKS
@pytest.mark.parametrize(("name", "ground"), [(n, g) for n, grounds in DRAWN.items() for g in grounds])
def test_shapes_and_lines_can_be_told_from_their_ground(colours: Colours, name: str, ground: str):
    assert contrast(getattr(colours, name), getattr(colours, ground)) >= GRAPHIC


@LOOKS
def test_each_status_can_be_read_on_its_own_ground_and_wherever_it_stands(colours: Colours):
    for tone in colours.tones.values():
        for ground in (tone.soft, *(getattr(colours, name) for name in (*GROUNDS, "accent_soft"))):
            assert contrast(tone.ink, ground) >= TEXT


@LOOKS
def test_every_text_of_the_style_sheet_can_be_read(colours: Colours):
    told = rules(colours)
    faint = []
    for selector in {each for each, _ in told if not each.kind.startswith(TEXTLESS)}:
        look = worn(told, selector)
        on_toast = colours.text if "toast" in selector.within else ""
        own = ink(look.get("background-color", "")) or on_toast
        grounds = [own] if own else [getattr(colours, name) for name in GROUNDS]
        faint += [
            f"{selector.text}: {look['color']} on {ground}"
            for ground in grounds
            if contrast(ink(look["color"]), ground) < TEXT
        ]
    assert faint == []


#: Whatever the keyboard can come to, and its ring stands against: its own ground, and what lies around it.
FOCUSED = (
    "QPushButton", "QToolButton", "QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QSpinBox",
    "QCheckBox", "QRadioButton", "QAbstractItemView", "QTabBar::tab",
)  # fmt: skip


@LOOKS
def test_the_ring_of_what_has_the_focus_stands_out_in_every_role(colours: Colours):
    told = rules(colours)
    plain = {Selector(kind, frozenset(), frozenset()) for kind in FOCUSED}
    passing, parts = {"disabled", "hover", "read-only"}, {"QLineEdit", "QComboBox"}
    roles = {s for s, _ in told if s.kind in FOCUSED and not s.states & passing and s.within not in parts}
    faint = []
    for selector in plain | roles:
        rest = Selector(selector.kind, selector.attributes, selector.states - {"focus"}, selector.within)
        focused = Selector(rest.kind, rest.attributes, rest.states | {"focus"}, rest.within)
        before, after = worn(told, rest), worn(told, focused)
        ring = ink(after.get("border-color", ""))
        ground = colours.text if "toast" in rest.within else colours.surface
        inside = ink(after.get("background-color", "")) or ground
        wider = after.get("border") != before.get("border")
        if not (ring and wider and max(contrast(ring, inside), contrast(ring, ground)) >= GRAPHIC):
            faint.append(f"{focused.text}: {after.get('border')}")
        elif "double" not in after["border"] and contrast(ring, inside) < GRAPHIC:
            faint.append(f"{focused.text}: {ring} within {inside}")
    assert faint == []


@LOOKS
@pytest.mark.parametrize("kind", ["QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QSpinBox"])
def test_a_field_that_cannot_be_used_is_told_apart_by_more_than_its_colour(colours: Colours, kind: str):
    told = rules(colours)
    usable = worn(told, Selector(kind, frozenset(), frozenset()))
    idle = worn(told, Selector(kind, frozenset(), frozenset({"disabled"})))
    assert ink(usable["color"]) != ink(idle["color"])
    assert ("solid" in usable["border"], "dashed" in idle["border"]) == (True, True)
    assert contrast(ink(usable["border-color"]), colours.surface) >= GRAPHIC


@LOOKS
def test_what_is_chosen_is_told_by_a_line_that_stands_out(colours: Colours):
    told = rules(colours)
    for selector, _ in told:
        chosen = selector.states & {"selected", "checked"} or ("state", "current") in selector.attributes
        if chosen and not selector.states & {"disabled", "focus"}:
            look = worn(told, selector)
            if "image" in look:  # a tick
                continue
            lines = [ink(value) for name, value in look.items() if name.startswith("border") and ink(value)]
            assert any(contrast(line, colours.surface) >= GRAPHIC for line in lines), selector.text
