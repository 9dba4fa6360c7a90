"""The JSON Schema of the exchange file, written from the models: their columns, words and docstrings."""

import inspect
from datetime import date, datetime, time
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from sqlalchemy import JSON, Column
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from samverkan_desktop.storage import exchange, rows
from samverkan_desktop.storage.exchange import Kind

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The largest whole number that every reader of JSON keeps as it is.
LARGEST = 2**53 - 1

_DAY = "[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,6})?)?"
_ZONE = "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
_WHOLE: Schema = {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}
_IDENTITY: Schema = {"type": "integer", "minimum": 1, "maximum": LARGEST}
_PLAIN: dict[type, Schema] = {
    bool: {"type": "boolean"},
    int: _WHOLE,
    float: {"type": "number"},
    str: {"type": "string"},
    bytes: {"type": "string", "contentEncoding": "base64"},
    date: {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    time: {"type": "string", "pattern": f"^{_TIME}$"},
    datetime: {"type": "string", "format": "date-time", "pattern": f"^{_DAY}T{_TIME}{_ZONE}$"},
}


def schema() -> Schema:
    """Return the schema of an exchange file."""
    kinds = exchange.kinds()
    return {
        "$schema": DIALECT,
        "$id": f"urn:{exchange.FORMAT}:{exchange.VERSION}",
        "title": "Samverkan exchange file",
        "description": (
            "Everything in an archive of Samverkan, one list a kind of thing. Things refer to one another by "
            "id. What has a default may be left out; a list that is left out is empty."
        ),
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "format": {"const": exchange.FORMAT},
            "version": {"type": "integer", "minimum": 1, "maximum": exchange.VERSION},
            **{kind.name: {"type": "array", "items": {"$ref": f"#/$defs/{kind.name}"}} for kind in kinds},
        },
        "required": ["format", "version"],
        "additionalProperties": False,
        "$defs": {kind.name: _thing(kind) for kind in kinds},
    }


def _thing(kind: Kind) -> Schema:
    hints = get_type_hints(kind.model)
    return {
        "description": inspect.getdoc(kind.model),
        "type": "object",
        "properties": {column.name: _column(kind, column, hints) for column in kind.columns},
        "required": [column.name for column in kind.columns if _is_required(column)],
        "additionalProperties": False,
    }


def _is_required(column: Column[Any]) -> bool:
    return not column.nullable and column.default is None


def _column(kind: Kind, column: Column[Any], hints: dict[str, Any]) -> Schema:
    if column.primary_key and rows.kind_of(column.type) is int:
        return dict(_IDENTITY)
    if column.name in kind.references:
        found = {**_IDENTITY, "description": f"The id of one of the {kind.references[column.name]}."}
    else:
        found = _value(column, get_args(hints[column.key])[0])
    if column.nullable:
        found = _or_nothing(found)
    if isinstance(column.default, ScalarElementColumnDefault):
        found["default"] = rows.plain(column.default.arg)
    return found


def _value(column: Column[Any], hint: Any) -> Schema:  # noqa: ANN401  a class or a typing construct
    if isinstance(column.type, JSON):  # what is in it, only the model's annotation says
        texts: Schema = {"type": "array", "items": {"type": "string"}}
        return texts if get_origin(hint) is list else {"type": "object"}
    kind = rows.kind_of(column.type)
    if issubclass(kind, Enum):
        return {"type": "string", "enum": [member.value for member in kind]}
    return dict(_PLAIN[kind])


def _or_nothing(found: Schema) -> Schema:
    optional = {**found, "type": [found["type"], "null"]}
    if "enum" in found:
        optional["enum"] = [*found["enum"], None]
    return optional
