"""What has been made so far in an example year that is being played."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Played:
    """What has been made so far, by the story's own names.

    ``group`` is the key of the group meant where a story names none; meetings and plans are kept under
    the key as the story has it, seats under their group's own, what stands in registers under its title.
    """

    agreement_id: int = 0
    group: str = ""
    groups: dict[str, int] = field(default_factory=dict)
    seats: dict[tuple[str, str], int] = field(default_factory=dict)
    parties: dict[str, int] = field(default_factory=dict)
    areas: dict[str, int] = field(default_factory=dict)
    plans: dict[tuple[str, str], int] = field(default_factory=dict)
    meetings: dict[tuple[str, date], int] = field(default_factory=dict)
    commissions: dict[str, int] = field(default_factory=dict)
    deviations: dict[str, int] = field(default_factory=dict)
    activity_plans: dict[tuple[str, str], int] = field(default_factory=dict)
    activities: dict[str, int] = field(default_factory=dict)
    commitments: dict[str, int] = field(default_factory=dict)
    requests: dict[str, int] = field(default_factory=dict)
    directions: dict[str, int] = field(default_factory=dict)
    matters: dict[str, int] = field(default_factory=dict)

    def group_id(self, key: str = "") -> int:
        """Return a group by its key; the story's own where none is given."""
        return self.groups[key or self.group]

    def seat(self, group: str, key: str) -> int:
        """Return a seat by the keys of its group and its own."""
        return self.seats[group or self.group, key]
