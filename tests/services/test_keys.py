from samverkan_desktop.services.keys import free_key


def test_a_key_is_made_of_the_name():
    assert free_key("Styrgruppen för åtgärder", []) == "styrgruppen-for-atgarder"


def test_a_key_that_is_taken_is_numbered():
    assert free_key("Styrgrupp", ["styrgrupp", "styrgrupp-2"]) == "styrgrupp-3"


def test_a_name_without_letters_has_a_key_too():
    assert free_key("§ !", []) == "namnlos"


def test_a_long_name_has_a_key_that_can_be_read():
    assert len(free_key("Lokal uppdragsgrupp för placerade barns skolgång i hela kommunen", [])) <= 40
