"""Time is handed in: every part that needs to know the hour is given a clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

#: The time zone in which a municipality's days begin and end.
LOCAL_ZONE = ZoneInfo("Europe/Stockholm")


class Clock(Protocol):
    """Answers what time it is."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is set: for the played example and for tests."""

    instant: datetime

    def now(self) -> datetime:
        """Return the instant it was set to."""
        return self.instant

    def set(self, day: date, hour: int = 12, minute: int = 0) -> None:
        """Set the clock to a time of day in the local zone."""
        local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=LOCAL_ZONE)
        self.instant = local.astimezone(UTC)


def today(clock: Clock) -> date:
    """Return the clock's day in the local zone."""
    return clock.now().astimezone(LOCAL_ZONE).date()
