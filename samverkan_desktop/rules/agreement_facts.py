"""The agreement itself as a fact: its term now, and the terms it had before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from samverkan_desktop.periods import Calendar
from samverkan_desktop.words import Words


@dataclass(frozen=True, slots=True)
class EarlierTermFact:
    """When an agreement was to end, and how far its evaluation had come, before a change on a day."""

    changed_on: date
    ends: date | None
    evaluation_begun_on: date | None = None
    evaluated_on: date | None = None


@dataclass(frozen=True)
class AgreementFact:
    """The agreement: its term, how it divides time, and what has been done about its end.

    ``ends`` is None for one that is valid until further notice; ``evaluation_begun_on`` is the day
    work on the evaluation began, ``evaluated_on`` the day its outcome was decided. ``words`` are the
    agreement's own for a role, a party, a record, by the name of a `Word`. ``earlier_terms`` are the terms
    it had before it was prolonged or ended, oldest first.
    """

    id: int
    title: str
    starts: date
    ends: date | None
    calendar: Calendar
    evaluation_begun_on: date | None = None
    evaluated_on: date | None = None
    signed_on: date | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    earlier_terms: tuple[EarlierTermFact, ...] = ()

    @cached_property
    def said(self) -> Words:
        """The agreement's words, and the usual ones where it has none of its own."""
        return Words(self.words)
