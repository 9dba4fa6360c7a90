"""Parties, groups, seats and words of the agreement, written in the window."""

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox

from samverkan_desktop.services import agreement, group_writing, hierarchy, numbering, party, seat
from samverkan_desktop.ui.pages.agreement.numbering_part import NumberingPart
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.ui.pages.registers.view import RegisterView
from samverkan_desktop.vocabulary import Grade, GroupKind, Numbering, PartyKind, SeatAttendance, WorkingYear
from tests.ui import hands
from tests.ui.conftest import Recorded
from tests.ui.pages.agreement.acts import choose
from tests.ui.year import Year


def offered(view: RegisterView[object], name: str) -> list[str]:
    """Return what several can be chosen among in the chosen row."""
    return [box.text() for box in view.panel.form.field(name).findChildren(QCheckBox) if not box.isHidden()]


def turn(page: AgreementPage, kind: str) -> RegisterView[object]:
    """Show the table of a kind."""
    page.tabs.setCurrentWidget(page.organisation)
    return page.organisation.choose(kind)


def test_a_party_is_added_with_its_operations(page: AgreementPage, played: Year, recorded: Recorded):
    view = turn(page, "party")
    assert view.entry.form.value("kind") is PartyKind.ADMINISTRATION
    view.entry.form.show_values(
        {"name": "Polisen", "kind": PartyKind.STATE_AUTHORITY, "signs": False, "units": ["Lokalpolisen"]}
    )
    hands.press(view, "Lägg till")
    row = party.details(played.work, 1)[-1]
    assert (row.name, row.kind, row.signs, [unit.name for unit in row.units]) == (
        "Polisen", PartyKind.STATE_AUTHORITY, False, ["Lokalpolisen"],
    )  # fmt: skip
    assert recorded.said == [("Sparat.", True)]


def test_a_party_is_changed_in_place(page: AgreementPage, played: Year):
    view = turn(page, "party")
    view.choose(2)
    view.panel.form.committed.emit("name", "Sektor välfärd")
    view.panel.form.committed.emit("units", ["IFO"])
    row = party.details(played.work, 1)[1]
    assert (row.name, [unit.name for unit in row.units]) == ("Sektor välfärd", ["IFO"])


def test_a_party_with_seats_is_not_taken_away(page: AgreementPage, recorded: Recorded):
    view = turn(page, "party")
    view.choose(2)
    view.panel.remove.click()
    assert "Avsluta dess platser i grupperna i stället." in recorded.troubles[0]


def test_a_group_is_added_and_put_under_another(page: AgreementPage, played: Year):
    view = turn(page, "agreement_group")
    view.entry.form.show_values(
        {"kind": GroupKind.LOCAL_TASK_GROUP, "name": "Komet", "purpose": "Föräldrar."}
    )
    hands.press(view, "Lägg till")
    made = group_writing.details(played.work, 1)[-1]
    assert (made.name, made.occasion, made.purpose) == ("Komet", "möte i lokal uppdragsgrupp", "Föräldrar.")
    view.choose(made.id)
    view.panel.form.committed.emit("superior_ids", [1])
    with played.work.read() as session:
        assert hierarchy.superiors_in(session, 1)[made.id] == (1,)
    assert view.panel.form.value("superior_ids") == [1]
    assert offered(view, "superior_ids") == ["Styrgruppen", "Skolfrånvaro"]
    view.choose(1)
    view.panel.form.committed.emit("superior_ids", [made.id])
    assert view.panel.form.field("superior_ids").property("wrong")


def test_how_decisions_are_numbered_is_changed_with_the_next_number_in_sight(
    page: AgreementPage, played: Year
):
    view = turn(page, "agreement_group")
    view.choose(1)
    (part,) = view.panel.findChildren(NumberingPart)
    for name, value in (("numbering", Numbering.RUNNING), ("number_prefix", "§"), ("number_start", 60)):
        part.form.committed.emit(name, value)
    assert numbering.example(played.work, 1) == "§ 60"
    assert part.fold.head.text() == "Så numreras besluten – nästa: § 60"
    part.form.committed.emit("number_start", 0)
    assert part.form.field("number_start").property("wrong")


def test_a_closed_group_numbers_no_more(page: AgreementPage, played: Year):
    view = turn(page, "agreement_group")
    group_writing.close(played.work, 1, played.work.today)
    view.choose(1)
    assert view.panel.findChildren(NumberingPart)[0].isHidden()


def test_a_group_is_closed_on_a_day(page: AgreementPage, played: Year):
    view = turn(page, "agreement_group")
    view.choose(1)
    hands.press(view, "Avsluta gruppen…")
    hands.press(view, "Avsluta")
    assert group_writing.details(played.work, 1)[0].closed_on == played.work.today


def test_seats_are_added_several_at_once(page: AgreementPage, played: Year):
    view = turn(page, "agreement_seat")
    view.entry.form.show_values(
        {"group_id": 1, "party_id": 2, "function": "Enhetschef", "places": 2, "grade": Grade.SHOULD}
    )
    hands.press(view, "Lägg till")
    rows = seat.details(played.work, 1)[-2:]
    assert [(row.function, row.grade) for row in rows] == [
        ("Enhetschef (1 av 2)", Grade.SHOULD), ("Enhetschef (2 av 2)", Grade.SHOULD),
    ]  # fmt: skip


def test_what_a_new_seat_lacks_is_told_at_its_field(page: AgreementPage, recorded: Recorded):
    view = turn(page, "agreement_seat")
    hands.press(view, "Lägg till")
    assert view.entry.form.field("group_id").property("wrong")
    assert recorded.troubles == []


def test_a_seat_is_changed_in_place(page: AgreementPage, played: Year):
    view = turn(page, "agreement_seat")
    view.choose(4)
    for name, value in (
        ("attendance", SeatAttendance.DESIGNATED), ("collective", True), ("size", 12), ("deputy_for_id", 3),
        ("since", date(2018, 9, 1)),
    ):  # fmt: skip
        view.panel.form.committed.emit(name, value)
    row = next(each for each in seat.details(played.work, 1) if each.id == 4)
    assert (row.attendance, row.collective, row.size, row.deputy_for_id, row.since) == (
        SeatAttendance.DESIGNATED, True, 12, 3, date(2018, 9, 1),
    )  # fmt: skip
    view.panel.form.committed.emit("size", 0)
    assert next(each for each in seat.details(played.work, 1) if each.id == 4).size is None


def test_a_seat_can_be_a_deputy_for_another_of_its_group(page: AgreementPage, played: Year):
    made = group_writing.add(played.work, 1, GroupKind.REFERENCE_GROUP, "Referensgruppen")
    alone = seat.add(played.work, made, 1, "Rektor")[0]
    view = turn(page, "agreement_seat")
    view.choose(1)
    functions = [row.function for row in seat.details(played.work, 1) if row.id != 1]
    field = view.panel.form.field("deputy_for_id")
    assert [field.itemText(row) for row in range(field.count())] == ["ingen", *functions]
    view.choose(alone)
    assert not field.isVisible()


def test_a_seat_is_ended_on_a_day(page: AgreementPage, played: Year):
    view = turn(page, "agreement_seat")
    view.choose(1)
    hands.press(view, "Avsluta platsen…")
    hands.press(view, "Avsluta")
    assert seat.details(played.work, 1)[0].until == played.work.today


# --- Name and words ---


def test_the_head_and_the_words_save_themselves(page: AgreementPage, played: Year, recorded: Recorded):
    page.tabs.setCurrentWidget(page.about)
    page.about.head.committed.emit("title", "Vårt avtal")
    page.about.words.committed.emit("convenor", "sammanställande")
    row = agreement.head(played.work, 1)
    assert (row.title, row.words) == ("Vårt avtal", {"convenor": "sammanställande"})
    assert page.head.name.text() == "Vårt avtal"
    page.about.head.committed.emit("year_starts", "31-12")
    assert page.about.head.field("year_starts").property("wrong")
    assert recorded.troubles == []


def test_another_kind_of_year_is_refused_where_a_plan_holds_it(page: AgreementPage, recorded: Recorded):
    page.tabs.setCurrentWidget(page.about)
    choose(page.about.head.field("working_year"), WorkingYear.CALENDAR_YEAR)
    assert page.about.head.field("working_year").property("wrong")
    assert page.about.head.value("working_year") == WorkingYear.SCHOOL_YEAR
    assert page.about.head.field("year_starts").text() == "1 juli"
    assert recorded.troubles == []


@pytest.mark.journey
def test_what_the_agreement_is_made_of_is_painted(page: AgreementPage):
    turn(page, "party").choose(1)
    hands.picture(page, "agreement-parties")
    turn(page, "agreement_group").choose(1)
    hands.picture(page, "agreement-groups")
    turn(page, "agreement_seat").choose(3)
    hands.picture(page, "agreement-seats")
    page.tabs.setCurrentWidget(page.about)
    hands.picture(page, "agreement-about")
    assert page.about.isVisible()
