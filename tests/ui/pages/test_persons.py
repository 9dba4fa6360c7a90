"""The page of the groups: seats and holders, roles, work groups."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester

from samverkan_desktop.services import group, organisation, role, work_group
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.pages.persons.page import PersonsPage
from samverkan_desktop.ui.theme import Theme
from samverkan_desktop.vocabulary import DecisionKind, HolderState, Receipt, Role
from tests.services.year import tie_role
from tests.ui import hands
from tests.ui.year import PERIOD, Shown, Year

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def page(played: Year, given: Shown, shown: Show) -> PersonsPage:
    made = PersonsPage(given.context)
    made.resize(1120, 680)
    given.bind(made)
    shown(made)
    return made


def texts(within: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible()]


def column(page: PersonsPage, number: int) -> list[str]:
    model = page.seats.table.view.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def hold(page: PersonsPage, function: str, played: Year, **values: object) -> None:
    page.open(f"seat:{played.seat(function).id}")
    hands.press(page.seats.details, "Ändra innehavare…")
    for name, value in values.items():
        field = page.seats.details.entry.form.field(name)
        if not isinstance(value, HolderState):
            field.setText(value)
        else:
            field.set_value(value)
    hands.press(page.seats.details.entry, "Spara")


def test_functions_stand_first_by_party(page: PersonsPage):
    functions = column(page, 0)
    assert functions[0] == "Utbildningschef förskola"
    assert functions.index("Kvalitetschef") < functions.index("Avdelningschef Individ- och familjeomsorg")
    assert column(page, 1)[0] == "Utbildningschef förskola"


def test_seats_can_be_narrowed_to_one_party(page: PersonsPage):
    hands.press(page.seats, "Socialförvaltningen 3")
    assert len(column(page, 0)) == 3


def test_it_filters_as_one_types_with_swedish_letters(page: PersonsPage):
    hands.type_text(page.seats.table.filter, "FÖRSKOLA")
    assert column(page, 0) == ["Utbildningschef förskola"]


def test_a_conditional_seat_is_explained(page: PersonsPage, played: Year):
    seat = played.seat("Förvaltningschef Bildning")
    page.open(f"seat:{seat.id}")
    assert column(page, 4)[4] == "sista mötet"
    assert any(text.startswith("Kallas till sista mötet.") for text in texts(page.seats.details))


def test_a_seat_becomes_vacant_from_a_day(page: PersonsPage, played: Year):
    hold(page, "Utbildningschef gymnasiet", played, state=HolderState.VACANT, since="2019-01-01")
    assert "vakant" in column(page, 1)
    model = page.seats.table.model
    assert model.index(2, 1).data(Qt.ItemDataRole.DecorationRole) is not None
    history = texts(page.seats.details.history)
    assert history[1:] == [
        "vakant, från 2019-01-01",
        "Utbildningschef gymnasiet, 2018-07-01 till 2018-12-31",
    ]


def test_somebody_acts_in_a_seat(page: PersonsPage, played: Year):
    acting = {"state": HolderState.ACTING, "name": "Åsa Öberg", "since": "2019-02-01"}
    hold(page, "Kvalitetschef", played, **acting)
    assert "tf Åsa Öberg" in column(page, 1)


def test_two_holders_at_once_are_refused_at_the_field(page: PersonsPage, played: Year):
    hold(page, "Kvalitetschef", played, name="Någon Annan", since="2018-06-01", until="2018-12-31")
    assert any(
        text.startswith("Funktionen har redan en innehavare") for text in texts(page.seats.details.entry)
    )
    assert page.seats.details.entry.form.field("until").property("wrong")
    assert page.seats.details.entry.form.value("name") == "Någon Annan"


def test_an_end_before_the_start_is_refused_at_the_field(page: PersonsPage, played: Year):
    hold(page, "Kvalitetschef", played, name="Någon", since="2019-03-01", until="2019-02-01")
    assert "Slutdatum ligger före startdatum. Rätta något av dem." in texts(page.seats.details.entry)
    assert page.seats.details.entry.form.field("until").property("wrong")


def test_a_missing_holder_is_refused_at_the_field(page: PersonsPage, played: Year):
    hold(page, "Kvalitetschef", played, since="2019-03-01")
    assert page.seats.details.entry.form.field("name").property("wrong")


def test_undo_is_seen_at_once(page: PersonsPage, played: Year):
    hold(page, "Kvalitetschef", played, name="Åsa Öberg", since="2019-02-01")
    assert "Åsa Öberg" in column(page, 1)
    played.work.undo()
    assert "Åsa Öberg" not in column(page, 1)
    assert "Kvalitetschef" in column(page, 1)


def test_a_half_written_holder_survives_other_changes(page: PersonsPage, played: Year):
    page.open(f"seat:{played.seat('Kvalitetschef').id}")
    hands.press(page.seats.details, "Ändra innehavare…")
    hands.type_text(page.seats.details.entry.form.field("name"), "Åsa Ö")
    group.set_holder(
        played.work, played.seat("Utbildningschef förskola").id, HolderState.VACANT, date(2019, 1, 1)
    )
    assert page.seats.details.entry.form.value("name") == "Åsa Ö"
    assert page.seats.details.entry.isVisible()


def test_roles_stand_with_their_terms_and_decision(page: PersonsPage, given: Shown):
    page.tabs.setCurrentWidget(page.role_terms)
    page.open("role:1")
    assert "2018-09-04 till 2019-06-30" in texts(page.role_terms.details)
    hands.press(page.role_terms.details, "beslut 2018/19-01, 2018-09-04")
    assert given.targets == ["decision:1"]


def test_roles_in_one_party_are_refused_at_the_field(page: PersonsPage, played: Year):
    page.open("role:")
    form = page.role_terms.entry.form
    form.field("convenor").set_value(played.seat("Kvalitetschef").id)
    form.field("secretary").set_value(played.seat("Utbildningschef förskola").id)
    hands.press(page.role_terms.entry, "Utse")
    assert any("olika förvaltningar" in text for text in texts(page.role_terms.entry))
    assert len(role.terms(played.work, played.group_id)) == 2


def test_roles_are_given_for_the_next_year(page: PersonsPage, played: Year):
    chosen = played.decide(6, "Val", "Utses enligt förslag.", kind=DecisionKind.ELECTION)
    page.choose_roles()
    form = page.role_terms.entry.form
    form.field("period").set_value("2019/2020")
    form.field("convenor").set_value(played.seat("Avdelningschef").id)
    form.field("secretary").set_value(played.seat("Kvalitetschef").id)
    form.field("decision_id").set_value(chosen)
    hands.press(page.role_terms.entry, "Utse")
    terms = {
        term.role: term for term in role.terms(played.work, played.group_id) if term.period == "2019/2020"
    }
    assert terms[Role.CONVENOR].function.startswith("Avdelningschef")
    assert terms[Role.SECRETARY].decision_id == chosen


def test_a_role_tied_to_a_function_cites_its_clause_and_is_not_chosen(
    page: PersonsPage, played: Year, given: Shown
):
    tie_role(played, "convenor", "F5")
    page.choose_roles()
    form = page.role_terms.entry.form
    assert form.value("convenor") == played.seat("Avdelningschef").id
    form.field("secretary").set_value(played.seat("Kvalitetschef").id)
    hands.press(page.role_terms.entry, "Utse")
    held = {term.role: term for term in role.terms(played.work, played.group_id)[:2]}
    assert held[Role.SECRETARY].function == "Kvalitetschef"
    page.role_terms.choose(-1)
    hands.press(page.role_terms.details, "enligt avtalet, T01")
    assert given.targets == ["agreement:T01"]


def test_a_choice_can_be_taken_back(page: PersonsPage, played: Year):
    page.open("role:1")
    hands.press(page.role_terms.details, "Ta bort valet")
    assert [term.role for term in role.terms(played.work, played.group_id)] == [Role.SECRETARY]


def test_the_year_that_is_shown_is_proposed_for_new_roles(page: PersonsPage, given: Shown):
    page.choose_roles()
    assert page.role_terms.entry.form.value("period") == PERIOD
    given.context.scope.choose_period("2019/2020")
    assert page.role_terms.entry.form.value("period") == "2019/2020"


def test_a_year_that_is_over_shows_who_had_the_roles_then(page: PersonsPage, played: Year):
    played.go_to(date(2026, 11, 22))
    page.mark_dirty()
    assert {"sammankallande", "sekreterare"} <= set(column(page, 2))


def test_a_link_to_the_group_opens_its_roles(page: PersonsPage, played: Year):
    page.open(f"group:{played.group_id}")
    assert page.tabs.currentWidget() is page.role_terms


def test_a_work_group_stands_with_need_decision_and_functions(page: PersonsPage, given: Shown):
    page.open("group:2")
    shown = texts(page.work_groups.details)
    assert "Problematisk skolfrånvaro ökar." in shown
    assert "Chef elevhälsan, sammankallande" in shown
    hands.press(page.work_groups.details, "2018/19-02")
    hands.press(page.work_groups.details, "visa uppdraget")
    assert given.targets == ["decision:2", "commission:1"]


def test_a_work_group_is_closed(page: PersonsPage, played: Year):
    page.open("group:2")
    hands.press(page.work_groups.details, "Avsluta gruppen…")
    hands.press(page.work_groups.entry, "Avsluta gruppen")
    assert group.groups(played.work)[1].closed_on == date(2019, 2, 10)
    assert page.work_groups.table.view.model().index(0, 4).data() == "avslutad 2019-02-10"


def test_a_close_before_the_start_is_refused_at_the_field(page: PersonsPage):
    page.open("group:2")
    hands.press(page.work_groups.details, "Avsluta gruppen…")
    page.work_groups.entry.form.field("day").setText("2018-08-01")
    hands.press(page.work_groups.entry, "Avsluta gruppen")
    assert "Gruppen kan inte avslutas innan den utsågs." in texts(page.work_groups.entry)


def test_the_seats_of_a_work_group_are_shown(page: PersonsPage):
    page.open("group:2")
    hands.press(page.work_groups.details, "Visa platser och innehavare")
    assert page.tabs.currentWidget() is page.seats
    assert "Chef elevhälsan" in column(page, 0)
    assert column(page, 1)[0] == "ingen angiven"


def test_its_table_models_keep_qts_rules(page: PersonsPage, qtmodeltester: ModelTester):
    for table in (page.seats.table, page.role_terms.table, page.work_groups.table):
        qtmodeltester.check(table.model)
        qtmodeltester.check(table.view.model())


@pytest.mark.journey
@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_it_is_painted_in_every_look(page: PersonsPage, played: Year, theme: Theme, look: Look):
    theme.wear(look)
    vacant, day = played.seat("Utbildningschef gymnasiet").id, date(2019, 1, 1)
    group.set_holder(played.work, vacant, HolderState.VACANT, day)
    hands.picture(page, f"persons-{look.value}")
    page.open(f"seat:{vacant}")
    hands.press(page.seats.details, "Ändra innehavare…")
    hands.picture(page, f"persons-holder-{look.value}")
    page.choose_roles()
    hands.picture(page, f"persons-roles-{look.value}")
    page.open("group:2")
    hands.picture(page, f"persons-work-group-{look.value}")
    assert page.work_groups.details.isVisible()


@pytest.mark.journey
def test_it_is_painted_crowded(page: PersonsPage, played: Year):
    parties = organisation.parties(played.work)
    taken = played.decide(4, "Stor arbetsgrupp", "Utses.", kind=DecisionKind.COMMISSION)
    members = [
        work_group.NewSeat(parties[n % 2].id, f"Utbildningschef för gymnasiet och vuxenutbildningen {n}")
        for n in range(25)
    ]
    large = work_group.set_up_work_group(
        played.work, taken, "Kompetensutveckling för alla", "Behov " * 12, members, convenor=0, secretary=1
    )
    page.open(f"group:{large}")
    hands.picture(page, "persons-work-group-crowded")
    page.show_seats(large)
    hands.picture(page, "persons-crowded")
    assert len(column(page, 0)) == 25


@pytest.mark.journey
def test_it_is_painted_empty(given: Shown, shown: Show):
    page = PersonsPage(given.context)
    page.resize(1120, 680)
    shown(page)
    hands.picture(page, "persons-empty")
    assert not page.chooser.isVisible()


def test_an_address_is_held_against_its_form_as_soon_as_its_field_is_left(page: PersonsPage, played: Year):
    page.open(f"seat:{played.seat('Kvalitetschef').id}")
    hands.press(page.seats.details, "Ändra innehavare…")
    field = page.seats.details.entry.form.field("email")
    hands.type_text(field, "kvalitetschef@kommun")
    field.commit()
    said = "kvalitetschef@kommun är ingen e-postadress. Skriv den som namn@kommun.se."
    assert said in texts(page.seats.details.entry)
    hands.type_text(field, ".se")
    field.commit()
    assert said not in texts(page.seats.details.entry)


def test_how_a_seat_gets_what_is_sent_is_chosen(page: PersonsPage, played: Year):
    page.open(f"seat:{played.seat('Kvalitetschef').id}")
    assert "som mottagare" in texts(page.seats.details.facts)
    hands.press(page.seats.details, "Ändra hur utskick går…")
    page.seats.details.receives.form.field("receipt").set_value(Receipt.INFORMATION)
    hands.press(page.seats.details.receives, "Spara")
    assert played.seat("Kvalitetschef").receipt is Receipt.INFORMATION
    assert "endast för kännedom" in texts(page.seats.details.facts)
