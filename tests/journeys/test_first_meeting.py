"""The first meeting of a group, from the first start of the program to sent minutes, and back again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from tests.journeys.doings import decide, lay_plan, set_holders
from tests.journeys.user import ALT, CONTROL, User
from tests.ui import hands

pytestmark = pytest.mark.journey

FIRST = date(2018, 9, 4)
Start = Callable[[Path | None], User]
NOTES = "Ordföranden hälsade alla välkomna – frågan om ”Åsens café” återkommer, så även é i idé."


def build_agenda(user: User) -> None:
    user.open("2018-09-04")
    user.step("Dagordning")
    user.press("Bygg dagordning")
    user.write("Ny punkt, rubrik", "Behov av arbetsgrupper: problematisk skolfrånvaro")
    user.press("Lägg till punkten")
    own = "Behov av arbetsgrupper: problematisk skolfrånvaro"
    assert user.agenda().index(own) == 4
    user.click_item(own)
    user.keys(Qt.Key.Key_Up, ALT)
    assert user.agenda()[2:5] == [
        "Val av sammankallande och sekreterare 2018/2019",
        own,
        "Mötesplan 2018/2019",
    ]


def call(user: User, folder: Path) -> None:
    user.it_is(date(2018, 8, 28))
    user.open("2018-09-04")
    user.step("Kalla")
    assert user.reads("Kallelse")
    user.press("Skapa kallelse…")
    user.settles(lambda: user.reads("Sparat i"))
    assert {file.suffix for file in folder.iterdir()} == {".pdf", ".ics", ".eml"}


def take_attendance(user: User) -> None:
    user.it_is(FIRST)
    user.open("2018-09-04")
    user.press("Inled mötet")
    user.press("Alla närvarande")
    user.press("Utbildningschef grundskola och grundsärskola: Anmält förhinder (F)")
    user.click_item("Godkännande av dagordning")
    user.pick("Mer om Utbildningschef förskola", "Gick efter punkt 2 (G)")
    user.press("Adjungera")
    user.write("Funktion", "Chef elevhälsan")
    user.write("Organisation", "Bildningsförvaltningen")
    user.press("Lägg till", user.card("Adjungera"))


def write_notes(user: User) -> None:
    user.click_item("Mötet öppnas, närvaro")
    hands.type_text(user.field("Anteckningar"), NOTES)
    user.keys(Qt.Key.Key_Down, CONTROL)
    user.keys(Qt.Key.Key_Up, CONTROL)
    written = user.field("Anteckningar")
    assert isinstance(written, QTextEdit)
    assert written.toPlainText() == NOTES


def decide_roles(user: User) -> None:
    decide(user, "Val av sammankallande", "Kvalitetschef och Verksamhetsutvecklare IFO utses.")
    user.pick("Det här beslutet gäller", "Val av sammankallande och sekreterare")
    form = user.card("Val av sammankallande och sekreterare")
    user.choose("Sammankallande", "Kvalitetschef", form)
    user.choose("Sekreterare", "Utbildningschef förskola", form)
    user.press("Utse", form)
    assert user.reads("olika förvaltningar", form)
    user.choose("Sekreterare", "Verksamhetsutvecklare", form)
    user.press("Utse", form)
    assert "Val av sammankallande och sekreterare" not in user.cards()


def decide_plan(user: User) -> None:
    decide(user, "Mötesplan 2018/2019", "Planen fastställs.")
    user.pick("Det här beslutet gäller", "Årsplanen")
    user.press("Besluta årsplanen")


def give_commission(user: User) -> None:
    user.click_item("Behov av arbetsgrupper")
    hands.type_text(user.field("Anteckningar"), "Kartläggning av problematisk skolfrånvaro åk 4–9")
    user.keys(Qt.Key.Key_U, CONTROL)
    form = user.card("Nytt uppdrag")
    user.write("Vem ansvarar?", "Arbetsgruppen Skolfrånvaro", form)
    user.press("Ge uppdraget", form)
    assert user.reads("hur", form)
    user.write("Hur ska det redovisas?", "Skriftlig rapport och föredragning", form)
    user.press("Ge uppdraget", form)
    assert user.reads("när", form)
    user.write("När ska det redovisas?", "2019-03-26", form)
    user.choose("Arbetsgrupp", "Utse en ny arbetsgrupp", form)
    user.write("Arbetsgruppens namn", "Skolfrånvaro", form)
    user.write("Vilket behov ska den möta?", "Frånvaron ökar i båda skolformerna.", form)
    user.write("Funktioner från Bildningsförvaltningen", "Chef elevhälsan\nRektor grundskola", form)
    user.write("Funktioner från Socialförvaltningen", "Enhetschef Barn och unga", form)
    user.choose("Sammankallande", "Chef elevhälsan", form)
    user.choose("Sekreterare", "Enhetschef Barn och unga", form)
    user.press("Ge uppdraget", form)
    assert "Nytt uppdrag" not in user.cards()


def finish(user: User) -> None:
    user.pick("Mer om Kvalitetschef", "Ta bort noteringen")
    user.press("Nästa: Färdigställ")
    assert user.reads("Närvaro saknas för Kvalitetschef.")
    assert not user.enabled("Färdigställ")
    user.press("Gå dit: Närvaro saknas för Kvalitetschef.")
    user.press("Kvalitetschef: Närvarande (N)")
    user.press("Nästa: Färdigställ")
    assert user.reads("Inget saknas. Anteckningarna kan färdigställas.")
    user.press("Färdigställ")
    assert user.reads("Anteckningarna är färdigställda.")


def send(user: User, folder: Path) -> None:
    user.it_is(date(2018, 9, 11))
    user.open("2018-09-04")
    user.chosen_folder[0] = folder
    user.press("Skapa filer att skicka…")
    user.settles(lambda: user.reads("Sparat i"))
    assert {file.suffix for file in folder.iterdir()} == {".docx", ".eml"}


def undo_and_redo(user: User) -> None:
    assert user.chips() == ["Utskickat"]
    user.press_undo()
    assert user.chips() == ["Färdigställt"]
    user.press_redo()
    assert user.chips() == ["Utskickat"]


def look_back(user: User) -> None:
    """Everything is there after the program has been started anew."""
    user.it_is(date(2018, 9, 12))
    user.open("2018-09-04")
    user.step("Genomför")
    user.click_item("Mötet öppnas")
    written = user.field("Anteckningar")
    assert isinstance(written, QTextEdit)
    assert written.toPlainText() == NOTES
    assert written.isReadOnly()
    user.page("Beslut")
    assert [user.reads(f"2018/19-0{number}") for number in (1, 2, 3, 4)] == [True, True, True, False]
    user.page("Uppdrag")
    assert user.reads("Kartläggning av problematisk skolfrånvaro åk 4–9")
    user.page("Personer")
    assert user.reads("sammankallande")
    user.press_undo()
    user.open("2018-09-04")
    assert user.chips() == ["Färdigställt"]
    user.press_redo()


def test_the_first_meeting_from_first_start_to_sent_minutes(start: Start, tmp_path: Path):
    user = start(None)
    assert user.reads("Välkommen till Samverkan")
    user.picture("first-welcome")
    user.press("Trelleborgsmodellen")
    set_holders(user)
    lay_plan(user)
    build_agenda(user)
    call(user, tmp_path / "filer")
    take_attendance(user)
    write_notes(user)
    decide_roles(user)
    decide_plan(user)
    give_commission(user)
    user.picture("first-meeting")
    finish(user)
    send(user, tmp_path / "anteckningar")
    undo_and_redo(user)
    user.window.close()

    user = start(None)
    look_back(user)
    user.page("Översikt")
    user.picture("first-overview")
    assert user.reads("Möte 2 av 6 · Styrgruppen")
    assert user.reads("Om 34 dagar")
    assert user.reads("Inget kräver åtgärd just nu.")
    assert user.reads("17 av 17 åtaganden uppfyllda")
