"""What more than one journey does."""

from PySide6.QtCore import Qt

from tests.journeys.user import CONTROL, User
from tests.ui import hands

DAYS = ("2018-09-04", "2018-10-16", "2018-12-04", "2019-02-05", "2019-03-26", "2019-05-28")
HOLDERS = (
    "Utbildningschef förskola",
    "Utbildningschef grundskola och grundsärskola",
    "Utbildningschef gymnasiet och vuxenutbildningen",
    "Kvalitetschef",
    "Avdelningschef Individ- och familjeomsorg",
    "Verksamhetsutvecklare Individ- och familjeomsorg",
    "Förvaltningschef Bildningsförvaltningen",
    "Förvaltningschef Socialförvaltningen",
)


def set_holders(user: User) -> None:
    user.page("Personer")
    for number, function in enumerate(HOLDERS, 1):
        user.click_row(function)
        user.press("Ändra innehavare…")
        user.choose("Funktionen är", "ordinarie")
        user.write("Innehavare", f"Innehavare {number}")
        user.write("Från och med", "2018-07-01")
        user.press("Spara")
    user.press("Stäng")


def lay_plan(user: User) -> None:
    user.page("Möten")
    user.press("Lägg upp årsplan")
    for number, day in enumerate(DAYS[:5], 1):
        user.write(f"Möte {number}, dag", day)
    user.press("Ta bort möte 6")
    user.press("Lägg till ett datum")
    hands.type_text(user.focused(), DAYS[5])
    assert user.reads("6 av 6 möten som avtalet kräver")
    user.write("Börjar", "13.00")
    user.write("Slutar", "15.00")
    user.write("Plats", "Rådhuset, rum Åsen")
    user.press("Spara som utkast")


def decide(user: User, heading: str, text: str) -> None:
    """Write a line under an item, and make it a decision with the keys."""
    user.click_item(heading)
    notes = user.field("Anteckningar")
    notes.setFocus()
    hands.type_text(notes, text)
    user.keys(Qt.Key.Key_D, CONTROL)


def leave(user: User) -> None:
    """Leave what may be left as it is in the minutes, with a reason."""
    for verb in ("Lämna alla som de är…", "Lämna som det är…"):
        if any(said.startswith(verb) for said in user.buttons()):
            user.press(verb)
            user.write("Varför?", "Inget att notera.")
            user.press("Lämna")
            return
