"""The language of the program, and of the window while it is open: everything in it is made anew."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication

from samverkan_desktop import i18n, settings
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.opening import Opening


def speak(app: QApplication, code: str) -> None:
    """Let the program speak a language, and Qt's own dialogs with it."""
    i18n.use_language(code)
    QLocale.setDefault(QLocale(i18n.locale()))
    for spoken in app.findChildren(QTranslator):
        app.removeTranslator(spoken)
        spoken.deleteLater()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)


class Speaking(QObject):
    """Changes the language of a window that is shown.

    Every widget bears its texts from when it was made, so the window lets go of all of them and is furnished
    anew, and the archive is shown again where it was. What is stored stays in the language it was written in.

    Args:
        window: the window.
        opening: what holds the open archive.
        fill: gives the window its menus.
    """

    def __init__(self, window: MainWindow, opening: Opening, fill: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._fill = fill

    def change(self, code: str) -> None:
        """Speak another language from now on, unless what could not be saved is waited for."""
        if code == i18n.current_language():
            return
        if not self._opening.current.may_leave():
            self._menus_anew()  # which had marked the language that was chosen
            return
        # The menu that was chosen in is taken away, so it has to be done with it first.
        QTimer.singleShot(0, self, partial(self._change, code))

    def _change(self, code: str) -> None:
        window, place = self._window, self._window.place
        application = QApplication.instance()
        if isinstance(application, QApplication):
            speak(application, code)
        window.setLocale(QLocale())
        had_pages = window.context is not None
        window.tasks.finish()
        self._opening.current.remember()
        window.leave()
        window.toast.deleteLater()
        window.furnish(window.messages, window.tasks, window.scope)
        self._menus_anew()
        if had_pages:
            self._opening.current.show()
            window.navigate(place)
        elif self._opening.current.workspace is None:
            self._opening.begin(None)
        else:
            self._opening.greet()
        try:
            settings.change(language=code)
        except EnvironmentFault as fault:
            window.messages.trouble(fault)
        else:
            window.messages.say(tr("Programmet talar nu svenska."))

    def _menus_anew(self) -> None:
        self._window.menuBar().clear()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for kind in (QAction, QActionGroup):
            for each in self._window.findChildren(kind, options=direct):
                if isinstance(each, QAction):
                    each.setShortcuts([])  # else two have the same keys until it is gone
                each.deleteLater()
        self._fill()
