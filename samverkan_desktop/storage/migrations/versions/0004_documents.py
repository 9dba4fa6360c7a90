"""What documents need when they leave the house; the tables as in the SQL file beside.

``packaging/renew_migration.py`` writes the SQL file. What had been undone is let go: it was done to tables of
the earlier form.
"""

from pathlib import Path

from alembic import op
from sqlalchemy import Connection

from samverkan_desktop.storage.migrations.remake import Fillings, remake

revision = "0004"
down_revision = "0003"

_FILLINGS: Fillings = {
    "collaboration_group": {"record_form": "'notes'"},
    "distribution": {"way": "CASE WHEN file_name = '' THEN 'elsewhere' ELSE 'files' END"},
    "meeting": {"calendar_sequence": "0"},
}


def upgrade() -> None:
    """Bring every table into its new form."""
    connection: Connection = op.get_bind()
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n\n")
    remake(connection, statements, _FILLINGS, {})
    connection.exec_driver_sql("UPDATE journal_entry SET discarded = 1 WHERE undone")
