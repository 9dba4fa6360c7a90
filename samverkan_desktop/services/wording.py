"""Words that several documents share."""

import re
import unicodedata

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.vocabulary import MeetingKind


def year_words(label: str) -> str:
    """Return a working year in running text: ``läsåret 2018/2019``."""
    return tr("läsåret {label}", label=label) if "/" in label else tr("året {label}", label=label)


def occasion(meeting: MeetingRow, *, with_kind: bool = False) -> str:
    """Return which meeting it is: ``möte 3 av 6, läsåret 2018/2019 (ordinarie)``, and for which area."""
    year = year_words(meeting.period)
    if meeting.area:
        year = tr("{year}, {area}", year=year, area=meeting.area)
    if meeting.kind is MeetingKind.EXTRA:
        return tr("extra möte, {year}", year=year)
    if not meeting.number:
        return tr("inställt möte, {year}", year=year)
    text = tr("möte {number} av {of}, {year}", number=meeting.number, of=meeting.of, year=year)
    return tr("{text} (ordinarie)", text=text) if with_kind else text


def initiative(meeting: MeetingRow) -> str:
    """Return who called an extra meeting and why (T16); nothing for an ordinary one."""
    if meeting.kind is not MeetingKind.EXTRA:
        return ""
    reason = meeting.reason.rstrip(".")
    return tr("Initiativ: {initiator}. Skäl: {reason}.", initiator=meeting.initiator, reason=reason)


def listed(words: list[str]) -> str:
    """Return words as a list in running text: ``a, b och c``."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} och {last}", first=", ".join(words[:-1]), last=words[-1])


_LONGEST_PART = 60


def slug(text: str, longest: int = _LONGEST_PART) -> str:
    """Return a text as a part of a file name: a to z, 0 to 9 and hyphens, å and ä as a, ö as o.

    Args:
        text: what is to be read in it.
        longest: how many letters at the most. No part is long: with four of them a name still fits on every
            disk, whose names have 255 letters.
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-")
