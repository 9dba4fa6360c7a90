"""The page of the commissions."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agenda, commission, commitment, task
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.commissions.page import CommissionsPage
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.chip import Chip
from samverkan_desktop.ui.widgets.filter_table import FilterTable
from samverkan_desktop.vocabulary import DecisionKind, ReportKind
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import DAYS, Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> CommissionsPage:
    made = CommissionsPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    return made


def column(page: CommissionsPage, number: int) -> list[str]:
    model = page.table.view.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def texts(page: CommissionsPage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.details.findChildren(QLabel) if label.isVisible()]


def chips(page: CommissionsPage) -> list[str]:
    QApplication.processEvents()
    return [chip.accessibleName() for chip in page.details.findChildren(Chip) if chip.isVisible()]


def stored(played: Year, number: str) -> commission.CommissionRow:
    return next(row for row in commission.listing(played.work) if row.number == number)


def test_it_shows_when_with_new_dates(page: CommissionsPage):
    assert column(page, 5) == ["2019-03-26", "2019-03-26, ny tid", "2019-01-31"]
    tip = page.table.model.index(1, 5).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "2019-03-26, först beslutat 2019-02-05"


def test_late_is_told_by_shape_and_word(page: CommissionsPage):
    assert column(page, 6) == ["redovisad i tid", "pågår", "försenad"]
    icons = [page.table.model.index(row, 6).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
    assert icons[2] is not None
    assert icons[2].cacheKey() != icons[1].cacheKey()


def rows(table: FilterTable[object], number: int) -> list[str]:
    model = table.view.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def note(played: Year, text: str, due: date | None = None) -> int:
    item = agenda.add_item(played.work, played.meetings[4], "En fråga")
    return task.note(played.work, item, text, responsible="Kvalitetschef", due=due)


def test_the_balanslista_holds_what_is_open_by_when_it_is_due(page: CommissionsPage, played: Year):
    note(played, "Boka aulan", date(2019, 3, 27))
    page.show_open()
    table = page.open_view.table
    assert rows(table, 0) == ["U3", "U1", "U2", "uppgift"]
    assert rows(table, 6)[1] == "väntar på godkännande"
    assert rows(table, 1)[-1] == "Boka aulan"
    late = (played.work.today - date(2019, 1, 31)).days
    assert rows(table, 5)[0] == str(late)


def test_the_balanslista_opens_what_is_chosen(page: CommissionsPage, given: Shown, played: Year):
    made = note(played, "Boka aulan", date(2019, 3, 27))
    page.show_open()
    page.open_view.table.select(f"task:{made}")
    page.open_view.table.opened.emit(page.open_view.table.current())
    assert given.targets == [f"task:{made}"]


def test_a_task_is_chosen_done_and_folded(page: CommissionsPage, played: Year, recorded: Recorded):
    made = note(played, "Boka aulan")
    played.go_to(DAYS[4])
    page.open(f"task:{made}")
    assert page.tasks.panel.isVisible()
    hands.press(page.tasks.panel, "Klar i dag")
    assert rows(page.tasks.table, 0) == []
    assert rows(page.tasks.finished, 4) == ["klar 2019-03-26"]
    assert recorded.said == [("Uppgiften är klar.", True)]
    page.open(f"task:{made}")
    assert page.tasks.fold.is_open()


def test_a_task_opens_its_item(page: CommissionsPage, given: Shown, played: Year):
    made = note(played, "Boka aulan")
    page.open(f"task:{made}")
    hands.press(page.tasks.panel, "Öppna punkten på mötet")
    assert given.targets[0].startswith(f"meeting:{played.meetings[4]}/item:")


def test_it_filters_as_one_types_with_swedish_letters(page: CommissionsPage):
    hands.type_text(page.table.filter, "åk frånv")
    assert column(page, 0) == ["U1"]


def test_a_link_finds_a_commission_past_the_balanslista(page: CommissionsPage):
    page.show_open()
    page.open("commission:1")
    assert page.table.isVisible()
    assert "U1" in texts(page)


def test_the_history_of_days_names_the_decisions(page: CommissionsPage):
    page.open("commission:2")
    assert [text for text in texts(page) if text.startswith("2019-")] == ["2019-03-26", "2019-02-05, ändrad"]
    links = [b.text() for b in page.details.findChildren(QPushButton) if b.text().startswith("beslut")]
    assert links == [
        "beslut 2018/19-05, 2019-02-05",
        "beslut 2018/19-03, 2018-10-16",
        "beslut 2018/19-03",
    ]


def test_the_work_group_stands_with_functions_and_roles(page: CommissionsPage):
    page.open("commission:1")
    assert "Chef elevhälsan, sammankallande" in texts(page)
    assert "Enhetschef Barn och unga, sekreterare" in texts(page)


def test_a_report_opens_the_item_it_was_given_under(page: CommissionsPage, given: Shown):
    page.open("commission:1")
    assert "2019-02-05, slutredovisning. Rapporten föredrogs." in texts(page)
    hands.press(page.details, "öppna punkten")
    assert given.targets == ["meeting:4/item:6"]


def test_reported_and_approved_are_two_states(page: CommissionsPage, played: Year):
    page.open("commission:1")
    assert chips(page) == ["redovisad i tid 2019-02-05", "inte än"]
    taken = played.decide(4, "Rapporten", "Läggs med godkännande till handlingarna.", kind=DecisionKind.FILED)
    commission.approve(played.work, 1, taken)
    assert chips(page) == ["redovisad i tid 2019-02-05", "beslut 2018/19-07"]
    assert column(page, 6)[0] == "redovisad i tid, godkänd"


def test_words_are_changed_in_place_and_undone(page: CommissionsPage, played: Year):
    page.open("commission:3")
    field = page.details.form.field("title")
    field.setFocus()
    field.selectAll()
    hands.type_text(field, "Samtycke på två sätt – ö")
    field.commit()
    assert stored(played, "U3").title == "Samtycke på två sätt – ö"
    assert column(page, 1)[2] == "Samtycke på två sätt – ö"
    page.table.setFocus()
    played.work.undo()
    assert field.toPlainText() == "Informationsutbyte och samtycke"


def test_an_empty_how_is_refused_at_its_field(page: CommissionsPage, played: Year):
    page.open("commission:3")
    field = page.details.form.field("how")
    field.setPlainText("")
    field.commit()
    assert "Fältet får inte vara tomt." in texts(page)
    assert stored(played, "U3").how == "Stödmaterial och föredragning"


def test_a_refused_text_is_not_lost_when_something_else_changes(page: CommissionsPage, played: Year):
    page.open("commission:3")
    field = page.details.form.field("background")
    field.setPlainText("Gäller 19811218-9876")
    field.commit()
    assert any("personnummer" in text for text in texts(page))
    played.decide(4, "Övriga frågor", "Frågan bordläggs.")
    assert field.toPlainText() == "Gäller 19811218-9876"
    page.open("commission:2")
    assert field.toPlainText() == ""


def test_what_is_being_written_is_kept_when_something_else_changes(page: CommissionsPage, played: Year):
    page.open("commission:3")
    field = page.details.form.field("background")
    field.setFocus()
    hands.type_text(field, "Många frågor om sekretess")
    played.decide(4, "Övriga frågor", "Frågan bordläggs.")
    assert field.toPlainText() == "Många frågor om sekretess"
    assert field.hasFocus()


def test_it_opens_where_it_was_given(page: CommissionsPage, given: Shown):
    page.open("commission:2")
    hands.press(page.details, "Öppna där uppdraget gavs")
    assert given.targets == ["meeting:2/item:3"]


def test_its_description_is_written_where_one_chooses(
    page: CommissionsPage, tasks: Tasks, recorded: Recorded, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    folder = tmp_path / "ut åäö"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page.open("commission:3")
    hands.press(page.details, "Skapa uppdragsbeskrivning…")
    qtbot.waitUntil(lambda: not tasks.busy and bool(recorded.said), timeout=20_000)
    assert [file.suffix for file in folder.iterdir()] == [".docx"]
    assert str(folder) in recorded.said[0][0]


def test_nothing_is_written_where_no_folder_is_chosen(
    page: CommissionsPage, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.open("commission:3")
    hands.press(page.details, "Skapa uppdragsbeskrivning…")
    assert not tasks.busy


def test_undo_of_the_chosen_one_closes_its_panel(page: CommissionsPage, played: Year):
    taken = played.decide(4, "Ny fråga", "Uppdrag ges.", kind=DecisionKind.COMMISSION)
    commission.give(
        played.work, taken, "Återkoppling", responsible="Kvalitetschef", how="Skriftligt", due=DAYS[5]
    )
    page.open("commission:4")
    assert page.details.isVisible()
    played.work.undo()
    assert not page.details.isVisible()
    assert column(page, 0) == ["U1", "U2", "U3"]


def test_its_table_model_keeps_qts_rules(page: CommissionsPage, qtmodeltester: ModelTester):
    qtmodeltester.check(page.table.model)
    qtmodeltester.check(page.table.view.model())


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_it_is_painted_in_every_look(page: CommissionsPage, theme: Theme, look: Look):
    theme.wear(look)
    hands.picture(page, f"commissions-{look.value}")
    page.open("commission:1")
    hands.picture(page, f"commissions-chosen-{look.value}")
    assert page.details.isVisible()


@pytest.mark.journey
def test_it_is_painted_crowded(page: CommissionsPage, played: Year):
    long = "Utbildningschef för gymnasiet och vuxenutbildningen; Avdelningschef Individ- och familjeomsorg"
    for number in range(22):
        taken = played.decide(4, f"Fråga {number}", "Uppdrag ges.", kind=DecisionKind.COMMISSION)
        commission.give(
            played.work, taken, f"Gemensam mötesstruktur för övergången förskola–förskoleklass nr {number}",
            responsible=long, how="Skriftligt förslag, högst två sidor, och muntligt", due=DAYS[5],
            interim=(DAYS[4],), background="Det är oklart vem som kallar till gemensamt möte. " * 4,
        )  # fmt: skip
    commission.report(played.work, 4, 6, kind=ReportKind.INTERIM, note="Muntligt")
    page.open("commission:4")
    hands.picture(page, "commissions-crowded")
    assert len(column(page, 0)) == 25


def test_a_commission_is_tied_to_a_commitment_where_there_are_any(page: CommissionsPage, played: Year):
    page.open("commission:1")
    assert not page.details.form.field("commitment_id").isVisible()
    promised = commitment.add(played.work, 1, "Gemensam ingång")
    page.refresh()
    page.open("commission:1")
    field = page.details.form.field("commitment_id")
    assert field.isVisible()
    field.set_value(promised)
    page.details.form.committed.emit("commitment_id", promised)
    assert commission.listing(played.work)[0].commitment == "Gemensam ingång"


@pytest.mark.parametrize("label", ["PDF-fil…", "Word-fil…", "Excel-fil…", "CSV-fil…"])
def test_what_is_open_is_handed_out_as_what_is_chosen(
    page: CommissionsPage, tasks: Tasks, recorded: Recorded, qtbot: QtBot, tmp_path: Path, label: str
):
    page.open_list.choose_folder = lambda: tmp_path / "ut"
    action = next(each for each in page.open_list.menu().actions() if each.text() == label)
    action.trigger()
    qtbot.waitUntil(lambda: not tasks.busy and bool(recorded.said), timeout=20_000)
    (made,) = (tmp_path / "ut").iterdir()
    assert made.name.startswith("balanslista-")
    assert made.suffix == {"P": ".pdf", "W": ".docx", "E": ".xlsx", "C": ".csv"}[label[0]]


def test_the_kinds_of_file_are_commands(page: CommissionsPage):
    assert "Skapa balanslista: Excel-fil…" in [action.text() for action in page.actions()]
