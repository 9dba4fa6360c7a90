"""The window with everything that belongs to it, put together; archives are handed in."""

from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from samverkan_desktop import paths, settings
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.ui import menus
from samverkan_desktop.ui.archives import Archives
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.crash import CrashReporter
from samverkan_desktop.ui.exchange import Exchange
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.opening import Opening
from samverkan_desktop.ui.package_check import PackageCheck
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.speaking import Speaking, speak
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.ui.theme import Theme, current


@dataclass(frozen=True)
class Program:
    """What the window consists of."""

    window: MainWindow
    opening: Opening
    messages: Messages
    tasks: Tasks
    crash: CrashReporter


def dress(app: QApplication, chosen: settings.Settings) -> None:
    """Give the application the language and the look that the user has chosen."""
    app.setWindowIcon(QIcon(str(paths.resource("icons", "samverkan.svg"))))
    speak(app, chosen.language)
    Theme(app, Look(chosen.look))
    current().enlarge(int(chosen.text_size))


def assemble(window: MainWindow, archives: Archives) -> Program:
    """Furnish a window and return it with what belongs to it; the application must be dressed."""
    messages = Messages()
    crash = CrashReporter(messages)
    tasks = Tasks(messages, crash)
    scope = Scope()
    for part in (messages, tasks, scope):
        part.setParent(window)
    window.setLocale(QLocale())  # it was made before the language was known
    window.furnish(messages, tasks, scope)
    messages.asker = lambda question, yes, no: _ask(window, question, yes, no)
    opening = Opening(window, archives)
    exchange = Exchange(window, opening)
    packages = PackageCheck(window, opening)
    speaking = Speaking(window, opening, lambda: menus.fill(window, doings))
    doings = menus.Doings(
        opening.ask,
        opening.create,
        opening.example,
        exchange.dump,
        exchange.load,
        packages.make,
        packages.check,
        enlarge=lambda size: _enlarge(window, opening, size),
        wear=lambda look: _wear(messages, look),
        speak=speaking.change,
    )
    menus.fill(window, doings)
    window.closing.connect(lambda: _remember(window))
    return Program(window, opening, messages, tasks, crash)


def _ask(parent: QWidget, question: str, yes: str, no: str) -> bool:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Samverkan", question, parent=parent)
    stay = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    go = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    answer = box.clickedButton() is go
    box.deleteLater()
    return answer


def _enlarge(window: MainWindow, opening: Opening, size: str) -> None:
    """Write texts in another size, and make the pages anew, for they have given theirs their places."""
    if not opening.current.may_leave():
        return
    current().enlarge(int(size))
    _store(window.messages, text_size=size)
    window.sidebar.fit_texts()
    page, shown = window.page(), window.context is not None
    place = next((key for key, button in window.sidebar.buttons.items() if button.isChecked()), "")
    if not shown:
        opening.greet()
        return
    window.leave()
    opening.current.show()
    if place and page is not None:
        window.navigate(place)


def _store(messages: Messages, **choices: str) -> None:
    try:
        settings.change(**choices)
    except EnvironmentFault as fault:
        messages.trouble(fault)


def _wear(messages: Messages, look: Look) -> None:
    current().wear(look)
    _store(messages, look=look.value)


def _remember(window: MainWindow) -> None:
    with suppress(EnvironmentFault):  # where the window stood is not worth a word at the end of the day
        settings.change(geometry=b64encode(window.saveGeometry().data()).decode())
