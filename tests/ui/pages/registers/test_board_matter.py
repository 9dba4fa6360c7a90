"""Matters for boards in the window: opened, dealt with clause by clause, corrected, sent, signed."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep
from samverkan_desktop.services import board_matter, board_report
from samverkan_desktop.services.board_rows import BoardMatterRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.board_chain import InstanceView
from samverkan_desktop.ui.pages.registers.board_matter import MatterPart
from samverkan_desktop.ui.pages.registers.page import RegistersPage
from samverkan_desktop.ui.theme import Look, Theme
from samverkan_desktop.ui.widgets.form import Form
from tests.ui import hands
from tests.ui.year import Shown, Year

Show = Callable[[QWidget], QWidget]
BOARD = "Barn- och utbildningsnämnden"
OPENED, PROPOSED, DECIDED, TODAY = date(2018, 9, 3), date(2018, 9, 5), date(2018, 9, 19), date(2019, 2, 10)


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> RegistersPage:
    board_matter.open_matter(
        played.work, 1, MatterSubject.OTHER, "Rapport om placerade barns skolgång", opened_on=OPENED,
        clauses=["Rapporten läggs till handlingarna.", "Skolfam införs."], distribution=["Socialnämnden"],
    )  # fmt: skip
    made = RegistersPage(given.context)
    made.resize(1120, 660)
    given.bind(made)
    shown(made)
    made.open("board_matter:1")
    return made


def row(work: Workspace) -> BoardMatterRow:
    return board_matter.row(work, 1)


def asked(page: RegistersPage, number: int) -> Form:
    return page.view().panel.steps.forms[number]


def decided(work: Workspace, **values: object) -> int:
    told: dict[str, object] = {"reported_on": DECIDED, "outcome": BoardOutcome.APPROVED}
    return board_report.note(work, 1, BOARD, **(told | values))


def instance(page: RegistersPage, number: int) -> InstanceView:
    part = page.view().panel.part
    assert isinstance(part, MatterPart)
    return part.chain.instances[number]


def test_what_a_board_has_done_leads_to_its_matter(page: RegistersPage, work: Workspace):
    noted = decided(work)
    page.view().panel.closed.emit()
    page.open(f"board_report:{noted}")
    chosen = page.view().table.current()
    assert chosen is not None
    assert chosen.id == 1


def test_a_matter_is_opened(page: RegistersPage, work: Workspace):
    page.view().panel.closed.emit()
    form = page.view().entry.form
    form.field("subject").set_value(MatterSubject.JOINT_FINANCING)
    hands.type_text(form.field("title"), "Gemensam tjänst")
    form.field("clauses").setPlainText("Tjänsten inrättas.\nKostnaden delas.")
    hands.press(page.view().entry, "Öppna")
    made = board_matter.listing(work, 1)[1]
    assert (made.title, made.clauses, made.opened_on) == (
        "Gemensam tjänst", ("Tjänsten inrättas.", "Kostnaden delas."), TODAY,
    )  # fmt: skip


def test_what_a_board_decides_on_one_clause_is_noted(page: RegistersPage, work: Workspace):
    hands.press(page.view().panel, "Anteckna behandling…")
    form = asked(page, 0)
    hands.type_text(form.field("other_board"), BOARD)
    form.field("clause").setValue(2)
    form.field("reported_on").setText("2018-09-19")
    form.field("paragraph").setText("§ 85")
    form.field("outcome").set_value(BoardOutcome.REJECTED)
    hands.press(page.view().panel.steps, "Anteckna")
    (report,) = row(work).chain
    assert (report.board, report.clause, report.outcome) == (BOARD, 2, BoardOutcome.REJECTED)
    assert instance(page, 0).place.text() == f"{BOARD} 2018-09-19 § 85"


def test_a_board_is_asked_for(page: RegistersPage, work: Workspace):
    hands.press(page.view().panel, "Anteckna behandling…")
    asked(page, 0).field("board").set_value(None)
    hands.press(page.view().panel.steps, "Anteckna")
    assert row(work).chain == ()


def test_an_instance_is_corrected_in_its_place(page: RegistersPage, work: Workspace):
    decided(work)
    view = instance(page, 0)
    view.correct.set_open(True)
    assert view.form is not None
    field = view.form.field("attested_on")
    field.setText("2018-09-25")
    field.commit()
    assert row(work).chain[0].attested_on == date(2018, 9, 25)
    hands.press(view, "Ta bort behandlingen")
    assert row(work).chain == ()


def test_a_decision_is_sent(page: RegistersPage, work: Workspace):
    decided(work)
    hands.press(page.view().panel, "Beslutet är skickat…")
    hands.press(page.view().panel.steps, "Notera")
    assert row(work).chain[0].distributed_on == TODAY


def test_a_negotiation_is_noted(page: RegistersPage, work: Workspace):
    hands.press(page.view().panel, "Förhandling enligt MBL…")
    asked(page, 2).field("negotiation").set_value(UnionStep.NEGOTIATED)
    asked(page, 2).field("negotiated_on").setText("2018-09-10")
    hands.press(page.view().panel.steps, "Notera")
    assert row(work).negotiated_on == date(2018, 9, 10)


def test_whoever_is_commissioned_to_sign_signs(page: RegistersPage, work: Workspace):
    decided(work)
    board_matter.change_matter(work, 1, signing_by="Förvaltningschef")
    hands.press(page.view().panel, "Undertecknat…")
    hands.press(page.view().panel.steps, "Notera")
    assert row(work).signed_on == TODAY


def test_a_long_chain_has_room(page: RegistersPage, work: Workspace, theme: Theme):
    board_report.note(
        work, 1, BOARD, instance=Instance.COMMITTEE, reported_on=PROPOSED, paragraph="§ 60:1",
        outcome=BoardOutcome.PROPOSED, text="Utskottet föreslår nämnden besluta enligt förslaget.",
    )  # fmt: skip
    decided(work, clause=1, paragraph="§ 85", page="167", attested_on=date(2018, 9, 25),
            notice_up_on=date(2018, 9, 26), rider="Nämnden vill se en ny mätning.")  # fmt: skip
    board_report.note(work, 1, "Kommunstyrelsen", instance=Instance.EXECUTIVE_BOARD)
    hands.picture(page, "registers-board")
    theme.wear(Look.DARK)
    page.resize(1366, 1600)
    hands.picture(page, "registers-board-dark")
    assert [instance(page, number).place.text() for number in range(3)][2] == "Kommunstyrelsen"
