"""The one visual language: colours, type and spacing, put on the whole program and changed in one place."""

from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from samverkan_desktop import paths
from samverkan_desktop.ui import icons
from samverkan_desktop.ui.accessible import Role, speak_up, tell_role
from samverkan_desktop.ui.colours import DARK, HIGH_CONTRAST, LIGHT, Colours, Look
from samverkan_desktop.ui.stylesheet import stylesheet

FAMILY = "Source Sans 3"
#: Sizes of letters in pixels, which the screen's scaling multiplies.
SMALL, BODY, LARGE, TITLE = 13, 15, 18, 24
#: The grid: every distance is a multiple of it.
GRID = 4
#: Distances between things that belong together, between groups, and around a page.
NEAR, APART, MARGIN = 2 * GRID, 4 * GRID, 6 * GRID
#: Height of what one presses or writes in.
CONTROL = 8 * GRID
#: Roles of texts that head what stands under them.
_HEADINGS = ("title", "heading")
#: The pictures that the style sheet needs as files.
_MARKS = ("check", "minus", "chevron-down", "chevron-up")


class Theme(QObject):
    """The look in use. Made once, by whoever makes the application.

    Args:
        app: the application that it dresses.
        look: which look; SYSTEM follows the computer's own choice.
        text_size: how large texts are written, in percent.
    """

    changed = Signal()

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM, text_size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        self.text_size = text_size
        self._marks = QTemporaryDir()
        self.colours = LIGHT
        _load_fonts(italic=False)
        QTimer.singleShot(0, self, lambda: _load_fonts(italic=True))  # not seen in the first window
        speak_up()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def look(self) -> Look:
        """The look that was asked for."""
        return self._look

    def wear(self, look: Look) -> None:
        """Change the look of everything that is open."""
        self._look = look
        self._dress()

    def enlarge(self, text_size: int) -> None:
        """Write texts in another size, in percent; what has a fixed place has to be made anew."""
        if text_size != self.text_size:
            self.text_size = text_size
            self._dress()

    def _system_changed(self) -> None:
        if self._look is Look.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        self.colours = colours_of(self._look)
        self._app.setFont(font())
        self._app.setPalette(_palette(self.colours))
        folder = Path(self._marks.path())
        for name in _MARKS:
            for kind, ink in (("", self.colours.text), ("-on", self.colours.on_accent)):
                (folder / f"{name}{kind}.svg").write_bytes(icons.source(name, ink))
        self._app.setStyleSheet(stylesheet(self.colours, folder.as_posix(), self.text_size))
        icons.renew(self.colours, self.text_size)
        self.changed.emit()


def current() -> Theme:
    """Return the theme that the application wears."""
    app = QApplication.instance()
    theme = app.findChild(Theme) if app else None
    if theme is None:
        raise RuntimeError("the application wears no theme yet")
    return theme


def colour(name: str) -> QColor:
    """Return one of the look's colours by its name in `Colours`, for a widget that paints itself."""
    return QColor(getattr(current().colours, name))


def status_colours(status: str) -> tuple[QColor, QColor]:
    """Return the ink and the soft ground of a finding's status."""
    tone = current().colours.tones[status]
    return QColor(tone.ink), QColor(tone.soft)


def enlarged(length: int) -> int:
    """Return a length in pixels that follows the size of texts: of what texts have to have room in."""
    app = QApplication.instance()
    theme = app.findChild(Theme) if app else None
    return round(length * theme.text_size / 100) if theme else length


def font(size: int = BODY, *, strong: bool = False) -> QFont:
    """Return the one type family in a size of the scale."""
    result = QFont(FAMILY)
    result.setPixelSize(enlarged(size))
    result.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return result


def colours_of(look: Look) -> Colours:
    """Return the colours of a look, asking the computer where it decides."""
    if look is Look.SYSTEM:
        if _system_wants_contrast():
            return HIGH_CONTRAST
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return {Look.DARK: DARK, Look.HIGH_CONTRAST: HIGH_CONTRAST}.get(look, LIGHT)


def _system_wants_contrast() -> bool:
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)  # from Qt 6.10
    return bool(hints and hints().contrastPreference() == Qt.ContrastPreference.HighContrast)


def dress(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet: ``primary``, ``quiet``, ``card`` or ``muted``."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str, role: str = "body", *, wrap: bool = False) -> QLabel:
    """Return a text in a role: ``title``, ``heading``, ``strong``, ``body``, ``muted``, ``small``."""
    result = QLabel(text)
    result.setProperty("role", role)
    result.setWordWrap(wrap)
    result.setTextFormat(Qt.TextFormat.PlainText)
    if role in _HEADINGS:
        tell_role(result, Role.Heading)
    return result


def _load_fonts(italic: bool) -> None:
    for file in sorted(paths.resource("fonts").glob("*.ttf")):
        if ("Italic" in file.name) is italic:
            QFontDatabase.addApplicationFont(str(file))


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    chosen = {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.PlaceholderText: colours.muted,
        role.Mid: colours.line,
        role.Accent: colours.accent,
    }
    for name, ink in chosen.items():
        palette.setColor(name, QColor(ink))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.idle))
    return palette
