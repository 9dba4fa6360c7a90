"""A commission with how and when it is to be reported (T22)."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from samverkan_desktop.models.base import Stored
from samverkan_desktop.vocabulary import CommissionStatus, ReportKind


class Commission(Stored):
    """A commission, given by a decision, carried by functions or a work group.

    ``responsible`` is who carries it, in words as printed; ``approval_decision_id`` the decision by
    which the group approved the final report, ``commitment_id`` the commitment that it serves (L05).
    """

    __tablename__ = "commission"

    group_id: Mapped[int] = mapped_column(ForeignKey("collaboration_group.id"), index=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
    sequence: Mapped[int]
    number: Mapped[str]
    title: Mapped[str]
    background: Mapped[str] = mapped_column(default="")
    how: Mapped[str]
    responsible: Mapped[str]
    work_group_id: Mapped[int | None] = mapped_column(ForeignKey("collaboration_group.id"))
    status: Mapped[CommissionStatus]
    approval_decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
    commitment_id: Mapped[int | None] = mapped_column(ForeignKey("commitment.id"), index=True)


class CommissionDue(Stored):
    """A day decided for a report; a new day for the final report needs a new decision.

    ``words`` is the time as it was decided where that is no day (``första kvartalet 2010``, ST05):
    ``due`` is then its last day.
    """

    __tablename__ = "commission_due"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    kind: Mapped[ReportKind]
    due: Mapped[date]
    words: Mapped[str] = mapped_column(default="")
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))


class CommissionReport(Stored):
    """A report given to the group at a meeting."""

    __tablename__ = "commission_report"

    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    kind: Mapped[ReportKind]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    note: Mapped[str] = mapped_column(default="")
