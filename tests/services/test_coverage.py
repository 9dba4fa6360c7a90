from datetime import date

from samverkan_desktop.register_vocabulary import Organiser, SchoolForm
from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import area, coverage, coverage_shares
from samverkan_desktop.services.coverage import CoverageRow, NewSchool
from samverkan_desktop.services.coverage_shares import CoverageShare
from samverkan_desktop.vocabulary import AreaKind
from tests.services.registers import AGREEMENT, another_agreement, demand
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, Year, refused

COMPULSORY, UPPER = SchoolForm.COMPULSORY, SchoolForm.UPPER_SECONDARY
MUNICIPAL, INDEPENDENT = Organiser.MUNICIPAL, Organiser.INDEPENDENT


def add(
    year: Year,
    name: str = "Ekskolan",
    form: SchoolForm = COMPULSORY,
    organiser: Organiser = MUNICIPAL,
    area_id: int | None = None,
    agreed_on: date | None = None,
) -> int:
    return coverage.add(year.work, AGREEMENT, NewSchool(name, form, organiser, area_id, agreed_on))


def rows(year: Year, on: date | None = None) -> list[CoverageRow]:
    return list(coverage.listing(year.work, AGREEMENT, on))


def counted(shares: tuple[CoverageShare, ...]) -> list[tuple[str, int, int, int]]:
    return [(each.label, each.covered, each.total, each.percent) for each in shares]


def test_a_school_is_added_with_its_area_and_its_agreement(held: Year):
    north = area.add(held.work, AGREEMENT, AreaKind.PLACE, "Norr")
    add(held, " Ekskolan ", area_id=north, agreed_on=DAYS[0])
    (row,) = rows(held)
    assert (row.name, row.form, row.organiser, row.area, row.agreed_on, row.covered) == (
        "Ekskolan",
        COMPULSORY,
        MUNICIPAL,
        "Norr",
        DAYS[0],
        True,
    )


def test_a_school_that_cannot_be_is_refused(held: Year):
    other = area.add(held.work, another_agreement(held), AreaKind.PLACE, "Norr")
    add(held)
    with refused(held, "Ange vad skolan heter.", field="name"):
        add(held, " ")
    with refused(held, "EKSKOLAN finns redan i registret med den skolformen.", field="name"):
        add(held, "EKSKOLAN")
    with refused(held, "Välj ett område som hör till avtalet.", field="area_id"):
        add(held, "Almskolan", area_id=other)
    with refused(held, "ligger framåt i tiden", field="agreed_on"):
        add(held, "Almskolan", agreed_on=DAYS[1])
    with refused(held, HOLDS_NUMBER, field="name", rule="R11"):
        add(held, NUMBER)


def test_one_name_may_be_two_schools_of_different_forms(held: Year):
    add(held)
    add(held, form=SchoolForm.SPECIAL)
    assert [row.form for row in rows(held)] == [COMPULSORY, SchoolForm.SPECIAL]


def test_schools_are_listed_by_form_organiser_and_name(held: Year):
    add(held, "Åskolan")
    add(held, "Gymnasiet", UPPER)
    add(held, "Friskolan", organiser=INDEPENDENT)
    add(held, "Almskolan")
    assert [row.name for row in rows(held)] == ["Almskolan", "Åskolan", "Friskolan", "Gymnasiet"]


def test_a_school_is_changed_field_by_field(held: Year):
    made = add(held, agreed_on=DAYS[0])
    coverage.change(held.work, made, name=" Almskolan ", organiser=INDEPENDENT)
    (row,) = rows(held)
    assert (row.name, row.organiser, row.agreed_on) == ("Almskolan", INDEPENDENT, DAYS[0])
    with refused(held, "kan inte upphöra innan dess", field="until"):
        coverage.change(held.work, made, until=date(2018, 9, 3))
    with refused(held, "Ange vilken dag överenskommelsen tecknades.", field="agreed_on"):
        coverage.change(held.work, made, agreed_on=None, until=DAYS[1])
    with refused(held, "Ange vad skolan heter.", field="name"):
        coverage.change(held.work, made, name=" ")
    with refused(held, HOLDS_NUMBER, field="name", rule="R11"):
        coverage.change(held.work, made, name=NUMBER)


def test_an_agreement_with_a_school_is_signed_and_ended(held: Year):
    made = add(held)
    with refused(held, "Ekskolan har ingen överenskommelse att avsluta."):
        coverage.end(held.work, made, DAYS[1])
    with refused(held, "ligger framåt i tiden", field="day"):
        coverage.sign(held.work, made, DAYS[1])
    coverage.sign(held.work, made, DAYS[0])
    with refused(held, "kan inte upphöra innan dess", field="day"):
        coverage.end(held.work, made, date(2018, 9, 3))
    coverage.end(held.work, made, DAYS[1])
    assert [rows(held, day)[0].covered for day in (date(2018, 9, 3), DAYS[0], DAYS[1], DAYS[2])] == [
        False,
        True,
        True,
        False,
    ]
    held.at(DAYS[3])
    coverage.sign(held.work, made, DAYS[3])
    assert (rows(held)[0].until, rows(held)[0].covered) == (None, True)


def test_a_school_is_taken_away(held: Year):
    coverage.remove(held.work, add(held))
    assert rows(held) == []
    held.work.undo()
    assert [row.name for row in rows(held)] == ["Ekskolan"]


def test_the_finding_follows_the_register(held: Year):
    demand(held, "coverage", {"share": 50}, "")
    made = add(held)
    add(held, "Friskolan", organiser=INDEPENDENT)
    (found,) = held.found("R25")
    assert (found.status, found.message) == (
        Status.BREACHED,
        "0 av 2 skolor omfattas (0 %). Minst 50 % ska omfattas.",
    )
    coverage.sign(held.work, made, DAYS[0])
    assert held.statuses("R25") == [Status.FULFILLED]


# --- Shares ---


def test_shares_are_counted_by_form_organiser_and_area(held: Year):
    north, south = (area.add(held.work, AGREEMENT, AreaKind.PLACE, name) for name in ("Norr", "Söder"))
    add(held, "Ekskolan", area_id=north, agreed_on=DAYS[0])
    add(held, "Almskolan", area_id=north)
    add(held, "Lindskolan", area_id=south)
    add(held, "Friskolan", organiser=INDEPENDENT)
    add(held, "Gymnasiet", UPPER, agreed_on=DAYS[0])
    found = coverage_shares.shares(held.work, AGREEMENT)
    assert counted(found.categories) == [
        ("Kommunala grundskolor", 1, 3, 33),
        ("Fristående grundskolor", 0, 1, 0),
        ("Kommunala gymnasieskolor", 1, 1, 100),
    ]
    assert counted(found.forms) == [("Grundskolor", 1, 4, 25), ("Gymnasieskolor", 1, 1, 100)]
    assert counted(found.organisers) == [("Kommunala skolor", 2, 4, 50), ("Fristående skolor", 0, 1, 0)]
    assert counted(found.areas) == [("Norr", 1, 2, 50), ("Söder", 0, 1, 0), ("Utan område", 1, 2, 50)]
    assert found.whole is not None
    assert counted((found.whole,)) == [("Alla skolor", 2, 5, 40)]


def test_shares_are_those_of_the_day(held: Year):
    add(held, agreed_on=DAYS[0])
    before = coverage_shares.shares(held.work, AGREEMENT, date(2018, 9, 3))
    assert before.whole is not None
    assert (before.whole.covered, before.on) == (0, date(2018, 9, 3))


def test_an_empty_register_has_no_shares(held: Year):
    found = coverage_shares.shares(held.work, AGREEMENT)
    assert (found.whole, found.categories, found.areas) == (None, (), ())


def test_a_field_of_collaboration_is_no_place_for_a_school(held: Year):
    area.add(held.work, AGREEMENT, AreaKind.FIELD, "Yngre barn")
    add(held)
    assert coverage_shares.shares(held.work, AGREEMENT).areas == ()
