"""What the window asks of the archives: handed in, so that the first window is shown without them."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from samverkan_desktop.ui.tasks import Progress

if TYPE_CHECKING:  # the first window is on screen before SQLAlchemy is imported
    from samverkan_desktop.services.workspace import Workspace


class Hit(Protocol):
    """Something that was found."""

    @property
    def label(self) -> str:
        """What it is."""

    @property
    def detail(self) -> str:
        """Where it stands, or what stands around it."""

    @property
    def target(self) -> str:
        """The place in the window that shows it: ``decision:7``."""

    @property
    def agreement(self) -> str:
        """Title of the agreement it is of, where the archive has several; else empty."""


class Preset(Protocol):
    """An agreement that can be adopted."""

    @property
    def key(self) -> str:
        """What it is called in the code."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def title(self) -> str:
        """The agreement's own title."""


class AgreementScope(Protocol):
    """An agreement to choose, with what can be chosen in it."""

    @property
    def id(self) -> int:
        """Its identity."""

    @property
    def key(self) -> str:
        """What it is called on the command line."""

    @property
    def title(self) -> str:
        """The agreement's own title."""

    @property
    def groups(self) -> Sequence[tuple[int, str]]:
        """Identity and name of its groups."""

    @property
    def periods(self) -> Sequence[str]:
        """The labels of its working years, oldest first."""

    @property
    def period(self) -> str:
        """The label of the working year to show first."""

    @property
    def latest(self) -> date | None:
        """The last day, up to today, that one of its groups met; None for none."""


class Place(Protocol):
    """What a place in the window is about."""

    @property
    def agreement_id(self) -> int:
        """The agreement."""

    @property
    def group_id(self) -> int | None:
        """The group; None for none in particular."""

    @property
    def period(self) -> str | None:
        """Label of the working year; None for none in particular."""


#: Returns what a place in the window is about; None for what is about whatever is shown.
Locate = Callable[[str], Place | None]


class DamagedArchive(Exception):
    """An archive cannot be read; the window tells what can be done.

    Args:
        message: what is wrong, in one sentence.
        path: the archive.
        backup: its newest backup that is whole; None where there is none.
    """

    def __init__(self, message: str, path: Path, backup: Path | None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.backup = backup


class Archives(Protocol):
    """The archives of this computer, and what one can do with an open one."""

    def own(self) -> Path:
        """Return the path of the user's own archive, whether or not it exists."""

    def open(self, path: Path) -> "Workspace":
        """Open an archive.

        Raises:
            UserError: it is no archive, or is open elsewhere.
            EnvironmentFault: it cannot be reached.
            DamagedArchive: it cannot be read.
        """

    def create(self, path: Path) -> "Workspace":
        """Make an empty archive and open it."""

    def examples(self) -> Sequence[Preset]:
        """Return the example years to choose from, the one offered first first."""

    def play_example(self, key: str, progress: Progress) -> Path:
        """Build the archive of an example and return where it lies."""

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in an archive's place; the damaged file is set aside, not deleted."""

    def set_aside(self, path: Path) -> Path:
        """Rename a damaged archive so that a new one can be made, and return its new path."""

    def presets(self) -> Sequence[Preset]:
        """Return the agreements that are shipped."""

    def has_agreement(self, workspace: "Workspace") -> bool:
        """Tell whether an archive has an agreement yet."""

    def adopt(self, workspace: "Workspace", key: str) -> None:
        """Adopt one of the agreements that are shipped, by its key, or one in a file, by its path."""

    def scopes(self, workspace: "Workspace") -> Sequence[AgreementScope]:
        """Return the agreements to choose between, with the groups and years of each."""

    def search(self, workspace: "Workspace", text: str) -> Sequence[Hit]:
        """Return what an archive holds that matches a text."""

    def prepare_search(self, workspace: "Workspace") -> None:
        """Read what an archive holds, so that the first search is as quick as the next."""

    def locate(self, workspace: "Workspace", target: str) -> Place | None:
        """Return what a place in the window is about; None for what is about whatever is shown."""
