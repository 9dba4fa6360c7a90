from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import adoption, archive, period
from samverkan_desktop.services.workspace import Workspace

LABELS = ("2018/2019", "2019/2020", "2020/2021")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2018, 8, 1, tzinfo=UTC))


@pytest.fixture
def work(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    path = tmp_path / "a.samverkan"
    archive.create_archive(path)
    opened = archive.open_archive(path, clock)
    adoption.adopt(opened, "trelleborg")
    yield opened
    opened.close()


def test_todays_year_is_shown(work: Workspace, clock: FixedClock):
    clock.set(date(2020, 2, 4))
    assert period.to_show(work, 1, LABELS) == "2019/2020"


def test_after_the_agreements_term_without_meetings_its_last_year_is_shown(
    work: Workspace, clock: FixedClock
):
    clock.set(date(2026, 11, 22))
    assert period.to_show(work, 1, LABELS) == "2020/2021"


def test_before_the_agreements_term_its_first_year_is_shown(work: Workspace, clock: FixedClock):
    clock.set(date(2017, 1, 1))
    assert period.to_show(work, 1, LABELS) == "2018/2019"


@pytest.mark.parametrize(
    ("today", "looked_at"),
    [
        (date(2018, 12, 4), date(2018, 12, 4)),
        (date(2026, 11, 22), date(2019, 6, 30)),
        (date(2018, 3, 1), date(2018, 7, 1)),
    ],
)
def test_a_year_is_looked_at_on_its_day_nearest_to_today(
    work: Workspace, clock: FixedClock, today: date, looked_at: date
):
    clock.set(today)
    assert period.day_to_show(work, 1, "2018/2019") == looked_at
