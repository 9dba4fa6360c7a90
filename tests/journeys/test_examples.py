"""Every page of every example year, all in one archive, painted and looked over by a machine."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.services import demo, demo_examples
from samverkan_desktop.ui.navigation import PLACES
from tests.journeys.looking import faults
from tests.journeys.user import User

pytestmark = [pytest.mark.journey, pytest.mark.slow]

#: Of each example: the year to look at, and a meeting of it.
YEARS = {
    "maldokument-2007": ("2007", "2007-11-20"),
    "stockholm": ("2010", "2010-10-12"),
    "solna": ("2016", "2016-10-11"),
    "trelleborg": ("2018/2019", "2018-12-04"),
    "lekeberg": ("2020", "2020-03-17"),
}


def test_every_page_of_every_agreement(start: Callable[[Path | None], User], tmp_path: Path):
    archive, *_ = demo.build(tmp_path, agreement=demo_examples.ALL)
    user = start(archive)
    user.it_is(date(2021, 1, 1))
    found = []
    for agreement_id, (key, (year, day)) in enumerate(YEARS.items(), 1):
        user.window.scope.choose_agreement(agreement_id)
        user.window.scope.choose_period(year)
        for place in PLACES:
            user.page(place.title)
            user.picture(f"{key}-page-{place.key}")
            found += [f"{key} {place.key}: {fault}" for fault in faults(user.window)]
            assert user.reads(place.title, user.window.page()), (key, place.key)
        user.open(day)
        user.step("Genomför")
        user.picture(f"{key}-meeting")
        found += [f"{key} {day}: {fault}" for fault in faults(user.window)]
    assert found == []
