"""An agreement that nobody has seen, written from nothing in the window, and then lived by.

Three parties, one of them a region; words of its own for party, chair and record; two groups of which one
answers to the other; a chair for a term of office, and something that is only recommended.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QListWidget, QSpinBox, QTabWidget

from samverkan_desktop.services import archive
from tests.journeys.doings import decide, leave
from tests.journeys.user import User
from tests.ui import hands

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]
TITLE = "Överenskommelse om barns hälsa i Åby"
WRITTEN, FIRST = date(2026, 1, 12), date(2026, 2, 10)
DAYS = ("2026-02-10", "2026-05-12", "2026-09-15", "2026-11-24")
#: Each clause: what it is called, its words, and the title of the obligation that is read out of it.
CLAUSES = (
    ("§ 1", "Rådet möts minst fyra gånger per kalenderår.", "Hur ofta gruppen möts"),
    ("§ 2", "Rådet utser en samordnare för mandatperioden.", "Roller utsedda"),
    ("§ 3", "Barns delaktighet bör tas upp varje år.", "Stående frågor"),
    ("§ 4", "Beredningen redovisar till rådet en gång om året.", "Redovisning uppåt"),
    ("§ 5", "Protokoll förs vid varje möte.", "Protokoll från varje möte"),
)


# --- Hands for what the window has here ---


def tab(user: User, title: str) -> None:
    """Turn to a tab of the agreement's page."""
    (tabs,) = user.seen(QTabWidget)
    number = next(each for each in range(tabs.count()) if tabs.tabText(each) == title)
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())
    QApplication.processEvents()


def table(user: User, title: str) -> None:
    """Turn to one of the tables of parties, groups and seats."""
    (listed,) = [each for each in user.seen(QListWidget) if each.accessibleName() == "Organisation"]
    _, index = user.cell(title, listed)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(index).center())
    QApplication.processEvents()


def tick(user: User, text: str) -> None:
    """Tick a box."""
    (box,) = [each for each in user.seen(QCheckBox) if each.text() == text and not each.isChecked()]
    box.click()
    QApplication.processEvents()


def untick(user: User, *texts: str) -> None:
    """Take the ticks out of boxes."""
    for text in texts:
        (box,) = [each for each in user.seen(QCheckBox) if each.text() == text and each.isChecked()]
        box.click()


def count(user: User, name: str, wanted: int) -> None:
    """Write a number in a sentence."""
    wake(user)
    (field,) = [each for each in user.seen(QSpinBox) if each.accessibleName() == name]
    field.setFocus()
    field.selectAll()
    hands.type_text(field.lineEdit(), str(wanted))
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()


def number(user: User, name: str) -> int:
    """Return the number that stands in a sentence."""
    (field,) = [each for each in user.seen(QSpinBox) if each.accessibleName() == name]
    return field.value()


def wake(user: User) -> None:
    """Give the window the keyboard back: without a screen nobody else does after a page was made anew."""
    user.window.activateWindow()
    user.settles(user.window.isActiveWindow)


# --- The agreement ---


def begin_agreement(user: User) -> None:
    user.press("Skriv avtalet")
    user.write("Avtalets namn", TITLE)
    user.choose("Vad det är", "Samverkansöverenskommelse")
    user.write("Kommun", "Åby kommun")
    user.write("Gäller från", "2026-01-01")
    user.choose("Möten räknas per", "kalenderår")
    user.write("Parter, en på varje rad", "Skolan; Skolnämnden\nSocialtjänsten; Socialnämnden\nRegion Norr")
    user.press("Skapa avtalet")
    assert user.reads(TITLE)
    assert user.reads("Utkast, inte undertecknat")


def choose_words(user: User) -> None:
    tab(user, "Namn, syfte och ord")
    user.write("En part", "huvudman, huvudmannen, huvudmän")
    user.write("Den som leder mötet", "samordnare")
    user.write("Anteckningarna", "protokoll")


def make_groups(user: User) -> None:
    tab(user, "Parter och grupper")
    user.click_row("Region Norr")
    user.choose("Slag", "Region")
    table(user, "Grupper")
    for kind, name in (("Styrgrupp", "Rådet"), ("Referensgrupp", "Beredningen")):
        user.choose("Slag", kind)
        user.write("Grupp", name)
        user.press("Lägg till")
    user.click_row("Beredningen")
    tick(user, "Rådet")
    user.press("Stäng")
    table(user, "Platser")
    for group, party, function in (
        ("Rådet", "Skolan", "Skolchef"),
        ("Rådet", "Socialtjänsten", "Socialchef"),
        ("Rådet", "Region Norr", "Verksamhetschef barnhälsa"),
        ("Beredningen", "Skolan", "Elevhälsochef"),
        ("Beredningen", "Region Norr", "Barnläkare"),
    ):
        user.choose("Grupp", group)
        user.choose("Part", party)
        user.write("Funktion", function)
        user.press("Lägg till")


def write_clauses(user: User) -> None:
    tab(user, "Stycken och åtaganden")
    for reference, text, title in CLAUSES:
        user.press("Lägg till ett stycke")
        user.write("Beteckning", reference)
        user.write("Stycket, ord för ord", text)
        user.press("Lägg till")
        user.press("Läs ut ett åtagande")
        user.write("Sök bland åtaganden", title.removeprefix("Protokoll "))
        user.press(title if "Protokoll" not in title else "Minnesanteckningar från varje möte")
        fill_in(user, reference)
        user.press("Lägg till åtagandet")
        assert "Lägg till åtagandet" not in user.buttons(), title
        assert user.reads(title), title


def fill_in(user: User, reference: str) -> None:
    match reference:
        case "§ 1":
            user.choose("Hur antalet är menat", "minst")
            user.choose("Räknas per", "kalenderår")
        case "§ 2":
            untick(user, "Sammankallande", "Sekreterare")
            tick(user, "Samordnare")
            user.choose("Utses för", "för en mandatperiod")
        case "§ 3":
            user.choose("Hur starkt avtalet kräver det", "bör")
            wake(user)
            user.write("Stående frågor, en på varje rad", "barns delaktighet")
        case "§ 4":
            user.choose("Vilken grupp", "Beredningen")
            user.choose("Räknas per", "kalenderår")


# --- A meeting ---


def hold_functions(user: User) -> None:
    user.page("Personer")
    for function in ("Skolchef", "Socialchef", "Verksamhetschef barnhälsa"):
        user.click_row(function)
        user.press("Ändra innehavare…")
        user.choose("Funktionen är", "ordinarie")
        user.write("Innehavare", f"Kim {function}")
        user.write("Från och med", "2026-01-01")
        user.press("Spara")
    user.press("Stäng")


def plan(user: User) -> None:
    user.page("Möten")
    user.press("Lägg upp årsplan")
    user.choose("Grupp", "Rådet", user.card("Lägg upp årsplan"))
    for number, day in enumerate(DAYS, 1):
        user.write(f"Möte {number}, dag", day)
    assert user.reads("4 av 4 möten som avtalet kräver")
    user.press("Spara som utkast")
    assert user.reads("Årsplanen för Rådet 2026 sparades som utkast.")


def call(user: User, folder: Path) -> None:
    user.open(f"{FIRST}")
    user.step("Dagordning")
    user.press("Bygg dagordning")
    assert user.agenda() == [
        "Mötet öppnas, närvaro",
        "Godkännande av dagordning",
        "Val av samordnare för mandatperioden 2023–2026",
        "Mötesplan 2026",
        "Barns delaktighet",
        "Övriga frågor",
        "Nästa möte",
    ]
    user.it_is(FIRST - timedelta(days=7))
    user.open(f"{FIRST}")
    user.step("Kalla")
    assert user.reads("Vänligen meddela förhinder till samordnaren.")
    user.press("Skapa kallelse…")
    user.settles(lambda: user.reads("Sparat i"))
    assert {file.suffix for file in folder.iterdir()} == {".pdf", ".ics", ".eml"}


def hold(user: User) -> None:
    user.it_is(FIRST)
    user.open(f"{FIRST}")
    user.press("Inled mötet")
    user.press("Alla närvarande")
    wake(user)
    decide(user, "Val av samordnare", "Socialchef utses till samordnare.")
    user.pick("Det här beslutet gäller", "Val av samordnare")
    form = user.card("Val av samordnare")
    user.choose("Mandatperiod", "2023–2026", form)
    user.choose("Samordnare", "Socialchef", form)
    user.press("Utse", form)
    leads = user.field("Leder mötet")
    assert leads.currentText().startswith("Samordnare (Socialchef")
    user.click_item("Barns delaktighet")
    wake(user)
    notes = user.field("Anteckningar")
    notes.setFocus()
    hands.type_text(notes, "Elevråden har lämnat förslag, även från Östra skolan.")
    user.choose("För anteckningar", "Skolchef")


def finish(user: User, folder: Path) -> Document:
    user.step("Färdigställ")
    leave(user)
    user.press("Färdigställ")
    user.it_is(FIRST + timedelta(days=6))
    user.open(f"{FIRST}")
    user.chosen_folder[0] = folder
    user.press("Skapa filer att skicka…")
    user.settles(lambda: user.reads("Sparat i"))
    (minutes,) = folder.glob("*.docx")
    return Document(str(minutes))


def read_minutes(document: Document) -> None:
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:2] == ["Protokoll", "Rådet"]
    assert "Möte 1 av 4, året 2026 (ordinarie)" in texts
    assert [text for text in texts if text in ("Skolan", "Socialtjänsten", "Region Norr")] == [
        "Skolan", "Socialtjänsten", "Region Norr",
    ]  # fmt: skip
    assert any("Socialchef" in text and "samordnare" in text for text in texts)
    assert any(text.startswith("Samordnare") and text.endswith("Socialchef") for text in texts)
    assert "Elevråden har lämnat förslag, även från Östra skolan." in texts
    assert any(text.endswith("Socialchef utses till samordnare.") for text in texts)
    assert not any("ammankallande" in text for text in texts)


# --- What becomes of the agreement ---


def judge(user: User) -> None:
    user.page("Översikt")
    assert user.reads("Inget kräver åtgärd just nu.")
    user.page("Avtal")
    user.click_row("Rådet utser en samordnare")
    assert user.reads("Samordnare är utsedd för 2023–2026.")
    user.click_row("Barns delaktighet bör")
    assert not user.reads("Inte uppfyllt")


def revise(user: User) -> None:
    tab(user, "Giltighet och ändringar")
    user.press("Revidera från…")
    user.write("Den nya lydelsen gäller från", "2027-01-01")
    user.write("Skäl", "Fler möten behövs.")
    user.press("Revidera")
    tab(user, "Stycken och åtaganden")
    user.click_row("Rådet möts minst fyra gånger")
    count(user, "Antal möten", 6)
    assert user.reads("Reviderat: Fler möten behövs.")
    user.choose("Avtalets lydelse", "Lydelse 1")
    assert number(user, "Antal möten") == 4
    user.choose("Avtalets lydelse", "Lydelse 2")
    assert number(user, "Antal möten") == 6
    user.page("Översikt")
    assert user.reads("Inget kräver åtgärd just nu.")  # this year is judged as it was agreed then


def save(user: User, file: Path) -> None:
    user.page("Avtal")
    tab(user, "Giltighet och ändringar")
    user.press("Spara som mall…")
    user.press("Välj var…")
    assert file.exists()


def adopt(user: User) -> None:
    """Adopt it in an archive of a colleague."""
    assert user.reads("Välkommen till Samverkan"), user.texts()
    user.press("Välj en avtalsfil …")
    user.page("Avtal")
    assert user.reads(TITLE)
    user.click_row("Rådet möts minst fyra gånger")
    assert number(user, "Antal möten") == 6
    tab(user, "Parter och grupper")
    table(user, "Grupper")
    assert user.reads("Rådet") and user.reads("Beredningen")
    tab(user, "Namn, syfte och ord")
    assert [user.field(name).text() for name in ("En part", "Den som leder mötet", "Anteckningarna")] == [
        "huvudman, huvudmannen, huvudmän", "samordnare", "protokoll",
    ]  # fmt: skip


def test_an_agreement_nobody_has_seen(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "barns-halsa.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    user = start(None)
    user.clock.set(WRITTEN)
    begin_agreement(user)
    choose_words(user)
    make_groups(user)
    write_clauses(user)
    user.picture("sixth-agreement")
    hold_functions(user)
    plan(user)
    call(user, tmp_path / "filer")
    hold(user)
    read_minutes(finish(user, tmp_path / "protokoll"))
    judge(user)
    revise(user)
    save(user, file)
    archive.create_archive(tmp_path / "kollega.samverkan")
    user.program.opening.open(tmp_path / "kollega.samverkan")
    adopt(user)
