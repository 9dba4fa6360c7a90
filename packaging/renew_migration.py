#!/usr/bin/env python3
"""Write the tables of the newest revision of the schema anew from the models, until it is released.

Run it in the virtual environment whenever a stored class has changed, and commit what it wrote; what a new
column holds in an older archive is said in the revision itself. Once there is a release, the next change of
the models is a revision of its own. The schema of the exchange file, which also follows from the models, is
renewed with it.
"""

import sys

import renew_exchange_schema
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import migration
from samverkan_desktop.storage.revisions import HEAD


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
    (target,) = (migration.FOLDER / "versions").glob(f"{HEAD}_*.sql")
    target.write_text(";\n\n".join(statements()) + "\n", encoding="utf-8")
    print(target)
    return renew_exchange_schema.main()


if __name__ == "__main__":
    sys.exit(main())
