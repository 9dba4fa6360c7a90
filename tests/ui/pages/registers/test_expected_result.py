"""The register of expected results."""

from PySide6.QtWidgets import QLabel

from samverkan_desktop.register_vocabulary import Horizon
from samverkan_desktop.services import expected_result
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.registers.conftest import demand, names


def test_a_result_is_written_for_a_horizon(page: RegistersPage, work: Workspace):
    page.open("expected_result")
    form = page.view().entry.form
    hands.type_text(form.field("text"), "Färre avbrott i skolgången")
    hands.press(page.view().entry, "Lägg till")
    errors = [each.text() for each in form.findChildren(QLabel) if each.property("role") == "error"]
    assert "Välj om resultatet väntas på kort eller lång sikt." in errors
    form.field("horizon").set_value(Horizon.SHORT)
    hands.press(page.view().entry, "Lägg till")
    assert names(page) == ["Färre avbrott i skolgången"]
    assert expected_result.listing(work, 1)[0].horizon is Horizon.SHORT


def test_what_is_not_stated_is_told_above_the_table(page: RegistersPage, work: Workspace):
    demand(work, "expected_results")
    expected_result.add(work, 1, Horizon.SHORT, "Färre avbrott")
    page.open("expected_result")
    assert [row.finding.message for row in page.view().findings.rows] == [
        "Förväntade resultat på lång sikt är inte angivna."
    ]
    hands.picture(page, "registers-expected-result")


def test_a_long_result_is_named_by_its_beginning(page: RegistersPage, work: Workspace, recorded: Recorded):
    expected_result.add(
        work, 1, Horizon.LONG, "Fler barn får rätt stöd i rätt tid, och alla vet vem som gör vad"
    )
    page.open("expected_result:1")
    hands.press(page.view().panel, "Ta bort")
    assert recorded.said[-1][0].startswith("Fler barn får rätt stöd")
    assert "… togs bort." in recorded.said[-1][0]
