"""A whole round in a scratch folder: what an installed program is asked to prove of itself."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from samverkan_desktop.clock import SystemClock
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import archive, check, demo


def run() -> Iterator[str]:
    """Play the example, open it again, check, back up and verify it; yield a line for each that went well.

    Raises:
        EnvironmentFault: something did not go as it should.
    """
    with tempfile.TemporaryDirectory(prefix="samverkan-") as scratch:
        folder = Path(scratch)
        path, *documents = demo.build(folder)
        yield tr("Exempelåret spelades upp och {n} dokument skrevs.", n=len(documents))
        empty = [file.name for file in documents if not file.stat().st_size]
        if empty:
            raise EnvironmentFault(tr("Tomma dokument: {names}.", names=", ".join(empty)))
        work = archive.open_to_read(path, SystemClock())
        try:
            found = check.findings(work)
        finally:
            work.close()
        if not found:
            raise EnvironmentFault(tr("Avtalet gav inga iakttagelser."))
        yield tr("Arkivet öppnades och {n} åtaganden prövades.", n=len(found))
        copy = folder / "kopia.samverkan"
        archive.back_up(path, copy)
        for wrong in archive.verify(copy):
            raise EnvironmentFault(wrong)
        yield tr("Säkerhetskopian är hel.")
