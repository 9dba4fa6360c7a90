"""Two agreements with three groups each in one archive: worked in one at a time, met on the overview."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest

from samverkan_desktop.services import archive
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.theme import Theme
from tests.journeys.looking import faults
from tests.journeys.user import User
from tests.services.several import TODAY, play
from tests.ui.hands import ROOT

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]
FIRST, SECOND = "Samverkansavtal mellan", "Överenskommelse mellan"


@pytest.fixture(scope="session")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of two agreements, played once."""
    folder = tmp_path_factory.mktemp("several")
    path = folder / "several.samverkan"
    archive.create_archive(path)
    play(path, folder).work.close()
    return path


@pytest.fixture
def user(start: Start, several: Path, tmp_path: Path) -> Iterator[User]:
    path = Path(copy(several, tmp_path))
    user = start(None)
    user.it_is(TODAY)
    user.program.opening.open(path)
    yield user


def choose(user: User, which: str, text: str) -> None:
    """Choose from a menu at the foot of the sidebar what begins with a text."""
    menu = getattr(user.window.sidebar.foot, which).menu()
    (entry,) = [each for each in menu.actions() if each.text().startswith(text)]
    entry.trigger()


def test_every_page_follows_the_agreement_that_is_chosen(user: User):
    user.page("Möten")
    assert user.reads("Möte 1 av 6") and not user.reads("Möte 1 av 4")
    choose(user, "agreement", SECOND)
    assert user.reads("Möte 1 av 4") and not user.reads("Möte 1 av 6")
    choose(user, "group", "Två plus två")
    assert user.reads("Möte 1 av 2") and not user.reads("Möte 1 av 4")
    user.page("Beslut")
    assert user.reads("TPT 2018-01") and not user.reads("2018/19-01")
    choose(user, "year", "2019")
    assert not user.reads("TPT 2018-01")


def test_a_meeting_that_is_open_is_left_for_another_agreement(user: User):
    user.page("Möten")
    user.window.navigate("meeting:1")
    assert user.reads("Möte 1 av 6")
    choose(user, "agreement", SECOND)
    assert user.reads("Möte 1 av 4")


def test_what_presses_in_another_agreement_leads_there(user: User):
    user.page("Översikt")
    assert user.reads(SECOND, user.window.page())
    rows = user.window.page().pressing.rows
    other = next(row for row in rows if row.finding.agreement.startswith(SECOND))
    other.step.click()
    assert user.window.scope.agreement_id == 2
    assert user.window.scope.period == "2018"


def test_a_hit_in_another_agreement_leads_there(user: User):
    user.window.navigate("commissions")
    (hit,) = user.window.box.search("orosanmälan muntlig")
    assert hit.note.startswith(SECOND)
    hit.run()
    assert user.window.scope.agreement_id == 2
    assert user.reads("Rutin för orosanmälan", user.window.page())


def test_a_new_meeting_is_proposed_to_the_group_that_is_shown(user: User):
    choose(user, "agreement", SECOND)
    choose(user, "group", "Två plus två")
    user.page("Möten")
    for button in ("Lägg upp årsplan", "Nytt möte", "Extra möte"):
        user.press(button)
        assert user.window.page().panel.form.field("group_id").currentText() == "Två plus två"
        user.press("Avbryt")


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK], ids=lambda look: look.value)
def test_every_page_of_both_agreements_is_painted(user: User, theme: Theme, look: Look):
    theme.wear(look)
    found = []
    for number, title in enumerate((FIRST, SECOND), 1):
        choose(user, "agreement", title)
        for place in PLACES:
            user.page(place.title)
            found += [f"{number} {place.key}: {fault}" for fault in faults(user.window)]
            user.picture(f"several-{number}-{place.key}-{look.value}")
    assert found == []


#: Started anew with everything twice as large: Qt reads the factor once, before the first window.
_TWICE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from samverkan_desktop.app import Archives
from samverkan_desktop.clock import FixedClock
from samverkan_desktop.ui import main_window, program
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.theme import Look, Theme
from tests.journeys.looking import faults
from tests.ui.hands import picture

app = QApplication(sys.argv[:1])
Theme(app, Look.LIGHT)
window = main_window.MainWindow()
made = program.assemble(window, Archives(FixedClock(datetime(2018, 12, 10, 12, tzinfo=UTC))))
window.resize(960, 540)
window.show()
made.opening.begin(Path(sys.argv[1]))
window.scope.choose_agreement(2)
found = []
for place in PLACES:
    window.navigate(place.key)
    app.processEvents()
    found += [f"{place.key}: {fault}" for fault in faults(window)]
    picture(window, f"several-twice-{place.key}")
window.close()
print("\\n".join(found))
"""


def test_everything_twice_as_large(several: Path, tmp_path: Path):
    path = copy(several, tmp_path)
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    ended = subprocess.run(
        [sys.executable, "-c", _TWICE, path],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout.strip()) == (0, ""), ended.stderr
