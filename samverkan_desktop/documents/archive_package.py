"""An archive package (arkivpaket), as content: what lies in it, and what is known of each file.

Its files are laid out as a bag (BagIt, RFC 8493), which archives' own tools know how to check.
"""

from dataclasses import dataclass
from datetime import date, datetime

from samverkan_desktop.i18n import tr

#: What the file of data says it is.
FORMAT, VERSION = "samverkan-arkivpaket", 1
#: Names of files at the top of a package.
START, INDEX_CSV, INDEX_JSON = "start.html", "index.csv", "index.json"
DECLARATION, ABOUT = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
#: Under this lies what is kept.
PAYLOAD = "data"


@dataclass(frozen=True)
class PackagedFile:
    """One file of a package.

    Args:
        path: where it lies in the package, with slashes.
        kind: the kind of document, as programs read it: ``minutes``.
        kind_words: the same in words: ``Minnesanteckningar och protokoll``.
        title: what it is called.
        period: the working year it is of; empty where it is of none.
        group: whose it is; empty for the agreement's own.
        case_number: the case it is registered under; may be empty.
        meeting_on: the day of its meeting.
        finished_on: the day it was finished or decided.
        sent_on: the day it was first sent.
        sha256: its checksum.
        size: how many bytes it has.
        format: ``PDF/A-2a``; of a paper the ending of its name.
        retention: ``preserve``, ``dispose``, ``undecided``.
        retention_words: ``gallras efter 2 år``.
        retention_years: after how many years it is disposed of; None where it is not.
        disposable_from: the first day on which it may be disposed of; None where there is none.
        note: what is to be known of it; may be empty.
        original_name: what the file of a paper was called; empty for documents.
        as_sent: whether it is, byte for byte, the file that was sent; None where that is not known.
    """

    path: str
    kind: str
    kind_words: str
    title: str
    period: str
    group: str
    case_number: str
    meeting_on: date | None
    finished_on: date | None
    sent_on: date | None
    sha256: str
    size: int
    format: str
    retention: str
    retention_words: str
    retention_years: int | None
    disposable_from: date | None
    note: str = ""
    original_name: str = ""
    as_sent: bool | None = None

    @property
    def day(self) -> date | None:
        """The day it is looked for by: the meeting's, else that on which it was finished."""
        return self.meeting_on or self.finished_on or self.sent_on


@dataclass(frozen=True)
class ArchivePackage:
    """What a package says of itself.

    Args:
        organisation: the municipality.
        parties: the parties of the agreement.
        agreement: its title.
        key: its key.
        period: the working year; empty for the whole agreement.
        state: when the archive was last changed before the package was made; None for an empty one.
        files: its files, in the order in which they are shown.
        left_out: what is not in it, since it is not finished, a sentence each.
    """

    organisation: str
    parties: tuple[str, ...]
    agreement: str
    key: str
    period: str
    state: datetime | None
    files: tuple[PackagedFile, ...]
    left_out: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is called: ``Arkivpaket 2018/2019``."""
        return tr("Arkivpaket {period}", period=self.period or tr("hela avtalet"))
