"""Texts without what no file may hold: control characters, halves of letters, code points that are none.

Such come with what is pasted, or from a file of another program; XML (Word, Excel, XMP) refuses them.
"""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

T = TypeVar("T")

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NEVER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def cleaned(text: str) -> str:
    """Return a text without what no file may hold; whatever ends a line is one kind of line end."""
    if text.isascii() and text.isprintable():
        return text
    return _NEVER.sub("", _LINE_ENDS.sub("\n", text))


def clean(content: T) -> T:
    """Return content with every text in it cleaned; the very same where nothing had to be."""
    return cast("T", _clean(content))


def _clean(value: object) -> object:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else cleaned(value)
    if isinstance(value, tuple):
        parts = tuple(_clean(each) for each in value)
        return parts if any(one is not other for one, other in zip(parts, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: new
            for field in fields(value)
            if field.init and (new := _clean(old := getattr(value, field.name))) is not old
        }
        return replace(value, **changed) if changed else value
    return value
