"""Every page, step and panel of the played example, painted to be looked at and looked over by a machine."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copy

import pytest

from samverkan_desktop.services import demo
from samverkan_desktop.ui.colours import Look
from samverkan_desktop.ui.navigation import PLACES
from samverkan_desktop.ui.theme import Theme
from tests.journeys.looking import faults
from tests.journeys.user import User

pytestmark = pytest.mark.journey

Start = Callable[[Path | None], User]
LOOKS = (Look.LIGHT, Look.DARK)
STEPS = ("Planera", "Dagordning", "Kalla", "Genomför", "Färdigställ", "Skicka")


@pytest.fixture
def user(start: Start, example: Path, tmp_path: Path) -> User:
    archive = Path(copy(example / demo.ARCHIVE, tmp_path))
    user = start(archive)
    user.it_is(date(2019, 6, 10))
    user.window.years.choose("2018/2019")
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
