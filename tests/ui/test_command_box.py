from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QMainWindow, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui.command_box import Command, CommandBox
from samverkan_desktop.ui.theme import Theme

LONG = "Uppdrag U2: förslag till rutin för skolgång vid placering " * 3


def opened(qtbot: QtBot) -> tuple[QMainWindow, CommandBox]:
    window = QMainWindow()
    box = CommandBox(lambda: [Command("Skolår", "Ctrl+1", lambda: None)])
    window.setCentralWidget(box)
    window.resize(500, 500)
    qtbot.addWidget(window)
    window.show()
    box.search = lambda _text: [Command(LONG, LONG, lambda: None)]
    box.setText("skol")
    box.offer()
    return window, box


def test_a_hit_has_room_for_two_lines_and_a_command_for_one(theme: Theme, qtbot: QtBot):
    window, box = opened(qtbot)
    command, hit = (box.list.visualRect(box.list.model().index(row, 0)).height() for row in (0, 1))
    line = box.fontMetrics().height()
    assert line <= command < 2 * line <= hit
    assert window.isVisible()


def test_nothing_is_written_between_the_lines_of_a_hit(theme: Theme, qtbot: QtBot):
    window, box = opened(qtbot)
    view = box.list
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect.setRect(0, 0, 400, view.visualRect(view.model().index(1, 0)).height())
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(1, 0))
    painter.end()
    middle = image.height() // 2
    shades = {image.pixel(x, middle) for x in range(60, 380)}
    assert len(shades) == 1
    assert window.isVisible()
