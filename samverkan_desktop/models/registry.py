"""Every stored class, so that the archive's tables are all known once this is imported."""

from samverkan_desktop.models import (
    activity,
    agenda,
    agreement,
    attachment,
    attendance,
    board_report,
    commission,
    decision,
    deviation,
    distribution,
    follow_up,
    group,
    journal,
    meeting,
    organisation,
    routine,
    year_plan,
)
from samverkan_desktop.models.base import Base

MODULES = (
    activity,
    agenda,
    agreement,
    attachment,
    attendance,
    board_report,
    commission,
    decision,
    deviation,
    distribution,
    follow_up,
    group,
    journal,
    meeting,
    organisation,
    routine,
    year_plan,
)
METADATA = Base.metadata
