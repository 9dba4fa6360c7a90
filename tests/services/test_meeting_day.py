from datetime import date

import pytest

from samverkan_desktop.services import meeting, meeting_day, school_break
from samverkan_desktop.services.meeting_day import Against
from tests.services.year import DAYS, Year


@pytest.mark.parametrize(
    ("day", "kinds", "text"),
    [
        (date(2019, 3, 2), [Against.WEEKEND], "Dagen är en lördag."),
        (date(2019, 4, 19), [Against.HOLIDAY], "Dagen är långfredagen."),
        (date(2019, 4, 18), [Against.EVE], "Dagen är skärtorsdagen."),
        (date(2019, 4, 21), [Against.HOLIDAY], "Dagen är påskdagen."),
        (date(2019, 2, 26), [Against.BREAK], "Dagen ligger i Sportlov."),
        (date(2019, 3, 5), [], ""),
    ],
)
def test_each_kind_of_day_says_what_speaks_against_it(
    planned: Year, day: date, kinds: list[Against], text: str
):
    school_break.add(planned.work, 1, "Sportlov", date(2019, 2, 25), date(2019, 3, 1))
    found = meeting_day.against(planned.work, planned.group_id, day)
    assert [each.kind for each in found] == kinds
    assert "".join(each.text for each in found) == text


def test_what_speaks_against_a_meeting_is_said_of_its_own_day(planned: Year):
    meeting.change(planned.work, planned.meeting(5), day=date(2019, 4, 18))
    (one,) = meeting_day.against_meeting(planned.work, planned.meeting(5))
    assert one.kind is Against.EVE
    assert meeting_day.against_meeting(planned.work, planned.meeting(2)) == ()
    assert DAYS[1].weekday() == 1
