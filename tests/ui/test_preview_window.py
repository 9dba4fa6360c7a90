"""The preview of a document: its pages, read, turned and shown in other sizes by keyboard and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.ui import theme
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.preview_window import PreviewWindow
from tests.documents.test_pdf_structure import FILES
from tests.ui import hands

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def owner(shown: Show) -> QWidget:
    return shown(QWidget())


@pytest.fixture
def window(owner: QWidget, qtbot: QtBot) -> PreviewWindow:
    """Return a call of several pages, shown."""
    made = PreviewWindow(owner, FILES["call"](), "2019-05-28-kallelse-styrgrupp")
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_page_is_listed_and_the_first_is_shown(window: PreviewWindow):
    assert window.list.count() == len(window.pages.sheets) > 2
    assert window.list.currentRow() == 0
    assert window.told.text() == f"Sida 1 av {window.list.count()}"
    assert "2019-05-28-kallelse-styrgrupp" in window.windowTitle()


def test_pages_are_turned_by_keyboard(window: PreviewWindow, qtbot: QtBot):
    last = window.list.count() - 1
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_PageDown, last),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):
        qtbot.keyClick(window.pages, key)
        assert (window.pages.page, window.list.currentRow()) == (page, page)


def test_a_page_is_chosen_in_the_list(window: PreviewWindow):
    window.list.setCurrentRow(2)
    assert window.pages.page == 2
    assert window.told.text().startswith("Sida 3 av")
    assert window.pages.verticalScrollBar().value() > 0


def test_sizes_are_changed_by_keyboard_and_the_page_stays(window: PreviewWindow, qtbot: QtBot):
    window.pages.show_page(1)
    fitting = window.pages.percent
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = window.pages.percent
    assert larger > fitting
    assert window.size_told.text() == f"{round(larger)} %"
    qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.percent < larger
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.percent == pytest.approx(fitting)
    assert window.pages.page == 1


def test_real_size_is_that_of_the_paper(window: PreviewWindow):
    window.pages.full_size()
    assert window.pages.sheets[0].width() == round(210 / 25.4 * 96)
    window.resize(window.width() + 200, window.height())
    QApplication.processEvents()
    assert window.size_told.text() == "100 %"


def test_sizes_end_somewhere(window: PreviewWindow):
    for _ in range(12):
        window.pages.step(1)
    assert window.pages.percent == 400
    for _ in range(12):
        window.pages.step(-1)
    assert window.pages.percent == 25


def test_a_screen_reader_is_told_the_page_and_its_words(window: PreviewWindow):
    told = QAccessible.queryAccessibleInterface(window.pages.sheets[0])
    assert told.text(QAccessible.Text.Name) == f"Sida 1 av {window.list.count()}"
    assert "Kallelse" in told.text(QAccessible.Text.Description)


def test_only_pages_near_what_is_seen_are_held_as_pictures(window: PreviewWindow):
    window.pages.full_size()
    window.grab()
    window.pages.show_page(len(window.pages.sheets) - 1)
    QApplication.processEvents()
    assert window.pages.sheets[0]._drawn is None


def test_escape_closes_it(window: PreviewWindow, qtbot: QtBot):
    with qtbot.waitSignal(window.destroyed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_it_prints_and_says_so(window: PreviewWindow, qtbot: QtBot, tmp_path: object):
    from PySide6.QtPrintSupport import QPrinter

    def accept(dialog: object) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # type: ignore[attr-defined]
        dialog.printer().setOutputFileName(f"{tmp_path}/ut.pdf")  # type: ignore[attr-defined]
        return True

    window.accepted = accept
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.notice.text() == f"ut.pdf ligger i {tmp_path}."
    assert window.notice.isVisible()


def test_what_the_printer_refuses_is_told_in_the_window(window: PreviewWindow, tmp_path: object):
    from PySide6.QtPrintSupport import QPrinter

    def accept(dialog: object) -> bool:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)  # type: ignore[attr-defined]
        dialog.printer().setOutputFileName(f"{tmp_path}/borta/ut.pdf")  # type: ignore[attr-defined]
        return True

    window.accepted = accept
    window.print()
    assert "Kontrollera att mappen finns" in window.notice.text()


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
def test_looks(window: PreviewWindow, look: Look):
    theme.current().wear(look)
    window.resize(1000, 700)
    hands.picture(window, f"preview-{look.value}")
    assert window.pages.sheets[0].isVisible()
