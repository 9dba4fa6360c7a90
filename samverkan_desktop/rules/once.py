"""Working something out once for facts that many rules ask about."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

F = TypeVar("F")
T = TypeVar("T")


def once(work: Callable[[F], T]) -> Callable[[F], T]:
    """Let a function of the facts remember its answer for as long as the facts live.

    An index that a rule needs is such a function in its own module: it is made when first asked for.
    """
    name = f"once {work.__module__}.{work.__qualname__}"

    @wraps(work)
    def remembered(facts: F) -> T:
        known = vars(facts)
        try:
            answer: T = known[name]
        except KeyError:
            answer = known[name] = work(facts)
        return answer

    return remembered


def grouped(things: Iterable[T], *names: str) -> dict[Any, list[T]]:
    """Return things by the value of one of their fields, or by the values of several, each in its order."""
    found: defaultdict[Any, list[T]] = defaultdict(list)
    key = attrgetter(*names)
    for thing in things:
        found[key(thing)].append(thing)
    return dict(found)
