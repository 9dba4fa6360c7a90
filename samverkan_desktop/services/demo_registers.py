"""Playing what happens in the registers during an example year."""

from collections.abc import Callable
from datetime import date
from typing import Any

from samverkan_desktop.services import (
    activity,
    activity_plan,
    commitment,
    coverage,
    deviation,
    dissemination,
    expected_result,
    follow_up,
    indicator,
    measurement,
    planned_activity,
    renegotiation,
    routine,
    routine_upkeep,
    served_commitment,
    strategy,
)
from samverkan_desktop.services.demo_played import Played
from samverkan_desktop.services.demo_register_story import (
    ActivityPlanStory,
    AnswerStory,
    CommitmentStory,
    EventStory,
    KnownStory,
    MeasurementStory,
    RequestStory,
    ResultStory,
    ReviewStory,
    ServesStory,
    StepStory,
    VersionStory,
)
from samverkan_desktop.services.demo_story import DeviationStory, FollowUpStory
from samverkan_desktop.services.workspace import Workspace


def play_event(work: Workspace, made: Played, story: EventStory) -> None:
    """Do what a story says was done in a register on a day."""
    for name, play in _PLAYED.items():
        told = getattr(story, name)
        if told:
            play(work, made, story.day, told)


def play_report(work: Workspace, made: Played, story: DeviationStory) -> None:
    """Report a deviation."""
    made.deviations[story.number] = deviation.report(
        work,
        made.agreement_id,
        reported_on=story.reported_on,
        reported_by=story.reported_by,
        arose_in=story.arose_in,
        line_manager=story.line_manager,
        description=story.description,
    )


def play_settling(work: Workspace, made: Played, story: DeviationStory) -> None:
    """Handle a deviation, or raise it with the story's group."""
    deviation_id = made.deviations[story.number]
    if story.handled_on is not None:
        deviation.handle(work, deviation_id, story.handled_on, story.handling)
    elif story.escalated_on is not None and story.ground is not None:
        deviation.escalate(work, deviation_id, story.escalated_on, story.ground, made.group_id())


def play_judgement(work: Workspace, made: Played, story: FollowUpStory) -> None:
    """Write what the group judges of a year."""
    follow_up.write(
        work,
        made.agreement_id,
        story.period,
        judgement=story.judgement.strip(),
        undocumented=story.undocumented,
        improvements=story.improvements,
        underreporting=story.underreporting.strip(),
    )


def _strategy(work: Workspace, made: Played, title: str) -> int | None:
    rows = strategy.listing(work, made.agreement_id)
    return next((row.id for row in rows if row.title == title), None)


def _activity_plan(work: Workspace, made: Played, _day: date, story: ActivityPlanStory) -> None:
    plan_id = activity_plan.draft(work, made.group_id(story.group), story.period)
    made.activity_plans[story.group, story.period] = plan_id
    for told in story.activity:
        made.activities[told.title] = planned_activity.add(
            work,
            plan_id,
            told.title,
            strategy_id=_strategy(work, made, told.strategy),
            responsible=told.responsible,
            due=told.due,
        )


def _activity_done(work: Workspace, made: Played, day: date, title: str) -> None:
    planned_activity.finish(work, made.activities[title], day)


def _commitment(work: Workspace, made: Played, _day: date, story: CommitmentStory) -> None:
    made.commitments[story.title] = commitment.add(
        work,
        made.agreement_id,
        story.title,
        strategy_id=_strategy(work, made, story.strategy),
        responsible=story.responsible,
        due=story.due,
    )


def _step(work: Workspace, made: Played, day: date, story: StepStory) -> None:
    commitment.note_step(work, made.commitments[story.commitment], story.step, day)


def _serves(work: Workspace, made: Played, _day: date, story: ServesStory) -> None:
    served_commitment.serve(work, made.commissions[story.commission], made.commitments[story.commitment])


def _expected_result(work: Workspace, made: Played, day: date, story: ResultStory) -> None:
    expected_result.add(work, made.agreement_id, story.horizon, story.text, board=story.board, stated_on=day)


def _request(work: Workspace, made: Played, day: date, story: RequestStory) -> None:
    party_id = made.parties[story.party]
    made.requests[story.party] = renegotiation.request(work, made.agreement_id, party_id, day, story.reason)


def _answer(work: Workspace, made: Played, day: date, story: AnswerStory) -> None:
    renegotiation.close(work, made.requests[story.party], day, story.outcome, story.note)


def _joint_day(work: Workspace, made: Played, day: date, title: str) -> None:
    activity.hold(work, activity.plan(work, made.agreement_id, title, day))


def _routine(work: Workspace, made: Played, title: str) -> int:
    return next(row.id for row in routine.listing(work, made.agreement_id) if row.title == title)


def _reviewed(work: Workspace, made: Played, day: date, story: ReviewStory) -> None:
    routine_upkeep.review(work, _routine(work, made, story.routine), day, story.again_by)


def _known(work: Workspace, made: Played, day: date, story: KnownStory) -> None:
    routine_id = _routine(work, made, story.routine)
    if not story.units:
        dissemination.make_known_everywhere(work, routine_id, day)
    units = {unit.name: unit.id for unit in dissemination.matrix(work, made.agreement_id).units}
    for name in story.units:
        dissemination.make_known(work, routine_id, units[name], day)


def _presented(work: Workspace, made: Played, day: date, title: str) -> None:
    routine_upkeep.present(work, _routine(work, made, title), day)


def _version(work: Workspace, made: Played, day: date, story: VersionStory) -> None:
    routine_upkeep.renew(work, _routine(work, made, story.material), story.version, day)


def _covered(work: Workspace, made: Played, day: date, name: str) -> None:
    rows = coverage.listing(work, made.agreement_id)
    coverage.sign(work, next(row.id for row in rows if row.name == name), day)


def _measured(work: Workspace, made: Played, day: date, story: MeasurementStory) -> None:
    rows = indicator.listing(work, made.agreement_id)
    indicator_id = next(row.id for row in rows if row.name == story.indicator)
    measurement.measure(work, indicator_id, story.period, story.value, note=story.note, measured_on=day)


#: How each thing that an event may tell of is played: with the archive, what is made so far, the day, and it.
_PLAYED: dict[str, Callable[[Workspace, Played, date, Any], None]] = {
    "joint_day": _joint_day,
    "reviewed": _reviewed,
    "known": _known,
    "presented": _presented,
    "version": _version,
    "covered": _covered,
    "measured": _measured,
    "activity_plan": _activity_plan,
    "activity_done": _activity_done,
    "commitment": _commitment,
    "step": _step,
    "serves": _serves,
    "expected_result": _expected_result,
    "request": _request,
    "answer": _answer,
}
