"""The archive package (arkivpaket): what is finished of a working year or an agreement, to be kept elsewhere.

It can be read without this program, and checked years later with `archive_package_check` or any tool that
knows BagIt (RFC 8493). The same archive gives the same bytes; during a year the day matters too, since what
is open is told as of it. Nothing is removed from the archive.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.documents import archive_package_html, archive_package_index
from samverkan_desktop.documents.archive_package import (
    ABOUT,
    DECLARATION,
    INDEX_CSV,
    INDEX_JSON,
    MANIFEST,
    PAYLOAD,
    START,
    TAG_MANIFEST,
    ArchivePackage,
    PackagedFile,
)
from samverkan_desktop.errors import UserError
from samverkan_desktop.files import make_folder
from samverkan_desktop.files_new import New, new
from samverkan_desktop.i18n import SOURCE_LANGUAGE, in_language, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.journal import JournalEntry
from samverkan_desktop.periods import Period
from samverkan_desktop.retention_vocabulary import RecordKind, RetentionRule
from samverkan_desktop.services import agreement, archive_package_records, exchange, retention
from samverkan_desktop.services.archive_package_files import FolderSink, Sink, Written, zipped
from samverkan_desktop.services.archive_package_records import Kept, Record
from samverkan_desktop.services.organisation import bound_in
from samverkan_desktop.services.period import year_labelled
from samverkan_desktop.services.retention import RetentionRow
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Still, Workspace

#: Told how many of how many files are written, and which comes next; may raise to stop.
Progress = Callable[[int, int, str], None]

_STRETCH = 1 << 20
#: The kind of the file that holds everything the program knows, which no document plan speaks of.
_DATA = "data"


@dataclass(frozen=True)
class Made:
    """A package that was made.

    Args:
        path: where it lies.
        files: how many files are kept in it.
        left_out: what is not in it, since it is not finished, a sentence each.
        seal: the checksum of its checksums: whoever notes it knows later that nothing has been exchanged.
    """

    path: Path
    files: int
    left_out: tuple[str, ...]
    seal: str

    @property
    def told(self) -> tuple[str, ...]:
        """What is to be said of it, a sentence each: how much, its seal, and what is not in it."""
        one = self.files == 1
        return (
            tr("Arkivpaketet innehåller 1 fil.")
            if one
            else tr("Arkivpaketet innehåller {n} filer.", n=self.files),
            tr("Paketets kontrollsumma är {seal}.", seal=self.seal),
            *(tr("Inte med: {sentence}", sentence=sentence) for sentence in self.left_out),
        )


@dataclass(frozen=True)
class DisposableRow:
    """A document, and the first day on which it may be disposed of under the rule for its kind."""

    title: str
    period: str
    group: str
    case_number: str
    day: date
    rule: RetentionRow
    disposable_from: date


def make(
    work: Workspace,
    agreement_id: int | None,
    folder: Path,
    *,
    period: str | None = None,
    as_zip: bool = False,
    progress: Progress | None = None,
) -> Made:
    """Make an archive package in a folder; it never takes the place of another one.

    Args:
        work: the open archive.
        agreement_id: the agreement; where None the archive's, if it has but one.
        folder: where; made when missing.
        period: label of the working year; every year of the agreement where None.
        as_zip: whether it is one zip file; a folder otherwise.
        progress: told how far it has come; may raise to stop, and nothing is left then.

    Raises:
        UserError: nothing is finished yet, the year is not one of the agreement's, or the archive has several
            agreements and nothing says which.
        EnvironmentFault: it cannot be written; nothing is left of it.
    """
    with work.still() as still, still.read() as session:
        own = agreement.chosen(session, agreement_id)
        year = year_labelled(own, period) if period is not None else None
        # It is read by others than whoever made it: its language does not follow the window's.
        with in_language(SOURCE_LANGUAGE):
            kept = _kept(still, own, year)
            if not kept.records:
                raise UserError(
                    tr("Inget dokument är färdigt, så det finns inget att lägga i ett arkivpaket.")
                )
            make_folder(folder)
            names = (tr("Arkivpaket"), own.key, year.label if year else tr("hela avtalet"))
            name = "-".join(slug(part) for part in names)
            state = session.scalar(select(func.max(JournalEntry.at)))
            target = folder / (f"{name}.zip" if as_zip else name)
            with new(target, folder=not as_zip) as made, _sink(made, name, state, as_zip=as_zip) as sink:
                writing = _Writing(sink, progress or (lambda *_: None))
                seal = _write(still, session, own, year, kept, state, writing)
    return Made(made.target, len(writing.files), kept.left_out, seal)


@contextmanager
def _sink(made: New, root: str, state: datetime | None, *, as_zip: bool) -> Iterator[Sink]:
    if as_zip:
        with zipped(made.part, root, state) as sink:
            yield sink
    else:
        yield FolderSink(made.part)


def _kept(still: Still, own: Agreement, year: Period | None) -> Kept:
    """Return what is kept of a year or of all, by kind and day, each under a name of its own."""
    years = [year] if year else [year_labelled(own, label) for label in agreement.periods(still, own.id)]
    parts = [archive_package_records.of_year(still, own, each) for each in years]
    order = list(RecordKind)
    records = sorted(
        (record for part in parts for record in part.records),
        key=lambda record: (order.index(record.kind), record.meeting_on or record.day, record.name),
    )
    return Kept(tuple(records), tuple(sentence for part in parts for sentence in part.left_out))


class _Writing:
    """Writes files, remembers their checksums, and tells how far it has come."""

    def __init__(self, sink: Sink, progress: Progress) -> None:
        self._sink = sink
        self._progress = progress
        self._names: set[str] = set()
        self.files: dict[str, Written] = {}
        self.tags: dict[str, Written] = {}
        self.at = (0, 0, "")

    def keep(self, folder: str, name: str, stretches: Iterable[bytes]) -> tuple[str, Written]:
        """Write a file that is kept; returns where it lies, under a name that none other there has."""
        stem, _, ending = name.rpartition(".")
        path, number = f"{PAYLOAD}/{folder}/{name}", 1
        while path in self._names:
            number += 1
            path = f"{PAYLOAD}/{folder}/{stem}-{number}.{ending}"
        self._names.add(path)
        self.files[path] = self._sink.write(path, self._told(stretches))
        return path, self.files[path]

    def tag(self, path: str, content: bytes) -> Written:
        """Write a file that tells of the others."""
        self.tags[path] = self._sink.write(path, self._told([content]))
        return self.tags[path]

    def _told(self, stretches: Iterable[bytes]) -> Iterator[bytes]:
        """Yield stretches, and ask before each whether to go on: a paper may be large."""
        self._progress(*self.at)
        for stretch in stretches:
            yield stretch
            self._progress(*self.at)


def _write(
    still: Still,
    session: Session,
    own: Agreement,
    year: Period | None,
    kept: Kept,
    state: datetime | None,
    writing: _Writing,
) -> str:
    """Write the whole package; returns its seal."""
    rules = retention.rows_in(session, own.id)
    parties = bound_in(session, own.id)
    files = []
    for number, record in enumerate(kept.records):
        writing.at = number, len(kept.records) + 1, record.title
        files.append(_keep(writing, record, rules))
    writing.at = len(kept.records), len(kept.records) + 1, ""
    if year is None and session.scalar(select(func.count()).select_from(Agreement)) == 1:
        files.append(_keep_data(still, writing))
    package = ArchivePackage(
        organisation=own.municipality,
        parties=parties,
        agreement=own.title,
        key=own.key,
        period=year.label if year else "",
        state=state,
        files=tuple(files),
        left_out=kept.left_out,
    )
    writing.tag(DECLARATION, b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    writing.tag(ABOUT, _about(package, writing.files))
    writing.tag(INDEX_CSV, archive_package_index.as_csv(package))
    writing.tag(INDEX_JSON, archive_package_index.as_json(package))
    writing.tag(START, archive_package_html.render(package))
    writing.tag(MANIFEST, _manifest(writing.files))
    last = _manifest(writing.tags)
    writing.tag(TAG_MANIFEST, last)
    return hashlib.sha256(last).hexdigest()


def _keep(writing: _Writing, record: Record, rules: Mapping[RecordKind, RetentionRow]) -> PackagedFile:
    paper = record.kind is RecordKind.ATTACHMENT
    path, written = writing.keep("bilagor" if paper else "dokument", record.name, record.make())
    rule = rules[record.kind]
    return PackagedFile(
        path=path,
        kind=record.kind.value,
        kind_words=tr(retention.NAMES[record.kind]),
        title=record.title,
        period=record.period,
        group=record.group,
        case_number=record.case_number,
        meeting_on=record.meeting_on,
        finished_on=record.finished_on,
        sent_on=record.sent_on,
        sha256=written.sha256,
        size=written.size,
        format=record.name.rpartition(".")[2].upper() if paper else "PDF/A-2a",
        retention=rule.rule.value,
        retention_words=rule.words,
        retention_years=rule.years,
        disposable_from=rule.disposable_from(record.day),
        note=record.note,
        original_name=record.original_name,
        as_sent=record.sent_sha256 == written.sha256 if record.sent_sha256 else None,
    )


def _keep_data(still: Still, writing: _Writing) -> PackagedFile:
    """Keep everything the archive holds as an exchange file: where it is of this agreement alone."""
    with TemporaryDirectory(prefix="samverkan-") as folder:
        file = Path(folder) / "arkiv.json"
        exchange.dump(still, file)
        path, written = writing.keep("utbyte", file.name, _stretches(file))
    undecided = RetentionRow(RecordKind.MINUTES, RetentionRule.UNDECIDED, None)
    return PackagedFile(
        path=path,
        kind=_DATA,
        kind_words=tr("Arkivets uppgifter"),
        title=tr("Allt som programmet vet, för andra program (JSON)"),
        period="",
        group="",
        case_number="",
        meeting_on=None,
        finished_on=None,
        sent_on=None,
        sha256=written.sha256,
        size=written.size,
        format="JSON",
        retention=undecided.rule.value,
        retention_words=undecided.words,
        retention_years=None,
        disposable_from=None,
    )


def _stretches(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while stretch := file.read(_STRETCH):
            yield stretch


def _about(package: ArchivePackage, files: Mapping[str, Written]) -> bytes:
    size = sum(written.size for written in files.values())
    told = (
        ("Source-Organization", package.organisation),
        ("External-Identifier", "-".join(filter(None, (package.key, slug(package.period))))),
        ("External-Description", f"{package.title} – {package.agreement}"),
        ("Payload-Oxum", f"{size}.{len(files)}"),
    )
    lines = (f"{label}: {' '.join(value.split())}\n" for label, value in told)
    return "".join(lines).encode()


def _manifest(files: Mapping[str, Written]) -> bytes:
    return "".join(f"{files[path].sha256}  {path}\n" for path in sorted(files)).encode()


def disposable(work: Workspace, agreement_id: int | None = None) -> tuple[DisposableRow, ...]:
    """Return what may be disposed of under the rules that hold, with its day, the earliest first.

    Args:
        work: the open archive.
        agreement_id: the agreement; where None the archive's, if it has but one.

    Raises:
        UserError: the archive has several agreements and nothing says which.
    """
    with work.still() as still, still.read() as session:
        own = agreement.chosen(session, agreement_id)
        rules = retention.rows_in(session, own.id)
        kept = _kept(still, own, None)
    rows = [
        DisposableRow(
            record.title, record.period, record.group, record.case_number, record.day, rules[record.kind], day
        )
        for record in kept.records
        if (day := rules[record.kind].disposable_from(record.day)) is not None
    ]
    return tuple(sorted(rows, key=lambda row: (row.disposable_from, row.day, row.title)))
