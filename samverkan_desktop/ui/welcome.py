"""What is shown before there is an archive: the three ways to begin, or what is wrong and can be done."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui import folders, theme
from samverkan_desktop.ui.archives import DamagedArchive, Preset
from samverkan_desktop.ui.widgets.drop_down import DropDown
from samverkan_desktop.ui.widgets.parts import Card, button, scrolling

_WIDTH = 190 * theme.GRID


def _column(title: str, text: str) -> tuple[QWidget, QVBoxLayout]:
    """Return something to show, with a heading and a sentence, in a column in the middle."""
    inside = QWidget()
    across = QHBoxLayout(inside)
    middle = QWidget()
    middle.setFixedWidth(theme.enlarged(_WIDTH))
    across.addStretch(1)
    across.addWidget(middle)
    across.addStretch(1)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 2 * theme.MARGIN, 0, theme.MARGIN)
    column.setSpacing(theme.APART)
    column.addWidget(theme.label(title, "title", wrap=True))
    column.addWidget(theme.label(text, "muted", wrap=True))
    column.addSpacing(theme.NEAR)
    return scrolling(inside), column


def _way(title: str, text: str, *buttons: QWidget) -> Card:
    card = Card(title)
    card.body.addWidget(theme.label(text, wrap=True))
    for widget in buttons:
        side = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
        card.body.addWidget(widget, 0, side)
    return card


def _templates(presets: Sequence[Preset], adopt: Callable[[str], object]) -> QWidget:
    """Return a button an agreement, its title beside it."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.APART)
    grid.setColumnStretch(1, 1)
    for row, preset in enumerate(presets):
        choice = button(preset.name, partial(adopt, preset.key), "", "scroll-text")
        choice.setAccessibleDescription(preset.title)
        grid.addWidget(choice, row, 0)
        grid.addWidget(theme.label(preset.title, "muted", wrap=True), row, 1)
    return table


def _example(examples: Sequence[Preset], show: Callable[[str], object]) -> QWidget:
    """Return what chooses among the examples and opens one."""
    chosen = DropDown()
    chosen.setAccessibleName(tr("Exempel"))
    for each in examples:
        chosen.addItem(each.name, each.key)
        chosen.setItemData(chosen.count() - 1, each.title, Qt.ItemDataRole.ToolTipRole)
    chosen.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToContents)
    opens = button(tr("Öppna exemplet"), lambda: show(chosen.currentData()), "primary", "play")
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.APART)
    across.addWidget(opens)
    across.addWidget(chosen)
    across.addStretch(1)
    return row


def welcome(
    presets: Sequence[Preset],
    examples: Sequence[Preset],
    example: Callable[[str], object],
    adopt: Callable[[str], object],
    write: Callable[[], object],
    open_archive: Callable[[], object],
) -> QWidget:
    """Return the first page: an example, an agreement from a template or of one's own, or an archive.

    Args:
        presets: the agreements that are shipped.
        examples: the example years to choose from, the one offered first first.
        example: builds the example of a key and opens it.
        adopt: makes an archive with an agreement, by its key or by the path of its file.
        write: makes an archive to write an agreement in.
        open_archive: asks for an archive and opens it.
    """

    def ask() -> None:
        chosen = folders.ask_for_file(page, tr("Välj en avtalsfil"), tr("Avtalsfiler (*.toml)"))
        if chosen:
            adopt(str(chosen))

    page, column = _column(
        tr("Välkommen till Samverkan"),
        tr(
            "Programmet håller reda på vad ni har avtalat, bär mötena från plan till utskickade "
            "minnesanteckningar och visar om avtalet följs."
        ),
    )
    column.addWidget(
        _way(
            tr("Börja med ett exempel"),
            tr("Ett påhittat år att titta runt i. Det rör inget av ditt eget."),
            _example(examples, example),
        )
    )
    text = tr("Välj ett avtal att utgå från. Allt i det går att ändra efteråt.")
    file = button(tr("Välj en avtalsfil …"), ask, "", "folder-open")
    column.addWidget(_way(tr("Skapa avtal från mall"), text, _templates(presets, adopt), file))
    column.addWidget(
        _way(
            tr("Skriv ett eget avtal"),
            tr("Börja från början, och skriv in avtalet stycke för stycke."),
            button(tr("Skriv avtalet"), write, "", "pencil"),
        )
    )
    column.addWidget(
        _way(
            tr("Öppna ett arkiv"),
            tr("Ett arkiv som du eller en kollega redan har börjat på."),
            button(tr("Välj fil …"), open_archive, "", "folder-open"),
        )
    )
    column.addStretch(1)
    return page


def damaged(
    fault: DamagedArchive,
    restore: Callable[[Path], object],
    set_aside: Callable[[], object],
    open_archive: Callable[[], object],
) -> QWidget:
    """Return the page that tells that an archive cannot be read, and what can be done.

    Args:
        fault: what is wrong.
        restore: puts a backup in the archive's place.
        set_aside: renames the archive and begins anew.
        open_archive: asks for another archive and opens it.
    """
    page, column = _column(tr("Arkivet kan inte läsas"), fault.message)
    if fault.backup:
        column.addWidget(
            _way(
                tr("Återställ säkerhetskopian"),
                tr(
                    "Den senaste hela säkerhetskopian heter {name}. Den skadade filen sparas bredvid, "
                    "så att inget går förlorat.",
                    name=fault.backup.name,
                ),
                button(tr("Återställ"), partial(restore, fault.backup), "primary", "history"),
            )
        )
    column.addWidget(
        _way(
            tr("Lägg undan filen och börja om"),
            tr("{name} får ett annat namn och ligger kvar i samma mapp.", name=fault.path.name),
            button(tr("Lägg undan"), set_aside),
        )
    )
    column.addWidget(
        _way(
            tr("Öppna ett annat arkiv"),
            tr("Filen lämnas som den är."),
            button(tr("Välj fil …"), open_archive, "", "folder-open"),
        )
    )
    column.addStretch(1)
    return page
