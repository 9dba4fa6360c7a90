"""Reading an obligation's parameters from plain data, strictly: nothing is guessed or converted."""

import json
import math
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_origin

import cattrs
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError, IterableValidationError

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.rules.parameter_fault import ParameterFault
from samverkan_desktop.rules.registry import KINDS

_WORDS: dict[type, str] = {
    bool: mark("sant eller falskt"),
    int: mark("ett heltal"),
    float: mark("ett decimaltal"),
    str: mark("text"),
    list: mark("en lista"),
    tuple: mark("en lista"),
    dict: mark("en tabell"),
    date: mark("ett datum (2018-07-01)"),
    datetime: mark("ett datum med klockslag"),
    time: mark("en tid (13:00:00)"),
}

T = TypeVar("T")


def _word(kind: type) -> str:
    return tr(_WORDS[kind]) if kind in _WORDS else kind.__name__


class _WrongTypeError(TypeError):
    def __init__(self, wanted: type, value: object) -> None:
        super().__init__(f"{value!r} is no {wanted.__name__}")
        self.wanted, self.got = wanted, type(value)


class _NoNumberError(TypeError):
    def __init__(self, value: object) -> None:
        super().__init__(f"{value!r} is no number")
        self.got = type(value)


class _UnknownValueError(ValueError):
    def __init__(self, wanted: type[StrEnum], value: object) -> None:
        super().__init__(f"{value!r} is no {wanted.__name__}")
        self.shown = repr(value) if type(value) in (str, int) else _word(type(value))
        self.allowed = [str(member.value) for member in wanted]


def _exactly(value: Any, wanted: type) -> Any:  # noqa: ANN401  as plain data comes
    if type(value) is not wanted:
        raise _WrongTypeError(wanted, value)
    return value


def _number(value: Any, _wanted: object) -> float:  # noqa: ANN401  as plain data comes
    """Return a number with or without decimals; nothing that is endless, or no number."""
    if type(value) not in (int, float) or not math.isfinite(value):
        raise _NoNumberError(value)
    return float(value)


def _member(value: Any, wanted: type[StrEnum]) -> StrEnum:  # noqa: ANN401  as plain data comes
    if value not in [member.value for member in wanted]:
        raise _UnknownValueError(wanted, value)
    return wanted(value)


def _row(value: Any, wanted: Any) -> tuple[Any, ...]:  # noqa: ANN401  as plain data comes
    if not isinstance(value, list | tuple):
        raise _WrongTypeError(tuple, value)
    faults: list[Exception] = []
    members = []
    for each in value:
        try:
            members.append(_converter.structure(each, get_args(wanted)[0]))
        except (TypeError, ValueError, BaseValidationError) as fault:
            faults.append(fault)
    if faults:
        raise IterableValidationError("in a list", faults, tuple)
    return tuple(members)


def _texts(value: Any, _wanted: object) -> dict[str, str]:  # noqa: ANN401  as plain data comes
    return {key: _exactly(each, str) for key, each in _exactly(value, dict).items()}


def _is_row_type(kind: Any) -> bool:  # noqa: ANN401  a class or a typing construct
    origin: object = get_origin(kind)
    return origin is tuple


_converter = cattrs.Converter(forbid_extra_keys=True)
# By class, for cattrs asks its own converting hooks for these classes before it asks any predicate; a
# StrEnum would otherwise be taken for the str it is.
for _plain in (int, str, bool, date, time):
    _converter.register_structure_hook(_plain, _exactly)
_converter.register_structure_hook(float, _number)
_converter.register_structure_hook(StrEnum, _member)
_converter.register_structure_hook_func(_is_row_type, _row)
_converter.register_structure_hook_func(lambda kind: kind == dict[str, str], _texts)


@lru_cache(maxsize=1024)
def _remembered(kind: str, canonical: str) -> Any:  # noqa: ANN401  each kind has a type of its own
    return _converter.structure(json.loads(canonical), KINDS[kind].parameters)


def parse(kind: str, data: Mapping[str, Any]) -> Any:  # noqa: ANN401  each kind has a type of its own
    """Return the typed parameters of an obligation.

    Args:
        kind: name of a kind in the registry.
        data: the parameters as they stand in the preset or the archive.

    Raises:
        KeyError: there is no such kind.
        cattrs.errors.BaseValidationError: a parameter is missing, unknown, of the wrong type or senseless.
    """
    try:
        canonical = json.dumps(dict(data), sort_keys=True)
    except TypeError:  # a TOML date, say: never right, so the converter refuses it and says why
        return _converter.structure(dict(data), KINDS[kind].parameters)
    return _remembered(kind, canonical)


def structure(data: Mapping[str, Any], wanted: type[T]) -> T:
    """Return plain data as a frozen dataclass, as strictly as `parse` does.

    Raises:
        cattrs.errors.BaseValidationError: something is missing, unknown, of the wrong type or senseless.
    """
    return _converter.structure(dict(data), wanted)


def complaints(error: BaseValidationError) -> list[tuple[str, str]]:
    """Return every fault in the parameters as the parameter's name and a sentence in Swedish.

    Args:
        error: what `parse` raised.
    """
    return [complaint for name, fault in _faults(error, "") for complaint in _complaint(name, fault)]


def _faults(error: BaseException, name: str) -> list[tuple[str, BaseException]]:
    if not isinstance(error, BaseValidationError):
        return [(name, error)]
    return [found for fault in error.exceptions for found in _faults(fault, _attribute(fault) or name)]


def _attribute(fault: BaseException) -> str:
    notes = getattr(fault, "__notes__", [])
    return next((note.name for note in notes if hasattr(note, "name")), "")


def _complaint(name: str, fault: BaseException) -> list[tuple[str, str]]:
    match fault:
        case ForbiddenExtraKeysError():
            extra = sorted(fault.extra_fields)
            return [(each, tr("okänd parameter {name}", name=each)) for each in extra]
        case KeyError():
            missing = str(fault.args[0])
            return [(missing, tr("parametern {name} saknas", name=missing))]
        case _WrongTypeError():
            wanted, got = _word(fault.wanted), _word(fault.got)
            return [(name, tr("{name} ska vara {wanted}, inte {got}", name=name, wanted=wanted, got=got))]
        case _NoNumberError() if fault.got is not float:
            return [(name, tr("{name} ska vara ett tal, inte {got}", name=name, got=_word(fault.got)))]
        case _NoNumberError():
            return [(name, tr("{name} ska vara ett tal som 72.5", name=name))]
        case _UnknownValueError():
            allowed = ", ".join(fault.allowed)
            sentence = tr(
                "okänt värde {value} för {name}; tillåtna: {allowed}",
                value=fault.shown,
                name=name,
                allowed=allowed,
            )
            return [(name, sentence)]
        case ParameterFault():
            return [(fault.parameter, fault.sentence)]
        case _:
            return [(name, tr("{name}: {fault}", name=name, fault=fault))]
