#!/usr/bin/env python3
"""Write the first revision of the schema anew from the models, for as long as nothing has been released.

Run it in the virtual environment whenever a stored class has changed, and commit what it wrote. Once there
is a release, a change of the models is a revision of its own instead. The schema of the exchange file, which
also follows from the models, is renewed with it.
"""

import sys

import renew_exchange_schema
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import migration
from samverkan_desktop.storage.revisions import REVISIONS


def statements() -> list[str]:
    """Return what makes every table and index, tables by name."""
    dialect = sqlite.dialect()
    elements: list[CreateTable | CreateIndex] = []
    for name in sorted(METADATA.tables):
        table = METADATA.tables[name]
        elements.append(CreateTable(table))
        elements += [CreateIndex(index) for index in sorted(table.indexes, key=lambda i: str(i.name))]
    made = []
    for element in elements:
        lines = str(element.compile(dialect=dialect)).strip().splitlines()
        made.append("\n".join(line.rstrip() for line in lines))
    return made


def main() -> int:
    """Write the revision; returns the exit code."""
    if len(REVISIONS) > 1:
        print("There are later revisions: write a new one instead of renewing the first.", file=sys.stderr)
        return 1
    target = migration.FOLDER / "versions" / f"{REVISIONS[0]}_first.sql"
    target.write_text(";\n\n".join(statements()) + "\n", encoding="utf-8")
    print(target)
    return renew_exchange_schema.main()


if __name__ == "__main__":
    sys.exit(main())
