"""What tests of the window share: one application, windows closed and proved freed, no word from Qt."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.crash import CrashReporter
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.ui.theme import Look, Theme

#: What Qt says of the surroundings and not of us.
HARMLESS = ("This plugin does not support",)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Dress the application as the program does."""
    return qapp.findChild(Theme) or Theme(qapp, Look.LIGHT)


@pytest.fixture(autouse=True)
def _light(theme: Theme) -> Iterator[None]:
    yield
    if theme.look is not Look.LIGHT:
        theme.wear(Look.LIGHT)


@pytest.fixture(autouse=True)
def _qt_is_silent(qtlog: object) -> Iterator[None]:
    """Fail where Qt complains."""
    yield
    said = [record.message for record in qtlog.records if not record.message.startswith(HARMLESS)]  # type: ignore[attr-defined]
    assert said == []


def flush() -> None:
    """Let Qt delete what was asked to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[QWidget], QWidget]]:
    """Show widgets, and prove at the end that nothing holds on to them."""
    kept: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        kept.append(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    yield show
    traces = [weakref.ref(widget) for widget in kept]
    names = [type(widget).__name__ for widget in kept]
    for widget in kept:
        widget.close()
        widget.deleteLater()
    kept.clear()
    flush()
    if "widget" in locals():
        del widget
    gc.collect()
    held = [name for name, trace in zip(names, traces, strict=True) if trace() is not None]
    leaked = [name for name in held if any(type(w).__name__ == name for w in QApplication.topLevelWidgets())]
    assert leaked == []


@dataclass
class Recorded:
    """Everything the user was told."""

    said: list[tuple[str, bool]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    bugs: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    answer: bool = True


@pytest.fixture
def recorded(messages: Messages) -> Recorded:
    """Return what the user was told during the test."""
    record = Recorded()
    messages.said.connect(lambda text, undo: record.said.append((text, undo)))
    messages.troubled.connect(lambda text: record.troubles.append(text) if text else None)
    messages.broke.connect(record.bugs.append)

    def answer(question: str, _yes: str, _no: str) -> bool:
        record.questions.append(question)
        return record.answer

    messages.asker = answer
    return record


@pytest.fixture
def messages(theme: Theme) -> Messages:
    """Return messages that nobody shows."""
    return Messages()


@pytest.fixture
def tasks(messages: Messages) -> Iterator[Tasks]:
    """Return background work, ended with the test."""
    work = Tasks(messages, CrashReporter(messages))
    yield work
    work.finish()
