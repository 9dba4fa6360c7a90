from datetime import date

from samverkan_desktop.services import agenda, area, meeting
from samverkan_desktop.services.area import AreaRow
from samverkan_desktop.services.wording import occasion
from samverkan_desktop.vocabulary import AreaKind, Policy
from tests.services.registers import AGREEMENT, another_agreement
from tests.services.year import DAYS, HOLDS_NUMBER, NUMBER, PERIOD, Year, refused

TAKEN = "Det finns redan ett område som heter Norr. Välj ett annat namn."


def add(year: Year, name: str, kind: AreaKind = AreaKind.PLACE, **values: object) -> int:
    return area.add(year.work, AGREEMENT, kind, name, **values)  # type: ignore[arg-type]  as a form gives them


def rows(year: Year) -> dict[str, AreaRow]:
    return {row.name: row for row in area.listing(year.work, AGREEMENT)}


def test_an_area_is_added_last_with_a_key_of_its_own(adopted: Year):
    add(adopted, "Södra delen")
    add(
        adopted, " Yngre barn ", AreaKind.FIELD,
        note="Familjecentral", documented=True, policy=Policy.ALLOWED, since=DAYS[0],
    )  # fmt: skip
    place, field = area.listing(adopted.work, AGREEMENT)
    assert (place.key, place.position, place.used) == ("sodra-delen", 1, False)
    assert (field.name, field.position, field.note, field.documented, field.policy, field.since) == (
        "Yngre barn", 2, "Familjecentral", True, Policy.ALLOWED, DAYS[0],
    )  # fmt: skip
    assert area.listing(adopted.work, AGREEMENT, AreaKind.FIELD) == (field,)


def test_an_area_that_cannot_be_is_refused(adopted: Year):
    add(adopted, "Norr")
    with refused(adopted, "Ange vad området heter.", field="name"):
        add(adopted, " ")
    with refused(adopted, TAKEN, field="name"):
        add(adopted, "norr".title())
    for field in ("name", "note"):
        with refused(adopted, HOLDS_NUMBER, field=field, rule="R11"):
            add(adopted, **({"name": "Söder"} | {field: NUMBER}))


def test_a_place_and_a_field_may_share_a_name(adopted: Year):
    add(adopted, "Norr")
    add(adopted, "Norr", AreaKind.FIELD)
    assert [row.key for row in area.listing(adopted.work, AGREEMENT)] == ["norr", "norr-2"]


def test_an_area_is_changed_field_by_field(adopted: Year):
    made = add(adopted, "Norr")
    area.change(adopted.work, made, name=" Nordost ", until=date(2019, 6, 30))
    row = rows(adopted)["Nordost"]
    assert (row.key, row.until, row.documented) == ("norr", date(2019, 6, 30), False)


def test_a_change_that_cannot_be_is_refused(adopted: Year):
    made = add(adopted, "Norr", since=DAYS[1])
    other = add(adopted, "Söder")
    with refused(adopted, TAKEN, field="name"):
        area.change(adopted.work, other, name="Norr")
    with refused(adopted, "Ange vad området heter.", field="name"):
        area.change(adopted.work, made, name="")
    with refused(adopted, "Området upphör innan det börjar 2018-10-16.", field="until"):
        area.change(adopted.work, made, until=DAYS[0])
    with refused(adopted, HOLDS_NUMBER, field="note", rule="R11"):
        area.change(adopted.work, made, note=NUMBER)


def test_areas_are_moved_about_and_keep_their_numbers(adopted: Year):
    for name in ("Norr", "Söder", "Väster"):
        add(adopted, name)
    area.move(adopted.work, rows(adopted)["Väster"].id, 1)
    assert [(row.name, row.position) for row in area.listing(adopted.work, AGREEMENT)] == [
        ("Väster", 1),
        ("Norr", 2),
        ("Söder", 3),
    ]


def test_an_area_that_nothing_rests_on_is_taken_away(adopted: Year):
    made = add(adopted, "Norr")
    add(adopted, "Söder")
    area.remove(adopted.work, made)
    (left,) = area.listing(adopted.work, AGREEMENT)
    assert (left.name, left.position) == ("Söder", 1)
    adopted.work.undo()
    assert list(rows(adopted)) == ["Norr", "Söder"]


def test_an_area_with_meetings_is_ended_rather_than_taken_away(adopted: Year):
    made = add(adopted, "Norr")
    held = meeting.schedule(adopted.work, adopted.group_id, DAYS[0], area_id=made)
    agenda.add_item(adopted.work, held, "En fråga")
    row = rows(adopted)["Norr"]
    assert (row.used, row.meetings) == (True, 1)
    with refused(adopted, "Området Norr används (möten). Ange dess sista dag i stället.", field="until"):
        area.remove(adopted.work, made)


# --- Meetings held for an area ---


def test_a_meeting_is_held_for_an_area_and_says_so(adopted: Year):
    made = add(adopted, "Norr")
    first = meeting.schedule(adopted.work, adopted.group_id, DAYS[0], area_id=made)
    row = meeting.details(adopted.work, first)
    assert (row.area_id, row.area, row.title) == (made, "Norr", "Möte 1 av 1, Norr")
    meeting.change(adopted.work, first, area_id=None)
    row = meeting.details(adopted.work, first)
    assert (row.area_id, row.area, row.title) == (None, "", "Möte 1 av 1")


def test_an_extra_meeting_can_be_held_for_an_area(adopted: Year):
    made = add(adopted, "Norr")
    extra = meeting.schedule_extra(
        adopted.work, adopted.group_id, DAYS[0],
        initiator_seat_id=adopted.seats["F2"], reason="En skola upphör.", area_id=made,
    )  # fmt: skip
    assert meeting.details(adopted.work, extra).title == "Extra möte, Norr"


def test_documents_say_for_which_area_a_meeting_is_held(adopted: Year):
    made = add(adopted, "Norr")
    first = meeting.schedule(adopted.work, adopted.group_id, DAYS[0], area_id=made)
    assert occasion(meeting.details(adopted.work, first)) == f"möte 1 av 1, läsåret {PERIOD}, Norr"


def test_two_areas_may_meet_on_the_same_day_and_one_may_not_twice(adopted: Year):
    north, south = add(adopted, "Norr"), add(adopted, "Söder")
    meeting.schedule(adopted.work, adopted.group_id, DAYS[0], area_id=north)
    second = meeting.schedule(adopted.work, adopted.group_id, DAYS[0], area_id=south)
    with refused(adopted, "Det finns redan ett möte 2018-09-04.", field="day"):
        meeting.schedule(adopted.work, adopted.group_id, DAYS[0], area_id=north)
    with refused(adopted, "Det finns redan ett möte 2018-09-04.", field="day"):
        meeting.change(adopted.work, second, area_id=north)
    assert [row.last for row in meeting.listing(adopted.work)] == [False, True]


def test_an_area_of_another_agreement_is_refused(adopted: Year):
    other = area.add(adopted.work, another_agreement(adopted), AreaKind.PLACE, "Norr")
    with refused(adopted, "Välj ett område som hör till avtalet.", field="area_id"):
        meeting.schedule(adopted.work, adopted.group_id, DAYS[0], area_id=other)
