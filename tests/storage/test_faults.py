"""What SQLite says is told in plain words; a bug stays a bug."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.storage import faults

PATH = Path("arkiv") / "a.samverkan"


def sqlite_error(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorcode = code
    return error


SAYINGS = [
    (sqlite3.SQLITE_FULL, "Disken är full"),
    (sqlite3.SQLITE_BUSY, "används just nu av ett annat fönster"),
    (sqlite3.SQLITE_BUSY_SNAPSHOT, "används just nu av ett annat fönster"),
    (sqlite3.SQLITE_LOCKED, "används just nu av ett annat fönster"),
    (sqlite3.SQLITE_READONLY, "skrivskyddat"),
    (sqlite3.SQLITE_READONLY_DIRECTORY, "skrivskyddat"),
    (sqlite3.SQLITE_IOERR, "Disken svarade med ett fel"),
    (sqlite3.SQLITE_IOERR_FSYNC, "Disken svarade med ett fel"),
    (sqlite3.SQLITE_CANTOPEN, "finns inte"),
    (sqlite3.SQLITE_PERM, "Du saknar behörighet"),
    (sqlite3.SQLITE_CORRUPT, "är skadat"),
    (sqlite3.SQLITE_NOTADB, "är skadat"),
]


@pytest.mark.parametrize(("code", "saying"), SAYINGS)
def test_what_sqlite_says_is_told_in_plain_words(code: int, saying: str):
    with pytest.raises(EnvironmentFault, match=saying), faults.explained(PATH):
        raise sqlite_error(code)


@pytest.mark.parametrize(("code", "saying"), SAYINGS)
def test_it_is_told_alike_when_it_comes_through_sqlalchemy(code: int, saying: str):
    with pytest.raises(EnvironmentFault, match=saying), faults.explained(PATH):
        raise OperationalError("SELECT 1", {}, sqlite_error(code))


@pytest.mark.parametrize(
    "bug",
    [
        sqlite_error(sqlite3.SQLITE_ERROR),
        OperationalError("SELECT 1", {}, sqlite_error(sqlite3.SQLITE_ERROR)),
        IntegrityError("INSERT", {}, sqlite_error(sqlite3.SQLITE_CONSTRAINT)),
        sqlite3.ProgrammingError("closed"),
        ValueError("annat"),
    ],
)
def test_a_bug_goes_through_as_it_is(bug: Exception):
    with pytest.raises(type(bug)) as caught, faults.explained(PATH):
        raise bug

    assert caught.value is bug


def test_what_the_system_refuses_is_told_too():
    with pytest.raises(EnvironmentFault, match="Disken är full"), faults.explained(PATH):
        raise OSError(28, "No space left on device")


def test_a_file_refused_elsewhere_is_not_blamed_on_the_archive():
    with pytest.raises(OSError, match="annan fil"), faults.of_database(PATH):
        raise OSError(28, "annan fil")
