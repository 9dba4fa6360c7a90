"""The chosen deviation: what is known of it, and what can be done with it now."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.services.deviation import DeviationRow
from samverkan_desktop.services.item_origin import ground_label
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.deviations import choices
from samverkan_desktop.ui.pages.deviations.entries import Chosen, agenda_entry, escalate_entry, handle_entry
from samverkan_desktop.ui.widgets.entry import Steps, Values
from samverkan_desktop.ui.widgets.facts import Fact, Facts
from samverkan_desktop.ui.widgets.side_panel import SidePanel


def shape(row: DeviationRow) -> str:
    """Return the status whose shape a deviation bears."""
    if row.escalated_on is not None:
        return "fulfilled" if row.item_id else "at_risk"
    return "fulfilled" if row.handled_on is not None else "upcoming"


class DeviationDetails(SidePanel):
    """One deviation.

    Args:
        context: what the page is given.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__(tr("Avvikelsen"))
        self._context = context
        self._chosen = Chosen()
        self._group_id: int | None = None
        self.facts = Facts(context.navigate)
        self.steps = Steps()
        self._escalate = escalate_entry(context, self._chosen)
        self._agenda = agenda_entry(context, self._chosen)
        self.steps.add("handle", tr("Hanterad…"), handle_entry(context, self._chosen), self._today)
        self.steps.add("escalate", tr("Lyft till gruppen…"), self._escalate, self._raised)
        self.steps.add("agenda", tr("Sätt på dagordning…"), self._agenda, self._first_meeting)
        self.content.addWidget(self.facts)
        self.content.addWidget(self.steps)

    def show_row(self, row: DeviationRow) -> None:
        """Show a deviation; an entry that is being written for the same one is kept."""
        if self._chosen.set(row.id):
            self.steps.offer()
        self._group_id = row.group_id
        work = self._context.workspace
        self._escalate.form.offer("group_id", choices.groups(work, self._context.agreement_id()))
        self._agenda.form.offer("meeting_id", choices.meetings(work, row.group_id))
        self.set_title(row.number)
        self.facts.show_facts(self._known(row))
        offered = ["handle"] if row.handled_on is None else []
        if row.escalated_on is None:
            offered.append("escalate")
        elif row.item_id is None:
            offered.append("agenda")
        self.steps.offer(*offered)

    def _known(self, row: DeviationRow) -> tuple[Fact, ...]:
        handled = f"{row.handled_on} {row.handling}".strip() if row.handled_on else ""
        on_agenda = choices.meeting_name(self._context.workspace, row.meeting_id)
        return (
            Fact("", row.outcome, status=shape(row)),
            Fact(tr("Vad brast?"), row.description),
            Fact(tr("Rapporterad"), f"{row.reported_on}, {row.reported_by}"),
            Fact(tr("Uppstod i"), row.arose_in),
            Fact(tr("Närmsta chef"), row.line_manager),
            Fact(tr("Hanterad"), handled),
            Fact(tr("Lyft på grund av"), ground_label(row.ground) if row.ground else ""),
            Fact(tr("På dagordningen"), on_agenda, f"meeting:{row.meeting_id}/item:{row.item_id}"),
        )

    def _today(self) -> Values:
        return {"day": self._context.workspace.today}

    def _raised(self) -> Values:
        groups = choices.groups(self._context.workspace, self._context.agreement_id())
        return {**self._today(), "group_id": groups[0][0] if groups else None}

    def _first_meeting(self) -> Values:
        ahead = choices.meetings(self._context.workspace, self._group_id)
        return {"meeting_id": ahead[0][0] if ahead else None}
