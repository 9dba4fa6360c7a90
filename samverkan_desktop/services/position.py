"""The order of things that stand in a list of their own: numbered from 1, without gaps."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A stored thing with a place in a list."""

    position: int


T = TypeVar("T", bound=Placed)


def number(things: Sequence[Placed]) -> None:
    """Give things the places they stand in; what has its place already is left alone."""
    for position, thing in enumerate(things, 1):
        if thing.position != position:
            thing.position = position


def move(things: Sequence[T], chosen: T, position: int) -> None:
    """Move one of several things to a place.

    Args:
        things: all of them in order, the one to move among them.
        chosen: the one to move.
        position: its new place, 1 or more; beyond the last it stands last.
    """
    others = [thing for thing in things if thing is not chosen]
    others.insert(max(0, min(position - 1, len(others))), chosen)
    number(others)
