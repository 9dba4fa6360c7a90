"""Values of a stored thing as a form gives them: looked through, then set."""

from collections.abc import Collection, Mapping

from samverkan_desktop.models.base import Stored
from samverkan_desktop.services.privacy import refuse


def looked_through(values: Mapping[str, object], allowed: Collection[str]) -> dict[str, object]:
    """Return values as they are to be stored, the texts without space around them.

    Args:
        values: by the names of the thing's fields.
        allowed: which fields the use case changes; another one is the caller's mistake.

    Raises:
        UserError: a text holds a personal identity number; its field is the value's name.
    """
    assert values.keys() <= set(allowed), values  # noqa: S101  the caller's mistake, not the user's
    # A member of a closed list is a text too, but nothing anybody has written.
    texts = {name: value for name, value in values.items() if type(value) is str}
    refuse(**texts)
    return {**values, **{name: text.strip() for name, text in texts.items()}}


def set_values(thing: Stored, values: Mapping[str, object]) -> None:
    """Set fields of a stored thing."""
    for name, value in values.items():
        setattr(thing, name, value)
