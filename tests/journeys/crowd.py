"""Much of everything, put into an archive: many seats with long names, a long agenda, many decisions."""

from datetime import date, time

from samverkan_desktop.models.group import Seat
from samverkan_desktop.services import agenda, agenda_builder, attendance, decision, group, meeting
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import Grade, SeatAttendance

DAY = date(2019, 6, 10)
SEATS, ITEMS, DECISIONS = 25, 40, 200
_FUNCTION = "Enhetschef för råd, stöd och öppna insatser till barn, unga och familjer, område {number}"
_HEADING = "Fråga {number}: hur barn och unga med behov av stöd från båda förvaltningarna får det i tid"
_DECISION = (
    "Beslut {number}: förvaltningarna tar gemensamt fram ett förslag till arbetssätt som prövas i år. "
)


def fill(work: Workspace) -> int:
    """Fill an archive of the played example, and return the meeting that is crowded."""
    steering = group.groups(work)[0]
    with work.together("crowd.fill", "Mycket av allt"):
        _seats(work, steering)
        crowded = meeting.schedule(work, steering.id, DAY, starts=time(13), ends=time(16), place="Åsen")
        agenda_builder.build(work, crowded)
        for number in range(ITEMS - len(agenda.items(work, crowded))):
            agenda.add_item(work, crowded, _HEADING.format(number=number), minutes=5, presenter="Rektor")
        meeting.begin(work, crowded)
        attendance.note_everyone_present(work, crowded)
        items = [item.id for item in agenda.items(work, crowded)]
        agenda.write_notes(work, items[0], "Styrgruppen går igenom läget. " * 60)
        for number in range(DECISIONS - len(decision.log(work))):
            responsible = "Utbildningschef gymnasiet och vuxenutbildningen; Kvalitetschef"
            text = _DECISION.format(number=number) * 2
            decision.take(work, items[number % ITEMS], text, responsible=responsible)
    return crowded


def _seats(work: Workspace, steering: group.GroupRow) -> None:
    with work.change("crowd.seats", "Många platser") as session:
        for number in range(len(steering.seats), SEATS):
            beside = session.get_one(Seat, steering.seats[number % 2 * 4].id)
            session.add(
                Seat(
                    group_id=steering.id, party_id=beside.party_id, key=f"X{number}", position=number,
                    function=_FUNCTION.format(number=number), short_name="", grade=Grade.NORMALLY,
                    attendance=SeatAttendance.EVERY, since=date(2018, 7, 1), until=None,
                )
            )  # fmt: skip
