"""Every page, step and panel of the played example, painted to be looked at and looked over by a machine."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copy

import pytest

from samverkan_desktop.clock import FixedClock
from samverkan_desktop.services import demo
from samverkan_desktop.services.archive import open_archive
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.theme import Theme
from tests.journeys.crowd import fill
from tests.journeys.looking import faults
from tests.journeys.user import User
from tests.ui.hands import ROOT

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]
LOOKS = (Look.LIGHT, Look.DARK)
STEPS = ("Planera", "Dagordning", "Kalla", "Genomför", "Färdigställ", "Skicka")


@pytest.fixture
def user(start: Start, example: Path, tmp_path: Path) -> User:
    archive = Path(copy(example / demo.ARCHIVE, tmp_path))
    user = start(archive)
    user.it_is(date(2019, 6, 10))
    user.window.scope.choose_period("2018/2019")
    return user


@pytest.fixture
def crowded(start: Start, example: Path, tmp_path: Path) -> User:
    """Return a user of an archive with 25 seats of long names, 40 items at a meeting and 200 decisions."""
    archive = Path(copy(example / demo.ARCHIVE, tmp_path))
    clock = FixedClock(datetime(2019, 6, 10, tzinfo=UTC))
    work = open_archive(archive, clock, keep_backups=False)
    fill(work)
    work.close()
    user = start(archive)
    user.it_is(date(2019, 6, 10))
    user.window.scope.choose_period("2018/2019")
    return user


class Gallery:
    """Pictures taken one after the other, and what was found wrong with each."""

    def __init__(self, user: User, look: Look) -> None:
        self._user, self._look = user, look
        self.found: list[str] = []

    def take(self, name: str) -> None:
        self.found += [f"{name}: {fault}" for fault in faults(self._user.window)]
        self._user.picture(f"{name}-{self._look.value}")


@pytest.fixture(params=LOOKS, ids=lambda look: look.value)
def gallery(request: pytest.FixtureRequest, user: User, theme: Theme) -> Gallery:
    theme.wear(request.param)
    return Gallery(user, request.param)


def test_every_page(user: User, gallery: Gallery):
    for place in PLACES:
        user.page(place.title)
        gallery.take(f"page-{place.key}")
        assert user.reads(place.title, user.window.page())
        assert len(user.texts(user.window.page())) > 8
    assert gallery.found == []


def test_every_step_of_a_meeting(user: User, gallery: Gallery):
    user.open("2018-12-04")
    for number, label in enumerate(STEPS, 1):
        user.step(label)
        gallery.take(f"step-{number}")
        assert user.reads("Möte 3 av 6")
    assert gallery.found == []


#: Where each thing is shown beside its list, and what its panel says.
PANELS = {
    "decision": ("decision:2", "Beslut"),
    "commission": ("commission:2", "Uppdrag"),
    "deviation": ("deviation:2", "Vad brast?"),
    "seat": ("seat:3", "Utbildningschef gymnasiet och vuxenutbildningen"),
    "role": ("role:1", "Förvaltning"),
    "group": ("group:2", "Behov"),
    "obligation": ("agreement:T14", "sex"),
    "finding": ("finding:T14", "Läget mot avtalet"),
}


def test_every_panel_beside_a_list(user: User, gallery: Gallery):
    for name, (target, said) in PANELS.items():
        user.window.navigate(target)
        gallery.take(f"panel-{name}")
        assert user.reads(said, user.window.page()), name
    assert gallery.found == []


def test_every_form_of_the_meetings(user: User, gallery: Gallery):
    user.page("Möten")
    for button in ("Lägg upp årsplan", "Nytt möte", "Extra möte"):
        user.press(button)
        gallery.take(f"form-{button.split()[0].lower()}")
        user.press("Avbryt")
    assert gallery.found == []


def test_an_empty_archive(start: Start, theme: Theme):
    user = start(None)
    user.press("Trelleborgsmodellen")
    gallery = Gallery(user, Look.LIGHT)
    for place in PLACES:
        user.page(place.title)
        gallery.take(f"empty-{place.key}")
        assert len(user.texts(user.window.page())) > 2
    assert gallery.found == []


def test_a_crowded_archive(crowded: User):
    gallery = Gallery(crowded, Look.LIGHT)
    for place in PLACES:
        crowded.page(place.title)
        gallery.take(f"crowded-{place.key}")
    crowded.open("2019-06-10")
    for number, label in enumerate(STEPS, 1):
        crowded.step(label)
        gallery.take(f"crowded-step-{number}")
    assert gallery.found == []


#: Started anew with everything twice as large: Qt reads the factor once, before the first window.
_TWICE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from samverkan_desktop.app import Archives
from samverkan_desktop.clock import FixedClock
from samverkan_desktop.ui import main_window, program
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.theme import Look, Theme
from tests.journeys.crowd import fill
from tests.journeys.looking import faults
from tests.ui.hands import picture
from datetime import UTC, datetime

app = QApplication(sys.argv[:1])
Theme(app, Look.LIGHT)
window = main_window.MainWindow()
made = program.assemble(window, Archives(FixedClock(datetime(2019, 6, 10, tzinfo=UTC))))
window.resize(960, 540)
window.show()
made.opening.begin(Path(sys.argv[1]))
window.scope.choose_period("2018/2019")
found = []
for target in [place.key for place in PLACES] + ["meeting:4"]:
    window.navigate(target)
    app.processEvents()
    found += [f"{target}: {fault}" for fault in faults(window)]
    picture(window, f"twice-{target.replace(':', '-')}")
assert window.devicePixelRatio() == 2
window.close()
print("\\n".join(found))
"""


def test_everything_twice_as_large(example: Path, tmp_path: Path):
    archive = copy(example / demo.ARCHIVE, tmp_path)
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    ended = subprocess.run(
        [sys.executable, "-c", _TWICE, archive],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout.strip()) == (0, ""), ended.stderr
