"""Two meetings of the example are minuted by keyboard alone; the Word files say what the example's say."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTableView, QWidget

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.register_vocabulary import RoutineKind
from samverkan_desktop.services import archive, demo_story
from samverkan_desktop.services.demo_meeting_story import DecisionStory, ItemStory, MeetingStory
from samverkan_desktop.services.demo_player import MINUTES, Player
from samverkan_desktop.vocabulary import ReportKind
from tests.documents import word
from tests.journeys.user import CONTROL, PLAIN, User, W
from tests.ui import hands

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]
THIRD, SIXTH = date(2018, 12, 4), date(2019, 5, 28)
SEATS = {
    "F4": "Kvalitetschef",
    "F5": "Avdelningschef Individ- och familjeomsorg",
}
PARTIES = {"BF": "Bildningsförvaltningen", "SF": "Socialförvaltningen"}
#: The example gives a commission the number that it is known by in the story; here it gets the next one.
NUMBERED = {THIRD: ("U6", "U3")}
#: No field is farther away than this many presses of Tab.
FAR = 150


@dataclass(frozen=True)
class Called:
    """The example when a meeting is to begin: the archive, the meeting, and the example's own minutes."""

    archive: Path
    story: MeetingStory
    golden: Path


class Stopping(Player):
    """Plays the example year, and keeps a copy of the archive as it was when each of some meetings began."""

    copies: dict[date, Path]

    def _meet(self, story: MeetingStory) -> None:
        if story.day in self.copies:
            source = sqlite3.connect(self._work.path)
            target = sqlite3.connect(self.copies[story.day])
            with closing(source), closing(target):
                source.backup(target)
        super()._meet(story)


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> dict[date, Called]:
    """Play the example year once."""
    folder = tmp_path_factory.mktemp("tangentbord")
    story = demo_story.read("trelleborg")
    path = folder / "exempel.samverkan"
    archive.create_archive(path)
    clock = FixedClock(datetime.combine(story.adopted_on, time(), UTC))
    work = archive.open_archive(path, clock, keep_backups=False)
    player = Stopping(work, clock, story, folder)
    player.copies = {day: folder / f"{day}.samverkan" for day in (THIRD, SIXTH)}
    player.play()
    work.close()
    met = {each.day: each for each in story.meeting}
    golden = {day: next((folder / MINUTES).glob(f"{day}-*.docx")) for day in (THIRD, SIXTH)}
    return {day: Called(player.copies[day], met[day], golden[day]) for day in (THIRD, SIXTH)}


@dataclass
class Keyboard:
    """Somebody's ten fingers at the window: nothing is done but keys are pressed where the cursor is."""

    user: User

    @property
    def here(self) -> QWidget:
        """Where the cursor is."""
        QApplication.processEvents()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.user.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            QTest.keyClick(self.here, key, modifiers)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Write where the cursor is."""
        hands.type_text(self.here, text)
        QApplication.processEvents()

    def reach(self, name: str) -> QWidget:
        """Go with Tab until the cursor is where a screen reader says a name, or what begins so."""
        met = []
        for _ in range(FAR):
            here = self.here
            if here.accessibleName().startswith(name):
                return here
            met.append(here.accessibleName())
            self.leave(here)
        raise AssertionError(f"{name!r} cannot be reached with Tab; only {met}")

    def reach_kind(self, kind: type[W]) -> W:
        """Go with Tab until the cursor is in a table, or another kind of thing."""
        for _ in range(FAR):
            here = self.here
            if isinstance(here, kind):
                return here
            self.leave(here)
        raise AssertionError(f"no {kind.__name__} can be reached with Tab")

    def leave(self, here: QWidget) -> None:
        """Go on with Tab; with Escape where Tab sets an item or a line under the one before."""
        if here.accessibleName() in ("Dagordning", "Anteckningar"):
            self.press(Qt.Key.Key_Escape)
        if self.here is here:
            self.press(Qt.Key.Key_Tab)

    def push(self, name: str) -> None:
        """Go to a button, and press it."""
        self.reach(name)
        self.press(Qt.Key.Key_Space)

    def fill(self, name: str, text: str) -> None:
        """Go to a field, and write in it instead of what stands there."""
        self.reach(name)
        self.press(Qt.Key.Key_A, CONTROL)
        self.write(text)

    def choose(self, name: str, text: str) -> None:
        """Go to a list, and choose with the arrows what begins with a text."""
        box = self.reach(name)
        assert isinstance(box, QComboBox)
        self.press(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText().startswith(text):
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"{text!r} is not among {[box.itemText(row) for row in range(box.count())]}")

    def pick(self, menu: str, text: str) -> None:
        """Open the menu of a button, and choose in it with the arrows."""
        self.reach(menu)
        QTimer.singleShot(0, lambda: self._in_menu(text))
        self.press(Qt.Key.Key_Space)

    def _in_menu(self, text: str) -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):  # it is about to open
            QTimer.singleShot(10, lambda: self._in_menu(text))
            return
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            chosen = menu.activeAction()
            if chosen is not None and chosen.text() == text:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        raise AssertionError(f"{text!r} is not in the menu")


def open_meeting(keys: Keyboard, day: date) -> None:
    """Go to the meetings, and down the list to that of a day."""
    keys.press(Qt.Key.Key_2, CONTROL)
    view = keys.reach_kind(QTableView)
    for _ in range(view.model().rowCount()):
        row = [str(view.model().index(view.currentIndex().row(), column).data()) for column in range(4)]
        if any(f"{day}" in text for text in row):
            keys.press(Qt.Key.Key_Return)
            return
        keys.press(Qt.Key.Key_Down)
    raise AssertionError(f"no meeting {day} in the list")


def take_attendance(keys: Keyboard, story: MeetingStory) -> None:
    keys.push("Inled mötet")
    keys.push("Alla närvarande")
    for key in story.excused:
        keys.reach(SEATS[key])
        keys.press(Qt.Key.Key_F)
    for guest in story.guests:
        keys.press(Qt.Key.Key_Down, CONTROL, times=guest.item - 1)
        keys.push("Adjungera")
        keys.write(guest.function)
        keys.fill("Organisation", guest.organisation)
        keys.push("Bara vid punkten som är öppen")
        keys.push("Lägg till")
        keys.press(Qt.Key.Key_Up, CONTROL, times=guest.item - 1)


def minute(keys: Keyboard, item: ItemStory) -> None:
    """Write the notes of the item that is open, and take its decisions with what follows from them."""
    keys.reach("Anteckningar")
    write_notes(keys, item.notes.strip())
    if item.report is not None:
        keys.push("Redovisning")
        if item.report is ReportKind.INTERIM:
            keys.choose("Redovisning", "Delredovisning")
        keys.push("Notera redovisningen")
    for each in item.decision:
        keys.reach("Anteckningar")
        keys.press(Qt.Key.Key_End, CONTROL)
        # From a list, the second empty line leads out.
        keys.press(Qt.Key.Key_Return, times=2 if "\n- " in item.notes else 1)
        keys.write(each.text)
        keys.press(Qt.Key.Key_D, CONTROL)
        follow(keys, each)


def write_notes(keys: Keyboard, notes: str) -> None:
    """Write notes as one does: a list goes on by itself."""
    before = ""
    for line in notes.splitlines():
        said = line
        if before.startswith("- ") and line.startswith("- "):
            said = line.removeprefix("- ")
        keys.write(f"\n{said}" if before else said)
        before = line


def follow(keys: Keyboard, decided: DecisionStory) -> None:
    """Say what a decision does."""
    menu = "Det här beslutet gäller"
    if decided.approves:
        keys.pick(menu, "Godkännande av redovisat uppdrag")
        keys.push("Godkänn")
    if decided.commission is not None:
        keys.pick(menu, "Ett uppdrag")
        give(keys, decided)
    if decided.plan:
        keys.pick(menu, "Årsplanen")
        keys.push("Besluta årsplanen")
    if decided.roles is not None:
        keys.pick(menu, "Val av sammankallande och sekreterare")
        keys.choose("Sammankallande", SEATS[decided.roles.convenor])
        keys.choose("Sekreterare", SEATS[decided.roles.secretary])
        keys.push("Utse")
    if decided.follow_up:
        keys.pick(menu, "Uppföljningen av avtalet")
        keys.push("Godkänn uppföljningen")
    found(keys, decided, menu)


def found(keys: Keyboard, decided: DecisionStory, menu: str) -> None:
    """Say what a decision establishes or plans."""
    if decided.routine is not None:
        keys.pick(menu, "Rutin eller stödmaterial")
        if decided.routine.kind is RoutineKind.SUPPORT_MATERIAL:
            keys.choose("Vad fastställs?", "Stödmaterial")
        keys.fill("Namn", decided.routine.title)
        keys.fill("Ansvarig funktion", decided.routine.owner)
        for name, on in (("Ses över", decided.routine.review_by), ("Görs känd", decided.routine.known_by)):
            if on is not None:
                keys.fill(name, f"{on}")
        keys.push("Fastställ")
    if decided.activity is not None:
        keys.pick(menu, "Gemensam aktivitet")
        keys.fill("Vad heter aktiviteten?", decided.activity.title)
        keys.fill("Dag", f"{decided.activity.day}")
        keys.push("Planera")


def give(keys: Keyboard, decided: DecisionStory) -> None:
    given, group = decided.commission, decided.work_group
    assert given is not None
    keys.fill("Vem ansvarar?", given.responsible)
    keys.fill("Vad gäller uppdraget?", given.title)
    keys.fill("Hur ska det redovisas?", given.how)
    keys.fill("När ska det redovisas?", f"{given.due}")
    if group is not None:
        keys.choose("Arbetsgrupp", "Utse en ny arbetsgrupp")
        keys.fill("Arbetsgruppens namn", group.name)
        keys.fill("Vilket behov ska den möta?", group.need)
        for key, party in PARTIES.items():
            functions = [each.function for each in group.members if each.party == key]
            keys.fill(f"Funktioner från {party}", "\n".join(functions))
        keys.choose("Sammankallande", group.members[group.convenor].function)
        keys.choose("Sekreterare", group.members[group.secretary].function)
    keys.push("Ge uppdraget")


def send(keys: Keyboard, folder: Path) -> Path:
    """Finish the minutes, and make the files to send."""
    keys.push("Nästa: Färdigställ")
    keys.push("Färdigställ")
    keys.push("Nästa: Skicka")
    keys.user.chosen_folder[0] = folder
    keys.push("Skapa filer att skicka")
    keys.user.settles(lambda: keys.user.reads("Sparat i"))
    return next(folder.glob("*.docx"))


@pytest.mark.parametrize("day", [THIRD, SIXTH])
def test_a_meeting_is_minuted_by_keyboard_alone(
    start: Start, called: dict[date, Called], day: date, tmp_path: Path
):
    played = called[day]
    user = start(played.archive)
    user.it_is(day)
    keys = Keyboard(user)
    open_meeting(keys, day)
    take_attendance(keys, played.story)
    for number, item in enumerate(played.story.item):
        if number:
            keys.reach("Anteckningar")
            keys.press(Qt.Key.Key_Down, CONTROL)
        minute(keys, item)
    user.picture(f"keyboard-{day}")
    file = send(keys, tmp_path / "anteckningar")
    said, golden = (word.transcript(each.read_bytes()).splitlines() for each in (file, played.golden))
    given, numbered = NUMBERED.get(day, ("", ""))
    assert [line.replace(given, numbered) if given else line for line in said] == golden
