"""Working something out once for facts that many rules ask about."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

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
        if name not in known:
            known[name] = work(facts)
        answer: T = known[name]
        return answer

    return remembered
