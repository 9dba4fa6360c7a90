"""What holds for every test: no screen, a home of its own, Swedish."""

import os
from collections.abc import Iterator

import pytest

from samverkan_desktop import i18n

# Read by Qt when the first window is made; whoever wants to see the windows names another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own archives, settings and log out of reach."""
    monkeypatch.setenv("SAMVERKAN_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def _swedish() -> Iterator[None]:
    """Speak Swedish again after a test that chose another language."""
    yield
    i18n.use_language(i18n.SOURCE_LANGUAGE)
