"""Where dialogs for files begin: in the folder used last in this session, else among the user's documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_last: list[str] = []


def first_shown() -> str:
    """Return the folder in which a dialog begins."""
    return (
        _last[-1]
        if _last
        else QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Ask in which folder something is to be saved; None where the user leaves it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, first_shown())
    if not chosen:
        return None
    _last[:] = [chosen]
    return Path(chosen)


def ask_for_file(parent: QWidget, title: str, pattern: str = "") -> Path | None:
    """Ask for a file to read; None where the user leaves it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, first_shown(), pattern)
    if not chosen:
        return None
    path = Path(chosen)
    _last[:] = [str(path.parent)]
    return path


def ask_where_to_save(parent: QWidget, title: str, name: str, pattern: str = "") -> Path | None:
    """Ask where a file is to be saved, a name suggested; None where the user leaves it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(first_shown()) / name), pattern)
    if not chosen:
        return None
    path = Path(chosen)
    _last[:] = [str(path.parent)]
    return path
