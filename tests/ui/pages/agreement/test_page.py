"""The agreement: its clauses word for word, its obligations in forms, what a change does at once."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from samverkan_desktop.services import agreement, board_report
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.agreement.clause_list import STATUS_ROLE
from samverkan_desktop.ui.pages.agreement.evaluation import BoardReports, Evaluation
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.ui.widgets.list_fields import ChecksField
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.agreement.acts import card, choose, said, stored, words, write_number
from tests.ui.year import Shown, Year


def test_the_head_tells_parties_term_and_signature(page: AgreementPage):
    assert page.head.name.text().startswith("Samverkansavtal mellan")
    for part in ("Läsåren 2018/2019–2020/2021", "Socialförvaltningen", "Trelleborg den 18/5-18"):
        assert part in page.head.term.text()


def test_every_clause_stands_word_for_word(page: AgreementPage, played: Year, qtmodeltester: ModelTester):
    model = page.reading.clauses.clauses
    qtmodeltester.check(model)
    clauses = agreement.clauses(played.work, 1)
    assert [model.index(number).data() for number in range(model.rowCount())] == [c.text for c in clauses]


def test_a_clause_carries_the_worst_status_of_its_obligations(page: AgreementPage):
    page.reading.clauses.select("T22")
    assert page.reading.clauses.currentIndex().data(STATUS_ROLE) == "breached"
    page.reading.clauses.select("T01")
    assert page.reading.clauses.currentIndex().data(STATUS_ROLE) is None


@pytest.mark.parametrize("target", ["T14", "clause:14", "obligation:{id}"])
def test_a_link_opens_the_clause(page: AgreementPage, played: Year, target: str):
    page.open(target.format(id=stored(played.work, "meeting_frequency").id))
    clause = page.reading.clauses.current()
    assert clause is not None
    assert clause.reference == "T14"
    assert [each.accessibleName() for each in page.reading.obligations.cards.values()] == [
        "Hur ofta gruppen möts"
    ]


def test_a_clause_without_obligations_says_so(page: AgreementPage):
    page.open("T05")
    assert page.reading.obligations._nothing.isVisible()
    assert not page.reading.obligations.cards


def test_a_change_shows_in_the_findings_at_once_and_undo_takes_it_back(page: AgreementPage, played: Year):
    shown_card = card(page, "T14")
    assert "6 av 6 möten är planerade för 2018/2019." in said(shown_card)
    write_number(shown_card.form.field("count"), 8)
    assert "6 av 8 möten är planerade för 2018/2019." in said(shown_card)
    played.work.undo()
    assert "6 av 6 möten är planerade för 2018/2019." in said(shown_card)
    assert shown_card.form.value("count") == 6


def test_a_bad_parameter_is_told_at_its_field_and_not_stored(
    page: AgreementPage, played: Year, recorded: Recorded
):
    shown_card = card(page, "T14")
    write_number(shown_card.form.field("count"), 0)
    wrong = shown_card.form.field("count")
    assert wrong.property("wrong")
    assert "Ska vara minst 1." in [label.text() for label in shown_card.form.findChildren(QLabel)]
    assert stored(played.work, "meeting_frequency").parameters == {"count": 6}
    assert recorded.troubles == []


def test_another_way_of_saying_how_often_takes_the_place_of_the_first(page: AgreementPage, played: Year):
    shown_card = card(page, "T14")
    choose(shown_card.form.field("way"), "every_months")
    write_number(shown_card.form.field("every_months"), 2)
    assert stored(played.work, "meeting_frequency").parameters == {"every_months": 2}
    assert any("varannan månad" in message for message in said(shown_card))
    assert words(shown_card.form).startswith("mötas med högst månader mellan mötena")


def test_what_is_wrong_stays_told_until_it_is_mended(page: AgreementPage, played: Year):
    shown_card = card(page, "T14")
    field = shown_card.form.field("count")
    write_number(field, 0)
    played.decide(5, "En annan sak", "Så blir det.")
    assert field.property("wrong")
    assert shown_card.form.value("count") == 0
    write_number(field, 5)
    assert not field.property("wrong")


def test_an_empty_list_is_told_at_its_field(page: AgreementPage):
    shown_card = card(page, "T17")
    roles = shown_card.form.field("roles")
    assert isinstance(roles, ChecksField)
    for _, box in roles._boxes[:2]:
        box.click()
    assert "Får inte vara tom." in [label.text() for label in shown_card.form.findChildren(QLabel)]


def test_a_limit_of_nothing_is_no_limit(page: AgreementPage, played: Year):
    field = card(page, "T20").form.field("within_days")
    write_number(field, 7)
    assert stored(played.work, "minutes_distribution").parameters == {"within_days": 7}
    write_number(field, 0)
    assert stored(played.work, "minutes_distribution").parameters == {}


def test_text_that_is_being_written_outlives_a_change_elsewhere(
    page: AgreementPage, played: Year, qtbot: QtBot
):
    shown_card = card(page, "T25")
    field = shown_card.form.field("review")
    with qtbot.waitActive(page):
        page.activateWindow()
    field.setFocus()
    hands.type_text(field, " och översyn")
    written = shown_card.form.value("review")
    played.decide(5, "En annan sak", "Så blir det.")
    assert shown_card.form.value("review") == written != "Utvärdering"
    assert field.hasFocus()


def test_the_evidence_of_a_finding_is_a_link(page: AgreementPage, given: Shown):
    shown_card = card(page, "T14")
    row = next(each for each in shown_card.findings.rows if each.finding.rule == "R04")
    row.open()
    hands.press(row, "Möte 2, 2018-10-16")
    assert given.targets == ["meeting:2"]


def evaluation(page: AgreementPage) -> Evaluation:
    card(page, "T25")
    assert page.reading.obligations.evaluation is not None
    return page.reading.obligations.evaluation


def test_the_evaluation_is_begun_and_finished(page: AgreementPage, played: Year):
    played.go_to(date(2021, 5, 20))
    panel = evaluation(page)
    panel.start.committed.emit("begun", date(2021, 1, 12))
    assert panel.state.text() == "Pågår sedan 2021-01-12."
    panel.end.show_values({"day": date(2021, 5, 18), "outcome": "extended", "text": "Samverkan har stärkts."})
    hands.press(page, "Avsluta utvärderingen")
    kept = agreement.head(played.work, 1)
    assert kept is not None
    assert (kept.evaluated_on, kept.evaluation_text) == (date(2021, 5, 18), "Samverkan har stärkts.")
    assert panel.state.text() == "Klar 2021-05-18: Avtalet förlängs."
    assert "Utvärdering är gjord 2021-05-18." in said(card(page, "T25"))


def test_an_evaluation_lacking_something_says_so_at_the_field(page: AgreementPage, played: Year):
    panel = evaluation(page)
    hands.press(page, "Avsluta utvärderingen")
    assert panel.end.field("day").property("wrong")
    panel.end.show_values({"day": date(2019, 2, 1)})
    hands.press(page, "Avsluta utvärderingen")
    assert panel.end.field("outcome").property("wrong")
    agreement.begin_evaluation(played.work, 1, date(2019, 2, 5))
    panel.end.show_values({"day": date(2019, 2, 1), "outcome": "ended"})
    hands.press(page, "Avsluta utvärderingen")
    assert panel.end.field("day").property("wrong")


def reports(page: AgreementPage) -> BoardReports:
    card(page, "T26")
    assert page.reading.obligations.reports is not None
    return page.reading.obligations.reports


def test_a_report_to_a_board_is_noted_with_its_paragraph(
    page: AgreementPage, played: Year, recorded: Recorded
):
    played.go_to(date(2021, 9, 20))
    panel = reports(page)
    panel.form.show_values({"board": "Socialnämnden", "day": date(2021, 9, 15), "paragraph": "§ 85"})
    hands.press(page, "Anteckna redovisningen")
    row = board_report.listing(played.work, 1)[0]
    assert (row.board, row.reported_on, row.paragraph) == ("Socialnämnden", date(2021, 9, 15), "§ 85")
    assert recorded.said == [("Redovisningen för Socialnämnden antecknades.", True)]
    assert panel.form.value("paragraph") == ""
    assert "Utvärderingen redovisades för Socialnämnden 2021-09-15." in said(card(page, "T26"))


def test_a_report_without_board_or_day_says_so_at_the_field(page: AgreementPage):
    panel = reports(page)
    hands.press(page, "Anteckna redovisningen")
    assert panel.form.field("board").property("wrong")
    panel.form.show_values({"board": "Socialnämnden"})
    hands.press(page, "Anteckna redovisningen")
    assert panel.form.field("day").property("wrong")


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST])
def test_the_agreement_is_painted_in_every_look(page: AgreementPage, theme: Theme, look: Look):
    theme.wear(look)
    write_number(card(page, "T14").form.field("count"), 0)
    hands.picture(page, f"agreement-{look.value}")
    for reference in ("T24", "T25", "T26"):
        card(page, reference)
        hands.picture(page, f"agreement-{reference}-{look.value}")
    assert page.reading.clauses.current().reference == "T26"
