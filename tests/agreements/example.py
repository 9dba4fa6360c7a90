"""An example year that has been played: what its agreement's rules say of it, a line a finding."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import agreement, archive, check, demo, group
from samverkan_desktop.services.workspace import Workspace
from tests.documents import golden_files

_STANDING = Path(__file__).parent / "standing"


@dataclass(frozen=True)
class Example:
    """A played example year: its archive, the agreement in it, and the documents beside it."""

    work: Workspace
    agreement_id: int
    documents: tuple[Path, ...]

    def findings(self, on: str) -> tuple[Finding, ...]:
        return check.findings(self.work, date.fromisoformat(on), self.agreement_id)

    def told(self, on: str) -> str:
        """Return every finding on a day, worst first, a line each: ``breached S02 R05 2017: 1 av …``."""
        return "".join(f"{line(found)}\n" for found in self.findings(on))

    def standing(self, on: str) -> dict[str, str]:
        """Return how many findings each rule has on a day, by status: ``R04:1 R20:2``."""
        counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for found in self.findings(on):
            counted[found.status.value][found.rule] += 1
        return {
            status: " ".join(f"{rule}:{number}" for rule, number in sorted(rules.items()))
            for status, rules in counted.items()
        }


def line(found: Finding) -> str:
    period = f" {found.period}" if found.period else ""
    return f"{found.status.value} {found.clause} {found.rule}{period}: {found.message}"


def expected(key: str, on: str, told: str) -> str:
    """Return what is written of a day in ``standing``; see `tests.documents.golden_files`."""
    return golden_files.expected(f"{key}-{on}.txt", told, _STANDING)


def play(key: str, folder: Path) -> tuple[Example, ...]:
    """Play the example of an agreement, or of all, in a folder; returns an example an agreement."""
    path, *documents = demo.build(folder, agreement=key)
    work = archive.open_to_read(path, FixedClock(datetime(2021, 1, 1, tzinfo=UTC)))
    return tuple(Example(work, row.id, tuple(documents)) for row in agreement.listing(work))


def group_id(played: Example, key: str) -> int:
    rows = group.groups(played.work, agreement_id=played.agreement_id)
    return next(row.id for row in rows if row.key == key)
