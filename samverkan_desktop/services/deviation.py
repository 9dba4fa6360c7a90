"""Deviations: reported without names, handled by the line manager, or escalated to a group (T10, T11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.models.deviation import Deviation
from samverkan_desktop.rules import escalation
from samverkan_desktop.services.agenda_builder import escalated_item
from samverkan_desktop.services.agenda_order import insert, taking_up
from samverkan_desktop.services.facts import in_force
from samverkan_desktop.services.meeting import open_meeting
from samverkan_desktop.services.privacy import demand, refuse, refuse_future
from samverkan_desktop.services.values import looked_through, set_values
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import EscalationGround


@dataclass(frozen=True)
class DeviationRow:
    """A deviation with what became of it; ``item`` names the agenda item it was taken up under."""

    id: int
    agreement_id: int
    number: str
    reported_on: date
    reported_by: str
    arose_in: str
    line_manager: str
    description: str
    handled_on: date | None
    handling: str
    escalated_on: date | None
    ground: EscalationGround | None
    group_id: int | None
    meeting_id: int | None
    item_id: int | None

    @property
    def outcome(self) -> str:
        """What became of it, in words."""
        if self.escalated_on is not None:
            taken = tr("på dagordningen") if self.item_id else tr("väntar på dagordning")
            return tr("lyft {day}, {taken}", day=self.escalated_on, taken=taken)
        if self.handled_on is not None:
            return tr("hanterad {day}", day=self.handled_on)
        return tr("hos närmsta chef") if self.line_manager else tr("rapporterad")


def report(
    work: Workspace,
    agreement_id: int,
    *,
    reported_on: date,
    reported_by: str,
    description: str,
    arose_in: str = "",
    line_manager: str = "",
) -> int:
    """Report a deviation, so that nobody can be recognised in it (T10).

    Args:
        work: the open archive.
        agreement_id: the agreement under which collaboration failed.
        reported_on: the day it was reported.
        reported_by: the operation that reports it.
        description: what failed, without names or details.
        arose_in: the operation where it arose.
        line_manager: function of the line manager there, who is to handle it.

    Raises:
        UserError: something is missing, the day is to come, or a text holds a personal identity number. Where
            it arose and who is to handle it are asked for only under an agreement that has line managers
            handle deviations or raise them.
    """
    texts = {
        "reported_by": reported_by, "arose_in": arose_in, "line_manager": line_manager,
        "description": description,
    }  # fmt: skip
    refuse(**texts)
    refuse_future(work.today, reported_on=reported_on)
    with work.change("deviation.report", tr("En avvikelse rapporterades")) as session:
        _demand_told(session, agreement_id, reported_on, texts)
        own = select(func.max(Deviation.sequence)).where(Deviation.agreement_id == agreement_id)
        sequence = (session.scalar(own) or 0) + 1
        deviation = Deviation(
            agreement_id=agreement_id,
            sequence=sequence,
            number=f"A{sequence}",
            reported_on=reported_on,
            reported_by=reported_by.strip(),
            arose_in=arose_in.strip(),
            line_manager=line_manager.strip(),
            description=description.strip(),
        )
        session.add(deviation)
        session.flush()
        return deviation.id


def _demand_told(session: Session, agreement_id: int, day: date, texts: Mapping[str, str]) -> None:
    """Refuse a report that lacks what the agreement needs: no more is asked for, so that many are made (B15).

    Raises:
        UserError: something is missing.
    """
    demand(tr("Fyll i fältet, utan namn på personer."), reported_by=texts["reported_by"])
    if any(each.kind == escalation.KIND.name for each in in_force(session, agreement_id, day)):
        demand(tr("Fyll i fältet, utan namn på personer."), arose_in=texts["arose_in"])
        sentence = tr("Ange närmsta chef i den verksamhet där bristen uppstod.")
        demand(sentence, line_manager=texts["line_manager"])
    sentence = tr("Beskriv vad som brast, utan namn och personnummer.")
    demand(sentence, description=texts["description"])


#: What a form changes of a report.
_CHANGED = ("reported_on", "reported_by", "arose_in", "line_manager", "description")


def change(work: Workspace, deviation_id: int, **values: object) -> None:
    """Put a report right.

    Args:
        work: the open archive.
        deviation_id: the deviation.
        values: ``reported_on``, ``reported_by``, ``arose_in``, ``line_manager``, ``description``: those to
            change.

    Raises:
        UserError: as for `report`, or the day is after what was done with it.
    """
    given = looked_through(values, _CHANGED)
    key = f"deviation:{deviation_id}:{','.join(sorted(values))}"
    with work.change("deviation.change", tr("En avvikelse ändrades"), merge_key=key) as session:
        deviation = session.get_one(Deviation, deviation_id)
        set_values(deviation, given)
        refuse_future(work.today, reported_on=deviation.reported_on)
        for done in (deviation.handled_on, deviation.escalated_on):
            if done is not None and done < deviation.reported_on:
                raise UserError(
                    tr("Avvikelsen hanterades eller lyftes {day}. Välj en tidigare dag.", day=done),
                    field="reported_on",
                )
        texts = {name: getattr(deviation, name) for name in _CHANGED if name != "reported_on"}
        _demand_told(session, deviation.agreement_id, deviation.reported_on, texts)


def remove(work: Workspace, deviation_id: int) -> None:
    """Take away a deviation that was reported by mistake.

    Raises:
        UserError: it has been handled, or raised with a group.
    """
    with work.change("deviation.remove", tr("En avvikelse togs bort")) as session:
        deviation = session.get_one(Deviation, deviation_id)
        if deviation.handled_on is not None or deviation.escalated_on is not None:
            raise UserError(tr("Avvikelsen är hanterad eller lyft och finns därför kvar."))
        session.delete(deviation)


def handle(work: Workspace, deviation_id: int, day: date, handling: str = "") -> None:
    """Note that the line manager has handled a deviation (T10).

    Raises:
        UserError: the day is before it was reported or to come, or the text holds a personal identity
            number.
    """
    refuse(handling=handling)
    refuse_future(work.today, day=day)
    with work.change("deviation.handle", tr("En avvikelse hanterades")) as session:
        deviation = session.get_one(Deviation, deviation_id)
        _not_before(deviation, day)
        deviation.handled_on = day
        deviation.handling = handling.strip()


def escalate(work: Workspace, deviation_id: int, day: date, ground: EscalationGround, group_id: int) -> None:
    """Raise a deviation with a group, on one of the agreement's two grounds (T11).

    Raises:
        UserError: it is escalated already, or the day is before it was reported or to come.
    """
    refuse_future(work.today, day=day)
    with work.change("deviation.escalate", tr("En avvikelse lyftes till gruppen")) as session:
        deviation = session.get_one(Deviation, deviation_id)
        if deviation.escalated_on is not None:
            raise UserError(tr("Frågan är redan lyft."))
        _not_before(deviation, day)
        deviation.escalated_on = day
        deviation.ground = ground
        deviation.group_id = group_id


def _not_before(deviation: Deviation, day: date) -> None:
    if day < deviation.reported_on:
        raise UserError(
            tr("Dagen ligger före {day}, då avvikelsen rapporterades.", day=deviation.reported_on),
            field="day",
        )


def put_on_agenda(work: Workspace, deviation_id: int, meeting_id: int) -> int:
    """Put an escalated deviation on a meeting's agenda; returns the item.

    Raises:
        UserError: it is not escalated to the meeting's group, or it is on an agenda already.
    """
    with work.change("deviation.put_on_agenda", tr("En lyft fråga sattes på dagordningen")) as session:
        deviation = session.get_one(Deviation, deviation_id)
        if deviation.escalated_on is None:
            raise UserError(tr("Avvikelsen är inte lyft till gruppen. Lyft den först."))
        if any(item.deviation_id == deviation_id for item in taking_up(session)):
            raise UserError(tr("Frågan står redan på en dagordning."))
        meeting = open_meeting(session, meeting_id)
        if meeting.group_id != deviation.group_id:
            raise UserError(
                tr("Frågan är lyft till en annan grupp. Välj ett av dess möten."), field="meeting_id"
            )
        return insert(session, meeting_id, escalated_item(meeting, deviation), None).id


def listing(
    work: Workspace, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[DeviationRow, ...]:
    """Return deviations, newest first.

    Args:
        work: the open archive.
        agreement_id: only those under this agreement; under every one where None.
        group_id: only those raised with this group, or with none yet; every one where None.
    """
    with work.read() as session:
        return tuple(reversed(rows_in(session, agreement_id, group_id)))


def rows_in(
    session: Session, agreement_id: int | None = None, group_id: int | None = None
) -> tuple[DeviationRow, ...]:
    """Return deviations as a session sees it, oldest first: an agreement's, a group's, or every one."""
    chosen = select(Deviation).order_by(Deviation.agreement_id, Deviation.sequence)
    if agreement_id is not None:
        chosen = chosen.where(Deviation.agreement_id == agreement_id)
    if group_id is not None:
        chosen = chosen.where(Deviation.group_id.is_(None) | (Deviation.group_id == group_id))
    items = {item.deviation_id: item for item in taking_up(session)}
    rows = []
    for d in session.scalars(chosen):
        item = items.get(d.id)
        rows.append(
            DeviationRow(
                d.id, d.agreement_id, d.number, d.reported_on, d.reported_by, d.arose_in,
                d.line_manager, d.description, d.handled_on, d.handling, d.escalated_on, d.ground, d.group_id,
                item.meeting_id if item else None, item.id if item else None,
            )
        )  # fmt: skip
    return tuple(rows)
