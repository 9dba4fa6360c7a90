"""What the journal keeps of a change: the columns that differ, and of a long text what changed in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_desktop.errors import UserError
from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.registry import METADATA
from samverkan_desktop.storage import difference
from samverkan_desktop.storage.difference import LONG

TABLE = METADATA.tables[AgendaItem.__tablename__]
LONG_TEXT = "En lång anteckning om samverkan. " * 50


def row(**values: object) -> dict[str, object]:
    return {"id": 7, "heading": "En fråga", "minutes": 10, "notes": "", **values}


def test_only_the_columns_that_differ_are_kept():
    before, after = difference.pack(TABLE, row(), row(minutes=15))

    assert (before, after) == ({"id": 7, "minutes": 10}, {"id": 7, "minutes": 15})


def test_a_word_in_a_long_text_costs_the_word():
    changed = LONG_TEXT.replace("samverkan. En", "god samverkan. En", 1)
    before, after = difference.pack(TABLE, row(notes=LONG_TEXT), row(notes=changed))

    assert before == {"id": 7, "notes": {"start": 22, "text": ""}}
    assert after == {"id": 7, "notes": {"start": 22, "text": "god "}}


def test_a_row_added_or_removed_is_kept_whole():
    assert difference.pack(TABLE, None, row()) == (None, row())
    assert difference.pack(TABLE, row(), None) == (row(), None)


def test_a_short_text_is_kept_whole():
    assert difference.pack(TABLE, row(notes="Av"), row(notes="Avt")) == (
        {"id": 7, "notes": "Av"},
        {"id": 7, "notes": "Avt"},
    )


@given(st.text("ab \n", max_size=9).map(lambda text: text * (LONG // 8)), st.data())
def test_either_side_comes_back_from_the_other(old: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    new = old[:start] + data.draw(st.text("abå ", max_size=5)) + old[end:]
    whole = row(notes=old), row(notes=new)
    before, after = difference.pack(TABLE, *whole)
    assert before is not None
    assert after is not None

    assert whole[1] | difference.unpack(TABLE, before, after, whole[1]) == whole[0]
    assert whole[0] | difference.unpack(TABLE, after, before, whole[0]) == whole[1]


def test_a_text_that_stands_otherwise_is_not_put_back():
    before, after = difference.pack(TABLE, row(notes=LONG_TEXT), row(notes=LONG_TEXT + "Mer."))
    assert before is not None
    assert after is not None

    with pytest.raises(UserError, match="utanför programmet"):
        difference.unpack(TABLE, before, after, row(notes="Något annat"))
