"""Making tables anew in the form a revision wants, each keeping its rows and its count of identities.

SQLite changes little in a table that is there; this makes the new one just as the models would, so that an
archive brought up cannot be told from one newly made.
"""

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

#: For each table, what a column that was not there before holds, as SQL over the table's earlier columns.
Fillings = Mapping[str, Mapping[str, str]]


def remake(
    connection: Connection, statements: Iterable[str], fillings: Fillings, first_rows: Mapping[str, str]
) -> None:
    """Make every table that the statements make, and put what the earlier one held back into it.

    Args:
        connection: a transaction in which references are not looked after.
        statements: what makes each table of the new form, followed by its indexes; tables by name.
        fillings: what new columns hold. A text that may not be empty of value is the empty text where nothing
            is said here.
        first_rows: what puts the first rows into a new table, run as soon as it is made: tables further on in
            the alphabet still have their earlier form then.
    """
    rows = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
    counted: dict[str, int] = {row[0]: row[1] for row in rows}
    for statement in statements:
        made = re.match(r"CREATE TABLE (\w+)", statement)
        if made is None:
            connection.exec_driver_sql(statement)
            continue
        table = made[1]
        earlier = {row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")}
        if earlier:
            connection.exec_driver_sql(f"CREATE TEMP TABLE earlier AS SELECT * FROM {table}")  # noqa: S608
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql(statement)
        if earlier:
            _refill(connection, table, earlier, fillings.get(table, {}))
            connection.exec_driver_sql("DROP TABLE earlier")
        if table in first_rows:
            connection.exec_driver_sql(first_rows[table])
    for name, last in counted.items():
        _count_on(connection, name, last)


def _refill(connection: Connection, table: str, earlier: set[str], filling: Mapping[str, str]) -> None:
    values = {}
    for _, name, kind, required, *_ in connection.exec_driver_sql(f"PRAGMA table_info({table})"):
        if name in filling:
            values[name] = filling[name]
        elif name in earlier:
            values[name] = f'"{name}"'
        elif required and kind == "TEXT":
            values[name] = "''"
    names = ", ".join(f'"{name}"' for name in values)
    chosen = ", ".join(values.values())
    connection.exec_driver_sql(f"INSERT INTO {table} ({names}) SELECT {chosen} FROM earlier")  # noqa: S608


def _count_on(connection: Connection, table: str, last: int) -> None:
    """Let a table go on counting where it was: an identity is never used again."""
    there = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
    if connection.exec_driver_sql(there, (last, table)).rowcount == 0:
        connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))
