"""The officials' letter in the panel of a matter for boards, and its beginning from the follow-up."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from samverkan_desktop.register_vocabulary import MatterSubject
from samverkan_desktop.services import board_matter, official_report
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.ui.pages.follow_up.page import FollowUpPage
from samverkan_desktop.ui.pages.registers.board_matter import MatterPart
from samverkan_desktop.ui.pages.registers.official_report_part import OfficialReportPart
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from tests.ui import hands
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]
SCHOOLS, SOCIAL = "Bildningsnämnden", "Socialnämnden"


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> RegistersPage:
    board_matter.open_matter(
        played.work,
        1,
        MatterSubject.OTHER,
        "Samverkansplan för barns bästa",
        clauses=["[Nämnden] antar planen."],
    )
    made = RegistersPage(given.context)
    made.resize(1120, 1400)
    given.bind(made)
    shown(made)
    made.open("board_matter:1")
    return made


@pytest.fixture
def part(page: RegistersPage) -> OfficialReportPart:
    whole = page.view().panel.part
    assert isinstance(whole, MatterPart)
    whole.letter.fold.head.click()
    QApplication.processEvents()
    return whole.letter


def row(played: Year) -> official_report.OfficialReportRow:
    return official_report.row(played.work, 1)


def test_it_says_whether_it_is_begun(part: OfficialReportPart, played: Year):
    assert part.fold.head.text().strip() == "Tjänsteskrivelse – inte påbörjad"
    part.form.committed.emit("summary", "Planen antas.")
    QApplication.processEvents()
    assert part.fold.head.text().strip() == "Tjänsteskrivelse – utkast"
    part.form.committed.emit("dated", date(2019, 2, 10))
    QApplication.processEvents()
    assert part.fold.head.text().strip() == "Tjänsteskrivelse – 2019-02-10"


def test_what_is_written_is_kept(part: OfficialReportPart, page: RegistersPage, played: Year):
    for name, value in (
        ("handler", "Kvalitetschef"),
        ("background", "Efter en rapport."),
        ("basis", ["Planen"]),
        ("proposal_last", True),
    ):
        part.form.committed.emit(name, value)
    kept = row(played)
    assert (kept.handler, kept.background, kept.basis, kept.proposal_last) == (
        "Kvalitetschef", "Efter en rapport.", ("Planen",), True,
    )  # fmt: skip
    hands.picture(page.window(), "registers-official-report")


def test_each_board_has_fields_of_its_own(part: OfficialReportPart, played: Year):
    assert list(part.own) == [SCHOOLS, SOCIAL]
    part.own[SCHOOLS].committed.emit("case_number", "BIN 2018/4")
    box = part.own[SOCIAL].field("left_out")
    assert isinstance(box, QCheckBox)
    box.click()
    schools, social = row(played).variants
    assert (schools.case_number, social.left_out) == ("BIN 2018/4", True)


def test_a_personal_identity_number_is_refused_at_its_field(part: OfficialReportPart, played: Year):
    part.form.committed.emit("analysis", "Elev 121212-1212")
    assert row(played).analysis == ""
    assert part.form.field("analysis").property("wrong")


def test_a_letter_for_each_board_is_made(
    part: OfficialReportPart, played: Year, qtbot: QtBot, tmp_path: Path
):
    part.hand_out.choose_folder = lambda: tmp_path / "ut"
    part.hand_out.make(FileFormat.WORD)
    qtbot.waitUntil(lambda: len(list((tmp_path / "ut").glob("*.docx"))) == 2, timeout=20_000)
    assert all("tjansteskrivelse" in made.name for made in (tmp_path / "ut").iterdir())


def test_a_letter_on_the_follow_up_is_begun_from_its_page(played: Year, given: Shown, shown: Show):
    made = FollowUpPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    hands.press(made, "Skriv till nämnd…")
    (matter,) = board_matter.listing(played.work, 1)
    assert matter.subject is MatterSubject.FOLLOW_UP
    assert official_report.row(played.work, matter.id).summary
    hands.picture(made.window(), "follow-up-letter")
