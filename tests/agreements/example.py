"""An example year that has been played: what its agreement's rules say of it, a line a finding."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.rules.finding import Finding
from samverkan_desktop.services import agreement, archive, check, demo
from samverkan_desktop.services.workspace import Workspace

#: A finding that is longer than a line of a test is cut.
_WIDTH = 100


@dataclass(frozen=True)
class Example:
    """A played example year: its archive, the agreement in it, and the documents beside it."""

    work: Workspace
    agreement_id: int
    documents: tuple[Path, ...]

    def lines(self, on: str, status: str | None = None) -> list[str]:
        """Return the findings on a day, each as ``S02 R05 2017: 1 av minst 2 …``; of one status, or all."""
        found = check.findings(self.work, date.fromisoformat(on), self.agreement_id)
        return [line(each) for each in found if status is None or each.status.value == status]


def line(found: Finding) -> str:
    period = f" {found.period}" if found.period else ""
    text = f"{found.clause} {found.rule}{period}: {found.message}"
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"


def play(key: str, folder: Path) -> tuple[Example, ...]:
    """Play the example of an agreement, or of all, in a folder; returns an example an agreement."""
    path, *documents = demo.build(folder, agreement=key)
    work = archive.open_to_read(path, FixedClock(datetime(2021, 1, 1, tzinfo=UTC)))
    return tuple(Example(work, row.id, tuple(documents)) for row in agreement.listing(work))
