"""The page of deviations: reporting, handling, raising, and putting on the agenda."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import deviation
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.deviations.page import DeviationsPage
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.vocabulary import EscalationGround
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> DeviationsPage:
    made = DeviationsPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    return made


def texts(within: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def write(page: DeviationsPage, **values: str) -> None:
    for name, text in values.items():
        field = page.log.entry.form.field(name)
        field.setFocus()
        field.selectAll()
        hands.type_text(field, text)
        field.commit()


def report(page: DeviationsPage, **values: str) -> None:
    whole = {
        "reported_by": "Förskola",
        "arose_in": "IFO, mottagning",
        "line_manager": "Enhetschef mottagning",
        "description": "Återkopplingen uteblev på nytt.",
    }
    write(page, **{**whole, **values})
    hands.press(page.log.entry, "Rapportera")


def numbers(page: DeviationsPage) -> list[str]:
    model = page.log.table.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_report_is_ready_with_the_day_it_is(page: DeviationsPage):
    assert page.log.entry.form.value("reported_on") == date(2019, 2, 10)
    assert any(text.startswith("Beskriv utan namn, personnummer eller detaljer") for text in texts(page))


def test_a_deviation_is_reported_in_one_step(page: DeviationsPage, recorded: Recorded):
    report(page)
    assert numbers(page) == ["A4", "A3", "A2", "A1"]
    assert recorded.said == [("Avvikelsen är rapporterad.", True)]


def test_the_entry_is_ready_for_the_next(page: DeviationsPage):
    report(page)
    assert page.log.entry.form.value("description") == ""
    assert page.log.entry.form.value("reported_by") == "Förskola"


def test_a_personal_identity_number_is_refused_as_the_field_is_left(page: DeviationsPage):
    write(page, description="Gäller 19811218-9876")
    assert any("personnummer. Ta bort det" in text for text in texts(page.log.entry))
    hands.press(page.log.entry, "Rapportera")
    assert len(numbers(page)) == 3


@pytest.mark.parametrize("field", ["reported_by", "arose_in", "line_manager", "description"])
def test_what_is_missing_is_said_at_its_field(page: DeviationsPage, field: str):
    report(page, **{field: " "})
    assert page.log.entry.form.field(field).property("wrong")
    assert len(numbers(page)) == 3


def test_a_day_to_come_is_refused_at_its_field(page: DeviationsPage):
    report(page, reported_on="2019-03-01")
    assert any("framåt i tiden" in text for text in texts(page.log.entry))


def test_a_day_that_is_none_is_refused_at_its_field(page: DeviationsPage):
    report(page, reported_on="2019-02-30")
    assert "Skriv en dag som finns, till exempel 2018-09-04." in texts(page.log.entry)
    assert len(numbers(page)) == 3


def test_a_missing_day_is_refused_at_its_field(page: DeviationsPage):
    write(page, reported_by="Förskola")
    page.log.entry.form.field("reported_on").setText("")
    hands.press(page.log.entry, "Rapportera")
    assert "Skriv en dag, till exempel 2018-09-04." in texts(page.log.entry)


def test_a_half_written_report_survives_other_changes(page: DeviationsPage, played: Year):
    write(page, description="Sen återkoppling")
    played.decide(4, "Övriga frågor", "Frågan bordläggs.")
    deviation.handle(played.work, 2, date(2019, 2, 1))
    page.open("deviation:2")
    page.report()
    assert page.log.entry.form.value("description") == "Sen återkoppling"


def test_operations_are_counted(page: DeviationsPage):
    assert page.log.counts.text() == (
        "Rapporterade från: IFO 1, Förskola 1, Grundskola 1. Lyfta till gruppen: 0."
    )


def test_it_filters_as_one_types_with_swedish_letters(page: DeviationsPage):
    hands.type_text(page.log.table.filter, "övergång")
    assert numbers(page) == ["A2"]


def test_a_deviation_is_handled(page: DeviationsPage, played: Year):
    page.open("deviation:2")
    hands.press(page.log.details, "Hanterad…")
    field = page.log.details.findChildren(QWidget)
    assert field
    hands.press(page.log.details, "Markera som hanterad")
    assert deviation.listing(played.work)[1].handled_on == date(2019, 2, 10)
    assert "hanterad 2019-02-10" in [row.outcome for row in deviation.listing(played.work)]


def test_a_day_before_the_report_is_refused_at_its_field(page: DeviationsPage, played: Year):
    page.open("deviation:3")
    hands.press(page.log.details, "Hanterad…")
    steps = page.log.details.steps
    steps._entries["handle"].form.field("day").setText("2018-12-01")
    hands.press(page.log.details, "Markera som hanterad")
    assert "Dagen ligger före 2018-12-12, då avvikelsen rapporterades." in texts(page.log.details)


def test_raising_asks_for_the_ground(page: DeviationsPage, played: Year):
    page.open("deviation:2")
    hands.press(page.log.details, "Lyft till gruppen…")
    hands.press(page.log.details, "Lyft till gruppen")
    assert "Välj på vilken grund frågan lyfts." in texts(page.log.details)
    page.log.details._escalate.form.field("ground").set_value(EscalationGround.GENERAL)
    hands.press(page.log.details, "Lyft till gruppen")
    assert deviation.listing(played.work)[1].ground is EscalationGround.GENERAL


def test_a_raised_question_is_put_on_a_coming_agenda(page: DeviationsPage, played: Year, given: Shown):
    deviation.escalate(played.work, 2, date(2019, 2, 6), EscalationGround.PRINCIPLE, played.group_id)
    page.open("deviation:2")
    hands.press(page.log.details, "Sätt på dagordning…")
    hands.press(page.log.details, "Sätt på dagordningen")
    row = deviation.listing(played.work)[1]
    assert row.meeting_id == played.meetings[4]
    hands.press(page.log.details, "Möte 5 av 6, 2019-03-26")
    assert given.targets == [f"meeting:{row.meeting_id}/item:{row.item_id}"]


def test_what_has_been_done_is_no_longer_offered(page: DeviationsPage, played: Year):
    page.open("deviation:1")
    QApplication.processEvents()
    offered = [key for key, button in page.log.details.steps._buttons.items() if button.isVisible()]
    assert offered == ["escalate"]


def test_undo_is_seen_at_once(page: DeviationsPage, played: Year):
    report(page)
    assert len(numbers(page)) == 4
    played.work.undo()
    assert numbers(page) == ["A3", "A2", "A1"]


def test_another_row_folds_what_was_unfolded(page: DeviationsPage, qtbot: QtBot):
    page.open("deviation:2")
    hands.press(page.log.details, "Hanterad…")
    page.open("deviation:3")
    QApplication.processEvents()
    assert not page.log.details.steps._entries["handle"].isVisible()


def test_its_table_model_keeps_qts_rules(page: DeviationsPage, qtmodeltester: ModelTester):
    qtmodeltester.check(page.log.table.model)
    qtmodeltester.check(page.log.table.view.model())


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_it_is_painted_in_every_look(page: DeviationsPage, theme: Theme, look: Look):
    theme.wear(look)
    write(page, description="Gäller 19811218-9876")
    hands.picture(page, f"deviations-{look.value}")
    page.open("deviation:2")
    hands.press(page.log.details, "Lyft till gruppen…")
    hands.picture(page, f"deviations-raise-{look.value}")
    assert page.log.details.isVisible()


@pytest.mark.journey
def test_it_is_painted_empty(given: Shown, shown: Show):
    page = DeviationsPage(given.context)
    page.resize(1120, 680)
    shown(page)
    hands.picture(page, "deviations-empty")
    page.receive()
    hands.picture(page, "inbox-empty")
    assert not page.log.counts.isVisible()


@pytest.mark.journey
def test_it_is_painted_crowded(page: DeviationsPage, played: Year):
    for number in range(40):
        deviation.report(
            played.work, 1, reported_on=date(2019, 2, 1),
            reported_by=("Gymnasiet", "Elevhälsan", "IFO, familjehem", "IFO, mottagning")[number % 4],
            arose_in="Grundskola och grundsärskola", line_manager="Enhetschef",
            description="Olika uppfattning om vilka uppgifter som får lämnas utan samtycke mellan enheter.",
        )  # fmt: skip
    page.open("deviation:43")
    hands.picture(page, "deviations-crowded")
    assert len(numbers(page)) == 43
