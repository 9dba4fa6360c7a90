"""Gathering what the officials' letter on a matter says to each board."""

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.documents.official_report import OfficialReport, Signatory
from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.board_report import BoardMatter
from samverkan_desktop.models.group import Group
from samverkan_desktop.models.organisation import Party
from samverkan_desktop.register_vocabulary import UnionStep
from samverkan_desktop.rules.board_matters import same_board
from samverkan_desktop.rules.wording import capital
from samverkan_desktop.services import official_report, own_words
from samverkan_desktop.services.board_rows import BoardMatterRow, rows_in
from samverkan_desktop.services.group import seat_rows
from samverkan_desktop.services.minutes_people import named_holder
from samverkan_desktop.services.official_report import OfficialReportRow, VariantRow
from samverkan_desktop.services.workspace import Workspace

#: What stands for the board's name in texts that go to several.
_BOARD = re.compile(r"\[nämnden\]", re.IGNORECASE)


def contents(work: Workspace, matter_id: int) -> tuple[OfficialReport, ...]:
    """Return the letter on a matter to each board that gets one, in the agreement's order.

    Raises:
        UserError: no board gets one.
    """
    with work.read() as session:
        matter = session.get_one(BoardMatter, matter_id)
        told = next(each for each in rows_in(session, matter.agreement_id) if each.id == matter_id)
        written = official_report.row_in(session, matter)
        boards = [variant for variant in written.variants if not variant.left_out]
        if not boards:
            raise UserError(tr("Välj minst en nämnd som skrivelsen går till."))
        gathering = _Gathering(session, work, told, written)
        return tuple(gathering.to_board(variant) for variant in boards)


class _Gathering:
    """What all letters on a matter share, read once."""

    def __init__(
        self, session: Session, work: Workspace, matter: BoardMatterRow, written: OfficialReportRow
    ) -> None:
        self._matter, self._written, self._today = matter, written, work.today
        self._agreement = session.get_one(Agreement, matter.agreement_id)
        self._parties = session.scalars(
            select(Party).where(Party.agreement_id == matter.agreement_id).order_by(Party.position)
        ).all()
        groups = session.scalars(select(Group.id).where(Group.agreement_id == matter.agreement_id))
        seats = [seat for each in groups for seat in seat_rows(session, each, written.dated or work.today)]
        self._holders = {seat.function: named_holder(seat.holder, seat.function) for seat in seats}

    def to_board(self, variant: VariantRow) -> OfficialReport:
        matter, written = self._matter, self._written
        party = next((each for each in self._parties if same_board(each.board, variant.board)), None)

        def said(text: str) -> str:
            return _BOARD.sub(variant.board, text)

        return OfficialReport(
            organisation=self._agreement.municipality,
            administration=party.name if party else "",
            agreement=self._agreement.title,
            name=capital(own_words.of_agreement(self._agreement).official_report),
            board=variant.board,
            title=said(matter.title),
            dated=written.dated,
            issued=self._today,
            handler=self._with_holder(written.handler),
            contact=written.contact,
            our_number=matter.case_number,
            your_number=variant.case_number,
            answers=matter.answers,
            clauses=tuple(said(clause) for clause in variant.clauses or matter.clauses),
            summary=said(written.summary),
            preparation=said(written.preparation),
            background=said(written.background),
            analysis=said(written.analysis),
            conclusion=said(written.conclusion),
            children=said(written.children),
            statement=said(matter.statement),
            negotiation="" if matter.negotiation is UnionStep.NOT_CONCERNED else matter.negotiation_text,
            basis=(*written.basis, *matter.enclosures, *matter.earlier),
            signatories=self._signatories(party),
            receivers=matter.distribution,
            proposal_last=written.proposal_last,
        )

    def _with_holder(self, function: str) -> str:
        holder = self._holders.get(function, "")
        return f"{holder}, {function}" if holder else function

    def _signatories(self, party: Party | None) -> tuple[Signatory, ...]:
        """Return who signs: the head of the board's own administration, then those that are named (L13)."""
        head: Sequence[str] = (party.signatory,) if party and party.signatory else ()
        functions = dict.fromkeys([*head, *self._written.signatories])
        return tuple(Signatory(each, self._holders.get(each, "")) for each in functions)
