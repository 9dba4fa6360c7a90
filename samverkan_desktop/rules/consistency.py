"""What the obligations of one agreement may not say together, and what none of them may refer to.

No agreement can be followed that demands six meetings in one clause and eight in another. Each way in which
obligations contradict each other is one function in a table; they are asked when a preset is read and when
an obligation is written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.rules.wording import role_name
from samverkan_desktop.vocabulary import GroupKind, Role


@dataclass(frozen=True)
class GroupOutline:
    """A group as obligations see it: its key, its kind, and the party of each of its seats, by their keys."""

    key: str
    kind: GroupKind
    seats: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """What is wrong with an obligation as it stands among the others.

    Args:
        obligation: the one at fault; of two that contradict each other, the one that stands last.
        parameter: the parameter at fault; ``group`` for whom it concerns.
        sentence: what is wrong and what to do, in Swedish, without capital and full stop.
        others: those it contradicts.
    """

    obligation: Obligation
    parameter: str
    sentence: str
    others: tuple[Obligation, ...] = ()


Groups = Sequence[GroupOutline]
Check = Callable[[Sequence[Obligation], Groups], Iterator[Fault]]


def faults(obligations: Sequence[Obligation], groups: Groups) -> tuple[Fault, ...]:
    """Return everything that is wrong with obligations taken together, in the order of the table.

    Args:
        obligations: those of one version of an agreement, in its order; their parameters are in order.
        groups: the agreement's groups.
    """
    return tuple(fault for check in _CHECKS for fault in check(obligations, groups))


def concerned(obligation: Obligation, groups: Groups) -> frozenset[str]:
    """Return the keys of the groups an obligation concerns, and a star for each kind to be set up later."""
    if obligation.group_kind is not None:
        there = {group.key for group in groups if group.kind is obligation.group_kind}
        return frozenset({*there, f"*{obligation.group_kind}"})
    if obligation.group:
        return frozenset({obligation.group})
    return frozenset({"", *(group.key for group in groups), *(f"*{kind}" for kind in GroupKind)})


def _pairs(
    obligations: Sequence[Obligation], groups: Groups, first: str, second: str
) -> Iterator[tuple[Obligation, Obligation]]:
    """Yield the obligations of two kinds that concern the same group, each pair in their order."""
    chosen = [each for each in obligations if each.kind in (first, second)]
    for one, other in combinations(chosen, 2):
        if {one.kind, other.kind} == {first, second} and concerned(one, groups) & concerned(other, groups):
            yield one, other


def _different(other: Obligation, one: object, two: object) -> str:
    return tr(
        "här står {two} men i {clause} står {one}; ändra eller ta bort det ena åtagandet",
        two=two,
        one=one,
        clause=other.clause,
    )


def _meeting_counts(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """Two numbers of meetings for the same stretch of time, which no number of meetings can fulfil."""
    for one, other in _pairs(obligations, groups, "meeting_frequency", "meeting_frequency"):
        counts = [each.parameters.get("count", 0) for each in (one, other)]
        spans = [each.parameters.get("per", "working_year") for each in (one, other)]
        bounds = [each.parameters.get("bound", "exactly") for each in (one, other)]
        if not all(counts) or spans[0] != spans[1] or counts[0] == counts[1]:
            continue
        lower = [count for count, bound in zip(counts, bounds, strict=True) if bound == "at_least"]
        fixed = [count for count, bound in zip(counts, bounds, strict=True) if bound != "at_least"]
        if not fixed or (lower and lower[0] < fixed[0]):
            continue  # at least two, and six: six meetings are what both ask for
        yield Fault(other, "count", _different(one, *counts), (one,))


#: Kinds that state a number: which parameter it is, and those that must be alike for two to contradict.
_NUMBERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "area_meetings": ("count", ("per",)),
    "follow_up": ("every", ()),
    "follow_up_report": ("every", ("boards",)),
    "joint_activity": ("count", ("what", "season")),
    "level_report": ("count", ("per",)),
    "minutes_distribution": ("within_days", ()),
    "meeting_report": ("within_days", ("boards",)),
    "yearly_deadline": ("by", ("what", "through")),
    "individual_cases": ("policy", ()),
}


def _numbers(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """Two different numbers, days or policies for the same thing."""
    for kind, (name, alike) in _NUMBERS.items():
        for one, other in _pairs(obligations, groups, kind, kind):
            stated = [each.parameters.get(name) for each in (one, other)]
            same = all(one.parameters.get(each) == other.parameters.get(each) for each in alike)
            if same and None not in stated and stated[0] != stated[1]:
                yield Fault(other, name, _different(one, *stated), (one,))


def _role_terms(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """A role that is given for two different terms."""
    for one, other in _pairs(obligations, groups, "role_term", "role_term"):
        both = set(one.parameters["roles"]) & set(other.parameters["roles"])
        terms = [each.parameters["term"] for each in (one, other)]
        if both and terms[0] != terms[1]:
            yield Fault(other, "term", _different(one, *terms), (one,))


def _fixed_twice(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """A role that two clauses tie to different functions (S04)."""
    for one, other in _pairs(obligations, groups, "role_function", "role_function"):
        seats = [set(each.parameters["seats"]) for each in (one, other)]
        if one.parameters["role"] == other.parameters["role"] and not seats[0] & seats[1]:
            sentence = tr(
                "{role} är knuten till andra funktioner i {clause}; ändra eller ta bort det ena åtagandet",
                role=role_name(Role(one.parameters["role"])),
                clause=one.clause,
            )
            yield Fault(other, "seats", sentence, (one,))


def _fixed_and_elected(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """A role tied to a function (S04, ST13) that is also to be given for a term (T18)."""
    for one, other in _pairs(obligations, groups, "role_function", "role_term"):
        fixed, elected = (one, other) if one.kind == "role_function" else (other, one)
        role = fixed.parameters["role"]
        if role in elected.parameters["roles"] and elected.parameters["term"] != "until_further_notice":
            sentence = tr(
                "{role} är knuten till en funktion i {fixed} men ska utses för en tid i {elected}; "
                "ta bort det ena åtagandet",
                role=role_name(Role(role)),
                fixed=fixed.clause,
                elected=elected.clause,
            )
            yield Fault(other, "role" if other is fixed else "roles", sentence, (one,))


def _fixed_in_one_party(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """Roles that are to be in different parties (T17), tied to functions of one and the same."""
    parties = {group.key: group.seats for group in groups}
    fixed = [each for each in obligations if each.kind == "role_function"]
    for apart in (each for each in obligations if each.kind == "role_parties"):
        for one, other in combinations(fixed, 2):
            roles = [one.parameters["role"], other.parameters["role"]]
            if roles[0] == roles[1] or not set(roles) <= set(apart.parameters["roles"]):
                continue
            for key in concerned(apart, groups) & concerned(one, groups) & concerned(other, groups):
                seats = parties.get(key, {})
                held = {seats.get(seat) for seat in (*one.parameters["seats"], *other.parameters["seats"])}
                if len(held) == 1 and None not in held:
                    last = max((apart, one, other), key=obligations.index)
                    others = tuple(each for each in (apart, one, other) if each is not last)
                    sentence = tr(
                        "{first} och {second} ska finnas hos olika parter enligt {clause}, "
                        "men är knutna till funktioner hos samma part; ändra ett av åtagandena",
                        first=role_name(Role(roles[0])),
                        second=role_name(Role(roles[1])),
                        clause=apart.clause,
                    )
                    yield Fault(last, "roles" if last is apart else "seats", sentence, others)


def _absent_seats(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """Seats that the group does not have."""
    there = {group.key: group.seats for group in groups}
    for each in obligations:
        named = each.parameters.get("seats", ())
        if not named or not each.group:
            continue
        for seat in named:
            if seat not in there.get(each.group, {}):
                yield Fault(
                    each,
                    "seats",
                    tr("platsen {seat} finns inte i gruppen {group}", seat=seat, group=each.group),
                )


def _absent_groups(obligations: Sequence[Obligation], groups: Groups) -> Iterator[Fault]:
    """Groups the agreement does not have: as those concerned, or as those whose meetings are followed."""
    there = {group.key for group in groups}
    for each in obligations:
        for parameter, key in (("group", each.group), ("relative_to", each.parameters.get("relative_to"))):
            if key and key not in there:
                yield Fault(each, parameter, tr("gruppen {group} finns inte i avtalet", group=key))
        if each.group and each.parameters.get("relative_to") == each.group:
            yield Fault(each, "relative_to", tr("gruppens möten kan inte ligga före eller efter dess egna"))


_CHECKS: tuple[Check, ...] = (
    _absent_groups,
    _absent_seats,
    _meeting_counts,
    _numbers,
    _role_terms,
    _fixed_twice,
    _fixed_and_elected,
    _fixed_in_one_party,
)
