from datetime import date

import pytest

from samverkan_desktop.register_vocabulary import BoardOutcome, Instance
from samverkan_desktop.services.board_notice import LawDay, last_day_of_appeal, law_days

BOARD, APPROVED = Instance.BOARD, BoardOutcome.APPROVED
MET, ATTESTED, UP = date(2019, 5, 23), date(2019, 6, 4), date(2019, 6, 5)


def labels(*days: LawDay) -> list[str]:
    return [day.label for day in days]


def test_days_are_told_as_far_as_they_are_known():
    assert law_days(BOARD, None, None) == ()
    assert law_days(BOARD, APPROVED, MET) == (LawDay("Protokollet justeras senast", date(2019, 6, 6)),)
    attested = law_days(BOARD, APPROVED, MET, ATTESTED)
    assert attested == (
        LawDay("Protokollet justeras senast", date(2019, 6, 6), ATTESTED, kept=True),
        LawDay("Justeringen anslås senast", date(2019, 6, 6)),
    )


def test_a_decision_gains_legal_force_the_day_after_the_time_for_appeal():
    days = law_days(BOARD, APPROVED, MET, ATTESTED, UP, date(2019, 6, 27))
    assert days[2:] == (
        LawDay("Beslutet kan överklagas till och med", date(2019, 6, 26)),
        LawDay("Anslaget tas ned tidigast", date(2019, 6, 27), date(2019, 6, 27), kept=True),
        LawDay("Laga kraft tidigast", date(2019, 6, 27)),
    )


def test_what_was_done_too_late_or_too_early_shows():
    late = law_days(BOARD, APPROVED, MET, date(2019, 6, 7), date(2019, 6, 10), date(2019, 6, 20))
    assert [day.kept for day in late] == [False, False, None, False, None]


@pytest.mark.parametrize(
    ("up", "last"),
    [
        (date(2019, 3, 5), date(2019, 3, 26)),
        (date(2019, 3, 30), date(2019, 4, 23)),
        (date(2019, 5, 31), date(2019, 6, 24)),
    ],
)
def test_a_last_day_of_appeal_is_a_working_day(up: date, last: date):
    assert last_day_of_appeal(up) == last


@pytest.mark.parametrize("outcome", [BoardOutcome.REFERRED_BACK, BoardOutcome.TABLED, BoardOutcome.FORWARDED])
def test_what_only_prepares_a_matter_cannot_be_appealed(outcome: BoardOutcome):
    assert labels(*law_days(BOARD, outcome, MET, ATTESTED, UP)) == [
        "Protokollet justeras senast",
        "Justeringen anslås senast",
    ]


@pytest.mark.parametrize("instance", [Instance.COMMITTEE, Instance.DELEGATE])
def test_only_a_boards_minutes_are_announced(instance: Instance):
    assert law_days(instance, APPROVED, MET, ATTESTED, UP) == ()
