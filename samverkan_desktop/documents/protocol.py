"""What a protokoll in the board's form says beside what minutes say, as content (conventions 3.3)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class EarlierInstance:
    """An instance that dealt with a matter before: a row of the table on each page (B01).

    Args:
        organ: which: ``Barn- och utbildningsnämndens arbetsutskott``.
        day: the day it did.
        paragraph: its own: ``§ 60:1``.
        page: its page in that protokoll; may be empty.
        proposes: whether it only proposed, as a committee does, and did not decide.
        text: what it proposed or decided, word for word (B19); may be empty.
    """

    organ: str
    day: date
    paragraph: str = ""
    page: str = ""
    proposes: bool = False
    text: str = ""


@dataclass(frozen=True)
class InstanceMatter:
    """A matter for boards, as far as it had come on the day of the meeting.

    Args:
        case_number: registry number with whatever code follows it (B03).
        instances: those that dealt with it before the meeting, latest first (B01).
        earlier: decisions that came before it, by organ, day and paragraph (B05).
        enclosures: its papers, numbered within the paragraph (B04).
        statement: the administration's statement (B17).
        negotiation: what is said of the unions (B18).
        distribution: to whom the decision is sent (B20).
    """

    case_number: str = ""
    instances: tuple[EarlierInstance, ...] = ()
    earlier: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    statement: str = ""
    negotiation: str = ""
    distribution: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signer:
    """Who signs: the task, the function that has it, and who held the function that day."""

    task: str
    function: str
    holder: str = ""


@dataclass(frozen=True)
class Notice:
    """The notice that a protokoll is attested (anslag, bevis): KL 8 kap. 12 §.

    Args:
        up_on: the day it is put up; None until then.
        down_on: the day it is taken down.
        kept_at: where the protokoll is kept.
    """

    up_on: date | None = None
    down_on: date | None = None
    kept_at: str = ""


@dataclass(frozen=True)
class ProtocolFront:
    """What stands on the front page and runs through the pages.

    Args:
        paragraphs: the first and the last: ``§§ 55–65``; empty where nothing was decided.
        first_page: the number of its first page: pages run on through the year (B02).
        last_page: the number of its last page as a PDF file; None while it is not finished.
        signers: who signs beside those that attest: secretary, chair.
        attestation: where and when it is attested, in words; empty where it is not said.
        attested_on: the day all have attested it; None while they have not.
        notice: the notice of that.
    """

    paragraphs: str = ""
    first_page: int = 1
    last_page: int | None = None
    signers: tuple[Signer, ...] = ()
    attestation: str = ""
    attested_on: date | None = None
    notice: Notice = Notice()
