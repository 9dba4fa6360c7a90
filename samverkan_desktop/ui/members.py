"""The functions of a group with their roles, party by party, as facts (T21, T23)."""

from collections.abc import Sequence

from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.ui.widgets.facts import Fact


def members(seats: Sequence[SeatRow]) -> tuple[Fact, ...]:
    """Return the functions under their parties: ``Chef elevhälsan, sammankallande``."""
    facts: list[Fact] = []
    party = ""
    for seat in seats:
        label, party = "" if seat.party == party else seat.party, seat.party
        facts.append(Fact(label, ", ".join((seat.function, *seat.role_names))))
    return tuple(facts)
