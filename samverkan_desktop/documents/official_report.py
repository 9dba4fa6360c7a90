"""The officials' letter to one board (tjänsteskrivelse), as content (conventions 3.5, ST19)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samverkan_desktop.documents.protocol_parts import LINE
from samverkan_desktop.i18n import tr


@dataclass(frozen=True)
class Signatory:
    """A function that signs, and who holds it; the holder is empty where that is not known."""

    function: str
    holder: str = ""


@dataclass(frozen=True)
class OfficialReport:
    """Everything that the letter says to one board.

    Args:
        organisation: the municipality, as in the letterhead.
        administration: the administration that writes; may be empty.
        agreement: title of the agreement.
        name: what the letter is called: ``Tjänsteskrivelse``.
        board: the board it is written to.
        title: what it is about.
        dated: its day; None for a draft.
        issued: the day it was made, for a draft.
        handler: the function that has drawn it up; may be empty.
        contact: how one reaches it.
        our_number: the registry number of the matter.
        your_number: its number at the board.
        answers: the letter that it answers (ST04).
        clauses: the proposed decision, clause by clause (ST03).
        summary, preparation, background, analysis, conclusion, children: sections, Markdown.
        statement: the administration's (B17); Markdown.
        negotiation: what is said of the unions (B18).
        basis: the papers that the decision rests on.
        signatories: who signs (L13).
        receivers: to whom the decision is sent (B20).
        proposal_last: whether the proposal stands after the conclusion, sections numbered (L14).
    """

    organisation: str
    administration: str
    agreement: str
    name: str
    board: str
    title: str
    dated: date | None
    issued: date
    handler: str = ""
    contact: str = ""
    our_number: str = ""
    your_number: str = ""
    answers: str = ""
    clauses: tuple[str, ...] = ()
    summary: str = ""
    preparation: str = ""
    background: str = ""
    analysis: str = ""
    conclusion: str = ""
    children: str = ""
    statement: str = ""
    negotiation: str = ""
    basis: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    receivers: tuple[str, ...] = ()
    proposal_last: bool = False

    @property
    def day(self) -> date:
        """The day that the file states."""
        return self.dated or self.issued


def title_of(report: OfficialReport) -> str:
    """Return the title of the file: what it is, to whom, about what."""
    return f"{report.name} {report.day.isoformat()} – {report.board} – {report.title}"


def draft_mark(report: OfficialReport) -> str:
    """Return what a draft is marked with; empty where the letter has its day."""
    return "" if report.dated else tr("UTKAST – arbetsmaterial")


def head_rows(report: OfficialReport) -> list[tuple[str, list[str]]]:
    """Return what stands under the title: a label with its lines."""
    return [
        (tr("Till"), [report.board]),
        (tr("Handläggare"), [line for line in (report.handler, report.contact) if line]),
        (tr("Datum"), [report.dated.isoformat() if report.dated else ""]),
        (tr("Vår beteckning"), [report.our_number]),
        (tr("Er beteckning"), [report.your_number]),
        (tr("Svar på"), [report.answers]),
    ]


@dataclass(frozen=True)
class Part:
    """A part of the letter under its heading: Markdown, or lines that are numbered, listed or plain."""

    heading: str
    notes: str = ""
    numbered: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.notes.strip() or self.numbered or self.listed or self.lines)


def parts(report: OfficialReport) -> Iterator[Part]:
    """Yield the parts of the letter that say anything, in its order."""
    return (part for part in _ordered(report) if part.says)


def _ordered(report: OfficialReport) -> Iterator[Part]:
    proposal = _proposal(report)
    middle = _middle(report)
    if report.proposal_last:
        yield Part(tr("Sammanfattning"), report.summary)
        told = [part for part in middle if part.says]
        yield from (Part(f"{n} {part.heading}", part.notes) for n, part in enumerate(told, 1))
        yield proposal
    else:
        yield proposal
        yield Part(tr("Sammanfattning"), report.summary)
        yield from middle
    yield Part(tr("Barnperspektiv"), report.children)
    yield Part(tr("Förvaltningens synpunkter"), report.statement)
    yield Part(tr("Förhandling"), lines=(report.negotiation,) if report.negotiation else ())
    yield Part(tr("Beslutsunderlag"), listed=report.basis)


def _proposal(report: OfficialReport) -> Part:
    if len(report.clauses) == 1:
        return Part(tr("Förslag till beslut"), lines=report.clauses)
    return Part(tr("Förslag till beslut"), numbered=report.clauses)


def _middle(report: OfficialReport) -> tuple[Part, ...]:
    return (
        Part(tr("Ärendets beredning"), report.preparation),
        Part(tr("Bakgrund"), report.background),
        Part(tr("Analys"), report.analysis),
        Part(tr("Slutsats"), report.conclusion),
    )


def signature_lines(report: OfficialReport) -> list[list[str]]:
    """Return for each who signs: a line to sign on, the name where it is known, the function."""
    return [[LINE, *(line for line in (one.holder, one.function) if line)] for one in report.signatories]
