"""Where the points of a small line stand, on paper and on screen: between the least and the most drawn."""

from collections.abc import Sequence


class LineScale:
    """How high a value stands: the least and the most of all that is drawn span the height.

    Args:
        values: what is drawn; None for what was not measured.
        target: the value aimed at, which is drawn too; None for none.
    """

    def __init__(self, values: Sequence[float | None], target: float | None) -> None:
        known = [value for value in (*values, target) if value is not None] or [0.0]
        self._least = min(known)
        self._span = max(known) - self._least

    def share(self, value: float) -> float:
        """Return how high a value stands, from 0 to 1; in the middle where all are equal."""
        return (value - self._least) / self._span if self._span else 0.5


def runs(values: Sequence[float | None]) -> list[list[int]]:
    """Return the places of what was measured one after the other, a list for each unbroken stretch."""
    found: list[list[int]] = [[]]
    for number, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append(number)
    return [run for run in found if run]
