"""That a question was left out of a meeting's agenda: findings say so, and stay what they are."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.facts import MeetingFact


def is_skipped(meeting: MeetingFact | None, kind: str, key: object) -> bool:
    """Say whether a ``topic``, ``commission`` or ``deviation`` is left out of a meeting's agenda."""
    return meeting is not None and f"{kind}:{key}" in meeting.skipped


def told(text: str, meeting: MeetingFact | None, kind: str, key: object) -> str:
    """Return a finding's message, with the meeting that the question is left out of, where it is."""
    if meeting is None or not is_skipped(meeting, kind, key):
        return text
    return tr("{text} Den är överhoppad på mötet {day}.", text=text, day=meeting.day)
