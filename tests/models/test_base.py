"""What every stored class relies on: instants, values, identities and names."""

import enum
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Column, Enum, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Mapper

from samverkan_desktop.models.base import Base, Stored, UtcDateTime
from samverkan_desktop.models.registry import METADATA

DIALECT = sqlite.dialect()


def test_an_instant_is_kept_in_utc():
    local = datetime(2018, 9, 4, 13, 0, tzinfo=ZoneInfo("Europe/Stockholm"))

    assert UtcDateTime().process_bind_param(local, DIALECT) == datetime(2018, 9, 4, 11, 0)  # noqa: DTZ001  as kept


def test_an_instant_comes_back_aware():
    kept = datetime(2018, 9, 4, 11, 0)  # noqa: DTZ001  as it is kept

    assert UtcDateTime().process_result_value(kept, DIALECT) == datetime(2018, 9, 4, 11, 0, tzinfo=UTC)


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        UtcDateTime().process_bind_param(datetime(2018, 9, 4, 11, 0), DIALECT)  # noqa: DTZ001  what is refused


def test_no_instant_is_none_both_ways():
    assert UtcDateTime().process_bind_param(None, DIALECT) is None
    assert UtcDateTime().process_result_value(None, DIALECT) is None


CHOICES = [column for table in METADATA.sorted_tables for column in table.c if isinstance(column.type, Enum)]


@pytest.mark.parametrize("column", CHOICES, ids=str)
def test_a_choice_is_kept_by_its_value_and_not_by_its_name_in_code(column: Column[enum.Enum]):
    kinds = column.type.enum_class

    assert issubclass(kinds, enum.Enum)
    assert column.type.enums == [member.value for member in kinds]
    assert not column.type.native_enum


@pytest.mark.parametrize(
    "mapper",
    sorted(
        (mapper for mapper in Base.registry.mappers if issubclass(mapper.class_, Stored)),
        key=lambda mapper: mapper.class_.__name__,
    ),
    ids=lambda m: m.class_.__name__,
)
def test_an_identity_is_never_used_again(mapper: Mapper[Stored]):
    assert mapper.local_table.dialect_options["sqlite"]["autoincrement"]


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=lambda table: table.name)
def test_every_constraint_has_a_name_so_that_a_revision_can_change_it(table: Table):
    assert all(constraint.name for constraint in table.constraints)
