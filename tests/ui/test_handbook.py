"""The handbook has a chapter for every place, in both languages, and opens where one stands."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from samverkan_desktop import i18n, paths
from samverkan_desktop.ui import handbook, navigation
from samverkan_desktop.ui.handbook import CHAPTERS, Handbook
from samverkan_desktop.ui.pages.meetings.steps import At
from tests.ui import hands


@pytest.fixture
def opened(shown: Callable[[QWidget], QWidget]) -> Handbook:
    owner = shown(QMainWindow())
    made = Handbook(owner)
    made.open("agenda")
    return made


def test_every_page_and_every_step_has_a_chapter():
    places = {place.key for place in navigation.PLACES} - {"meetings", "settings"}
    assert places | {step.value for step in At} <= set(CHAPTERS)


@pytest.mark.parametrize("key", CHAPTERS)
def test_a_chapter_has_the_same_parts_in_both_languages(key: str):
    swedish, english = (
        paths.resource("help", language, f"{key}.md").read_text(encoding="utf-8") for language in ("sv", "en")
    )
    marks = [re.findall(r"^(#+ |- |\d\. |\|)", text, re.MULTILINE) for text in (swedish, english)]
    assert marks[0] == marks[1]
    assert swedish.startswith("# ")


def test_no_file_lies_beside_the_chapters():
    for language in ("sv", "en"):
        assert {file.stem for file in Path(paths.resource("help", language)).iterdir()} == set(CHAPTERS)


def test_the_language_in_use_is_read():
    with i18n.in_language("en"):
        assert handbook.chapter("begin").startswith("# Getting started")


def test_the_handbook_opens_at_a_chapter_and_narrows_as_one_types(opened: Handbook):
    assert opened.contents.currentItem().text() == "Dagordning"
    assert "Bygg dagordning" in opened.text.toPlainText()
    hands.type_text(opened.search, "körschema")
    QApplication.processEvents()
    left = [opened.contents.item(row).text() for row in range(len(CHAPTERS))]
    left = [text for row, text in enumerate(left) if not opened.contents.item(row).isHidden()]
    assert left == ["Kalla", "Dokument"]
    assert "Körschemat" in opened.text.toPlainText()
    hands.picture(opened, "handbook")


def test_an_unknown_place_opens_the_beginning_and_escape_leaves(opened: Handbook):
    opened.open("nowhere")
    assert opened.contents.currentItem().text() == "Kom igång"
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()
