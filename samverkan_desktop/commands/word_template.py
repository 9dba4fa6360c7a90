"""The command line's word on document templates: choose one, try it, see which are chosen, take one away."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_desktop import paths
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr

if TYPE_CHECKING:
    from samverkan_desktop.services.workspace import Workspace

OK = 0


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the command to the command line, by what adds one: its name, what carries it out, what for."""
    whole = command("template", _list, tr("Välj, prova, visa eller ta bort kommunens egna Word-mallar."))
    verbs = whole.add_subparsers(required=True, metavar=tr("VAD"))

    def verb(
        name: str, run: Callable[[argparse.Namespace], int], text: str, *takes: str
    ) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        for each in takes:
            added.add_argument(each, type=Path, metavar={"archive": tr("ARKIV"), "file": tr("FIL")}[each])
        return added

    chosen = verb("set", _set, tr("Låt dokumenten skrivas i en mall, .docx eller .dotx."), "archive", "file")
    tried = verb("try", _try, tr("Skriv ett provdokument i en mall, innan den används."), "file")
    listed = verb("list", _list, tr("Visa valda mallar: för vilket dokument, fil och dag."), "archive")
    removed = verb("remove", _remove, tr("Ta bort en vald mall."), "archive")
    tried.add_argument("--to", type=Path, required=True, metavar=tr("MAPP"))
    for each in (chosen, tried, removed):
        each.add_argument(
            "--document", metavar=tr("SLAG"), help=tr("som minutes; alla dokument om det utelämnas")
        )
    for each in (chosen, listed, removed):
        each.add_argument("--agreement", metavar=tr("AVTAL"), help=tr("nyckeln som agreements visar"))


def _out(text: str) -> None:
    sys.stdout.write(text + "\n")


@contextmanager
def _opened(given: argparse.Namespace) -> Iterator["Workspace"]:
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import archive

    with closing(archive.open_archive(given.archive, SystemClock(), author=paths.user_name())) as work:
        yield work


def _own(work: "Workspace", given: argparse.Namespace) -> int:
    from samverkan_desktop.services import agreement

    return agreement.named(work, given.agreement)


def _set(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import word_template

    document = word_template.kind_named(given.document)
    with _opened(given) as work:
        word_template.choose(work, _own(work, given), document, given.file)
    name = word_template.name_of(document)
    _out(tr("Mallen {file} används nu: {document}.", file=given.file.name, document=name))
    return OK


def _try(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import word_template

    document = word_template.kind_named(given.document)
    _out(str(word_template.try_file(given.file, given.to, document)))
    return OK


def _list(given: argparse.Namespace) -> int:
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import archive, word_template

    with closing(archive.open_to_read(given.archive, SystemClock())) as work:
        rows = word_template.listing(work, _own(work, given))
    for row in rows:
        _out(f"{row.document or 'all'}\t{row.file_name}\t{row.since}")
    return OK


def _remove(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import word_template

    document = word_template.kind_named(given.document)
    with _opened(given) as work:
        rows = word_template.listing(work, _own(work, given))
        row = next((each for each in rows if each.document == document), None)
        if row is None:
            name = word_template.name_of(document)
            raise UserError(tr("Ingen mall är vald: {document}. Se efter med template list.", document=name))
        word_template.remove(work, row.id)
    _out(tr("Mallen {file} är borttagen.", file=row.file_name))
    return OK
