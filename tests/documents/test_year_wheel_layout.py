import math
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

from samverkan_desktop.documents.year_wheel import Mark, MarkKind, YearWheel
from samverkan_desktop.documents.year_wheel_layout import (
    MARK_RADIUS,
    RING_OUTER,
    ROW_HEIGHT,
    PlacedMark,
    layout,
    on_ring,
)
from samverkan_desktop.documents.year_wheel_shapes import SHAPES, kind_name

STARTS, ENDS = date(2018, 7, 1), date(2019, 6, 30)


def wheel(*days: date, today: date | None = None) -> YearWheel:
    marks = tuple(Mark(day, MarkKind.HELD, f"Möte {n}") for n, day in enumerate(days, 1))
    return YearWheel("2018/2019", STARTS, ENDS, marks, today)


def crowded() -> YearWheel:
    return wheel(*(date(2018, 9, 1) + timedelta(days=step * 4) for step in range(40)))


def side(placed: tuple[PlacedMark, ...], right: bool) -> list[PlacedMark]:
    return [mark for mark in placed if mark.right is right]


def test_first_month_of_the_working_year_stands_at_the_top():
    months = layout(wheel()).months
    assert months[0].name == "juli"
    assert months[0].starts == 0.0
    assert months[-1].ends == 1.0
    assert len(months) == 12


def test_turn_runs_clockwise_from_the_top():
    assert on_ring(0, 1) == pytest.approx((0, 1))
    assert on_ring(0.25, 1) == pytest.approx((1, 0))
    assert on_ring(0.5, 1) == pytest.approx((0, -1))


def test_every_mark_stands_outside_the_ring_at_the_angle_of_its_day():
    year = crowded()
    for placed in layout(year).marks:
        assert math.hypot(*placed.at) > RING_OUTER
        turn = math.atan2(*placed.at) / (2 * math.pi) % 1
        assert turn == pytest.approx(year.turn(placed.mark.day))


def test_marks_on_the_same_day_do_not_cover_one_another():
    day = date(2019, 5, 28)
    marks = layout(wheel(day, day, day, day)).marks
    for one, other in combinations(marks, 2):
        assert math.dist(one.at, other.at) >= MARK_RADIUS * 2


def test_labels_never_overlap_however_close_the_days():
    placed = layout(crowded()).marks
    for right in (True, False):
        heights = sorted(mark.label_at[1] for mark in side(placed, right))
        assert all(upper - lower >= ROW_HEIGHT * 0.999 for lower, upper in pairwise(heights))


def test_a_label_that_is_wrapped_gets_room_for_its_rows():
    first, second = layout(wheel(date(2018, 9, 4), date(2018, 9, 5)), rows=lambda _mark: 3).marks
    assert first.label_at[1] - second.label_at[1] >= ROW_HEIGHT * 3


def test_a_lone_label_stands_level_with_its_mark():
    (placed,) = layout(wheel(date(2018, 9, 30))).marks
    assert placed.label_at[1] == pytest.approx(placed.at[1], abs=0.05)


def test_labels_of_the_second_half_of_the_year_stand_to_the_left():
    autumn, spring = layout(wheel(date(2018, 10, 1), date(2019, 4, 1))).marks
    assert autumn.right
    assert autumn.label_at[0] > 0
    assert not spring.right
    assert spring.label_at[0] < 0


def test_marks_of_one_day_share_one_leader_and_show_the_day_once():
    day = date(2018, 12, 4)
    first, second = layout(wheel(day, day)).marks
    assert first.first_of_day
    assert first.leader
    assert not second.first_of_day
    assert second.leader == ()


def test_picture_reaches_as_far_as_its_labels():
    placed = layout(crowded())
    assert placed.half_height >= max(abs(mark.label_at[1]) for mark in placed.marks)


def test_today_is_pointed_at_within_the_year():
    pointer = layout(wheel(today=date(2018, 9, 30))).pointer
    assert pointer is not None
    assert pointer[1][0] > pointer[0][0] > 0


def test_today_is_not_pointed_at_outside_the_year():
    assert layout(wheel(today=date(2019, 7, 1))).pointer is None


def test_each_kind_has_a_shape_and_a_name_of_its_own():
    assert len({SHAPES[kind] for kind in MarkKind}) == len(MarkKind)
    assert len({kind_name(kind) for kind in MarkKind}) == len(MarkKind)


def groups(number: int) -> YearWheel:
    """Return a year in which so many groups meet on the same days."""
    names = tuple((f"G{n}", f"Grupp {n}") for n in range(number))
    marks = tuple(
        Mark(date(2018, 9, 1) + timedelta(days=step * 60), MarkKind.HELD, f"Möte {step}", group=letters)
        for step in range(5)
        for letters, _ in names
    )
    due = Mark(date(2018, 9, 1), MarkKind.COMMISSION, "Uppdrag U1")
    return YearWheel("2018/2019", STARTS, ENDS, (*marks, due), None, names)


def test_each_group_that_meets_has_an_orbit_of_its_own_and_the_rest_stands_outside():
    wheel = groups(3)
    placed = layout(wheel)
    assert len(placed.orbits) == 3
    own = dict(zip(("G0", "G1", "G2"), placed.orbits, strict=True))
    for each in placed.marks:
        if each.mark.group:
            assert math.hypot(*each.at) == pytest.approx(own[each.mark.group])
        else:
            assert math.hypot(*each.at) > placed.orbits[-1]


@pytest.mark.parametrize("number", [1, 5])
def test_one_group_or_too_many_have_no_orbits(number: int):
    assert layout(groups(number)).orbits == ()


def test_every_orbit_is_within_the_picture():
    placed = layout(groups(4))
    assert placed.half_height > placed.orbits[-1]
    assert placed.column > placed.orbits[-1]


def test_no_marks_of_several_groups_touch():
    for one, other in combinations(layout(groups(4)).marks, 2):
        assert math.dist(one.at, other.at) > 2 * MARK_RADIUS * 0.95
