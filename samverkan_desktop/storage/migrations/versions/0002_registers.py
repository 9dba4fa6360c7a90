"""Agreements in versions, the registers, matters for boards; the tables as written in the SQL file beside.

``packaging/renew_migration.py`` writes the SQL file. Every agreement there was becomes its own first version,
and every report to a board the report of a matter; the journal is told, so that undo reaches back beyond it.
"""

from pathlib import Path

from alembic import op
from sqlalchemy import Connection

from samverkan_desktop.storage.migrations.remake import remake

revision = "0002"
down_revision = "0001"

_FILLINGS = {
    "agreement": {"words": "'{}'"},
    "board_report": {
        "matter_id": (
            "(SELECT matter.id FROM board_matter matter WHERE matter.agreement_id = earlier.agreement_id "
            "AND matter.subject = earlier.subject AND matter.period = earlier.period)"
        ),
        "instance": "'board'",
        "outcome": "'filed'",
    },
    "clause": {
        "version_id": (
            "(SELECT version.id FROM agreement_version version "
            "WHERE version.agreement_id = earlier.agreement_id)"
        ),
        "locked": "0",
    },
    "obligation": {"grade": "'must'"},
    "party": {"kind": "'administration'", "signs": "1"},
    "related_agreement": {"excluded": "1"},
    "seat": {"collective": "0"},
}
_FIRST_ROWS = {
    "agreement_version": (
        "INSERT INTO agreement_version (agreement_id, number, since, reason) "
        "SELECT id, 1, starts, '' FROM agreement ORDER BY id"
    ),
    "board_matter": (
        "INSERT INTO board_matter (agreement_id, subject, title, period, case_number, statement, clauses, "
        "enclosures, distribution, answers, earlier, opened_on, negotiated_with, signing_by) "
        "SELECT report.agreement_id, report.subject, 'Utvärdering av samverkansavtalet', report.period, "
        "'', '', '[]', '[]', '[]', '', '[]', coalesce(min(report.reported_on), agreement.adopted_on), '', '' "
        "FROM board_report report JOIN agreement ON agreement.id = report.agreement_id "
        "GROUP BY report.agreement_id, report.subject, report.period ORDER BY min(report.id)"
    ),
}
#: What has been undone was done to tables of the earlier form: it is let go. What is in force also made the
#: rows that are new here, in the entry that made what they belong to.
_JOURNAL = (
    "UPDATE journal_entry SET discarded = 1 WHERE undone",
    """
    UPDATE journal_change SET after = json_set(after, '$.version_id',
        (SELECT id FROM agreement_version WHERE agreement_id = json_extract(after, '$.agreement_id')))
    WHERE table_name = 'clause' AND after IS NOT NULL
    """,
    """
    INSERT INTO journal_change (entry_id, table_name, row_id, after)
    SELECT made.entry_id, 'agreement_version', version.id, json_object('id', version.id,
        'agreement_id', version.agreement_id, 'number', 1, 'since', version.since, 'reason', '')
    FROM agreement_version version
    JOIN journal_change made ON made.table_name = 'agreement' AND made.row_id = version.agreement_id
        AND made.before IS NULL
    """,
    """
    UPDATE journal_change SET after = json_set(after, '$.matter_id',
        (SELECT matter_id FROM board_report WHERE board_report.id = journal_change.row_id))
    WHERE table_name = 'board_report' AND after IS NOT NULL
    """,
    """
    INSERT INTO journal_change (entry_id, table_name, row_id, after)
    SELECT made.entry_id, 'board_matter', matter.id, json_object('id', matter.id,
        'agreement_id', matter.agreement_id, 'subject', matter.subject, 'title', matter.title,
        'period', matter.period, 'clauses', json('[]'), 'enclosures', json('[]'),
        'distribution', json('[]'), 'earlier', json('[]'), 'opened_on', matter.opened_on)
    FROM board_matter matter
    JOIN journal_change made ON made.table_name = 'board_report' AND made.before IS NULL
        AND made.row_id = (SELECT min(id) FROM board_report WHERE matter_id = matter.id)
    """,
)


def upgrade() -> None:
    """Bring every table into its new form, and the journal with them."""
    connection: Connection = op.get_bind()
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";\n\n")
    remake(connection, statements, _FILLINGS, _FIRST_ROWS)
    for statement in _JOURNAL:
        connection.exec_driver_sql(statement)
