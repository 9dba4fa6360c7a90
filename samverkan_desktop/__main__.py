"""The command line: opens the window, or carries out one command without it.

Each command imports what it needs when it runs, so that the window is not kept waiting.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from samverkan_desktop import __version__, i18n, paths, settings
from samverkan_desktop.commands import file_name, mailing, word_template
from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.usage import REFUSED, Parser, speak_plainly
from samverkan_desktop.vocabulary import DocumentKind

if TYPE_CHECKING:
    from samverkan_desktop.rules.finding import Finding
    from samverkan_desktop.services.workspace import Workspace

#: Exit codes of every command beside `REFUSED`: all is well; something is breached or not sound.
OK, NOT_WELL = 0, 1


def _out(text: str) -> None:
    sys.stdout.write(text + "\n")


@contextmanager
def _reading(path: Path) -> Iterator["Workspace"]:
    """Give an archive that is open for reading; it is closed in the end."""
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import archive

    with closing(archive.open_to_read(path, SystemClock())) as work:
        yield work


def _demo(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import demo

    for path in demo.build(given.out, agreement=given.agreement):
        _out(str(path))
    return OK


def _presets(_given: argparse.Namespace) -> int:
    from samverkan_desktop.services import adoption

    for preset in adoption.presets():
        _out(f"{preset.key}\t{preset.name}\t{preset.title}")
    return OK


def _adopt(given: argparse.Namespace) -> int:
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import adoption, archive, preset

    # Read first, so that a bad file leaves no empty archive behind.
    preset.find(given.source)
    if not given.archive.exists():
        archive.create_archive(given.archive)
    work = archive.open_archive(given.archive, SystemClock(), author=paths.user_name())
    try:
        adoption.adopt(work, given.source)
    finally:
        work.close()
    _out(tr("Avtalet är inlagt i {path}.", path=given.archive))
    return OK


def _agreements(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import agreement

    with _reading(given.archive) as work:
        rows = agreement.listing(work)
    for row in rows:
        _out(f"{row.key}\t{row.title}\t{row.validity}")
    return OK


def _check(given: argparse.Namespace) -> int:
    from samverkan_desktop.rules.finding import Status
    from samverkan_desktop.services import archive, check

    on = archive.parse_day(given.on) if given.on else None
    with _reading(given.archive) as work:
        found = check.findings(work, on)
    _out(
        json.dumps([_plain(f) for f in found], ensure_ascii=False, indent=2) if given.json else _lines(found)
    )
    return NOT_WELL if any(f.status is Status.BREACHED for f in found) else OK


def _plain(finding: "Finding") -> dict[str, object]:
    """Return a finding as the JSON contract has it."""
    plain = asdict(finding)
    plain["status"] = finding.status.value
    plain["evidence"] = [
        {"kind": e.kind, "id": e.id, "label": e.label, "date": e.day.isoformat() if e.day else None}
        for e in finding.evidence
    ]
    return {
        name: value
        for name, value in plain.items()
        if name not in ("group_id", "obligation_id", "agreement_id")
    }


def _lines(findings: Sequence["Finding"]) -> str:
    from samverkan_desktop.rules.wording import status_name

    if not findings:
        return tr("Det finns inga åtaganden att pröva.")
    return "\n".join(f"{status_name(f.status):<20} {f.clause:<5} {f.rule:<4} {f.message}" for f in findings)


def _export(given: argparse.Namespace) -> int:
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import agreement, archive, export, group, minutes_extract
    from samverkan_desktop.services.exported_file import WhenChanged

    kinds = [kind.value for kind in DocumentKind]
    if given.kind not in kinds:
        allowed = ", ".join(kinds)
        raise UserError(
            tr("Slaget {kind} finns inte. Välj bland {allowed}.", kind=given.kind, allowed=allowed)
        )
    with closing(archive.open_to_hand_out(given.archive, SystemClock(), author=paths.user_name())) as work:
        own = agreement.find(work, given.agreement) if given.agreement else None
        chosen = group.find(work, given.group, own) if given.group else None
        item = (
            minutes_extract.find(work, given.decision, own, chosen, given.meeting) if given.decision else None
        )
        written = export.export(
            work,
            DocumentKind(given.kind),
            given.to,
            agreement_id=own,
            group_id=chosen,
            meeting_id=given.meeting,
            period=given.year,
            item_id=item,
            matter_id=given.matter,
            file_format=given.format,
            language=given.language,
            changed=WhenChanged(given.changed),
        )
    for path in written:
        _out(str(path))
    for notice in written.notices:
        sys.stderr.write(notice + "\n")
    return OK


def _dump(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import exchange

    with _reading(given.archive) as work:
        written = exchange.dump(work, given.file)
    _out(tr("{path} innehåller arkivet: {amount}.", path=given.file, amount=written.amount))
    return OK


def _import(given: argparse.Namespace) -> int:
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import archive, exchange

    # Read first, so that a bad file leaves no empty archive behind.
    incoming = exchange.read(given.file)
    if not given.archive.exists():
        archive.create_archive(given.archive)
    work = archive.open_archive(given.archive, SystemClock(), author=paths.user_name())
    try:
        added = exchange.bring_in(work, incoming)
    finally:
        work.close()
    _out(tr("{path} har fått {amount}.", path=given.archive, amount=added.amount))
    if added.warning:
        _out(added.warning)
    return OK


def _save_preset(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import agreement, preset_writer

    with _reading(given.archive) as work:
        preset_writer.save(work, agreement.find(work, given.agreement), given.file)
    _out(tr("Avtalet ligger som mall i {path}.", path=given.file))
    return OK


def _backup(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import archive

    archive.back_up(given.archive, given.file)
    _out(tr("Säkerhetskopian ligger i {path}.", path=given.file))
    return OK


def _restore(given: argparse.Namespace) -> int:
    from samverkan_desktop.clock import SystemClock
    from samverkan_desktop.services import archive

    kept = archive.restore(given.file, given.archive, SystemClock())
    _out(tr("{path} är återställt.", path=given.archive))
    if kept is not None:
        _out(tr("Det arkiv som låg där finns kvar som {path}.", path=kept))
    return OK


def _package(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import agreement, archive_package

    with _reading(given.archive) as work:
        own = agreement.find(work, given.agreement) if given.agreement else None
        made = archive_package.make(work, own, given.to, period=given.year, as_zip=given.zip)
    _out(str(made.path))
    for sentence in made.told:
        _out(sentence)
    return OK


def _disposable(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import agreement, archive_package

    with _reading(given.archive) as work:
        own = agreement.find(work, given.agreement) if given.agreement else None
        rows = archive_package.disposable(work, own)
    for row in rows:
        _out(
            f"{row.disposable_from}\t{row.rule.words}\t{row.day}\t{row.title}\t{row.group}\t{row.case_number}"
        )
    return OK


def _verify(given: argparse.Namespace) -> int:
    from samverkan_desktop.services import archive, archive_package_check

    if archive_package_check.looks_like_one(given.archive):
        checked = archive_package_check.verify(given.archive)
        for sentence in checked.told:
            _out(sentence)
        return NOT_WELL if checked.faults else OK
    wrong = archive.verify(given.archive)
    for sentence in wrong or [tr("Arkivet är helt.")]:
        _out(sentence)
    return NOT_WELL if wrong else OK


def _self_test(_given: argparse.Namespace) -> int:
    from samverkan_desktop.services import self_test

    for line in self_test.run():
        _out(line)
    return OK


def _export_arguments(export: argparse.ArgumentParser) -> None:
    export.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    export.add_argument("kind", metavar=tr("SLAG"), help=", ".join(DocumentKind))
    export.add_argument("--to", type=Path, required=True, metavar=tr("MAPP"))
    for name, metavar, text in (
        ("--agreement", tr("AVTAL"), tr("nyckeln som agreements visar; behövs när de är flera")),
        ("--group", tr("GRUPP"), tr("nyckeln till en av avtalets grupper")),
        ("--decision", tr("NUMMER"), tr("beslutet som ett utdrag gäller, som 2018/19-08")),
        ("--year", tr("ÅR"), tr("som 2018/2019")),
        ("--language", tr("SPRÅK"), tr("sv eller en; språket i inställningarna om det utelämnas")),
        ("--format", tr("FORMAT"), tr("listor finns som pdf, docx, xlsx och csv")),
    ):
        export.add_argument(name, metavar=metavar, help=text)
    export.add_argument("--meeting", type=int, metavar="ID")
    export.add_argument("--matter", type=int, metavar="ID", help=tr("nämndärendet som en skrivelse gäller"))
    told = tr("om en fil är ändrad för hand: beside lägger den nya bredvid, keep skriver ingen ny")
    export.add_argument("--changed", choices=("beside", "keep"), default="beside", help=told)


def _parser() -> Parser:
    parser = Parser(
        prog="samverkan-desktop", description=tr("Utan kommando öppnas fönstret: samverkan-desktop [ARKIV]")
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar=tr("KOMMANDO"))

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    demo = command("demo", _demo, tr("Bygg exempelarkivet och alla dokument från dess år."))
    demo.add_argument("--out", type=Path, required=True, metavar=tr("MAPP"))
    demo.add_argument(
        "--agreement",
        default="trelleborg",
        metavar=tr("AVTAL"),
        help=tr("mallens nyckel, som presets visar den; all för alla i ett arkiv"),
    )
    command("presets", _presets, tr("Visa de avtalsmallar som följer med."))
    adopt = command("adopt", _adopt, tr("Lägg in ett avtal i ett arkiv, som skapas om det saknas."))
    adopt.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    adopt.add_argument("source", metavar=tr("FIL-ELLER-MALL"))
    agreements = command("agreements", _agreements, tr("Visa arkivets avtal: nyckel, namn och giltighet."))
    agreements.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    saved = command("save-preset", _save_preset, tr("Spara ett avtal ur ett arkiv som mall i en fil."))
    saved.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    saved.add_argument("agreement", metavar=tr("AVTAL"), help=tr("nyckeln som agreements visar"))
    saved.add_argument("file", type=Path, metavar=tr("FIL"))
    check = command("check", _check, tr("Visa hur det står till med varje åtagande en viss dag."))
    check.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    check.add_argument("--on", metavar=tr("DATUM"), help=tr("som 2018-09-04; i dag om den utelämnas"))
    check.add_argument("--json", action="store_true", help=tr("skriv som JSON"))
    export = command("export", _export, tr("Skriv dokument av ett slag till en mapp."))
    _export_arguments(export)
    _add_package(command)
    word_template.add(command)
    mailing.add(command)
    file_name.add(command)
    for name, run, text, names in (
        ("dump", _dump, tr("Skriv hela arkivet som JSON till en fil."), ("archive", "file")),
        ("import", _import, tr("Läs in en sådan fil; arkivet skapas om det saknas."), ("archive", "file")),
        ("backup", _backup, tr("Säkerhetskopiera ett arkiv till en fil."), ("archive", "file")),
        ("restore", _restore, tr("Återställ ett arkiv ur en säkerhetskopia."), ("file", "archive")),
        ("verify", _verify, tr("Kontrollera att ett arkiv eller ett arkivpaket är helt."), ("archive",)),
    ):
        added = command(name, run, text)
        for each in names:
            added.add_argument(each, type=Path, metavar={"archive": tr("ARKIV"), "file": tr("FIL")}[each])
    command("self-test", _self_test, tr("Öppna, skriv, exportera och stäng i en tillfällig mapp."))
    return parser


def _add_package(command: Callable[..., argparse.ArgumentParser]) -> None:
    package = command("package", _package, tr("Gör ett arkivpaket av ett år eller av hela avtalet."))
    listed = command("disposable", _disposable, tr("Visa vad som får gallras, och från vilken dag."))
    package.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    package.add_argument("--to", type=Path, required=True, metavar=tr("MAPP"))
    package.add_argument("--year", metavar=tr("ÅR"), help=tr("som 2018/2019; hela avtalet om det utelämnas"))
    package.add_argument("--zip", action="store_true", help=tr("gör en zip-fil i stället för en mapp"))
    listed.add_argument("archive", type=Path, metavar=tr("ARKIV"))
    for added in (package, listed):
        added.add_argument("--agreement", metavar=tr("AVTAL"), help=tr("nyckeln som agreements visar"))


_COMMANDS = (
    "demo", "presets", "adopt", "agreements", "save-preset", "check", "export", "dump", "import",
    "package", "disposable", "template", "file-names", "mail", "backup", "restore", "verify", "self-test",
)  # fmt: skip


def _window(archive: Path | None) -> int:
    seen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in seen):
        # Qt would end the process with a report of its own.
        i18n.use_language(settings.load().language)
        sys.stderr.write(
            tr("Det finns ingen skärm att visa fönstret på. Kommandona går att köra ändå.") + "\n"
        )
        return REFUSED
    from samverkan_desktop import app

    return app.run_window(archive)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what follows the program's name; those of the process where None.

    Returns:
        0 when all is well, 1 when something is breached or not sound, 2 for bad usage or a file that
        cannot be read, with one sentence on standard error.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (len(given) == 1 and not given[0].startswith("-") and given[0] not in _COMMANDS):
        return _window(Path(given[0]) if given else None)
    speak_plainly()
    i18n.use_language(settings.load().language)
    try:
        parsed = _parser().parse_args(given)
        code: int = parsed.run(parsed)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else REFUSED
    except (UserError, EnvironmentFault) as error:
        sys.stderr.write(error.message + "\n")
        return REFUSED
    return code


if __name__ == "__main__":
    sys.exit(main())
