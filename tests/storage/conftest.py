"""An open archive of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_desktop.storage.unit_of_work import Store
from tests.storage import archives


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a new archive, closed."""
    return archives.made(tmp_path)


@pytest.fixture
def store(archive: Path) -> Iterator[Store]:
    """Return a new archive, open; closed after the test."""
    opened = archives.opened(archive)
    yield opened
    opened.close()
