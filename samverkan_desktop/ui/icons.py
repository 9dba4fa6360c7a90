"""Icons of one family (Lucide), coloured by the look in use and renewed when it changes."""

import math
from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from samverkan_desktop import paths
from samverkan_desktop.ui.colours import LIGHT, Colours

_NAME, _INK = "iconName", "iconInk"
_SIZES = (16, 20)
_colours: list[Colours] = [LIGHT]
_text_size: list[int] = [100]


class Bearer(Protocol):
    """Whatever shows an icon: a button, an action."""

    def setIcon(self, icon: QIcon, /) -> None:
        """Show an icon."""

    def setProperty(self, name: str, value: object, /) -> bool:
        """Remember a value."""


@cache
def _file(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def source(name: str, ink: str) -> bytes:
    """Return the SVG of an icon in a colour."""
    return _file(name).replace("currentColor", ink).encode()


def pixmap(name: str, ink: str, size: int) -> QPixmap:
    """Return an icon painted in a colour at a size in device pixels."""
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source(name, ink))).render(painter)
    painter.end()
    return picture


def icon(name: str, ink: str = "text") -> QIcon:
    """Return an icon in a colour of the look: ``text``, ``muted``, ``accent``, ``on_accent``."""
    colours = _colours[0]
    result = QIcon()
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    for size in _SIZES:
        picture = pixmap(name, getattr(colours, ink), math.ceil(size * ratio * _text_size[0] / 100))
        picture.setDevicePixelRatio(ratio)
        result.addPixmap(picture)
    return result


def put(bearer: Bearer, name: str, ink: str = "text") -> None:
    """Give a button or an action an icon that follows the look; an empty name takes it away."""
    bearer.setProperty(_NAME, name)
    bearer.setProperty(_INK, ink)
    bearer.setIcon(icon(name, ink) if name else QIcon())


def renew(colours: Colours, text_size: int) -> None:
    """Paint every icon that is shown anew: in other colours, or as large as texts of another size."""
    _colours[0], _text_size[0] = colours, text_size
    seen: set[QObject] = set()
    for widget in QApplication.allWidgets():
        for bearer in (widget, *widget.actions(), *widget.findChildren(QAction)):
            if bearer not in seen and (name := bearer.property(_NAME)) and bearer.property(_INK):
                bearer.setIcon(icon(name, bearer.property(_INK)))  # type: ignore[attr-defined]  # it has borne one
            seen.add(bearer)
