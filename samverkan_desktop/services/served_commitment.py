"""Which commitment of the parties' plan a commission serves, so that what is delegated leads to it (L05)."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.commission import Commission
from samverkan_desktop.models.commitment import Commitment
from samverkan_desktop.models.group import Group
from samverkan_desktop.services.workspace import Workspace


def serve(work: Workspace, commission_id: int, commitment_id: int | None) -> None:
    """Note which commitment a commission serves; None for none. Finished minutes do not hinder it.

    Raises:
        UserError: the commitment is another agreement's.
    """
    with work.change("served_commitment.serve", tr("Ett uppdrag knöts till ett åtagande")) as session:
        commission = session.get_one(Commission, commission_id)
        if commitment_id is not None:
            own = session.get_one(Group, commission.group_id).agreement_id
            if session.get_one(Commitment, commitment_id).agreement_id != own:
                raise UserError(tr("Välj ett åtagande som hör till avtalet."), field="commitment_id")
        commission.commitment_id = commitment_id
