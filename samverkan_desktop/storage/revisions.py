"""The versions of the schema, known without the migration machinery, which is slow to import."""

#: Every revision from the first to the newest; a test holds them against ``migrations/versions``.
REVISIONS = ("0001", "0002", "0003", "0004")
HEAD = REVISIONS[-1]
