"""The register of strategies."""

from samverkan_desktop.services import commitment, strategy
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.registers.conftest import names


def test_a_strategy_is_written_and_its_goals_are_changed(page: RegistersPage, work: Workspace):
    page.open("strategy")
    hands.type_text(page.view().entry.form.field("title"), "Tidiga insatser")
    hands.press(page.view().entry, "Lägg till")
    page.open("strategy:1")
    field = page.view().panel.form.field("text")
    hands.type_text(field, "Stöd i tid")
    field.commit()
    (row,) = strategy.listing(work, 1)
    assert (row.title, row.text) == ("Tidiga insatser", "Stöd i tid")


def test_strategies_are_moved(page: RegistersPage, work: Workspace):
    for title in ("Tidiga insatser", "Skolnärvaro"):
        strategy.add(work, 1, title)
    page.open("strategy:1")
    hands.press(page.view().panel, "Flytta ned")
    assert names(page) == ["Skolnärvaro", "Tidiga insatser"]


def test_one_that_something_follows_from_stays(page: RegistersPage, work: Workspace, recorded: Recorded):
    strategy.add(work, 1, "Tidiga insatser")
    commitment.add(work, 1, "Gemensam ingång", strategy_id=1)
    page.open("strategy:1")
    hands.press(page.view().panel, "Ta bort")
    assert names(page) == ["Tidiga insatser"]
    assert len(recorded.troubles) == 1
