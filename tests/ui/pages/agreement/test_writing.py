"""Writing an agreement in the window: obligations as sentences, clauses in place, versions."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agreement, agreement_term, agreement_writing
from samverkan_desktop.ui.pages.agreement.new_obligation import NewObligation
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.ui.widgets.fields import MultilineField, TextField
from samverkan_desktop.vocabulary import AgreementKind, Grade, WorkingYear
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.agreement.acts import card, choose, said, stored, words, write_number
from tests.ui.year import Shown, Year


def references(year: Year) -> list[str]:
    return [row.reference for row in agreement.clauses(year.work, 1)]


def draft(page: AgreementPage, reference: str, kind: str) -> NewObligation:
    """Begin an obligation of a kind under a clause."""
    page.open(reference)
    new = page.reading.obligations.new
    hands.press(page, "Läs ut ett åtagande")
    new.choose(kind)
    return new


# --- An obligation as a sentence ---


def test_an_obligation_reads_as_a_sentence(page: AgreementPage):
    shown = card(page, "T14")
    assert words(shown.form) == "hålla möten per"
    assert [shown.form.value(name) for name in ("group", "grade", "bound", "count", "per")] == [
        "styrgrupp", "must", "exactly", 6, "working_year",
    ]  # fmt: skip


def test_what_is_demanded_less_strongly_is_no_breach(page: AgreementPage, played: Year):
    shown = card(page, "T22", 1)
    assert Status.BREACHED in [row.finding.status for row in shown.findings.rows]
    choose(shown.form.field("grade"), "should")
    assert stored(played.work, "commission_report").grade is Grade.SHOULD
    assert Status.BREACHED not in [row.finding.status for row in shown.findings.rows]


def test_an_obligation_is_made_to_concern_other_groups(page: AgreementPage, played: Year):
    shown = card(page, "T14")
    choose(shown.form.field("group"), "*work_group")
    assert stored(played.work, "meeting_frequency").group == "varje arbetsgrupp"
    assert any("Skolfrånvaro" in row.finding.group for row in shown.findings.rows)


def test_a_contradiction_is_told_under_the_sentence(page: AgreementPage, recorded: Recorded):
    new = draft(page, "T15", "meeting_frequency")
    assert new.writing is not None
    choose(new.writing.form.field("group"), "styrgrupp")
    write_number(new.writing.form.field("count"), 8)
    hands.press(page, "Lägg till åtagandet")
    told = [label.text() for label in new.writing.form.findChildren(QLabel) if label.isVisible()]
    assert any("i T14 står 6" in text for text in told)
    assert recorded.troubles == []


def test_an_obligation_is_added_by_its_kind_and_judged_at_once(page: AgreementPage, played: Year):
    draft(page, "T05", "minutes_kept")
    hands.press(page, "Lägg till åtagandet")
    added = card(page, "T05")
    assert said(added)
    assert not page.reading.obligations._nothing.isVisible()
    played.work.undo()
    assert page.reading.obligations.cards == {}


def test_what_must_still_be_said_is_told_at_its_field(page: AgreementPage):
    new = draft(page, "T05", "standing_topics")
    hands.press(page, "Lägg till åtagandet")
    assert new.writing is not None
    told = [label.text() for label in new.writing.form.findChildren(QLabel) if label.isVisible()]
    assert "Får inte vara tom." in told
    topics = new.writing.form.field("topics")
    assert isinstance(topics, MultilineField)
    topics.setPlainText("Gemensamma utbildningsbehov")
    topics.commit()
    hands.press(page, "Lägg till åtagandet")
    assert said(card(page, "T05"))


def test_a_role_is_tied_to_seats_by_their_functions(page: AgreementPage, played: Year):
    agreement_clause = card(page, "T18")
    agreement_clause.remove.click()
    new = draft(page, "T18", "role_function")
    assert new.writing is not None
    new.writing.form.field("seats").committed.emit(["F4"])
    hands.press(page, "Lägg till åtagandet")
    assert stored(played.work, "role_function").parameters == {"role": "convenor", "seats": ["F4"]}


def test_kinds_are_found_by_what_they_are_for(page: AgreementPage):
    page.open("T05")
    hands.press(page, "Läs ut ett åtagande")
    kinds = page.reading.obligations.new.kinds
    kinds.search.setText("nämnd redovisas")
    shown = [kind for kind, row in kinds._rows.items() if row.isVisible()]
    assert shown == ["evaluation_report", "meeting_report", "follow_up_report"]
    kinds.search.setText("flygplan")
    assert kinds.nothing.isVisible()


def test_what_was_begun_under_one_clause_is_let_go_under_another(page: AgreementPage):
    new = draft(page, "T05", "minutes_kept")
    page.open("T06")
    assert new.kind == ""
    assert new.start.isVisible()


def test_a_removed_obligation_can_be_had_back(page: AgreementPage, played: Year, recorded: Recorded):
    card(page, "T14").remove.click()
    assert page.reading.obligations.cards == {}
    assert recorded.said == [("Åtagandet Hur ofta gruppen möts togs bort.", True)]
    played.work.undo()
    assert page.reading.obligations.cards


# --- Clauses ---


def test_a_clause_is_changed_in_place(page: AgreementPage, played: Year):
    page.open("T14")
    head = page.reading.obligations.head
    head.edit.click()
    field = head.form.field("text")
    assert isinstance(field, MultilineField)
    field.setPlainText("Styrgruppen har sex möten.")
    field.commit()
    assert agreement.clauses(played.work, 1)[13].text == "Styrgruppen har sex möten."
    assert head.form.isVisible()


def test_a_reference_that_is_taken_is_told_at_its_field(page: AgreementPage, recorded: Recorded):
    page.open("T14")
    head = page.reading.obligations.head
    head.edit.click()
    field = head.form.field("reference")
    assert isinstance(field, TextField)
    field.setText("T15")
    field.commit()
    assert field.property("wrong")
    assert recorded.troubles == []


def test_a_clause_is_added_after_the_one_that_is_shown(page: AgreementPage, played: Year):
    page.open("T14")
    hands.press(page, "Lägg till ett stycke")
    entry = page.reading.add
    assert entry.form.values() == {"reference": "T28", "heading": "Styrgruppens arbetsordning", "text": ""}
    entry.form.field("text").setPlainText("Ett nytt stycke.")  # type: ignore[union-attr]
    hands.press(page, "Lägg till")
    assert references(played)[13:15] == ["T14", "T28"]
    current = page.reading.clauses.current()
    assert current is not None
    assert current.reference == "T28"


def test_a_clause_goes_up_and_down(page: AgreementPage, played: Year):
    page.open("T14")
    head = page.reading.obligations.head
    head.up.click()
    assert references(played)[12:14] == ["T14", "T13"]
    head.down.click()
    head.down.click()
    assert references(played)[13:15] == ["T15", "T14"]
    current = page.reading.clauses.current()
    assert current is not None
    assert current.reference == "T14"


def test_a_removed_clause_can_be_had_back(page: AgreementPage, played: Year, recorded: Recorded):
    page.open("T14")
    page.reading.obligations.head.remove.click()
    assert "T14" not in references(played)
    assert recorded.said == [("Stycket T14 togs bort.", True)]
    played.work.undo()
    assert "T14" in references(played)


def test_a_minimum_rule_is_only_read(page: AgreementPage, played: Year):
    with played.work.change("test", "test") as session:
        from samverkan_desktop.models.agreement import Clause

        session.query(Clause).filter_by(reference="T14").one().locked = True
    shown = card(page, "T14")
    assert not shown.writing.isEnabled()
    assert not shown.remove.isVisible()
    head = page.reading.obligations.head
    assert head.locked.isVisible()
    assert not head.edit.isVisible()
    assert not page.reading.obligations.new.isVisible()


def test_the_first_clause_is_written_where_there_is_none(
    given: Shown, opened: Callable[[], AgreementPage], recorded: Recorded
):
    agreement_writing.create(
        given.context.workspace, "Avtalet", AgreementKind.JOINT_AGREEMENT, "", date(2018, 7, 1), None,
        WorkingYear.SCHOOL_YEAR, [("Skolan", ""), ("Socialtjänsten", "")],
    )  # fmt: skip
    page = opened()
    assert page.reading.empty.isVisible()
    hands.press(page, "Lägg till ett stycke")
    page.reading.add.form.field("text").setPlainText("Parterna samverkar.")  # type: ignore[union-attr]
    hands.press(page, "Lägg till")
    assert not page.reading.empty.isVisible()
    assert page.reading.obligations.head.title.text().strip() == "§ 1"
    assert recorded.troubles == []


# --- Versions ---


def test_one_version_is_not_chosen_among(page: AgreementPage):
    assert not page.reading.versions.isVisible()


def test_a_new_version_is_shown_and_the_old_one_only_read(page: AgreementPage, played: Year):
    agreement_term.revise(played.work, 1, date(2019, 7, 1), "Fler möten.")
    versions = page.reading.versions
    assert versions.field.currentText() == "Lydelse 2, från 2019-07-01"
    assert versions.note.text() == "Reviderat: Fler möten."
    write_number(card(page, "T14").form.field("count"), 8)
    choose(versions.field, 1)
    assert versions.field.currentText() == "Lydelse 1, 2018-07-01–2019-06-30 (gäller nu)"
    old = card(page, "T14")
    assert old.form.value("count") == 6
    assert not old.writing.isEnabled()
    hands.press(page, "Visa den senaste")
    assert card(page, "T14").form.value("count") == 8


def test_a_link_finds_an_obligation_of_an_older_version(page: AgreementPage, played: Year):
    old = stored(played.work, "meeting_frequency").id
    agreement_term.revise(played.work, 1, date(2019, 7, 1), "Fler möten.")
    page.open(f"obligation:{old}")
    assert list(page.reading.obligations.cards) == [old]
    assert page.reading.versions.version is not None
    assert page.reading.versions.version.number == 1


@pytest.mark.journey
def test_what_is_written_is_painted(page: AgreementPage):
    page.open("T14")
    hands.picture(page, "agreement-sentence")
    hands.press(page, "Läs ut ett åtagande")
    page.reading.obligations.new.kinds.search.setText("möten")
    hands.picture(page, "agreement-kinds")
    page.reading.obligations.new.choose("activity_plan")
    hands.picture(page, "agreement-draft")
    assert page.reading.obligations.new.kind == "activity_plan"
