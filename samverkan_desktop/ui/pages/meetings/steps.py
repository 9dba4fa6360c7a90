"""The steps of a meeting: what is behind, and where one is."""

from enum import StrEnum

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.meeting import MeetingRow
from samverkan_desktop.ui.widgets.stepper import Step, StepState
from samverkan_desktop.vocabulary import MeetingStatus


class At(StrEnum):
    """The steps from plan to distributed minutes."""

    PLAN = "plan"
    AGENDA = "agenda"
    CALL = "call"
    HOLD = "hold"
    FINISH = "finish"
    SEND = "send"


_BEGUN = (MeetingStatus.HELD, MeetingStatus.FINISHED, MeetingStatus.SENT)
_FINISHED = (MeetingStatus.FINISHED, MeetingStatus.SENT)


def is_done(meeting: MeetingRow, step: At) -> bool:
    """Return whether a step is behind."""
    return {
        At.PLAN: (meeting.starts is not None and bool(meeting.place)) or meeting.status in _BEGUN,
        At.AGENDA: meeting.items > 0,
        At.CALL: meeting.called_on is not None,
        At.HOLD: meeting.status in _FINISHED,
        At.FINISH: meeting.status in _FINISHED,
        At.SEND: meeting.status is MeetingStatus.SENT,
    }[step]


def next_step(meeting: MeetingRow) -> At:
    """Return the step to take next: where a meeting opens."""
    if meeting.status is MeetingStatus.SENT:
        return At.SEND
    if meeting.status in _BEGUN:
        return At.SEND if meeting.status in _FINISHED else At.HOLD
    if meeting.status is MeetingStatus.CALLED:
        return At.HOLD
    return next((step for step in At if not is_done(meeting, step)), At.SEND)


def steps(meeting: MeetingRow, here: At) -> list[Step]:
    """Return the steps to show, with the one where one is."""
    labels = {
        At.PLAN: tr("Planera"),
        At.AGENDA: tr("Dagordning"),
        At.CALL: tr("Kalla"),
        At.HOLD: tr("Genomför"),
        At.FINISH: tr("Färdigställ"),
        At.SEND: tr("Skicka"),
    }
    return [
        Step(step.value, labels[step], _state(meeting, step, here), _reason(meeting, step),
             is_done(meeting, step))
        for step in At
    ]  # fmt: skip


def _state(meeting: MeetingRow, step: At, here: At) -> StepState:
    if step is here:
        return StepState.CURRENT
    return StepState.DONE if is_done(meeting, step) else StepState.TODO


def _reason(meeting: MeetingRow, step: At) -> str:
    if step is At.PLAN and not is_done(meeting, step):
        return tr("Tid och plats återstår")
    if step is At.AGENDA:
        return tr("{count} punkter", count=meeting.items)
    if step is At.CALL and meeting.called_on:
        return tr("Kallelsen skickades {day}", day=meeting.called_on)
    if step is At.SEND and meeting.minutes_sent_on:
        return tr("Anteckningarna skickades {day}", day=meeting.minutes_sent_on)
    return ""
