"""Finding a ring among things that refer to one another, where none may be."""

from collections.abc import Hashable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def ring(edges: Mapping[N, Sequence[N]]) -> list[N]:
    """Return what stands along a ring, its beginning also last; empty where there is none.

    Args:
        edges: what each refers to.
    """
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        found: list[N] = list(reversed(error.args[1]))
        return found
    return []
