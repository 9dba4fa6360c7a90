"""The decision log."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.decisions import DecisionsPage
from samverkan_desktop.ui.theme import Theme
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> DecisionsPage:
    made = DecisionsPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    return made


def numbers(page: DecisionsPage) -> list[str]:
    model = page.table.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def texts(page: DecisionsPage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.panel.findChildren(QLabel) if label.isVisible()]


def link(page: DecisionsPage, text: str) -> QPushButton:
    QApplication.processEvents()
    return next(b for b in page.panel.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_the_log_holds_every_decision_of_the_year(page: DecisionsPage):
    assert numbers(page) == [f"2018/19-{number:02d}" for number in range(1, 7)]


def test_another_year_has_none_and_all_years_have_them(page: DecisionsPage, given: Shown):
    given.context.scope.choose_period("2019/2020")
    assert numbers(page) == []
    page.every_year.click()
    assert len(numbers(page)) == 6


def test_it_filters_as_one_types_with_swedish_letters(page: DecisionsPage):
    hands.type_text(page.table.filter, "skolfrånvaro")
    assert numbers(page) == ["2018/19-02"]
    page.table.clear_filter()
    hands.type_text(page.table.filter, "PLACERADE skolgång")
    assert numbers(page) == ["2018/19-03"]


def test_one_kind_can_be_shown_alone(page: DecisionsPage):
    hands.press(page.table, "val 1")
    assert numbers(page) == ["2018/19-01"]


def test_a_superseded_decision_says_so_in_words(page: DecisionsPage):
    model = page.table.view.model()
    assert model.index(1, 7).data() == "ersatt av 2018/19-06"
    assert model.index(1, 7).data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(5, 7).data() == "ersätter 2018/19-02"


def test_a_superseded_decision_is_struck_through(page: DecisionsPage):
    model = page.table.view.model()
    assert model.index(1, 3).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert model.index(5, 3).data(Qt.ItemDataRole.FontRole) is None


def test_a_superseded_decision_links_both_ways(page: DecisionsPage):
    page.open("decision:2")
    link(page, "Ersatt av 2018/19-06").click()
    assert page.table.current().number == "2018/19-06"
    link(page, "Ersätter 2018/19-02").click()
    assert page.table.current().number == "2018/19-02"


def test_a_decision_opens_its_item(page: DecisionsPage, given: Shown):
    page.open("decision:3")
    hands.press(page, "Öppna punkten på mötet")
    assert given.targets == ["meeting:2/item:3"]


def test_enter_opens_the_item_too(page: DecisionsPage, given: Shown, qtbot: QtBot):
    page.open("decision:3")
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert given.targets == ["meeting:2/item:3"]


def test_a_decision_of_another_year_is_found_by_its_link(page: DecisionsPage, given: Shown):
    given.context.scope.choose_period("2019/2020")
    page.open("decision:5")
    assert page.every_year.isChecked()
    assert "2018/19-05" in texts(page)


def test_undo_is_seen_at_once(page: DecisionsPage, played: Year):
    page.open("decision:6")
    played.decide(4, "Övriga frågor", "Frågan bordläggs.")
    assert len(numbers(page)) == 7
    played.work.undo()
    assert len(numbers(page)) == 6
    assert page.table.current().number == "2018/19-06"


def test_the_panel_closes_with_escape_and_a_click_opens_it_again(page: DecisionsPage, qtbot: QtBot):
    page.open("decision:3")
    link(page, "Öppna punkten på mötet").setFocus()
    qtbot.keyClick(link(page, "Öppna punkten på mötet"), Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.view.hasFocus()
    where = page.table.view.visualRect(page.table.view.currentIndex()).center()
    qtbot.mouseClick(page.table.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.panel.isVisible()


def test_its_table_model_keeps_qts_rules(page: DecisionsPage, qtmodeltester: ModelTester):
    qtmodeltester.check(page.table.model)
    qtmodeltester.check(page.table.view.model())


def test_it_is_calmly_empty_without_decisions(given: Shown, shown: Show):
    page = DecisionsPage(given.context)
    page.resize(1120, 680)
    shown(page)
    hands.picture(page, "decisions-empty")
    hands.press(page, "Gå till mötena")
    assert given.targets == ["meetings"]


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_it_is_painted_in_every_look(page: DecisionsPage, theme: Theme, look: Look):
    theme.wear(look)
    page.open("decision:2")
    hands.picture(page, f"decisions-{look.value}")
    assert page.panel.isVisible()


def test_an_extract_of_the_chosen_decision_is_made(
    page: DecisionsPage, given: Shown, qtbot: QtBot, tmp_path: Path
):
    page.open("decision:2")
    page.extract.choose_folder = lambda: tmp_path / "ut"
    page.extract.make(FileFormat.PDF)
    qtbot.waitUntil(lambda: any((tmp_path / "ut").glob("*.pdf")), timeout=20_000)
    (made,) = (tmp_path / "ut").iterdir()
    assert "utdrag-ur-minnesanteckningar" in made.name
    assert "Skapa protokollsutdrag: Word-fil…" in [action.text() for action in page.actions()]


def test_an_extract_of_nothing_is_not_asked_for(page: DecisionsPage, recorded: Recorded):
    page.table.clear_filter()
    page.table.view.clearSelection()
    page.table.view.setCurrentIndex(QModelIndex())
    page.extract.make(FileFormat.PDF)
    assert recorded.said[-1][0] == "Välj ett beslut i listan först."
