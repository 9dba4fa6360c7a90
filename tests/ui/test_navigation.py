import pytest

from samverkan_desktop.services import place as place_of
from samverkan_desktop.ui import navigation


@pytest.mark.parametrize(
    ("target", "key", "identity"),
    [
        ("decisions", "decisions", ""),
        ("meeting:3", "meetings", "meeting:3"),
        ("meeting:3/item:5", "meetings", "meeting:3/item:5"),
        ("agreement:T14", "agreement", "T14"),
        ("commission:2", "commissions", "commission:2"),
    ],
)
def test_a_target_names_a_page_and_what_to_open_there(target: str, key: str, identity: str):
    place, opened = navigation.find(target)
    assert (place.key, opened) == (key, identity)


def test_a_target_that_no_page_shows_is_a_bug():
    with pytest.raises(KeyError):
        navigation.find("weather:1")


def test_no_kind_of_thing_is_shown_on_two_pages():
    kinds = [kind for place in navigation.PLACES for kind in (place.key, *place.opens)]
    assert len(kinds) == len(set(kinds))


def test_it_is_known_of_every_thing_that_a_page_shows_which_agreement_it_is_of():
    kinds = {kind for place in navigation.PLACES for kind in place.opens}
    assert kinds - {"person"} <= place_of.KINDS.keys() | place_of.LABELS
