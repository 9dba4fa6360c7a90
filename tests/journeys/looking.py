"""What a critical eye finds on a page: cut texts, controls without names, small targets, stray words."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from samverkan_desktop import i18n

#: What is pressed is at least so high and wide (WCAG 2.2, target size).
_TARGET = 24
#: What the style keeps free on each side of a heading.
_BESIDE = 11
#: What the example has of its own, and the program too where it shows how a document will look.
_STORED = ("Bildningsförvaltningen", "Socialförvaltningen", "Kvalitetschef")
_FOREIGN = re.compile(r"\b(None|True|False|the|and|of|meeting|decision|error|\w+\.\w+\(\))\b")


def faults(window: QWidget) -> list[str]:
    """Return what is wrong with what is shown, a sentence each."""
    QApplication.processEvents()
    found = [f"cut: {label.text()!r}" for label in _shown(QLabel, window) if _is_cut(label)]
    for button in _shown(QAbstractButton, window):
        if button.text() and not _is_icon(button) and button.sizeHint().width() > button.width():
            found.append(f"cut button: {button.text()!r}")
        within_field = isinstance(button.parent(), QLineEdit)  # the whole field is the target
        if min(button.width(), button.height()) < _TARGET and not within_field:
            found.append(f"small: {_name(button)!r} {button.width()}×{button.height()}")
    found += [f"nameless: {type(w).__name__} in {type(w.parent()).__name__}" for w in _nameless(window)]
    for table in _shown(QTableView, window):
        found += _cut_headings(table)
    texts = [label.text() for label in _shown(QLabel, window)]
    texts += [button.text() for button in _shown(QAbstractButton, window)]
    return found + [f"foreign: {text!r}" for text in texts if _is_foreign(text)]


def _is_foreign(text: str) -> bool:
    """Say whether a text is in another language than the program speaks; what is stored stays Swedish."""
    if i18n.current_language() == i18n.SOURCE_LANGUAGE:
        return bool(_FOREIGN.search(text))
    known = i18n.catalogue(i18n.current_language())
    ours = len(text) > 1 and text not in (*_STORED, *known.values())
    return ours and known.get(("", text)) is not None


def _shown(kind: type, window: QWidget) -> list:
    return [each for each in window.findChildren(kind) if not each.visibleRegion().isEmpty()]


def _is_icon(button: QAbstractButton) -> bool:
    alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    return (
        isinstance(button, QToolButton) and button.toolButtonStyle() is alone and not button.icon().isNull()
    )


def _is_cut(label: QLabel) -> bool:
    if not label.text() or label.wordWrap():
        return label.wordWrap() and label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width()


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", str)()


def _nameless(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QAbstractItemView)
    return [
        widget
        for kind in kinds
        for widget in _shown(kind, window)
        if not _name(widget).strip()
        and not isinstance(widget.parent(), (QComboBox, QLineEdit, QSpinBox, QTabBar, QTableView))
        and not (isinstance(widget.parent(), QAbstractScrollArea) and not isinstance(widget, QAbstractButton))
        and not widget.objectName().startswith("qt_")
    ]


def _cut_headings(table: QTableView) -> list[str]:
    header, model = table.horizontalHeader(), table.model()
    headings = {
        section: str(model.headerData(section, header.orientation()))
        for section in range(header.count() if header.isVisible() else 0)
        if not header.isSectionHidden(section)
    }
    room = 0 if header.property("role") == "narrow" else 2 * _BESIDE
    wraps = header.defaultAlignment().value & Qt.TextFlag.TextWordWrap.value
    return [
        f"cut heading: {text!r}"
        for section, text in headings.items()
        for part in (text.split() if wraps else [text])
        if header.fontMetrics().horizontalAdvance(part) + room > header.sectionSize(section)
    ]
