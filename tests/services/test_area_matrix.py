from datetime import date

from samverkan_desktop.rules.finding import Status
from samverkan_desktop.services import area, area_matrix, meeting
from samverkan_desktop.services.area_matrix import AreaCell, AreaMatrix
from samverkan_desktop.vocabulary import AreaKind
from tests.services.registers import AGREEMENT, demand
from tests.services.year import DAYS, Year

CALENDAR = {"per": "calendar_year"}


def with_areas(year: Year) -> tuple[int, int]:
    north = area.add(year.work, AGREEMENT, AreaKind.PLACE, "Norr")
    south = area.add(year.work, AGREEMENT, AreaKind.PLACE, "Söder")
    area.add(year.work, AGREEMENT, AreaKind.FIELD, "Yngre barn")
    return north, south


def cells(matrix: AreaMatrix) -> dict[str, list[tuple[int, Status | None]]]:
    return {line.area: [(len(cell.meetings), cell.status) for cell in line.cells] for line in matrix.lines}


def test_each_place_has_a_cell_for_each_year_with_its_meetings_and_how_it_stands(planned: Year):
    north, south = with_areas(planned)
    demand(planned, "area_meetings", CALENDAR)
    meeting.change(planned.work, planned.meeting(1), area_id=north)
    planned.hold(1)
    meeting.change(planned.work, planned.meeting(4), area_id=south)
    found = area_matrix.matrix(planned.work, AGREEMENT, date(2019, 1, 10))
    assert (found.periods, found.count) == (("2018", "2019"), 1)
    assert cells(found) == {
        "Norr": [(1, Status.FULFILLED), (0, Status.AT_RISK)],
        "Söder": [(0, Status.BREACHED), (1, Status.UPCOMING)],
    }
    (held,) = found.lines[0].cells[0].meetings
    assert (held.title, held.day, held.held) == ("möte 1", DAYS[0], True)


def test_the_matrix_agrees_with_the_findings(planned: Year):
    north, _ = with_areas(planned)
    demand(planned, "area_meetings", CALENDAR)
    meeting.change(planned.work, planned.meeting(1), area_id=north)
    planned.hold(1)
    planned.at(date(2019, 1, 10))
    found = {each.period: each for each in planned.found("R15")}
    assert found["2018"].message == "Söder saknar möte 2018."
    matrix = area_matrix.matrix(planned.work, AGREEMENT)
    for place, period in enumerate(matrix.periods):
        done = [line.cells[place].status for line in matrix.lines].count(Status.FULFILLED)
        assert found[period].actual == done


def test_where_nothing_is_demanded_meetings_are_shown_and_not_judged(planned: Year):
    north, _ = with_areas(planned)
    meeting.change(planned.work, planned.meeting(1), area_id=north)
    found = area_matrix.matrix(planned.work, AGREEMENT)
    assert (found.periods, found.count) == (("2018",), None)
    assert cells(found) == {"Norr": [(1, None)], "Söder": [(0, None)]}


def test_an_area_that_was_not_there_has_an_empty_cell(planned: Year):
    north, _ = with_areas(planned)
    demand(planned, "area_meetings", CALENDAR)
    area.change(planned.work, north, since=date(2019, 1, 1))
    found = area_matrix.matrix(planned.work, AGREEMENT, date(2019, 1, 10))
    assert found.lines[0].cells[0] == AreaCell("2018", (), None)


def test_without_areas_the_matrix_has_no_lines(planned: Year):
    demand(planned, "area_meetings", {"per": "working_year"})
    found = area_matrix.matrix(planned.work, AGREEMENT)
    assert found == AreaMatrix((), (), 1)
