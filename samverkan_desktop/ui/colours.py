"""The colours of each look, by what they are for; nothing else in the window names a colour."""

from dataclasses import dataclass, field
from enum import StrEnum


class Look(StrEnum):
    """How the window is painted."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True)
class Tone:
    """What carries a status: ink on paper or on its own soft ground."""

    ink: str
    soft: str


@dataclass(frozen=True)
class Colours:
    """One look.

    Args:
        ground: behind everything.
        surface: what one reads and writes on.
        sunken: what lies back: headers, the sidebar.
        line: thin lines between things.
        edge: the border of what can be used; stands out from its ground by 3:1.
        text: what is read.
        muted: what is read second.
        idle: what cannot be used now; told apart from what is read, in high contrast too.
        accent: the one colour that says "this can be done".
        on_accent: text on the accent.
        accent_soft: ground of what is chosen.
        tones: ink and ground of each status.
    """

    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    text: str
    muted: str
    idle: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_soft: str
    tones: dict[str, Tone] = field(default_factory=dict)


LIGHT = Colours(
    ground="#F6F7F8",
    surface="#FFFFFF",
    sunken="#EDF0F2",
    line="#D9DFE3",
    edge="#7D8993",
    text="#1B2328",
    muted="#515D66",
    idle="#5B6770",
    accent="#1F5A7A",
    accent_strong="#17465F",
    on_accent="#FFFFFF",
    accent_soft="#DFECF3",
    tones={
        "breached": Tone("#A8231B", "#FBE9E7"),
        "at_risk": Tone("#7F4C00", "#FAEFD9"),
        "upcoming": Tone("#1B5899", "#E5EEF9"),
        "fulfilled": Tone("#1C6335", "#E2F1E7"),
        "not_due": Tone("#515D66", "#EDF0F2"),
        "not_countable": Tone("#515D66", "#EDF0F2"),
    },
)

DARK = Colours(
    ground="#151A1E",
    surface="#1D2429",
    sunken="#101417",
    line="#333D45",
    edge="#77848E",
    text="#E8ECEF",
    muted="#A7B2BA",
    idle="#95A1AA",
    accent="#85C0DE",
    accent_strong="#A5D3EA",
    on_accent="#0D1920",
    accent_soft="#203B4A",
    tones={
        "breached": Tone("#FFA39B", "#43211F"),
        "at_risk": Tone("#F2BD69", "#3C2E14"),
        "upcoming": Tone("#98C3F7", "#1C3049"),
        "fulfilled": Tone("#8BD4A2", "#1A3725"),
        "not_due": Tone("#A7B2BA", "#29323A"),
        "not_countable": Tone("#A7B2BA", "#29323A"),
    },
)

HIGH_CONTRAST = Colours(
    ground="#000000",
    surface="#000000",
    sunken="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    idle="#A8A8A8",
    accent="#FFE14D",
    accent_strong="#FFF0A0",
    on_accent="#000000",
    accent_soft="#3A3300",
    tones={
        "breached": Tone("#FFB3AD", "#000000"),
        "at_risk": Tone("#FFD07A", "#000000"),
        "upcoming": Tone("#A9D1FF", "#000000"),
        "fulfilled": Tone("#9FEBB6", "#000000"),
        "not_due": Tone("#FFFFFF", "#000000"),
        "not_countable": Tone("#FFFFFF", "#000000"),
    },
)

#: What an empty window is painted with; a look that follows the system leaves that to the system.
GROUNDS: dict[str, str] = {
    Look.LIGHT: LIGHT.ground,
    Look.DARK: DARK.ground,
    Look.HIGH_CONTRAST: HIGH_CONTRAST.ground,
}
