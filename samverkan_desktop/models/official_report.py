"""The officials' letter to boards on a matter (tjänsteskrivelse), and what each board has of its own."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored


class OfficialReport(Stored):
    """What is written once and says the same to every board; the proposal and the rest are the matter's own.

    ``handler`` is the function that has drawn it up, ``contact`` how one reaches it, ``dated`` its day, None
    while it is a draft. ``summary``, ``preparation``, ``background``, ``analysis``, ``conclusion`` and
    ``children`` (what it means for children) are sections, Markdown as `prose` knows it; ``basis`` the papers
    that the decision rests on, ``signatories`` the functions that sign (L13, ST19). With ``proposal_last``
    the proposal stands after the conclusion and the sections between are numbered (L14).
    """

    __tablename__ = "official_report"

    board_matter_id: Mapped[int] = mapped_column(ForeignKey("board_matter.id"), index=True)
    handler: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None]
    summary: Mapped[str] = mapped_column(default="")
    preparation: Mapped[str] = mapped_column(default="")
    background: Mapped[str] = mapped_column(default="")
    analysis: Mapped[str] = mapped_column(default="")
    conclusion: Mapped[str] = mapped_column(default="")
    basis: Mapped[list[str]] = mapped_column(default=list)
    children: Mapped[str] = mapped_column(default="")
    signatories: Mapped[list[str]] = mapped_column(default=list)
    proposal_last: Mapped[bool] = mapped_column(default=False)


class OfficialReportVariant(Stored):
    """What the letter says to one board alone (L13): its registry number there, and its own proposal.

    ``clauses`` is empty where the board is to decide as the matter proposes; with ``left_out`` it gets no
    letter.
    """

    __tablename__ = "official_report_variant"

    board_matter_id: Mapped[int] = mapped_column(ForeignKey("board_matter.id"), index=True)
    board: Mapped[str]
    case_number: Mapped[str] = mapped_column(default="")
    clauses: Mapped[list[str]] = mapped_column(default=list)
    left_out: Mapped[bool] = mapped_column(default=False)
