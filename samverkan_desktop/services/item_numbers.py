"""The numbers of agenda items, as everybody says them: ``4``, and ``4.1`` under it."""

from collections.abc import Iterable


def numbers(items: Iterable[tuple[int, int | None]]) -> dict[int, str]:
    """Return the number of each item of one agenda.

    Args:
        items: identity of each item, and of the one it stands under, in the agenda's order.
    """
    found: dict[int, str] = {}
    under: dict[int, int] = {}
    whole = 0
    for identity, parent in items:
        if parent in under:
            under[parent] += 1
            found[identity] = f"{found[parent]}.{under[parent]}"
            continue
        whole += 1
        under[identity] = 0
        found[identity] = str(whole)
    return found
