"""Keys: short names by which obligations and preset files refer to parties, groups and seats."""

from collections.abc import Iterable

from samverkan_desktop.services.wording import slug

#: How long a key made from a name may be: it is to be read in a file.
_LONGEST = 40


def free_key(name: str, taken: Iterable[str]) -> str:
    """Return a key made from a name that none of those taken is: ``styrgrupp``, ``styrgrupp-2``."""
    known = set(taken)
    begun = slug(name)[:_LONGEST].strip("-") or "namnlos"
    key, number = begun, 1
    while key in known:
        number += 1
        key = f"{begun}-{number}"
    return key
