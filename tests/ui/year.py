"""Some of a year, made through the use cases, for tests of the pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.events import EventBus
from samverkan_desktop.services import (
    adoption,
    agenda,
    agreement,
    commission,
    decision,
    deviation,
    group,
    organisation,
    role,
    work_group,
    year_plan,
)
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.storage import archive_file
from samverkan_desktop.ui.messages import Messages
from samverkan_desktop.ui.page import Page, PageContext
from samverkan_desktop.ui.scope import Scope
from samverkan_desktop.ui.tasks import Tasks
from samverkan_desktop.vocabulary import DecisionKind, HolderState, ReportKind, Role

PERIOD = "2018/2019"
DAYS = (
    date(2018, 9, 4),
    date(2018, 10, 16),
    date(2018, 12, 4),
    date(2019, 2, 5),
    date(2019, 3, 26),
    date(2019, 5, 28),
)


@contextmanager
def empty(folder: Path, day: date = date(2018, 8, 20)) -> Iterator[Workspace]:
    """Make an archive without an agreement, and close it in the end."""
    path = folder / "prov.samverkan"
    archive_file.create(path)
    clock = FixedClock(datetime(day.year, day.month, day.day, 10, tzinfo=UTC))
    store = archive_file.open_store(path, now=clock.now())
    work = Workspace(path, store, clock, EventBus())
    yield work
    work.close()


@dataclass
class Year:
    """A steering group with its agreement, plan and roles, on a day that can be set."""

    work: Workspace
    group_id: int
    meetings: tuple[int, ...]

    def go_to(self, day: date) -> None:
        """Let it be another day."""
        clock = self.work.clock
        assert isinstance(clock, FixedClock)
        clock.set(day)

    def seat(self, function: str) -> SeatRow:
        """Return the steering group's seat whose function begins so."""
        seats = next(each.seats for each in group.groups(self.work) if each.id == self.group_id)
        return next(seat for seat in seats if seat.function.startswith(function))

    def decide(
        self, number: int, heading: str, text: str, *, kind: DecisionKind = DecisionKind.DECISION,
        responsible: str = "", supersedes_id: int | None = None,
    ) -> int:  # fmt: skip
        """Take a decision under an item of its own at the meeting of a number."""
        item = agenda.add_item(self.work, self.meetings[number - 1], heading)
        return decision.take(
            self.work, item, text, kind=kind, responsible=responsible, supersedes_id=supersedes_id
        )


def begun(work: Workspace) -> Year:
    """Adopt the agreement, fill the seats, plan the year and choose the roles."""
    adoption.adopt(work, "trelleborg")
    steering = group.groups(work)[0]
    for seat in steering.seats:
        group.set_holder(work, seat.id, HolderState.ORDINARY, date(2018, 7, 1), name=seat.short_name)
    year_plan.draft(work, steering.id, PERIOD, DAYS, starts=time(13), ends=time(15))
    with work.read() as session:
        meetings = tuple(each.id for each in year_plan.ordinary(session, steering.id))
    year = Year(work, steering.id, meetings)
    year.go_to(DAYS[0])
    chosen = year.decide(1, "Val av sammankallande och sekreterare", "Utses enligt förslag.",
                         kind=DecisionKind.ELECTION)  # fmt: skip
    holders = {Role.CONVENOR: year.seat("Kvalitetschef").id, Role.SECRETARY: year.seat("Verksamhets").id}
    role.assign_roles(work, steering.id, holders, PERIOD, decision_id=chosen)
    return year


def played(work: Workspace) -> Year:
    """Play the year until spring: decisions, commissions on time and late, a work group, deviations."""
    year = begun(work)
    parties = organisation.parties(work)
    first = year.decide(1, "Behov av arbetsgrupper: problematisk skolfrånvaro",
                        "Arbetsgruppen Skolfrånvaro utses och får i uppdrag att göra en kartläggning.",
                        kind=DecisionKind.COMMISSION, responsible="Kvalitetschef")  # fmt: skip
    members = tuple(
        work_group.NewSeat(parties[index].id, function)
        for index, function in (
            (0, "Chef elevhälsan"),
            (0, "Rektor grundskola"),
            (1, "Enhetschef Barn och unga"),
            (1, "Förebyggande socialsekreterare"),
        )
    )
    crew = work_group.set_up_work_group(
        work, first, "Skolfrånvaro", "Problematisk skolfrånvaro ökar.", members, convenor=0, secretary=2
    )
    absence = commission.give(
        work, first, "Kartläggning av problematisk skolfrånvaro åk 4–9", responsible="AG Skolfrånvaro",
        how="Skriftlig rapport och föredragning", due=DAYS[4], interim=(DAYS[2],), work_group_id=crew,
        background="Frånvaron har ökat i flera skolor.",
    )  # fmt: skip
    second = year.decide(2, "Placerade barns skolgång – behov", "Ett förslag till rutin tas fram.",
                         kind=DecisionKind.COMMISSION, responsible="Enhetschef familjehem")  # fmt: skip
    placed = commission.give(
        work, second, "Rutin: skolgång vid placering i familjehem/HVB", responsible="Enhetschef familjehem",
        how="Förslag till rutin med ansvarig funktion per steg", due=DAYS[3],
    )  # fmt: skip
    third = year.decide(3, "Informationsutbyte och samtycke", "Stödmaterial tas fram.",
                        kind=DecisionKind.COMMISSION, responsible="Kvalitetschef")  # fmt: skip
    commission.give(
        work, third, "Informationsutbyte och samtycke", responsible="Kvalitetschef; Avdelningschef IFO",
        how="Stödmaterial och föredragning", due=date(2019, 1, 31),
    )  # fmt: skip
    fourth = year.decide(4, "Ny tid för rutinen", "Redovisas i stället den 26 mars.",
                         kind=DecisionKind.NEW_DATE)  # fmt: skip
    commission.new_date(work, placed, DAYS[4], fourth)
    item = agenda.add_item(work, year.meetings[3], "Slutrapport skolfrånvaro")
    commission.report(work, absence, item, kind=ReportKind.FINAL, note="Rapporten föredrogs.")
    year.decide(4, "Hur brister lyfts", "Brister lyfts till sammankallande.", supersedes_id=first)
    year.go_to(date(2019, 2, 10))
    _deviations(year)
    return year


def _deviations(year: Year) -> None:
    for day, by, arose, manager, text in (
        (date(2018, 9, 24), "Grundskola", "IFO, mottagning", "Enhetschef mottagning",
         "Återkoppling efter orosanmälan uteblev."),
        (date(2018, 11, 6), "Förskola", "Grundskola", "Förskolechef",
         "Oklart vem som kallar till gemensamt möte vid övergång."),
        (date(2018, 12, 12), "IFO", "Grundskola", "Rektor",
         "Skolan deltog inte i inplanerat samverkansmöte."),
    ):  # fmt: skip
        deviation.report(
            year.work,
            1,
            reported_on=day,
            reported_by=by,
            arose_in=arose,
            line_manager=manager,
            description=text,
        )
    deviation.handle(year.work, 1, date(2018, 10, 5), "Rutinen gicks igenom med enheten.")


@dataclass
class Shown:
    """A page with where it went and what makes it read again."""

    context: PageContext
    targets: list[str]

    def bind(self, page: Page) -> Page:
        """Let a page hear of every change, as the window does."""
        self.context.workspace.events.subscribe(lambda event: page.heard(event.rooms))
        return page


def context(work: Workspace, tasks: Tasks, messages: Messages, period: str = PERIOD) -> Shown:
    """Return what a page is given, and the targets it navigates to."""
    targets: list[str] = []
    scope = Scope(1 if agreement.listing(work) else None, period)
    # As the window does when the first agreement is adopted.
    work.events.subscribe(lambda event: scope.show(1, period) if "agreement" in event.rooms else None)
    return Shown(PageContext(work, tasks, messages, targets.append, scope), targets)
