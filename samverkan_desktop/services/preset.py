"""Agreement presets: TOML files that somebody who knows the agreement can write."""

from pathlib import Path

from samverkan_desktop import paths
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.preset_reader import parse
from samverkan_desktop.services.preset_tables import Preset


def read(path: Path) -> Preset:
    """Return a preset from a file.

    Raises:
        UserError: the file is missing, is no text, or is not as a preset should be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UserError(tr("Avtalsfilen {path} finns inte.", path=path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(tr("Avtalsfilen {path} går inte att läsa som text.", path=path)) from error
    return parse(path.name, text)


def shipped() -> tuple[Path, ...]:
    """Return the files of the presets that come with the program, by name."""
    return tuple(sorted(paths.resource("agreements").glob("*.toml")))


def find(source: str) -> Preset:
    """Return a preset by the key of a shipped one, or by the path of a file.

    Raises:
        UserError: there is none.
    """
    for path in shipped():
        if path.stem == source:
            return read(path)
    path = Path(source)
    if not path.exists():
        names = ", ".join(each.stem for each in shipped())
        raise UserError(
            tr(
                "Det finns ingen mall eller fil som heter {source}. Mallar: {names}.",
                source=source,
                names=names,
            )
        )
    return read(path)
