"""A whole school year through the window: six meetings and an extra one, and nothing breached in the end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.doings import decide, lay_plan, leave, set_holders
from tests.journeys.user import CONTROL, User
from tests.ui import hands

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]


@dataclass(frozen=True)
class Told:
    """What is particular about a meeting: the item under which something is decided, and how it is raised."""

    day: date
    commission: str
    due: str


YEAR = (
    Told(date(2018, 9, 4), "Kartläggning av skolfrånvaro", "2018-12-04"),
    Told(date(2018, 10, 16), "Rutin för placerade barns skolgång", "2019-02-05"),
    Told(date(2018, 12, 4), "Program för utbildningsdag", "2019-03-26"),
    Told(date(2019, 2, 5), "Stöd vid frågor om samtycke", "2019-05-28"),
    Told(date(2019, 3, 26), "Övergång till förskoleklass", "2019-05-28"),
    Told(date(2019, 5, 28), "Återkoppling efter orosanmälan", "2019-10-15"),
)


def prepare(user: User, day: date, *items: str) -> None:
    """Build the agenda a week before, put own items on it, and call."""
    user.it_is(day - timedelta(days=7))
    user.open(f"{day}")
    user.step("Dagordning")
    user.press("Bygg dagordning")
    for item in items:
        user.write("Ny punkt, rubrik", item)
        user.press("Lägg till punkten")
    user.step("Kalla")
    user.press("Skapa kallelse…")
    user.settles(lambda: user.reads("Sparat i"))


def give(user: User, told: Told) -> None:
    user.click_item("Behov: ")
    hands.type_text(user.field("Anteckningar"), told.commission)
    user.keys(Qt.Key.Key_U, CONTROL)
    form = user.card("Nytt uppdrag")
    user.write("Vem ansvarar?", "Kvalitetschef; Avdelningschef IFO", form)
    user.write("Hur ska det redovisas?", "Skriftligt förslag och föredragning", form)
    user.write("När ska det redovisas?", told.due, form)
    user.press("Ge uppdraget", form)
    assert "Nytt uppdrag" not in user.cards()


def take_up(user: User, heading: str) -> None:
    """Decide on what the agenda built by itself: a report, or an escalated question."""
    if heading.startswith("Redovisning"):
        user.click_item(heading)
        user.press("Redovisning")
        user.press("Notera redovisningen")
        decide(user, heading, "Redovisningen godkänns.")
        effect(user, "Godkännande av redovisat uppdrag", "Godkänn")
    elif heading.startswith("Lyft fråga"):
        decide(user, heading, "Förvaltningarna tar fram ett gemensamt svar.")


def effect(user: User, what: str, verb: str, **chosen: str) -> None:
    """Say what the decision that was taken does."""
    user.pick("Det här beslutet gäller", what)
    form = user.card(what)
    for name, text in chosen.items():
        user.choose(name, text, form)
    user.press(verb, form)
    assert what not in user.cards()


def finish(user: User, day: date) -> None:
    """Finish the minutes the same day, and send them a week later."""
    user.step("Färdigställ")
    leave(user)
    user.press("Färdigställ")
    user.it_is(day + timedelta(days=7))
    user.open(f"{day}")
    user.press("Skapa filer att skicka…")
    user.settles(lambda: user.reads("Sparat i"))
    assert user.chips() == ["Utskickat"]


def hold(user: User, day: date) -> list[str]:
    """Begin a meeting on its day with everybody there, and return its agenda."""
    user.it_is(day)
    user.open(f"{day}")
    user.press("Inled mötet")
    user.press("Alla närvarande")
    return user.agenda()


def elect(user: User, convenor: str, secretary: str) -> None:
    decide(user, "Val av sammankallande", f"{convenor} och {secretary} utses.")
    what = "Val av sammankallande och sekreterare"
    effect(user, what, "Utse", Sammankallande=convenor, Sekreterare=secretary)


def decide_plan(user: User, heading: str) -> None:
    decide(user, heading, "Planen fastställs.")
    effect(user, "Årsplanen", "Besluta årsplanen")


def ordinary(user: User, told: Told) -> None:
    prepare(user, told.day, f"Behov: {told.commission}")
    headings = hold(user, told.day)
    give(user, told)
    for heading in headings:
        take_up(user, heading)
    if told is YEAR[0]:
        elect(user, "Kvalitetschef", "Verksamhetsutvecklare")
        decide_plan(user, "Mötesplan 2018/2019")
    if told is YEAR[-1]:
        decide(user, "Uppföljning av samverkansavtalet", "Uppföljningen godkänns.")
        effect(user, "Uppföljningen av avtalet", "Godkänn uppföljningen")
        decide_plan(user, "Planering av 2019/2020")
        elect(user, "Avdelningschef", "Kvalitetschef")
    finish(user, told.day)


def extra(user: User) -> None:
    day = date(2018, 11, 15)
    user.it_is(date(2018, 11, 8))
    user.page("Möten")
    user.press("Extra möte")
    form = user.card("Extra möte")
    user.choose("Funktion som kallar", "Utbildningschef grundskola", form)
    user.write("Vad har inträffat?", "En fristående skola stänger; det berör båda förvaltningarna.", form)
    user.write("Dag", f"{day}", form)
    user.write("Börjar", "08.30", form)
    user.write("Slutar", "09.30", form)
    user.press("Lägg in extra möte", form)
    prepare(user, day, "Samordning när en skola stänger")
    hold(user, day)
    decide(user, "Samordning när en skola stänger", "Skolcheferna samordnar övergången.")
    finish(user, day)


def report(user: User, day: date, what: str) -> None:
    user.it_is(day)
    user.page("Avvikelser")
    user.write("Från", "Grundskola")
    user.write("Uppstod i", "IFO, mottagning")
    user.write("Närmsta chef där bristen uppstod", "Enhetschef mottagning")
    user.write("Vad brast?", what)
    user.press("Rapportera")


def handle(user: User, day: date, what: str) -> None:
    user.it_is(day)
    user.page("Avvikelser")
    user.click_row(what)
    user.press("Hanterad…")
    user.write("Hur den hanterades", "Rutinen gicks igenom.")
    user.press("Markera som hanterad")
    assert user.reads("hanterad")


def escalate(user: User, day: date, what: str) -> None:
    user.it_is(day)
    user.page("Avvikelser")
    user.click_row(what)
    user.press("Lyft till gruppen…")
    user.choose("Grund", "övergripande natur")
    user.press("Lyft till gruppen")
    user.press("Sätt på dagordning…")
    user.press("Sätt på dagordningen")
    assert user.reads("lyft, på dagordningen")


def plan_next_year(user: User) -> None:
    user.it_is(date(2019, 5, 6))
    user.page("Möten")
    user.press("Lägg upp årsplan")
    user.choose("År", "2019/2020")
    user.write("Börjar", "13.00")
    user.write("Slutar", "15.00")
    user.write("Plats", "Rådhuset")
    user.press("Spara som utkast")
    user.pick("Verksamhetsår: 2019/2020", "2018/2019")


def judge(user: User) -> None:
    user.page("Uppföljning")
    user.write("Samlad bedömning", "Samverkan har fått en tydlig struktur.")
    user.write("Förbättringsområden", "Återkoppling efter orosanmälan")


def test_a_whole_year_is_carried_out_and_nothing_is_breached(start: Start, tmp_path: Path):
    user = start(None)
    user.press("Trelleborgsmodellen")
    set_holders(user)
    lay_plan(user)
    ordinary(user, YEAR[0])
    report(user, date(2018, 9, 24), "Återkoppling uteblev.")
    handle(user, date(2018, 10, 5), "Återkoppling uteblev.")
    ordinary(user, YEAR[1])
    extra(user)
    report(user, date(2018, 11, 19), "Oklart vem som kallar.")
    escalate(user, date(2018, 11, 20), "Oklart vem som kallar.")
    for told in YEAR[2:5]:
        ordinary(user, told)
    plan_next_year(user)
    judge(user)
    ordinary(user, YEAR[5])
    user.it_is(date(2019, 6, 10))
    user.picture("year-overview")
    assert user.reads("Inget kräver åtgärd just nu.")
    assert not user.reads("Inte uppfyllt")
    user.page("Uppföljning")
    user.picture("year-follow-up")
    assert user.reads("Hållna ordinarie möten: 6 av 6 fastlagda. Extra möten: 1.")
