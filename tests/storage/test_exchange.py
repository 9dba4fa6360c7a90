"""The archive's content as plain data, one list a kind of thing."""

import pytest

from samverkan_desktop.models.agenda import AgendaItem
from samverkan_desktop.models.base import Stored
from samverkan_desktop.storage import exchange
from samverkan_desktop.storage.unit_of_work import Store
from tests.storage import archives


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("agenda_item", "agenda_items"),
        ("party", "parties"),
        ("survey", "surveys"),
        ("class", "classes"),
        ("branch", "branches"),
    ],
)
def test_several_of_a_thing(one: str, several: str):
    assert exchange.plural(one) == several


def test_what_is_referred_to_comes_before_what_must_refer_to_it():
    seen = set()
    for kind in exchange.kinds():
        for column in kind.columns:
            if column.name in kind.references and not column.nullable:
                assert kind.references[column.name] in seen
        seen.add(kind.name)


def test_the_identity_comes_first():
    assert all(kind.columns[0].primary_key for kind in exchange.kinds())


def test_each_reference_is_known():
    (items,) = [kind for kind in exchange.kinds() if kind.model is AgendaItem]
    assert items.references["meeting_id"] == "meetings"
    assert items.references["commission_id"] == "commissions"


def test_columns_are_what_the_classes_call_them():
    # Rows become objects by the names of their columns.
    for kind in exchange.kinds():
        assert all(hasattr(kind.model, column.name) for column in kind.columns)


def test_an_archive_is_empty_until_something_is_stored(store: Store):
    with store.reading() as session:
        assert exchange.is_empty(session)
    archives.add_agreement(store)
    with store.reading() as session:
        assert not exchange.is_empty(session)


def test_rows_are_plain_and_in_the_order_of_their_ids(store: Store):
    for title in ("Först", "Sedan"):
        archives.add_agreement(store, title)
    kind = exchange.kinds()[0]
    with store.reading() as session:
        found = list(exchange.read(session, kind))
    assert [(row["id"], row["title"], row["starts"]) for row in found] == [
        (1, "Först", "2018-08-01"),
        (2, "Sedan", "2018-08-01"),
    ]


def test_every_stored_thing_written_is_in_the_journal(store: Store):
    with store.reading() as session:
        kind = exchange.kinds()[0]
        assert issubclass(kind.model, Stored)
    archives.add_agreement(store)
    with store.reading() as session:
        rows = [{**row, "id": 5, "key": "nytt"} for row in exchange.read(session, kind)]
    with store.transaction("x", "x", archives.NOW) as transaction:
        exchange.write(transaction.session, {kind.name: rows})
    assert {table for table, _ in transaction.rows} == {"agreement"}
    store.undo()
    with store.reading() as session:
        assert [row["id"] for row in exchange.read(session, kind)] == [1]
