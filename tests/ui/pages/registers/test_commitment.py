"""The register of commitments: the steps as marks, noted on a day, corrected and taken back."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from samverkan_desktop.register_vocabulary import CommitmentStep
from samverkan_desktop.services import commitment
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.commitment_steps import CommitmentSteps
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.ui import hands
from tests.ui.pages.registers.conftest import demand, names
from tests.ui.year import Year


@pytest.fixture
def promised(page: RegistersPage, begun: Year) -> RegistersPage:
    """Return the page on a commitment that is carried out, in November."""
    begun.go_to(date(2018, 11, 5))
    commitment.add(begun.work, 1, "Gemensam ingång", responsible="Kvalitetschef", due=date(2018, 10, 31))
    commitment.note_step(begun.work, 1, CommitmentStep.CARRIED_OUT, date(2018, 10, 16))
    page.open("commitment:1")
    return page


def steps(page: RegistersPage) -> CommitmentSteps:
    shown = page.view().panel.part
    assert isinstance(shown, CommitmentSteps)
    return shown


def told(page: RegistersPage) -> list[str]:
    return [mark.accessibleName() for mark in steps(page).marks]


def offered(page: RegistersPage) -> list[str]:
    return [each.text() for each in page.view().panel.steps.findChildren(QPushButton) if each.isVisible()]


def test_each_step_is_a_mark_with_its_word_and_day(promised: RegistersPage):
    assert told(promised) == [
        "Genomfört: 2018-10-16", "Uppföljt: härnäst", "Analyserat: kvar", "Åtgärdat: kvar",
    ]  # fmt: skip
    texts = {label.text() for label in steps(promised).findChildren(QLabel) if label.isVisible()}
    assert texts == {
        "Genomfört", "2018-10-16", "Uppföljt", "härnäst", "Analyserat", "Åtgärdat", "kvar",
    }  # fmt: skip
    hands.picture(promised, "registers-commitment")


def test_only_the_steps_that_the_agreement_demands_are_shown(promised: RegistersPage, work: Workspace):
    demand(work, "commitments", {"steps": ["carried_out", "followed_up"]})
    assert told(promised) == ["Genomfört: 2018-10-16", "Uppföljt: härnäst"]


def test_a_first_step_whose_day_has_passed_is_late(promised: RegistersPage, work: Workspace):
    commitment.add(work, 1, "Gemensam utbildning", due=date(2018, 10, 31))
    promised.open("commitment:2")
    assert told(promised)[0] == "Genomfört: försenat"


def test_the_next_step_is_noted_on_a_day(promised: RegistersPage, work: Workspace):
    assert offered(promised) == ["Uppföljt…", "Rätta eller ta tillbaka ett steg…"]
    hands.press(promised.view().panel, "Uppföljt…")
    hands.press(promised.view().panel, "Notera")
    assert commitment.listing(work, 1)[0].next_step is CommitmentStep.ANALYSED
    assert told(promised)[1] == f"Uppföljt: {work.today}"
    assert offered(promised) == ["Analyserat…", "Rätta eller ta tillbaka ett steg…"]


def test_a_day_before_the_step_before_it_is_said_at_the_field(promised: RegistersPage):
    hands.press(promised.view().panel, "Uppföljt…")
    form = promised.view().panel.steps.forms[1]
    form.field("day").set_value(date(2018, 10, 1))
    hands.press(promised.view().panel, "Notera")
    errors = [each.text() for each in form.findChildren(QLabel) if each.property("role") == "error"]
    assert errors == ["Åtagandet blev genomfört 2018-10-16. Välj den dagen eller en senare."]


def test_a_step_is_corrected_and_taken_back(promised: RegistersPage, work: Workspace):
    panel = promised.view().panel
    hands.press(panel, "Rätta eller ta tillbaka ett steg…")
    form = panel.steps.forms[-1]
    assert form.values() == {"step": CommitmentStep.CARRIED_OUT, "day": date(2018, 10, 16)}
    form.field("day").set_value(date(2018, 10, 17))
    hands.press(panel, "Rätta")
    assert commitment.listing(work, 1)[0].steps[0].done_on == date(2018, 10, 17)
    hands.press(panel, "Rätta eller ta tillbaka ett steg…")
    form.field("day").set_value(None)
    hands.press(panel, "Rätta")
    assert commitment.listing(work, 1)[0].steps[0].done_on is None
    assert offered(promised) == ["Genomfört…"]


def test_a_commitment_is_written(page: RegistersPage, work: Workspace):
    page.open("commitment")
    hands.type_text(page.view().entry.form.field("title"), "Gemensam ingång")
    hands.press(page.view().entry, "Lägg till")
    assert names(page) == ["Gemensam ingång"]
    assert commitment.listing(work, 1)[0].due is None
