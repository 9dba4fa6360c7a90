"""The yearly follow-up: the report's own content on screen, and what is written in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agreement, follow_up, obligation
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.follow_up.page import FollowUpPage
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.vocabulary import DecisionKind
from tests.documents import follow_up_contents
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.year import PERIOD, Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def opened(given: Shown, shown: Show) -> Callable[[], FollowUpPage]:
    def open_it() -> FollowUpPage:
        page = FollowUpPage(given.context)
        page.resize(1174, 708)
        given.bind(page)
        shown(page)
        return page

    return open_it


@pytest.fixture
def page(played: Year, opened: Callable[[], FollowUpPage]) -> FollowUpPage:
    return opened()


def row_of(work: Workspace) -> follow_up.FollowUpRow:
    return follow_up.row(work, 1, PERIOD)


def test_screen_and_report_have_the_same_content(page: FollowUpPage, played: Year):
    content = follow_up.content(played.work, 1, PERIOD)
    assert page.accessibleName() == "Uppföljning av läsåret 2018/2019"
    assert page.summary.text.text() == "\n".join(content.summary)
    assert page.groups.meetings[0].model.rows == content.groups[0].meetings
    shown_lines = [line for line in page.groups.attendance[0].matrix.matrix.rows if not isinstance(line, str)]
    assert tuple(shown_lines) == content.groups[0].attendance
    assert sorted(page.commissions.model.rows, key=lambda line: line.number) == list(content.commissions)
    assert page.roles.text.text() == "\n".join(content.groups[0].roles)


def test_required_and_held_meetings_are_told(page: FollowUpPage):
    assert page.groups.meetings[0].count.text() == "Hållna ordinarie möten: 0 av 6 fastlagda. Extra möten: 0."


def test_commissions_stand_by_outcome(page: FollowUpPage):
    outcomes = [line.outcome for line in page.commissions.model.rows]
    assert outcomes == sorted(outcomes)
    assert "Redovisad i tid 1" in page.commissions.count.text()


def test_the_tables_are_sound(page: FollowUpPage, qtmodeltester: ModelTester):
    groups = page.groups
    for model in (
        groups.meetings[0].model, page.commissions.model, groups.attendance[0].matrix.matrix,
    ):  # fmt: skip
        qtmodeltester.check(model)


def test_the_judgement_is_stored_and_undo_takes_it_back(page: FollowUpPage, played: Year):
    field = page.words.form.field("judgement")
    field.setFocus()
    hands.type_text(field, "Samverkan fungerar bättre än förra året.")
    field.commit()
    assert row_of(played.work).judgement == "Samverkan fungerar bättre än förra året."
    played.work.undo()
    assert page.words.form.value("judgement") == ""


def test_improvement_areas_are_stored_line_by_line(page: FollowUpPage, played: Year):
    page.words.form.committed.emit("improvements", ["Återkoppling", "Övergångar"])
    assert row_of(played.work).improvements == ("Återkoppling", "Övergångar")
    assert page.words.form.value("improvements") == ["Återkoppling", "Övergångar"]


def test_what_is_written_in_one_field_leaves_the_others(page: FollowUpPage, played: Year):
    page.words.form.committed.emit("judgement", "Bra.")
    page.deviations.field.setValue(3)
    page.deviations.field.commit()
    page.words.form.committed.emit("improvements", ["Återkoppling"])
    assert row_of(played.work) == follow_up.FollowUpRow(1, PERIOD, "Bra.", 3, "", ("Återkoppling",), None, "")


def test_the_estimate_can_be_taken_away_again(page: FollowUpPage, played: Year):
    field = page.deviations.field
    assert field.text() == "Inte bedömt"
    field.setValue(2)
    field.commit()
    assert row_of(played.work).undocumented == 2
    field.setValue(field.minimum())
    field.commit()
    assert row_of(played.work).undocumented is None


def test_deviations_are_counted_per_operation(page: FollowUpPage):
    assert page.deviations.count.text().startswith("Dokumenterade avvikelser: 3.")
    names = [each.accessibleName() for each in page.deviations.findChildren(QWidget)]
    assert {"Grundskola: 1", "Förskola: 1", "IFO: 1"} <= set(names)


def test_a_personal_identity_number_is_refused_at_the_field(page: FollowUpPage, played: Year):
    page.words.form.committed.emit("judgement", "Gällde 19121212-1212.")
    assert page.words.form.field("judgement").property("wrong")
    assert row_of(played.work).judgement == ""


def test_text_that_is_being_written_outlives_a_change_elsewhere(
    page: FollowUpPage, played: Year, qtbot: QtBot
):
    with qtbot.waitActive(page):
        page.activateWindow()
    field = page.words.form.field("judgement")
    field.setFocus()
    hands.type_text(field, "Påbörjad mening")
    played.decide(5, "En annan sak", "Så blir det.")
    assert page.words.form.value("judgement") == "Påbörjad mening"


def test_it_is_approved_by_a_decision_of_the_year(page: FollowUpPage, played: Year):
    assert page.approval.state.text() == "Utkast: uppföljningen är inte godkänd än."
    decided = played.decide(6, "Uppföljning", "Godkänns.", kind=DecisionKind.FOLLOW_UP)
    assert "Uppföljning" in page.approval.field.itemText(0)
    page.approval.field.set_value(decided)
    page.approval.field.activated.emit(0)
    assert row_of(played.work).decision == "2018/19-07"
    assert page.approval.state.text() == "Godkänd 2019-05-28 genom beslut 2018/19-07."


def test_the_report_is_made_in_the_background_and_its_folder_opens(
    page: FollowUpPage, tmp_path: Path, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "rapporter"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    with qtbot.waitSignal(tasks.idle, timeout=30_000):
        hands.press(page, "Skapa uppföljningsrapport (PDF)…")
    file = folder / "uppfoljning-2018-2019.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert file.name in page.report.text.text()
    hands.press(page, "Öppna mapp")
    hands.press(page, "Öppna filen")
    assert opened == [str(folder), str(file)]


def test_the_report_is_made_as_a_word_file(
    page: FollowUpPage, tmp_path: Path, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    hands.picture(page, "follow_up_as_word")
    with qtbot.waitSignal(tasks.idle, timeout=30_000):
        next(each for each in page.others.menu().actions() if "Word-fil" in each.text()).trigger()
    assert (tmp_path / "uppfoljning-2018-2019.docx").read_bytes().startswith(b"PK")


def test_work_that_is_cancelled_leaves_no_file(
    page: FollowUpPage, tmp_path: Path, tasks: Tasks, qtbot: QtBot
):
    tasks.started.connect(lambda _label: tasks.cancel())
    with qtbot.waitSignal(tasks.idle, timeout=30_000):
        page.report.make(tmp_path / "rapporter")
    assert not list(tmp_path.rglob("*.pdf"))
    assert not page.report.isVisible()


def test_a_folder_not_chosen_makes_nothing(page: FollowUpPage, tasks: Tasks, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: "")
    page.report.ask()
    assert not tasks.busy


def test_a_clause_is_read_in_the_agreement(page: FollowUpPage, given: Shown):
    page.findings.groups["breached"].set_open(True)
    hands.press(page.findings.groups["breached"], "T22")
    assert given.targets == ["agreement:T22"]


def test_a_group_that_was_opened_stays_open(page: FollowUpPage, played: Year):
    page.findings.groups["fulfilled"].set_open(True)
    page.findings.groups["breached"].set_open(False)
    before = page.findings.groups["fulfilled"]
    frequency = next(
        each
        for clause in agreement.clauses(played.work, 1)
        for each in clause.obligations
        if each.kind == "meeting_frequency"
    )
    obligation.change_obligation(played.work, frequency.id, {"count": 5})
    assert page.findings.groups["fulfilled"] is not before
    assert page.findings.groups["fulfilled"].is_open()
    assert not page.findings.groups["breached"].is_open()


def test_a_link_to_another_year_shows_it(page: FollowUpPage, given: Shown):
    page.open("report:2019/2020")
    assert given.context.period() == "2019/2020"
    assert page.accessibleName() == "Uppföljning av läsåret 2019/2020"
    page.open("report:1999/2000")
    assert given.context.period() == "2019/2020"


def test_an_archive_without_an_agreement_says_the_next_step(given: Shown, opened: Callable[[], FollowUpPage]):
    page = opened()
    assert not page.make.isEnabled()
    hands.press(page, "Lägg in avtalet")
    assert given.targets == ["agreement"]


def test_a_surrounding_that_fails_is_told(
    page: FollowUpPage, tmp_path: Path, tasks: Tasks, qtbot: QtBot, recorded: Recorded
):
    blocked = tmp_path / "fil"
    blocked.write_text("ingen mapp", encoding="utf-8")
    with qtbot.waitSignal(tasks.idle, timeout=30_000):
        page.report.make(blocked)
    assert len(recorded.troubles) == 1
    assert recorded.bugs == []


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
def test_the_follow_up_is_painted_in_every_look(page: FollowUpPage, theme: Theme, look: Look):
    theme.wear(look)
    page._show(follow_up_contents.played_year())
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    QApplication.processEvents()
    for number, part in enumerate((0.0, 0.35, 0.7, 1.0)):
        bar.setValue(int(bar.maximum() * part))
        hands.picture(page, f"follow-up-{number}-{look.value}")
    assert bar.maximum() > 0


@pytest.mark.journey
def test_the_follow_up_is_painted_empty_and_crowded(page: FollowUpPage):
    page._show(follow_up_contents.empty_year())
    hands.picture(page, "follow-up-empty")
    page._show(follow_up_contents.crowded_year())
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    QApplication.processEvents()
    for number, part in enumerate((0.2, 0.5, 0.8)):
        bar.setValue(int(bar.maximum() * part))
        hands.picture(page, f"follow-up-crowded-{number}")
    assert page.groups.attendance[0].matrix.matrix.rowCount() >= 20
