"""The days that the law counts from a board's decision: attested, announced, open to appeal (domain 4.7).

Kommunallagen: minutes are attested within 14 days, which is announced by the second day after, and a
decision can be appealed for three weeks from the announcement. A last day for appeal that is no working day
is moved to the next one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan_desktop.i18n import tr
from samverkan_desktop.public_holidays import working_day_from
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance
from samverkan_desktop.rules.board_matters import ATTESTED_WITHIN

ANNOUNCED_WITHIN = timedelta(days=2)
APPEALED_WITHIN = timedelta(weeks=3)
_DAY = timedelta(days=1)
#: Whose minutes are attested and announced, and what can be appealed: preparing a matter cannot.
_ANNOUNCED = (Instance.BOARD, Instance.EXECUTIVE_BOARD)
_APPEALABLE = (BoardOutcome.APPROVED, BoardOutcome.FILED, BoardOutcome.REJECTED)


@dataclass(frozen=True)
class LawDay:
    """One of the days that the law counts from a decision.

    Args:
        label: what is to be done by the day, or may be done from it: ``Protokollet justeras senast``.
        day: the day.
        done_on: the day it was done; None until then, and where nothing is to be done.
        kept: whether it was done in time; None until it is done, and where nothing is to be done.
    """

    label: str
    day: date
    done_on: date | None = None
    kept: bool | None = None


def last_day_of_appeal(notice_up_on: date) -> date:
    """Return the last day on which a decision can be appealed, by the day its minutes were announced."""
    return working_day_from(notice_up_on + APPEALED_WITHIN)


def law_days(
    instance: Instance,
    outcome: BoardOutcome | None,
    reported_on: date | None,
    attested_on: date | None = None,
    notice_up_on: date | None = None,
    notice_down_on: date | None = None,
) -> tuple[LawDay, ...]:
    """Return the days that the law counts from what an instance has done, as far as they are known.

    Args:
        instance: which instance; only a board's minutes are announced.
        outcome: what it did; what only prepares a matter cannot be appealed.
        reported_on: the day of its meeting; None where it has not met.
        attested_on: the day the minutes were attested.
        notice_up_on: the day that was announced.
        notice_down_on: the day the announcement was taken down.
    """
    if instance not in _ANNOUNCED or reported_on is None:
        return ()
    days = [_by(tr("Protokollet justeras senast"), reported_on + ATTESTED_WITHIN, attested_on)]
    if attested_on is not None:
        days.append(_by(tr("Justeringen anslås senast"), attested_on + ANNOUNCED_WITHIN, notice_up_on))
    if notice_up_on is not None and outcome in _APPEALABLE:
        days += _appeal(notice_up_on, notice_down_on)
    return tuple(days)


def _by(label: str, day: date, done: date | None) -> LawDay:
    return LawDay(label, day, done, None if done is None else done <= day)


def _appeal(up: date, down: date | None) -> Iterator[LawDay]:
    last = last_day_of_appeal(up)
    yield LawDay(tr("Beslutet kan överklagas till och med"), last)
    kept = None if down is None else down > last
    yield LawDay(tr("Anslaget tas ned tidigast"), last + _DAY, down, kept)
    yield LawDay(tr("Laga kraft tidigast"), last + _DAY)
