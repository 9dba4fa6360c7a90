"""What one chooses between in several registers: decisions, meetings, fields of collaboration, strategies."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services import area, board_matter, decision, hierarchy, meeting, strategy
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui.pages.registers.register import Choices
from samverkan_desktop.vocabulary import AreaKind, MeetingStatus

#: How much of a text is shown where it has one line.
_WORDS = 48


def decisions(work: Workspace, agreement_id: int, otherwise: str) -> Choices:
    """Return an agreement's decisions, newest first, after what stands for none of them.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        otherwise: what none is called: ``avtalet självt``.
    """
    rows = decision.log(work, agreement_id=agreement_id)
    return [(None, otherwise), *((row.id, f"{row.number} {shortened(row.text)}") for row in reversed(rows))]


def shortened(text: str) -> str:
    """Return a text on one line, its end left out where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _WORDS else f"{flat[:_WORDS].rstrip()}…"


def strategies(work: Workspace, agreement_id: int) -> Choices:
    """Return an agreement's strategies, after none."""
    return [(None, tr("ingen")), *((row.id, row.title) for row in strategy.listing(work, agreement_id))]


def meetings(work: Workspace, agreement_id: int) -> Choices:
    """Return the meetings of an agreement's groups, newest first, after none; none that is cancelled."""
    rows = meeting.listing(work, agreement_id=agreement_id)
    named = [(row.id, f"{row.group} {row.day}") for row in rows if row.status is not MeetingStatus.CANCELLED]
    return [(None, tr("inget")), *reversed(named)]


def matters(work: Workspace, agreement_id: int) -> Choices:
    """Return an agreement's matters for boards, newest first."""
    rows = board_matter.listing(work, agreement_id)
    return [(row.id, shortened(f"{row.case_number} {row.title}")) for row in reversed(rows)]


def fields(work: Workspace, agreement_id: int) -> Choices:
    """Return an agreement's fields of collaboration, after none."""
    return [
        (None, tr("inget")),
        *((row.id, row.name) for row in area.listing(work, agreement_id, AreaKind.FIELD)),
    ]


def ways(work: Workspace, agreement_id: int, *, up: bool) -> Choices:
    """Return the ways between an agreement's levels: a superior group and one that answers to it.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        up: whether they are read from below: ``Styrgruppen → 2+2-mötet``.
    """
    found = []
    for row in hierarchy.levels(work, agreement_id):
        for group_id, name in row.subordinates:
            text = f"{name} → {row.group}" if up else f"{row.group} → {name}"
            found.append(((row.group_id, group_id), text))
    return found
