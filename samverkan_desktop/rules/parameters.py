"""Reading an obligation's parameters from plain data, strictly."""

from collections.abc import Mapping
from typing import Any

import cattrs
from cattrs.errors import BaseValidationError

from samverkan_desktop.rules.registry import KINDS

_converter = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=True)


def parse(kind: str, data: Mapping[str, Any]) -> Any:  # noqa: ANN401  each kind has a type of its own
    """Return the typed parameters of an obligation.

    Args:
        kind: name of a kind in the registry.
        data: the parameters as they stand in the preset or the archive.

    Raises:
        KeyError: there is no such kind.
        cattrs.errors.BaseValidationError: a parameter is missing, unknown or of the wrong type.
    """
    return _converter.structure(dict(data), KINDS[kind].parameters)


def complaints(error: BaseValidationError) -> list[str]:
    """Return what is wrong, a line for each fault, each with the parameter's name."""
    return [str(line) for line in cattrs.transform_error(error, path="")]
