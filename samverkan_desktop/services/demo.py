"""The example years: an archive in which a story has been played, and every document of its year."""

from datetime import UTC, datetime, time
from pathlib import Path

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import archive, demo_story
from samverkan_desktop.services.demo_examples import ALL, DEFAULT, keys
from samverkan_desktop.services.demo_player import FOLDERS, Player
from samverkan_desktop.services.export import Progress


def archive_name(agreement: str = DEFAULT) -> str:
    """Return the name of an example's archive in its folder."""
    return "exempel.samverkan" if agreement == DEFAULT else f"exempel-{agreement}.samverkan"


#: The archive's name in the folder of the default example.
ARCHIVE = archive_name()


def build(folder: Path, progress: Progress | None = None, agreement: str = DEFAULT) -> tuple[Path, ...]:
    """Build an example archive and every document of its year.

    What an earlier run has built in the folder is replaced; nothing else there is touched.

    Args:
        folder: where; made when missing.
        progress: told how far it has come; may raise to stop.
        agreement: key of the agreement; ``all`` for every one in one archive, the documents of each in
            a folder of its own.

    Returns:
        The archive, then the documents by name.

    Raises:
        UserError: there is no example of that key, or the example archive is open.
        EnvironmentFault: something cannot be written.
    """
    told = _stories(agreement)
    path = folder / archive_name(agreement)
    places = [folder / key if agreement == ALL else folder for key in told]
    _clear(path, places)
    archive.create_archive(path)
    first = min(story.adopted_on for story in told.values())
    clock = FixedClock(datetime.combine(first, time(), UTC))
    work = archive.open_archive(path, clock, keep_backups=False)
    try:
        for story, place in zip(told.values(), places, strict=True):
            Player(work, clock, story, place).play(progress)
    finally:
        work.close()
    written = [place / kind for place in places for kind in FOLDERS if (place / kind).is_dir()]
    return (path, *(file for made in written for file in sorted(made.iterdir())))


def _stories(agreement: str) -> dict[str, demo_story.Story]:
    shipped = keys()
    if agreement != ALL and agreement not in shipped:
        allowed = ", ".join((*shipped, ALL))
        raise UserError(
            tr("Det finns inget exempel {key}. Välj bland {allowed}.", key=agreement, allowed=allowed)
        )
    return {key: demo_story.read(key) for key in shipped if agreement in (key, ALL)}


def _clear(path: Path, places: list[Path]) -> None:
    if path.exists():
        if archive.is_open(path):
            raise UserError(tr("{name} är öppet. Stäng det innan exemplet byggs om.", name=path.name))
        archive.remove(path)
    for place in places:
        for kind in FOLDERS:
            for file in (place / kind).glob("*"):
                if file.suffix in {".pdf", ".docx", ".ics", ".eml"}:
                    file.unlink()
