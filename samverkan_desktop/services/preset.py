"""Agreement presets: TOML files that somebody who knows the agreement can write."""

import codecs
from pathlib import Path

from samverkan_desktop import paths
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services.preset_reader import parse
from samverkan_desktop.services.preset_tables import Preset

#: The largest file that is read, in bytes: some fifty times the longest agreement known.
LARGEST = 1_000_000


def read(path: Path) -> Preset:
    """Return a preset from a file.

    Raises:
        UserError: the file is missing, is too large, is no text in UTF-8, or is not as a preset should be.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise UserError(
                tr(
                    "Avtalsfilen {path} är {size} MB. En avtalsfil är högst {largest} MB: välj en annan fil.",
                    path=path,
                    size=size // LARGEST,
                    largest=LARGEST // 1_000_000,
                )
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(tr("Avtalsfilen {path} finns inte.", path=path)) from error
    except OSError as error:
        raise UserError(tr("Avtalsfilen {path} går inte att läsa som text.", path=path)) from error
    return parse(path.name, _text(path.name, data))


def _text(name: str, data: bytes) -> str:
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UnicodeDecodeError("utf-8", data, 0, 2, "UTF-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            tr(
                "Avtalsfilen {name}, rad {line}: tecknen går inte att läsa. "
                "Spara filen som UTF-8 och försök igen.",
                name=name,
                line=line,
            )
        ) from error


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
