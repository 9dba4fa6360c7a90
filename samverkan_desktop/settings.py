"""What the user has chosen for the program on this computer; never anything of an archive."""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from samverkan_desktop import paths
from samverkan_desktop.i18n import SOURCE_LANGUAGE

_FILE = "settings.json"
_LANGUAGES = (SOURCE_LANGUAGE, "en")
#: Of how many archives it is remembered what was shown.
_ARCHIVES = 20
#: How paper is turned: printed on one side, or on both and turned over its long or its short edge.
ONE_SIDE, LONG_EDGE, SHORT_EDGE = "one_side", "long_edge", "short_edge"
#: How large texts can be written, in percent.
TEXT_SIZES = ("100", "125", "150", "200")
_LOOKS = ("system", "light", "dark", "high_contrast")


@dataclass(frozen=True)
class Settings:
    """The choices.

    Args:
        language: ``sv`` or ``en``.
        look: ``system``, ``light``, ``dark`` or ``high_contrast``.
        text_size: how large texts are written, in percent: ``100``, ``125``, ``150`` or ``200``.
        last_archive: the archive that was open last; empty for none.
        geometry: where the window stood and how large it was, as the window system writes it.
        duplex: how paper was turned when something was last printed.
        shown: what was last shown of each archive, by its path, the latest last.
        mail_server: the municipality's mail server, as plain data; never its password.
        others: what another version of the program has stored, kept as it is.
    """

    language: str = SOURCE_LANGUAGE
    look: str = "system"
    text_size: str = TEXT_SIZES[0]
    last_archive: str = ""
    geometry: str = ""
    duplex: str = ONE_SIDE
    shown: dict[str, dict[str, Any]] = field(default_factory=dict)
    mail_server: dict[str, Any] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)


def _path() -> Path:
    return paths.config_folder() / _FILE


def _warn(text: str) -> None:
    import logging

    logging.getLogger(__name__).warning("%s", text)


def load() -> Settings:
    """Return the stored choices; a missing or broken file is the same as none."""
    try:
        stored = json.loads(_path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        _warn(f"the settings cannot be read and are taken as none: {error}")
        return Settings()
    if not isinstance(stored, dict):
        _warn("the settings are no table and are taken as none")
        return Settings()
    known = {
        name: stored.pop(name)
        for name in ("language", "look", "text_size", "last_archive", "geometry", "duplex")
        if name in stored
    }
    sound = {name: value for name, value in known.items() if isinstance(value, str)}
    if sound.get("language") not in _LANGUAGES:
        sound.pop("language", None)
    if sound.get("look") not in _LOOKS:
        sound.pop("look", None)
    if sound.get("duplex") not in (ONE_SIDE, LONG_EDGE, SHORT_EDGE):
        sound.pop("duplex", None)
    if sound.get("text_size") not in TEXT_SIZES:
        sound.pop("text_size", None)
    shown = stored.pop("shown", None)
    kept = shown.items() if isinstance(shown, dict) else ()
    server = stored.pop("mail_server", None)
    return Settings(
        **sound,
        shown={k: v for k, v in kept if isinstance(v, dict)},
        mail_server=server if isinstance(server, dict) else {},
        others=stored,
    )


def save(settings: Settings) -> None:
    """Store the choices.

    Raises:
        EnvironmentFault: they could not be written.
    """
    content = dict(settings.others) | {
        "language": settings.language,
        "look": settings.look,
        "text_size": settings.text_size,
        "last_archive": settings.last_archive,
        "geometry": settings.geometry,
        "duplex": settings.duplex,
        "shown": settings.shown,
        "mail_server": settings.mail_server,
    }
    from samverkan_desktop import files

    path = _path()
    with files.explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    files.write_atomically(path, json.dumps(content, ensure_ascii=False, indent=2).encode())


def change(**choices: str | dict[str, Any]) -> Settings:
    """Store some choices and return them all.

    Raises:
        EnvironmentFault: they could not be written.
    """
    named: dict[str, Any] = {**choices}
    changed = replace(load(), **named)
    save(changed)
    return changed


def remember(archive: str, shown: dict[str, Any]) -> None:
    """Store what is shown of an archive, and forget those that were not opened for long.

    Args:
        archive: the archive's path.
        shown: what is shown, as plain data.

    Raises:
        EnvironmentFault: it could not be written.
    """
    before = load()
    others = {path: told for path, told in before.shown.items() if path != archive}
    save(replace(before, shown=dict([*others.items(), (archive, shown)][-_ARCHIVES:])))
