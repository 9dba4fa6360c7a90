"""A year plan where each part of the municipality is to have its meetings (B11)."""

from datetime import date

import pytest

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import agreement as agreements
from samverkan_desktop.services import area, area_plan, meeting, obligation, year_plan
from samverkan_desktop.vocabulary import AreaKind
from tests.services.year import COMING, PERIOD, Year, refused


@pytest.fixture
def parted(adopted: Year) -> Year:
    """An agreement that demands a meeting a year in each of two areas, and no other number of meetings."""
    for clause in agreements.clauses(adopted.work, 1):
        for each in clause.obligations:
            if each.kind == "meeting_frequency":
                obligation.remove_obligation(adopted.work, each.id)
    for name in ("Norr", "Söder"):
        area.add(adopted.work, 1, AreaKind.PLACE, name)
    adopted.demand("area_meetings", count=1, per="working_year")
    return adopted


def draft(year: Year, period: str = PERIOD) -> None:
    proposed = area_plan.propose(year.work, year.group_id, period)
    days, areas = [each.day for each in proposed], [each.area_id for each in proposed]
    year_plan.draft(year.work, year.group_id, period, days, area_ids=areas)


def test_a_meeting_is_proposed_for_each_area(parted: Year):
    proposed = area_plan.propose(parted.work, parted.group_id, PERIOD)
    assert [each.area for each in proposed] == ["Norr", "Söder"]
    assert area_plan.demanded(parted.work, parted.group_id, PERIOD) == 2


def test_what_is_drafted_so_is_what_the_agreement_demands(parted: Year):
    draft(parted)
    rows = meeting.listing(parted.work, PERIOD)
    assert [row.area for row in rows] == ["Norr", "Söder"]
    assert parted.statuses("R15", rows[0].day) == [Status.UPCOMING]
    assert area_plan.propose(parted.work, parted.group_id, PERIOD) == ()


def test_each_area_has_its_day_of_the_year_before(parted: Year):
    areas = {row.name: row.id for row in area.listing(parted.work, 1)}
    days, order = (date(2018, 10, 2), date(2018, 11, 6)), (areas["Söder"], areas["Norr"])
    year_plan.draft(parted.work, parted.group_id, PERIOD, days, area_ids=order)
    proposed = area_plan.propose(parted.work, parted.group_id, COMING)
    assert [(each.area, each.day) for each in proposed] == [
        ("Söder", date(2019, 10, 1)), ("Norr", date(2019, 11, 5)),
    ]  # fmt: skip


def test_meetings_of_the_whole_group_come_beside_those_of_its_areas(parted: Year):
    parted.demand("meeting_frequency", count=3, per="working_year")
    proposed = area_plan.propose(parted.work, parted.group_id, PERIOD)
    assert sorted(each.area for each in proposed) == ["", "Norr", "Söder"]
    assert area_plan.demanded(parted.work, parted.group_id, PERIOD) == 3


def test_two_areas_may_meet_on_one_day_but_no_area_twice(parted: Year):
    areas = [row.id for row in area.listing(parted.work, 1)]
    day = date(2018, 10, 2)
    year_plan.draft(parted.work, parted.group_id, PERIOD, [day, day], area_ids=areas)
    with refused(parted, "Det finns redan ett möte 2018-10-02.", field="days"):
        year_plan.draft(parted.work, parted.group_id, PERIOD, [day], area_ids=areas[:1])


def test_without_such_a_demand_the_plan_is_as_it_was(adopted: Year):
    proposed = area_plan.propose(adopted.work, adopted.group_id, PERIOD)
    assert tuple(each.day for each in proposed) == year_plan.propose(adopted.work, adopted.group_id, PERIOD)
    assert area_plan.demanded(adopted.work, adopted.group_id, PERIOD) == 6
