"""What a meeting leaves behind: tasks, phrases, templates, approvals; the tables as in the SQL file beside.

``packaging/renew_migration.py`` writes the SQL file. A group numbers its decisions as it did, and what
had been undone is let go: it was done to tables of the earlier form.
"""

from pathlib import Path

from alembic import op
from sqlalchemy import Connection

from samverkan_desktop.storage.migrations.remake import remake

revision = "0003"
down_revision = "0002"

_FILLINGS = {
    "agenda_item": {"carries_over": "0"},
    "collaboration_group": {
        "numbering": "'working_year'",
        "number_start": "1",
        "sub_numbers": "0",
        "approval": "'none'",
    },
    "decision": {
        "superseded_as": "CASE WHEN superseded_by_id IS NOT NULL THEN 'replaced' END",
        "distribution": "'[]'",
    },
}


def upgrade() -> None:
    """Bring every table into its new form."""
    connection: Connection = op.get_bind()
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n\n")
    remake(connection, statements, _FILLINGS, {})
    connection.exec_driver_sql("UPDATE journal_entry SET discarded = 1 WHERE undone")
