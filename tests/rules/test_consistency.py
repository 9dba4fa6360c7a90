from samverkan_desktop.rules import consistency
from samverkan_desktop.rules.consistency import Fault, GroupOutline
from samverkan_desktop.rules.obligation import Obligation
from samverkan_desktop.vocabulary import GroupKind

GROUPS = (
    GroupOutline("styrgrupp", GroupKind.STEERING_GROUP, {"A": "skola", "B": "skola", "C": "social"}),
    GroupOutline("lokalgrupp", GroupKind.LOCAL_TASK_GROUP, {"D": "social"}),
)


def demand(clause: str, kind: str, parameters: dict[str, object], group: str = "styrgrupp") -> Obligation:
    return Obligation(0, kind, clause, "Ordagrant.", parameters, group)


def found(*obligations: Obligation) -> list[Fault]:
    return list(consistency.faults(obligations, GROUPS))


def one(*obligations: Obligation) -> Fault:
    (fault,) = found(*obligations)
    return fault


def meetings(clause: str, count: int, group: str = "styrgrupp", **more: object) -> Obligation:
    return demand(clause, "meeting_frequency", {"count": count, **more}, group)


def test_two_numbers_of_meetings_contradict_each_other_at_the_last_one():
    fault = one(meetings("§ 1", 6), meetings("§ 2", 8))
    assert (fault.obligation.clause, fault.parameter, fault.others[0].clause) == ("§ 2", "count", "§ 1")
    assert fault.sentence == "här står 8 men i § 1 står 6; ändra eller ta bort det ena åtagandet"


def test_the_same_number_twice_is_no_contradiction():
    assert found(meetings("§ 1", 6), meetings("§ 2", 6)) == []


def test_other_groups_and_other_stretches_of_time_have_numbers_of_their_own():
    assert found(meetings("§ 1", 6), meetings("§ 2", 8, "lokalgrupp")) == []
    assert found(meetings("§ 1", 6), meetings("§ 2", 2, per="term")) == []


def test_at_least_some_and_a_number_above_them_go_together():
    assert found(meetings("§ 1", 2, bound="at_least"), meetings("§ 2", 6)) == []
    assert found(meetings("§ 1", 2, bound="at_least"), meetings("§ 2", 4, bound="at_least")) == []
    assert one(meetings("§ 1", 4), meetings("§ 2", 6, bound="at_least")).parameter == "count"


def test_what_is_said_of_every_group_is_said_of_each():
    every = Obligation(0, "meeting_frequency", "§ 1", "", {"count": 2}, group_kind=GroupKind.LOCAL_TASK_GROUP)
    assert one(every, meetings("§ 2", 3, "lokalgrupp")).others == (every,)
    assert found(every, meetings("§ 2", 3)) == []
    all_groups = meetings("§ 1", 2, "")
    assert one(all_groups, meetings("§ 2", 3)).obligation.clause == "§ 2"


def test_a_group_kind_with_no_group_yet_is_judged_too():
    crews = [
        Obligation(0, "meeting_frequency", clause, "", {"count": n}, group_kind=GroupKind.WORK_GROUP)
        for clause, n in (("§ 1", 2), ("§ 2", 3))
    ]
    assert one(*crews).parameter == "count"


def test_two_different_follow_ups_or_policies_contradict_each_other():
    every = [demand(f"§ {n}", "follow_up", {"every": n}) for n in (1, 2)]
    assert one(*every).parameter == "every"
    policies = [demand("§ 1", "individual_cases", {"policy": each}) for each in ("ban", "allowed")]
    assert one(*policies).parameter == "policy"


def test_two_days_for_different_things_do_not_contradict_each_other():
    days = [demand("§ 1", "yearly_deadline", {"what": what, "by": by}) for what, by in (("a", 1), ("b", 2))]
    assert found(*days) == []


def roles(clause: str, kind: str, **more: object) -> Obligation:
    return demand(clause, kind, {"roles": ["convenor", "secretary"], **more})


def fixed(clause: str, role: str, *seats: str) -> Obligation:
    return demand(clause, "role_function", {"role": role, "seats": list(seats)})


def test_a_role_given_for_two_terms_contradicts_itself():
    fault = one(
        roles("§ 1", "role_term", term="working_year"),
        demand("§ 2", "role_term", {"roles": ["secretary"], "term": "calendar_year"}),
    )
    assert fault.parameter == "term"


def test_a_role_tied_to_a_function_is_not_also_elected_for_a_term():
    elected = roles("§ 2", "role_term", term="working_year")
    fault = one(fixed("§ 1", "convenor", "A"), elected)
    assert (fault.obligation, fault.parameter) == (elected, "roles")
    assert "sammankallande är knuten till en funktion i § 1" in fault.sentence
    open_ended = roles("§ 2", "role_term", term="until_further_notice")
    assert found(fixed("§ 1", "convenor", "A"), open_ended) == []


def test_a_role_is_tied_to_one_function():
    assert one(fixed("§ 1", "convenor", "A"), fixed("§ 2", "convenor", "C")).parameter == "seats"
    assert found(fixed("§ 1", "convenor", "A", "C"), fixed("§ 2", "convenor", "C")) == []


def test_roles_that_are_to_be_in_different_parties_are_not_tied_to_one():
    apart = roles("§ 3", "role_parties")
    fault = one(fixed("§ 1", "convenor", "A"), fixed("§ 2", "secretary", "B"), apart)
    assert (fault.obligation, [each.clause for each in fault.others]) == (apart, ["§ 1", "§ 2"])
    assert found(fixed("§ 1", "convenor", "A"), fixed("§ 2", "secretary", "C"), apart) == []


def test_a_seat_that_the_group_does_not_have_is_named():
    assert "platsen D finns inte i gruppen styrgrupp" in one(fixed("§ 1", "convenor", "D")).sentence


def test_a_group_that_is_not_there_is_named():
    assert one(meetings("§ 1", 6, "ledning")).parameter == "group"
    before = demand("§ 1", "meeting_frequency", {"relative_to": "ledning", "when": "before"})
    assert one(before).parameter == "relative_to"


def test_meetings_do_not_lie_before_themselves():
    before = demand("§ 1", "meeting_frequency", {"relative_to": "styrgrupp", "when": "before"})
    assert one(before).parameter == "relative_to"
