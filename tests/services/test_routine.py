from datetime import date

import pytest

from samverkan_desktop.services import routine
from tests.services.year import DAYS, FIRST, HOLDS_NUMBER, LAST, NUMBER, Year, refused


def test_a_routine_is_reviewed_and_made_known(held: Year):
    made = routine.establish(held.work, " Rutin ", held.decide(1), owner="Kvalitetschef", known_by=DAYS[1])
    held.at(LAST)
    routine.make_known(held.work, made, DAYS[1])
    routine.review(held.work, made, LAST, date(2020, 5, 28))
    (row,) = routine.listing(held.work)
    assert (row.title, row.owner, row.decision, row.decided_on) == (
        "Rutin",
        "Kvalitetschef",
        "2018/19-03",
        FIRST,
    )
    assert (row.made_known_on, row.reviewed_on, row.review_by) == (DAYS[1], LAST, date(2020, 5, 28))


@pytest.mark.parametrize("field", ["review_by", "known_by"])
def test_a_routine_has_no_days_before_its_decision(held: Year, field: str):
    decided = held.decide(1)
    with refused(held, "Dagen ligger före beslutet 2018-09-04. Välj en senare dag.", field=field):
        routine.establish(held.work, "Rutin", decided, **{field: date(2018, 9, 3)})


def test_a_routine_that_cannot_be_is_refused(held: Year):
    decided = held.decide(1)
    with refused(held, "Ange vad rutinen heter.", field="title"):
        routine.establish(held.work, " ", decided)
    for field in ("title", "owner"):
        with refused(held, HOLDS_NUMBER, field=field, rule="R11"):
            routine.establish(held.work, **({"title": "R", field: NUMBER} | {"decision_id": decided}))


def test_a_review_is_neither_to_come_nor_followed_by_one_before_it(held: Year):
    made = routine.establish(held.work, "Rutin", held.decide(1))
    with refused(held, "ligger framåt i tiden", field="day"):
        routine.review(held.work, made, DAYS[1], None)
    with refused(held, "ligger framåt i tiden", field="day"):
        routine.make_known(held.work, made, DAYS[1])
    with refused(held, "Nästa översyn ska ligga efter den här.", field="next_review"):
        routine.review(held.work, made, FIRST, FIRST)
