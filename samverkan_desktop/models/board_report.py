"""Matters for the political boards, and what each instance has done with them (T26, B01, S11, ST03)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep


class BoardMatter(Stored):
    """A matter that one or more boards are to decide on or have reported to them.

    ``statement`` is the administration's (``Förvaltningens yttrande``, B17), ``clauses`` the numbered
    clauses of the decision proposed (ST03), ``enclosures`` its numbered papers (B04), ``distribution`` to
    whom the decision is sent (B20). ``answers`` names the letter that it answers (ST04), ``earlier`` the
    decisions that came before it, by organ, day and paragraph (B05). ``negotiated_on`` is the day of a
    negotiation under 11 § MBL, which must come before the decision (B18), ``negotiated_with`` whom with,
    ``negotiated_agreed`` whether they agreed. ``planning_meeting_id`` is the officials' meeting that must
    come before a decision on joint financing, ``decision_id`` a group's own decision on the matter, which
    never takes the boards' place (S11); ``meeting_id`` the meeting that is reported (ST13).
    ``signing_by`` is the function that a board has commissioned to sign, ``signed_on`` when it did (S22).
    """

    __tablename__ = "board_matter"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    subject: Mapped[MatterSubject]
    title: Mapped[str]
    period: Mapped[str] = mapped_column(default="")
    case_number: Mapped[str] = mapped_column(default="")
    statement: Mapped[str] = mapped_column(default="")
    clauses: Mapped[list[str]] = mapped_column(default=list)
    enclosures: Mapped[list[str]] = mapped_column(default=list)
    distribution: Mapped[list[str]] = mapped_column(default=list)
    answers: Mapped[str] = mapped_column(default="")
    earlier: Mapped[list[str]] = mapped_column(default=list)
    opened_on: Mapped[date]
    negotiation: Mapped[UnionStep | None]
    negotiated_on: Mapped[date | None]
    negotiated_with: Mapped[str] = mapped_column(default="")
    negotiated_agreed: Mapped[bool | None]
    planning_meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    signing_by: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]


class BoardReport(Stored):
    """What one instance has done with a matter: its day, paragraph and page are the instance's own.

    ``board`` names the board, also where its committee or an official by delegation is the instance;
    ``delegation`` is then who decided, and by what in the board's order of delegation (S11). ``clause`` is
    the number of the clause decided on, None for all of them; ``text`` what was proposed or decided, word
    for word (B19), ``rider`` what was added (``med tillägget …``, ST07). ``attested_on``, ``notice_up_on``
    and ``notice_down_on`` concern its minutes, ``distributed_on`` the sending of the decision.
    """

    __tablename__ = "board_report"

    matter_id: Mapped[int] = mapped_column(ForeignKey("board_matter.id"), index=True)
    board: Mapped[str]
    instance: Mapped[Instance] = mapped_column(default=Instance.BOARD)
    clause: Mapped[int | None]
    reported_on: Mapped[date | None]
    paragraph: Mapped[str] = mapped_column(default="")
    page: Mapped[str] = mapped_column(default="")
    outcome: Mapped[BoardOutcome | None]
    text: Mapped[str] = mapped_column(default="")
    delegation: Mapped[str] = mapped_column(default="")
    rider: Mapped[str] = mapped_column(default="")
    attested_on: Mapped[date | None]
    notice_up_on: Mapped[date | None]
    notice_down_on: Mapped[date | None]
    distributed_on: Mapped[date | None]
