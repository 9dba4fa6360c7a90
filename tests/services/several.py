"""An archive of two agreements with three groups each, played some months into their years."""

from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from samverkan_desktop.services import (
    activity,
    adoption,
    agenda,
    attendance,
    commission,
    decision,
    deviation,
    group,
    inbox,
    meeting,
    minutes,
    role,
    routine,
    year_plan,
)
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DecisionKind, HolderState, MeetingStatus, Role
from tests.services.year import PERIOD, Year, hold_first, leave, open_year, plan_year

SECOND = Path(__file__).with_name("second.toml")
#: The day on which the archive stands, and the two years it is then.
TODAY = date(2018, 12, 10)
YEARS = {1: PERIOD, 2: "2018"}
#: The second agreement's meetings, by group.
SECOND_DAYS = {
    "styrgrupp": (date(2018, 9, 4), date(2018, 10, 9), date(2018, 11, 13), date(2018, 12, 18)),
    "tva-plus-tva": (date(2018, 10, 2), date(2018, 12, 19)),
    "lokal": (date(2018, 11, 6),),
}


@dataclass
class Several:
    """The archive, with what one asks of it by the agreements' and the groups' own names."""

    year: Year
    agreements: dict[str, int]
    groups: dict[str, int]

    @property
    def work(self) -> Workspace:
        return self.year.work

    def meetings(self, name: str) -> list[int]:
        return [row.id for row in meeting.listing(self.work, group_id=self.groups[name])]


def play(path: Path, folder: Path) -> Several:
    """Play both agreements in an empty archive."""
    year = open_year(path, date(2018, 8, 20), folder)
    work = year.work
    first = adoption.adopt(work, "trelleborg")
    year.group_id = group.find(work, "styrgrupp", first)
    _fill(year)
    plan_year(year)
    hold_first(year)
    year.finish(1)
    crews = {name: year.crew(2, name) for name in ("Skolfrånvaro", "Övergångar mellan skolformerna")}
    year.give(2, title="Kartläggning av skolfrånvaro", work_group_id=crews["Skolfrånvaro"])
    year.at(date(2018, 11, 21))
    year.deviate()
    inbox.submit(work, year.group_id, "Samverkan om sommarskolan", "Rektor")
    second = adoption.adopt(work, str(SECOND))
    own = {key: group.find(work, key, second) for key in SECOND_DAYS}
    for key, group_id in own.items():
        _play_group(Year(work, year.clock, path, folder, group_id), key)
    year.at(TODAY)
    deviation.report(
        work, second, reported_on=date(2018, 11, 20), reported_by="Gymnasieskolan", arose_in="Regionen",
        line_manager="Enhetschef", description="Återkoppling uteblev.",
    )  # fmt: skip
    inbox.submit(work, own["lokal"], "Trygghetsvandring i stadsdelen", "Områdespolis")
    groups = {"first": year.group_id, **crews, **own}
    return Several(year, {"first": first, "second": second}, groups)


def _fill(year: Year) -> None:
    for key, seat_id in year.seats.items():
        name, mail = f"Namn {key}", f"{key.lower()}@example.org"
        group.set_holder(year.work, seat_id, HolderState.ORDINARY, date(2018, 1, 1), name=name, email=mail)


def _play_group(year: Year, key: str) -> None:
    """Plan a group's year, hold its first meeting, and leave something of every kind after it."""
    work, days = year.work, SECOND_DAYS[key]
    year.at(date(2018, 8, 20))
    _fill(year)
    plan = year_plan.draft(
        work, year.group_id, YEARS[2], days, starts=time(9), ends=time(11), place="Polishuset"
    )
    first = meeting.listing(work, group_id=year.group_id)[0].id
    year.at(days[0], 14)
    item = agenda.add_item(work, first, "Årets arbete")
    meeting.begin(work, first)
    attendance.note_everyone_present(work, first)
    chosen = decision.take(work, item, "Roller utses.", kind=DecisionKind.ELECTION)
    convenor, secretary, *_ = year.seats.values()
    holders = {Role.CONVENOR: convenor, Role.SECRETARY: secretary}
    role.assign_roles(work, year.group_id, holders, YEARS[2], decision_id=chosen)
    year_plan.decide(work, plan, decision.take(work, item, "Planen fastställs.", kind=DecisionKind.PLAN))
    taken = decision.take(work, item, "En rutin tas fram.")
    if key == "styrgrupp":
        _leave(work, taken)
    leave(work, first)
    minutes.finish(work, first)
    minutes.send(work, first, year.folder / "minnesanteckningar")
    assert meeting.details(work, first).status is MeetingStatus.SENT


def _leave(work: Workspace, decision_id: int) -> None:
    commission.give(
        work, decision_id, "Rutin för orosanmälan", responsible="Lokalpolisområdeschef",
        how="Muntlig rapport", due=date(2018, 12, 3),
    )  # fmt: skip
    routine.establish(work, "Rutin för samtycke", decision_id, review_by=date(2018, 12, 20))
    activity.plan(work, 2, "Gemensam studiedag", date(2018, 11, 28), decision_id=decision_id)
