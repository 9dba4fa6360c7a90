import json

import pytest

from samverkan_desktop import paths, settings
from samverkan_desktop.errors import EnvironmentFault
from samverkan_desktop.settings import Settings


def stored() -> dict[str, object]:
    return json.loads((paths.config_folder() / "settings.json").read_text(encoding="utf-8"))


def write(text: str) -> None:
    paths.config_folder().mkdir(parents=True)
    (paths.config_folder() / "settings.json").write_text(text, encoding="utf-8")


def test_nothing_is_chosen_at_first():
    assert settings.load() == Settings()


def test_a_choice_is_kept():
    settings.change(look="dark")
    assert settings.change(language="en") == Settings(language="en", look="dark")
    assert settings.load().look == "dark"


def test_what_another_version_stored_is_kept():
    write('{"look": "light", "sidebar": {"width": 200}}')
    settings.change(look="dark")
    assert stored()["sidebar"] == {"width": 200}


@pytest.mark.parametrize("text", ["{", "[]", "\x00"])
def test_a_broken_file_is_the_same_as_none_and_is_warned_of(text: str, caplog: pytest.LogCaptureFixture):
    write(text)
    assert settings.load() == Settings()
    assert "settings" in caplog.text


def test_a_choice_that_does_not_exist_is_not_taken():
    write('{"look": "pink", "language": 3, "last_archive": "a.samverkan"}')
    assert settings.load() == Settings(last_archive="a.samverkan")


def test_a_folder_that_cannot_be_made_is_told():
    paths.config_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.config_folder().write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(EnvironmentFault):
        settings.change(look="dark")
