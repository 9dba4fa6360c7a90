"""Findings as lines: what opens, where one goes, what stays when they are read again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.rules.finding import Evidence, Finding, Status
from samverkan_desktop.ui.widgets.finding_list import FindingList
from tests.ui import hands

FINDING = Finding(
    "R24", Status.AT_RISK, "T20", "Sekreteraren skickar ut anteckningarna.", "Styrgruppen", "", 7, 14,
    (Evidence("meeting", 3, "möte 3", date(2018, 12, 4)),), "Anteckningarna från möte 3 är inte utskickade.",
    mend="Skicka dem.", group_id=1, obligation_id=4,
)  # fmt: skip
OTHER = replace(
    FINDING, status=Status.FULFILLED, message="Anteckningarna från möte 2 skickades i tid.", mend=""
)

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def targets() -> list[str]:
    return []


@pytest.fixture
def listed(targets: list[str], shown: Show) -> FindingList:
    made = FindingList(targets.append, mendable=True)
    made.resize(700, 300)
    shown(made)
    made.show_findings([FINDING, OTHER])
    QApplication.processEvents()
    return made


def visible(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_line_says_status_clause_and_sentence(listed: FindingList):
    assert listed.rows[0].accessibleName() == f"I farozonen. T20. {FINDING.message}"
    assert listed.rows[0].clause.text() == "T20"


def test_the_clause_is_shown_word_for_word_in_place(listed: FindingList):
    listed.rows[0].clause.click()
    assert "”Sekreteraren skickar ut anteckningarna.”" in visible(listed.rows[0])
    listed.rows[0].clause.click()
    assert visible(listed.rows[0]) == [FINDING.message]


def test_the_evidence_opens_the_meeting(listed: FindingList, targets: list[str]):
    listed.rows[0].open()
    hands.press(listed.rows[0], "Möte 3, 2018-12-04")
    hands.press(listed.rows[0], "Läs i avtalet")
    assert targets == ["meeting:3", "agreement:T20"]


def test_the_button_goes_to_where_it_is_mended(listed: FindingList, targets: list[str]):
    hands.press(listed, "Öppna möte 3")
    assert targets == ["meeting:3"]


def test_what_is_in_order_has_no_button(listed: FindingList):
    assert listed.rows[1].step is None


def test_a_line_that_is_unchanged_stays_open_and_keeps_the_focus(listed: FindingList, qtbot: QtBot):
    listed.rows[0].open()
    with qtbot.waitActive(listed):
        listed.activateWindow()
    listed.rows[0].clause.setFocus()
    before = listed.rows[0]
    listed.show_findings([replace(OTHER, message="Ny rad."), FINDING])
    assert listed.rows[1] is before
    assert before.clause.isChecked()
    assert before.clause.hasFocus()


def test_the_rest_is_shown_when_asked_for(targets: list[str], shown: Show):
    listed = FindingList(targets.append, mendable=True, first=2)
    listed.resize(700, 300)
    shown(listed)
    listed.show_findings([replace(FINDING, message=f"Rad {number}.") for number in range(5)])
    assert len(listed.rows) == 2
    hands.press(listed, "Visa 3 till")
    assert len(listed.rows) == 5
    assert not listed.rest.isVisible()
