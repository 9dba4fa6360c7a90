"""What the agreement asks of an item: its standing topic, its field of collaboration, consent to a case."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from samverkan_desktop.services import agenda, agreement, area, obligation
from samverkan_desktop.services.agenda import ItemRow
from samverkan_desktop.ui.pages.meetings.item_pane import ItemPane
from samverkan_desktop.ui.pages.meetings.page import MeetingsPage
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.vocabulary import AreaKind, Policy
from tests.ui import hands
from tests.ui.year import Year


@pytest.fixture
def item_id(begun: Year) -> int:
    return agenda.add_item(begun.work, begun.meetings[4], "Ett ärende")


@pytest.fixture
def pane(page: MeetingsPage, begun: Year, item_id: int) -> ItemPane:
    page.open(f"meeting:{begun.meetings[4]}/item:{item_id}")
    page.workspace.go(At.AGENDA)
    QApplication.processEvents()
    return page.workspace.findChildren(ItemPane)[0]


def row(year: Year) -> ItemRow:
    (found,) = (each for each in agenda.items(year.work, year.meetings[4]) if each.heading == "Ett ärende")
    return found


def topics(year: Year) -> None:
    first = agreement.clauses(year.work, 1)[0]
    told = {"topics": ["avvikelser", "utbildning"]}
    obligation.add_obligation(year.work, first.id, "standing_topics", told, "styrgrupp")


def allow_with_consent(year: Year) -> None:
    rows = [each for clause in agreement.clauses(year.work, 1) for each in clause.obligations]
    found = next(each for each in rows if each.kind == "individual_cases")
    obligation.change_obligation(year.work, found.id, {"policy": "consent_note"})


def test_what_the_agreement_does_not_have_is_not_asked_for(pane: ItemPane):
    assert pane.form.field("standing_topic").isHidden()
    assert pane.form.field("area_id").isHidden()
    assert pane.consent.isHidden()


def test_an_item_covers_a_standing_topic(begun: Year, pane: ItemPane):
    topics(begun)
    QApplication.processEvents()
    field = pane.form.field("standing_topic")
    assert field.isVisible()
    field.committed.emit("avvikelser")
    assert row(begun).standing_topic == "avvikelser"


def test_an_item_belongs_to_a_field_of_collaboration(begun: Year, pane: ItemPane):
    made = area.add(begun.work, 1, AreaKind.FIELD, "Barn som far illa", policy=Policy.CONSENT_NOTE)
    QApplication.processEvents()
    pane.form.field("area_id").committed.emit(made)
    assert (row(begun).area, row(begun).policy) == ("Barn som far illa", Policy.CONSENT_NOTE)


def test_consent_to_a_case_is_noted_and_taken_back(begun: Year, pane: ItemPane, item_id: int):
    allow_with_consent(begun)
    agenda.change_item(begun.work, item_id, individual_case=True)
    QApplication.processEvents()
    hands.press(pane, "Anteckna samtycke…")
    pane.consent.entry.form.field("day").setText("2019-03-20")
    hands.type_text(pane.consent.entry.form.field("kept"), "Diariet")
    hands.picture(pane.window(), "meeting-item-consent")
    hands.press(pane.consent, "Anteckna")
    assert (row(begun).consent_on, row(begun).consent_kept) == (date(2019, 3, 20), "Diariet")
    QApplication.processEvents()
    hands.press(pane, "Ta bort samtycket")
    assert row(begun).consent_on is None
