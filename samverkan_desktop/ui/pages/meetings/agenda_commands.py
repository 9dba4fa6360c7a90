"""What the command box does with the agenda of the meeting that is open."""

from collections.abc import Callable
from functools import partial

from samverkan_desktop.i18n import tr
from samverkan_desktop.ui.pages.meetings.steps import At
from samverkan_desktop.ui.pages.meetings.workspace import MeetingWorkspace

#: What a command is called, what it does, its keys, and its icon.
Command = tuple[str, Callable[[], object], str, str]


def agenda_commands(desk: MeetingWorkspace) -> tuple[Command, ...]:
    """Return the commands; each does something only where what it is about is shown."""
    tools = desk.agenda.tools
    shown = partial(_on_agenda, desk)
    under, whole = partial(desk.agenda.nest, 1), partial(desk.agenda.nest, -1)
    return (
        (tr("Punkten fortsätter nästa möte"), partial(shown, tools.carry_over), "", "send"),
        (tr("Hoppa över punkten denna gång"), partial(shown, tools.skip), "", "minus"),
        (
            tr("Gör punkten till underpunkt"),
            partial(shown, under),
            "",
            "chevron-right",
        ),
        (
            tr("Gör underpunkten till egen punkt"),
            partial(shown, whole),
            "",
            "chevron-left",
        ),
        (tr("Spara dagordningen som mall"), partial(shown, tools.save_template), "", "copy"),
        (tr("Bygg dagordningen av en mall"), partial(shown, tools.use_template), "", "copy"),
        (tr("Mallar för dagordningar"), partial(shown, tools.manage_templates), "", "copy"),
        (tr("Skapa körschema"), partial(_script, desk), "", "clock"),
    )


def _on_agenda(desk: MeetingWorkspace, done: Callable[[], object]) -> None:
    if desk.isVisible() and desk.here in (At.AGENDA, At.HOLD):
        done()


def _script(desk: MeetingWorkspace) -> None:
    """Write the convenor's running script of the meeting that is open."""
    if desk.isVisible():
        desk.go(At.CALL)
        desk.call.script.start()
