"""The register of indicators: written, measured year by year, pasted, tried out, kept and dropped."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import check, indicator, measurement
from samverkan_desktop.services.indicator import IndicatorRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui import finding_view
from samverkan_desktop.ui.pages.registers.indicator_values import IndicatorValues, ValueLine
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.services.year import NUMBER
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.registers.conftest import demand, names
from tests.ui.year import Year


@pytest.fixture
def measured(page: RegistersPage, begun: Year) -> RegistersPage:
    """Return the page on an indicator with two years' values, in the third year."""
    work = begun.work
    begun.go_to(date(2020, 9, 15))
    indicator.add(work, 1, "Problematisk skolfrånvaro", unit="%", source="Kvalitetschef", target=10.0)
    measurement.measure(work, 1, "2018/2019", 14.5, note="Enkät")
    measurement.measure(work, 1, "2019/2020", 12.0)
    indicator.add(work, 1, "Väntetid", on_trial=True)
    page.open("indicator:1")
    return page


def part(page: RegistersPage) -> IndicatorValues:
    shown = page.view().panel.part
    assert isinstance(shown, IndicatorValues)
    return shown


def line(page: RegistersPage, period: str) -> ValueLine:
    (found,) = [each for each in part(page).lines if each.period == period]
    return found


def row(work: Workspace) -> IndicatorRow:
    return indicator.listing(work, 1)[0]


def write(page: RegistersPage, period: str, text: str) -> ValueLine:
    field = line(page, period).value
    field.setFocus()
    field.selectAll()
    hands.type_text(field, text) if text else field.clear()
    field.commit()
    return line(page, period)


def cells(page: RegistersPage, number: int) -> list[str]:
    model = page.view().table.view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    texts = [str(model.index(number, column).data(role)) for column in range(model.columnCount())]
    return [text.replace("\u00a0", " ") for text in texts]


def offered(page: RegistersPage) -> list[str]:
    return [each.text() for each in page.view().panel.steps.findChildren(QPushButton) if each.isVisible()]


def test_the_table_shows_how_each_indicator_stands(measured: RegistersPage):
    assert cells(measured, 0) == [
        "Problematisk skolfrånvaro",
        "Kvalitetschef",
        "Används",
        "12 % (2019/2020)",
        "10 %",
        "2018/2019: 14,5 %; 2019/2020: 12 %; 2020/2021: inget värde; mål: 10 %",
    ]
    assert cells(measured, 1)[2:4] == ["Prövas", ""]
    hands.picture(measured, "registers-indicator")


def test_the_years_are_written_newest_first_with_their_line_above(measured: RegistersPage):
    assert [each.period for each in part(measured).lines] == ["2020/2021", "2019/2020", "2018/2019"]
    first = line(measured, "2018/2019")
    assert (first.value.text(), first.note.text()) == ("14,5", "Enkät")
    assert part(measured).head.text() == "Värde (%)"
    assert part(measured).chart.isVisible()
    assert part(measured).chart.accessibleDescription().startswith("2018/2019: 14,5")


def test_an_indicator_without_values_has_no_line_but_years_to_write(measured: RegistersPage):
    measured.open("indicator:2")
    assert not part(measured).chart.isVisible()
    assert len(part(measured).lines) == 3
    assert not line(measured, "2018/2019").note.isVisible()


@pytest.mark.parametrize(("text", "value"), [("9,5", 9.5), ("9.5", 9.5), ("1 250", 1250.0)])
def test_a_value_is_written_with_a_comma_or_a_point(
    measured: RegistersPage, work: Workspace, text: str, value: float
):
    write(measured, "2020/2021", text)
    assert row(work).values[-1].value == value
    assert line(measured, "2020/2021").note.isVisible()
    assert cells(measured, 0)[3].endswith("(2020/2021)")


def test_what_is_no_number_is_said_at_its_year_and_not_kept(measured: RegistersPage, work: Workspace):
    wrong = write(measured, "2019/2020", "många")
    assert wrong.error.text() == "Ange ett tal, till exempel 72,5."
    assert wrong.error.isVisible()
    assert wrong.value.property("wrong")
    assert row(work).values[-1].value == 12.0
    hands.picture(measured, "registers-indicator-error")
    mended = write(measured, "2019/2020", "11")
    assert not mended.error.isVisible()


def test_a_corrected_value_keeps_its_note(measured: RegistersPage, work: Workspace):
    write(measured, "2018/2019", "14")
    assert (row(work).values[0].value, row(work).values[0].note) == (14.0, "Enkät")


def test_an_emptied_value_is_taken_away_and_undo_brings_it_back(measured: RegistersPage, work: Workspace):
    write(measured, "2019/2020", "")
    assert [each.period for each in row(work).values] == ["2018/2019"]
    work.undo()
    assert [each.period for each in row(work).values] == ["2018/2019", "2019/2020"]


def test_a_note_is_written_and_a_personal_identity_number_refused(measured: RegistersPage, work: Workspace):
    note = line(measured, "2019/2020").note
    hands.type_text(note, "Preliminärt")
    note.commit()
    assert row(work).values[-1].note == "Preliminärt"
    hands.type_text(note, f" {NUMBER}")
    note.commit()
    assert row(work).values[-1].note == "Preliminärt"
    said = line(measured, "2019/2020").error.text()
    assert said == "Texten ser ut att innehålla ett personnummer. Ta bort det."


def test_a_note_beside_a_value_that_cannot_be_read_leaves_the_value(measured: RegistersPage, work: Workspace):
    write(measured, "2019/2020", "många")
    note = line(measured, "2019/2020").note
    hands.type_text(note, "Preliminärt")
    note.commit()
    assert (row(work).values[-1].value, row(work).values[-1].note) == (12.0, "Preliminärt")


def test_a_column_of_years_and_values_is_pasted(measured: RegistersPage, work: Workspace):
    panel = measured.view().panel
    hands.press(panel, "Klistra in värden…")
    panel.steps.forms[0].field("text").setPlainText("Läsår\tVärde\n2018/2019\t15,5\n2020/2021\t9,5")
    hands.press(panel, "Lägg till alla")
    assert [each.value for each in row(work).values] == [15.5, 12.0, 9.5]
    assert line(measured, "2020/2021").value.text() == "9,5"


def test_what_is_wrong_with_pasted_lines_is_said_and_none_noted(measured: RegistersPage, work: Workspace):
    panel = measured.view().panel
    hands.press(panel, "Klistra in värden…")
    form = panel.steps.forms[0]
    form.field("text").setPlainText("2018/2019;15,5\n2020/2021;många")
    hands.press(panel, "Lägg till alla")
    errors = [each.text() for each in form.findChildren(QLabel) if each.property("role") == "error"]
    assert errors == ["Rad 2: värdet många är inget tal. Skriv det som 72,5."]
    assert [each.value for each in row(work).values] == [14.5, 12.0]


def test_an_indicator_is_changed_in_place(measured: RegistersPage, work: Workspace):
    form = measured.view().panel.form
    target = form.field("target")
    target.setFocus()
    target.selectAll()
    hands.type_text(target, "7.5")
    target.commit()
    assert row(work).target == 7.5
    assert part(measured).chart.target_text() == "mål 7,5"
    target.clear()
    target.commit()
    assert row(work).target is None


def test_an_indicator_is_written(page: RegistersPage, work: Workspace):
    page.open("indicator")
    form = page.view().entry.form
    hands.type_text(form.field("name"), "Väntetid")
    hands.type_text(form.field("unit"), "dagar")
    hands.type_text(form.field("target"), "14,5")
    form.field("on_trial").click()
    hands.picture(page, "registers-indicator-new")
    hands.press(page.view().entry, "Lägg till")
    assert names(page) == ["Väntetid"]
    assert (row(work).unit, row(work).target, row(work).on_trial) == ("dagar", 14.5, True)


def test_a_target_that_is_no_number_stops_a_new_indicator(page: RegistersPage, work: Workspace):
    page.open("indicator")
    form = page.view().entry.form
    hands.type_text(form.field("name"), "Väntetid")
    hands.type_text(form.field("target"), "lågt")
    hands.press(page.view().entry, "Lägg till")
    assert indicator.listing(work, 1) == ()
    errors = [each.text() for each in form.findChildren(QLabel) if each.property("role") == "error"]
    assert "Ange ett tal, till exempel 72,5." in errors


def test_an_indicator_is_tried_out_kept_dropped_and_used_again(measured: RegistersPage, work: Workspace):
    panel = measured.view().panel
    assert offered(measured) == ["Klistra in värden…", "Pröva den först", "Avsluta indikatorn…"]
    hands.press(panel, "Pröva den först")
    assert row(work).on_trial
    hands.press(panel, "Behåll efter prövningen…")
    hands.press(panel, "Behåll")
    assert (row(work).on_trial, row(work).since) == (False, work.today)
    hands.press(panel, "Avsluta indikatorn…")
    hands.press(panel, "Avsluta")
    assert row(work).until == work.today
    assert offered(measured) == ["Klistra in värden…", "Använd den igen"]
    hands.press(panel, "Använd den igen")
    assert row(work).until is None


def test_one_that_has_values_is_not_taken_away(measured: RegistersPage, work: Workspace, recorded: Recorded):
    hands.press(measured.view().panel, "Ta bort")
    assert len(indicator.listing(work, 1)) == 2
    assert recorded.troubles == ["Indikatorn Problematisk skolfrånvaro har värden. Avsluta den i stället."]


def test_what_an_indicator_lacks_leads_to_it(measured: RegistersPage, work: Workspace):
    demand(work, "indicators")
    indicator.keep(work, 2, work.today)
    found = [
        each
        for each in check.findings(work, agreement_id=1)
        if each.rule == "R42" and each.status is Status.UPCOMING
    ]
    assert [finding_view.target(each) for each in found] == ["indicator:1"]
    measured.open(finding_view.target(found[0]))
    assert measured.view().panel.form.value("name") == "Problematisk skolfrånvaro"


def test_where_there_are_none_the_next_step_is_offered(page: RegistersPage):
    page.open("indicator")
    table = page.view().table
    assert "Inga indikatorer är upplagda." in [each.text() for each in table.findChildren(QLabel)]
    hands.press(table, "Lägg till en indikator")
    assert page.view().entry.isVisible()
    hands.picture(page, "registers-indicator-empty")
