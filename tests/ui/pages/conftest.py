"""An archive of its own for each test of a page, closed in the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.tasks import Tasks
from tests.ui import year


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    """Return an archive without an agreement."""
    with year.empty(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def played(work: Workspace) -> year.Year:
    """Return a year that has been played until spring."""
    return year.played(work)


@pytest.fixture
def given(work: Workspace, tasks: Tasks, messages: Messages) -> year.Shown:
    """Return what a page is given."""
    return year.context(work, tasks, messages)
