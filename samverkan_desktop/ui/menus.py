"""The menus: every command of the program with its keys; the command box offers the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from samverkan_desktop import __version__, paths
from samverkan_desktop.i18n import LANGUAGES, SOURCE_LANGUAGE, current_language, tr
from samverkan_desktop.settings import TEXT_SIZES
from samverkan_desktop.ui import navigation, theme
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.handbook import Handbook
from samverkan_desktop.ui.main_window import MainWindow
from samverkan_desktop.ui.widgets.parts import action

_CHOICES = "sliders-horizontal"


@dataclass(frozen=True)
class Doings:
    """What the menus do that the window cannot do alone.

    Args:
        open: asks for an archive and opens it.
        create: asks where, and makes an archive there.
        example: builds the example and opens it.
        dump: writes the open archive as JSON.
        load: brings such a file in.
        package: goes to where archive packages are made.
        check_package: asks for an archive package and checks it.
        wear: changes the look and remembers it.
        enlarge: changes the size of texts, in percent, and remembers it.
        speak: changes the language and remembers it.
    """

    open: Callable[[], object]
    create: Callable[[], object]
    example: Callable[[], object]
    dump: Callable[[], object]
    load: Callable[[], object]
    package: Callable[[], object]
    check_package: Callable[[], object]
    wear: Callable[[Look], object]
    enlarge: Callable[[str], object]
    speak: Callable[[str], object]


def fill(window: MainWindow, doings: Doings) -> None:
    """Give a window its menus, and its command box their commands."""
    commands = [
        *_archive(window, doings),
        *_edit(window),
        *_go(window),
        *_show(window, doings),
        *_help(window),
    ]
    window.commands = commands


def _menu(window: MainWindow, title: str, actions: Sequence[QAction | None]) -> list[QAction]:
    menu: QMenu = window.menuBar().addMenu(title)
    for entry in actions:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)
    return [entry for entry in actions if entry is not None]


def _archive(window: MainWindow, doings: Doings) -> list[QAction]:
    return _menu(
        window,
        tr("&Arkiv"),
        [
            action(tr("Öppna ett arkiv …"), doings.open, "Ctrl+O", "folder-open", window),
            action(tr("Nytt arkiv …"), doings.create, "", "plus", window),
            action(tr("Öppna exemplet"), doings.example, "", "play", window),
            None,
            action(tr("Nytt avtal…"), partial(window.navigate, "agreement:begin"), "", "scroll-text", window),
            None,
            action(tr("Exportera arkivet som JSON …"), doings.dump, "", "download", window),
            action(tr("Läs in JSON …"), doings.load, "", "file-text", window),
            None,
            action(tr("Gör ett arkivpaket …"), doings.package, "", "library", window),
            action(tr("Kontrollera ett arkivpaket …"), doings.check_package, "", "check", window),
            None,
            action(tr("Avsluta"), window.close, "Ctrl+Q", "x", window),
        ],
    )


def _edit(window: MainWindow) -> list[QAction]:
    undo = action(tr("Ångra"), window.undo_asked.emit, "Ctrl+Z", "undo-2", window)
    redo = action(tr("Gör om"), window.redo_asked.emit, "", "redo-2", window)
    redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
    choose = action(tr("Inställningar…"), partial(window.navigate, "settings"), "Ctrl+,", _CHOICES, window)
    choose.setMenuRole(QAction.MenuRole.PreferencesRole)
    return _menu(window, tr("&Redigera"), [undo, redo, None, choose])


def _go(window: MainWindow) -> list[QAction]:
    def search() -> None:
        window.box.setFocus()
        window.box.offer()

    pages = [
        action(
            navigation.title(place), partial(window.navigate, place.key), f"Ctrl+{number}", place.icon, window
        )
        for number, place in enumerate(navigation.LISTED, 1)
    ]
    find = action(tr("Sök eller gå till …"), search, "Ctrl+K", "search", window)
    _menu(window, tr("&Gå till"), [find, None, *pages])
    return pages


def _show(window: MainWindow, doings: Doings) -> list[QAction]:
    names = {
        Look.SYSTEM: tr("Utseende som datorn"),
        Look.LIGHT: tr("Ljust utseende"),
        Look.DARK: tr("Mörkt utseende"),
        Look.HIGH_CONTRAST: tr("Hög kontrast"),
    }
    looks = [action(text, partial(doings.wear, look), parent=window) for look, text in names.items()]
    _choose(window, looks, [look is theme.current().look for look in names])
    sizes = [
        action(tr("Text {percent} %", percent=size), partial(doings.enlarge, size), keys, parent=window)
        for size, keys in zip(TEXT_SIZES, ("Ctrl+0", "", "", "Ctrl++"), strict=True)
    ]
    _choose(window, sizes, [int(size) == theme.current().text_size for size in TEXT_SIZES])
    spoken = languages()
    if len(spoken) < 2:
        return _menu(window, tr("&Visa"), [*looks, None, *sizes])
    tongues = [action(text, partial(doings.speak, code), parent=window) for code, text in spoken.items()]
    _choose(window, tongues, [code == current_language() for code in spoken])
    return _menu(window, tr("&Visa"), [*looks, None, *sizes, None, *tongues])


def languages() -> dict[str, str]:
    """Return the languages that the program can be had in: the source's own, and those with a catalogue."""
    return {
        code: name
        for code, name in LANGUAGES.items()
        if code == SOURCE_LANGUAGE or paths.resource("translations", f"{code}.po").exists()
    }


def _choose(window: MainWindow, actions: Sequence[QAction], chosen: Sequence[bool]) -> None:
    group = QActionGroup(window)
    for entry, is_chosen in zip(actions, chosen, strict=True):
        entry.setCheckable(True)
        entry.setChecked(is_chosen)
        group.addAction(entry)


def _help(window: MainWindow) -> list[QAction]:
    def about() -> None:
        window.messages.say(tr("Samverkan {version}", version=__version__))

    def keys() -> None:
        from samverkan_desktop.ui import key_sheet  # not needed before the first window is seen

        key_sheet.show(window)

    handbook = Handbook(window)

    def here() -> None:
        page = window.page()
        handbook.open(page.chapter() if page else "begin")

    window.help_asked.connect(here)
    return _menu(
        window,
        tr("&Hjälp"),
        [
            action(tr("Hjälp om det som visas"), window.help_asked.emit, "Shift+F1", "circle-help", window),
            action(tr("Handbok"), lambda: handbook.open("begin"), "", "book-open", window),
            action(tr("Tangenter"), keys, "F1", "info", window),
            None,
            action(tr("Om Samverkan"), about, "", "info", window),
        ],
    )
