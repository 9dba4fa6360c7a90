from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import area, routine, routine_step, routine_upkeep
from samverkan_desktop.services.routine import RoutineRow
from samverkan_desktop.vocabulary import AreaKind
from tests.services.year import DAYS, FIRST, HOLDS_NUMBER, LAST, NUMBER, Year, refused

OWN = 1


def row(year: Year, routine_id: int) -> RoutineRow:
    return routine.details(year.work, routine_id)


def test_a_routine_is_established_by_a_decision(held: Year):
    made = routine.establish(held.work, " Rutin ", held.decide(1), owner="Kvalitetschef", known_by=DAYS[1])
    found = row(held, made)
    assert (found.title, found.owner, found.decision, found.decided_on, found.known_by) == (
        "Rutin",
        "Kvalitetschef",
        "2018/19-03",
        FIRST,
        DAYS[1],
    )


def test_the_agreement_itself_lists_routines(adopted: Year):
    field = area.add(adopted.work, OWN, AreaKind.FIELD, "Skolfrånvaro")
    made = routine.add(
        adopted.work, OWN, "Skolfrånvaro", number=3, area_id=field, owner="Rektor", due="ht 2019"
    )
    found = row(adopted, made)
    assert (found.name, found.area, found.owner) == ("3 Skolfrånvaro", "Skolfrånvaro", "Rektor")
    assert (found.decision, found.decided_on) == ("", None)
    assert (found.due, found.due_on) == ("ht 2019", date(2019, 12, 31))


@pytest.mark.parametrize(
    ("written", "shown", "day"),
    [
        ("under första kvartalet 2019", "första kvartalet 2019", date(2019, 3, 31)),
        ("2019-04-01", "2019-04-01", date(2019, 4, 1)),
        ("när utredningen är klar", "när utredningen är klar", None),
        ("", "", None),
    ],
)
def test_a_time_is_kept_as_it_was_decided(adopted: Year, written: str, shown: str, day: date | None):
    made = routine.add(adopted.work, OWN, "Samtycke", kind=RoutineKind.SUPPORT_MATERIAL, due=written)
    assert (row(adopted, made).due, row(adopted, made).due_on) == (shown, day)


def test_figures_that_are_no_day_are_refused(adopted: Year):
    with refused(adopted, "2019-02-30 är ingen dag.", field="due"):
        routine.add(adopted.work, OWN, "Samtycke", due="2019-02-30")


def test_those_with_a_number_come_first_and_support_material_last(adopted: Year):
    routine.add(adopted.work, OWN, "Samtycke", kind=RoutineKind.SUPPORT_MATERIAL)
    routine.add(adopted.work, OWN, "Utan nummer")
    routine.add(adopted.work, OWN, "Andra", number=2)
    routine.add(adopted.work, OWN, "Första", number=1)
    listed = [each.name for each in routine.listing(adopted.work, OWN)]
    assert listed == ["1 Första", "2 Andra", "Utan nummer", "Samtycke"]


def test_a_number_belongs_to_one_routine_in_use(adopted: Year):
    first = routine.add(adopted.work, OWN, "Första", number=1)
    with refused(adopted, "Första har redan nummer 1.", field="number"):
        routine.add(adopted.work, OWN, "Andra", number=1)
    with refused(adopted, "Ange ett nummer från 1 och uppåt.", field="number"):
        routine.add(adopted.work, OWN, "Andra", number=0)
    assert routine.add(adopted.work, OWN, "Samtycke", kind=RoutineKind.SUPPORT_MATERIAL, number=1)
    routine_upkeep.withdraw(adopted.work, first, FIRST)
    assert routine.add(adopted.work, OWN, "Andra", number=1)
    with refused(adopted, "Andra har redan nummer 1.", field="number"):
        routine_upkeep.withdraw(adopted.work, first, None)


@pytest.mark.parametrize("field", ["review_by", "known_by"])
def test_a_routine_has_no_days_before_its_decision(held: Year, field: str):
    decided = held.decide(1)
    with refused(held, "Dagen ligger före beslutet 2018-09-04. Välj en senare dag.", field=field):
        routine.establish(held.work, "Rutin", decided, **{field: date(2018, 9, 3)})
    made = routine.establish(held.work, "Rutin", decided)
    with refused(held, "Dagen ligger före beslutet 2018-09-04. Välj en senare dag.", field=field):
        routine.change(held.work, made, **{field: date(2018, 9, 3)})


def test_a_routine_that_cannot_be_is_refused(held: Year):
    decided = held.decide(1)
    with refused(held, "Ange vad rutinen heter.", field="title"):
        routine.establish(held.work, " ", decided)
    for field in ("title", "owner"):
        with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
            routine.establish(held.work, **({"title": "R", field: NUMBER} | {"decision_id": decided}))
    with refused(held, "Välj ett av avtalets områden.", field="area_id"):
        routine.add(held.work, OWN, "Rutin", area_id=99)


def test_a_routine_is_changed(adopted: Year):
    made = routine.add(adopted.work, OWN, "Rutin", number=1, review_by=LAST)
    routine.change(adopted.work, made, title="Skolfrånvaro", owner=" Rektor ")
    routine.change(adopted.work, made, number=None, review_by=None, due="våren 2019")
    found = row(adopted, made)
    assert (found.name, found.owner, found.review_by, found.due) == (
        "Skolfrånvaro",
        "Rektor",
        None,
        "våren 2019",
    )


def test_what_was_entered_by_mistake_is_removed_with_its_steps(adopted: Year):
    made = routine.add(adopted.work, OWN, "Rutin")
    routine_step.add(adopted.work, made, "Ring hem")
    routine.remove(adopted.work, made)
    assert routine.listing(adopted.work, OWN) == ()


def test_what_has_been_used_is_withdrawn_instead(held: Year):
    made = routine.add(held.work, OWN, "Rutin")
    routine_upkeep.review(held.work, made, FIRST, None)
    with refused(held, "Rutin har använts. Ange i stället när den upphörde att gälla."):
        routine.remove(held.work, made)


def test_what_finished_minutes_tell_of_is_withdrawn_instead(held: Year):
    made = routine.establish(held.work, "Rutin", held.decide(1))
    held.finish(1)
    with refused(held, "Rutin fastställdes genom beslut 2018/19-03, och de anteckningarna är"):
        routine.remove(held.work, made)
    routine_upkeep.withdraw(held.work, made, DAYS[1])
    assert row(held, made).withdrawn_on == DAYS[1]
