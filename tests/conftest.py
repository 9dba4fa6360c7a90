"""What holds for every test: no screen, a home of its own, Swedish."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samverkan_desktop import i18n
from samverkan_desktop.clock import FixedClock

if TYPE_CHECKING:
    from samverkan_desktop.services.workspace import Workspace

# Read by Qt when the first window is made; whoever wants to see the windows names another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_finish() -> None:
    """Set aside what has been imported, so that whoever looks for a window not freed need not look there."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own archives, settings and log out of reach."""
    monkeypatch.setenv("SAMVERKAN_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    """Speak Swedish again after a test that chose another language."""
    yield
    i18n.use_language(i18n.SOURCE_LANGUAGE)


@pytest.fixture(scope="session")
def played_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play the example year once for all tests: its archive and documents, to be read and never changed."""
    from samverkan_desktop.services import demo

    folder = tmp_path_factory.mktemp("exempel")
    demo.build(folder)
    return folder


@pytest.fixture(scope="session")
def played_year(played_folder: Path) -> Path:
    """Give the archive of the example year; a test that changes anything copies it first."""
    return played_folder / "exempel.samverkan"


@pytest.fixture(scope="session")
def played_work(played_year: Path) -> Iterator[Workspace]:
    """Give the example year open to be read, on its last day."""
    from samverkan_desktop.services import archive

    work = archive.open_to_read(played_year, FixedClock(datetime(2019, 6, 30, tzinfo=UTC)))
    yield work
    work.close()
