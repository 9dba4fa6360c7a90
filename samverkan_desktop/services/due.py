"""When something is to be there, as people decide it: a day, ``första kvartalet 2010``, or mere words."""

import re
from datetime import date

from samverkan_desktop import fuzzy_dates
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.periods import Calendar

#: What is put before a time and says nothing of which one it is.
_BEFORE = re.compile(r"^(?:under|i|senast|during|in|by)\s+", re.IGNORECASE)


def read(text: str, calendar: Calendar, field: str = "due") -> tuple[date | None, str]:
    """Return a time as it is stored: its last day, and its words where they are more than a day.

    Args:
        text: the time as it is written; empty for none. Words that name no time are kept as they are: they
            are shown, and cannot be counted.
        calendar: how the agreement divides time.
        field: the argument that the text is given as.

    Raises:
        UserError: it is written in figures and is no day that there is.
    """
    words = _BEFORE.sub("", " ".join(text.split()))
    if not words:
        return None, ""
    try:
        meant = fuzzy_dates.read(words, calendar)
    except ValueError as error:
        if not re.search(r"[a-zåäö]{2}", words, re.IGNORECASE):
            raise UserError(
                tr("{text} är ingen dag. Skriv som 2019-03-31 eller första kvartalet 2019.", text=words),
                field=field,
            ) from error
        return None, words
    return meant.ends, "" if meant.starts == meant.ends else words


def stored(value: date | str | None, calendar: Calendar, field: str = "due") -> tuple[date | None, str]:
    """Return a time that a form gives, a day or words, as it is stored; see `read`."""
    return (value, "") if isinstance(value, date) else read(value or "", calendar, field)


def shown(due: date | None, words: str) -> str:
    """Return a time as it was decided."""
    return words or (due.isoformat() if due else "")
