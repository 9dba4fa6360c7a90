"""Every stored class, so that the archive's tables are all known once this is imported."""

from samverkan_desktop.models import (  # noqa: F401  imported for the tables they declare
    activity,
    agenda,
    agreement,
    attachment,
    attendance,
    board_report,
    commission,
    commitment,
    coverage,
    decision,
    deviation,
    direction,
    distribution,
    exported_file,
    follow_up,
    group,
    indicator,
    journal,
    meeting,
    official_report,
    organisation,
    phrase,
    protocol,
    retention,
    routine,
    school_break,
    task,
    word_template,
    year_plan,
)
from samverkan_desktop.models.base import Base

METADATA = Base.metadata
