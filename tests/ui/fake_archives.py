"""An archive that holds nothing, and archives that open it, for tests of the window alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from samverkan_desktop.errors import UserError
from samverkan_desktop.events import ArchiveChanged, EventBus
from samverkan_desktop.ui.archives import DamagedArchive
from samverkan_desktop.ui.tasks import Progress


@dataclass(frozen=True)
class FakePreset:
    key: str
    name: str
    title: str


@dataclass(frozen=True)
class FakeHit:
    label: str
    detail: str
    target: str
    agreement: str = ""


@dataclass(frozen=True)
class FakeScope:
    id: int
    key: str
    title: str
    groups: tuple[tuple[int, str], ...] = ((1, "Styrgruppen"),)
    periods: tuple[str, ...] = ("2018/2019", "2019/2020")
    period: str = "2018/2019"
    latest: date | None = None


@dataclass(frozen=True)
class FakePlace:
    agreement_id: int
    group_id: int | None
    period: str | None


@dataclass
class FakeWorkspace:
    path: Path
    events: EventBus = field(default_factory=EventBus)
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    closed: bool = False
    today: date = date(2018, 8, 20)

    def do(self, label: str, *rooms: str) -> None:
        self.done.append(label)
        self.undone.clear()
        self.events.publish(ArchiveChanged(label, frozenset(rooms)))

    def undo(self) -> str | None:
        return self._move(self.done, self.undone)

    def redo(self) -> str | None:
        return self._move(self.undone, self.done)

    def _move(self, taken: list[str], given: list[str]) -> str | None:
        if not taken:
            return None
        given.append(taken.pop())
        self.events.publish(ArchiveChanged(given[-1], frozenset({"meeting"})))
        return given[-1]

    def undoable(self) -> tuple[str | None, str | None]:
        return (self.done[-1] if self.done else None, self.undone[-1] if self.undone else None)

    def close(self) -> None:
        self.closed = True


@dataclass
class FakeArchives:
    folder: Path
    adopted: str = ""
    damaged: Path | None = None
    backup: Path | None = None
    busy: Path | None = None
    today: date = date(2018, 8, 20)
    restored: Path | None = None
    opened: list[FakeWorkspace] = field(default_factory=list)
    places: dict[str, FakePlace] = field(default_factory=dict)
    agreements: tuple[FakeScope, ...] = (FakeScope(1, "exempel", "Samverkansavtal 2018–2021"),)

    def own(self) -> Path:
        return self.folder / "samverkan.samverkan"

    def open(self, path: Path) -> FakeWorkspace:
        if path == self.damaged:
            raise DamagedArchive("Arkivet är skadat och kan inte läsas.", path, self.backup)
        if path == self.busy:
            raise UserError("Arkivet är öppet i ett annat fönster.")
        self.opened.append(FakeWorkspace(path, today=self.today))
        return self.opened[-1]

    def create(self, path: Path) -> FakeWorkspace:
        path.touch()
        return self.open(path)

    def examples(self) -> Sequence[FakePreset]:
        return (
            FakePreset("exempel", "Exempelmodellen", "Samverkansavtal 2018–2021"),
            FakePreset("annat", "Den andra modellen", "Samverkansplan 2020–2023"),
        )

    def play_example(self, key: str, progress: Progress) -> Path:
        progress.step(1, 2, "möte 1")
        path = self.folder / f"{key}.samverkan"
        path.touch()
        self.adopted = "exempel"
        return path

    def restore(self, _path: Path, backup: Path) -> None:
        self.restored, self.damaged = backup, None

    def set_aside(self, path: Path) -> Path:
        self.damaged = None
        return path.rename(path.with_name("skadat.samverkan"))

    def presets(self) -> Sequence[FakePreset]:
        return (FakePreset("exempel", "Exempelkommun", "Samverkansavtal 2018–2021"),)

    def has_agreement(self, _workspace: FakeWorkspace) -> bool:
        return bool(self.adopted)

    def adopt(self, _workspace: FakeWorkspace, key: str) -> None:
        self.adopted = key

    def scopes(self, _workspace: FakeWorkspace) -> Sequence[FakeScope]:
        return self.agreements

    def locate(self, _workspace: FakeWorkspace, target: str) -> FakePlace | None:
        return self.places.get(target)

    def search(self, _workspace: FakeWorkspace, text: str) -> Sequence[FakeHit]:
        return (FakeHit(f"Beslut om {text}", "2018/19-03", "decision:3"),)

    def prepare_search(self, _workspace: FakeWorkspace) -> None:
        pass
