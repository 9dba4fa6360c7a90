"""Holding what an exchange file contains against its schema, and saying in Swedish where it is not so."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import fastjsonschema

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.services.exchange_text import Place, Source, short
from samverkan_desktop.storage import exchange, exchange_schema
from samverkan_desktop.storage.exchange import Content

_TYPES = {
    "string": mark("text"),
    "integer": mark("ett heltal"),
    "number": mark("ett tal"),
    "boolean": mark("true eller false"),
    "array": mark("en lista"),
    "object": mark("ett objekt"),
    "null": mark("null"),
}
#: By the format a column's schema names; a time of day has none, since JSON Schema's has a time zone.
_FORMATS = {
    "": mark("en tid på dagen som 13:00"),
    "date": mark("ett datum som 2018-09-04"),
    "date-time": mark("en tidpunkt med tidszon som 2018-09-04T11:00:00+00:00"),
}
#: How many levels there may be inside a value whose shape the schema leaves open.
_DEEPEST = 50


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_instant(text: str) -> bool:
    try:
        datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return False
    return True


@cache
def _validate() -> Any:  # noqa: ANN401  the library has no types
    wanted = exchange_schema.schema()
    for thing in wanted["$defs"].values():
        for column in thing["properties"].values():
            # A remark in this edition of JSON Schema, which the library takes for a rule of an earlier one.
            column.pop("contentEncoding", None)
    formats = {"date": _is_day, "date-time": _is_instant}
    return fastjsonschema.compile(wanted, formats=formats, use_default=False)


def check(source: Source, found: object) -> Content:
    """Return what a file holds as rows by kind, once it is as the schema says.

    Raises:
        UserError: it is not; names the first place and what is wrong there.
    """
    whole = _check_head(source, found)
    try:
        _validate()(whole)
    except fastjsonschema.JsonSchemaValueException as error:
        place, sentence = _said(error)
        source.refuse(place, sentence)
    content: Content = {kind.name: whole.get(kind.name, []) for kind in exchange.kinds()}
    _check_depth(source, content)
    return content


def _check_head(source: Source, found: object) -> dict[str, Any]:
    if not isinstance(found, dict) or found.get("format") != exchange.FORMAT:
        wanted = tr(
            'filen är ingen export från Samverkan: "format" ska vara "{format}"', format=exchange.FORMAT
        )
        source.refuse(("format",) if isinstance(found, dict) and "format" in found else (), wanted)
    version = found.get("version")
    if isinstance(version, int) and version > exchange.VERSION:
        source.refuse(
            ("version",), tr("filen är gjord med en nyare version av Samverkan; uppdatera programmet först")
        )
    return found


def _said(error: fastjsonschema.JsonSchemaValueException) -> tuple[Place, str]:
    """Return where a fault is and what it is."""
    place: Place = tuple(int(step) if step.isdigit() else step for step in error.path[1:])
    value, definition, rule = error.value, error.definition, error.rule
    if rule == "required":
        missing = next(name for name in definition["required"] if name not in value)
        return place, tr("nyckeln {name} saknas", name=missing)
    if rule == "additionalProperties":
        extra = next(name for name in value if name not in definition["properties"])
        return (*place, extra), tr("nyckeln {name} är okänd", name=short(extra))
    if rule == "enum":
        allowed = ", ".join("null" if word is None else str(word) for word in definition["enum"])
        return place, tr("okänt värde; tillåtna är {allowed}", allowed=allowed)
    if rule in ("pattern", "format"):
        words = _FORMATS[definition.get("format", "")]
        return place, tr("värdet ska vara {words}", words=tr(words))
    if rule in ("minimum", "maximum"):
        least, most = definition["minimum"], definition["maximum"]
        return place, tr("talet ska vara mellan {least} och {most}", least=least, most=most)
    return place, tr("värdet ska vara {words}", words=_types(definition["type"]))


def _types(wanted: str | list[str]) -> str:
    names = [wanted] if isinstance(wanted, str) else wanted
    return tr(" eller ").join(tr(_TYPES[name]) for name in names)


def _check_depth(source: Source, content: Content) -> None:
    for kind in exchange.kinds():
        for index, row in enumerate(content[kind.name]):
            for name, value in row.items():
                if isinstance(value, dict | list) and _depth(value) > _DEEPEST:
                    source.refuse((kind.name, index, name), tr("värdet har för många nivåer inuti varandra"))


def _depth(value: object) -> int:
    deepest, level = 0, [value]
    while level and deepest <= _DEEPEST:
        deepest += 1
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return deepest
