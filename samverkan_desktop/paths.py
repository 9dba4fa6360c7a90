"""Where things lie, and whose they are: shipped resources, the user's folders. Nothing is made at import."""

import getpass
import os
from pathlib import Path

import appdirs

#: The user's own archive, where none is named.
OWN_ARCHIVE = "samverkan.samverkan"
#: The ending that every archive bears.
ARCHIVE_SUFFIX = ".samverkan"
_APP = "Samverkan"


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource, in an installed package or in a checkout."""
    package = Path(__file__).parent
    installed = package / "resources"
    root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)


def _home(kind: str, default: str) -> Path:
    chosen = os.environ.get("SAMVERKAN_HOME")
    return Path(chosen) / kind if chosen else Path(default)


def data_folder() -> Path:
    """Return the folder of the user's archives; ``SAMVERKAN_HOME`` replaces it."""
    return _home("data", appdirs.user_data_dir(_APP, appauthor=False))


def config_folder() -> Path:
    """Return the folder of the user's settings; ``SAMVERKAN_HOME`` replaces it."""
    return _home("config", appdirs.user_config_dir(_APP, appauthor=False))


def log_folder() -> Path:
    """Return the folder of the program's log; ``SAMVERKAN_HOME`` replaces it."""
    return _home("log", appdirs.user_log_dir(_APP, appauthor=False))


def own_archive() -> Path:
    """Return the path of the user's own archive, whether or not it exists."""
    return data_folder() / OWN_ARCHIVE


def user_name() -> str:
    """Return the name by which the computer knows whoever sits at it; empty where it does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
