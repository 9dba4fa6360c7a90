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


def test_what_is_shown_of_an_archive_is_kept_and_the_oldest_are_forgotten():
    for number in range(25):
        settings.remember(f"{number}.samverkan", {"agreement": number})
    kept = settings.load().shown
    assert len(kept) == 20
    assert kept["24.samverkan"] == {"agreement": 24}
    assert "4.samverkan" not in kept


def test_what_is_shown_is_kept_beside_other_choices():
    settings.remember("a.samverkan", {"agreement": 1})
    assert settings.change(look="dark").shown == {"a.samverkan": {"agreement": 1}}


@pytest.mark.parametrize("text", ['{"shown": 3}', '{"shown": {"a.samverkan": 3}}'])
def test_what_is_shown_but_cannot_be_read_is_as_nothing(text: str):
    write(text)
    assert settings.load().shown == {}
