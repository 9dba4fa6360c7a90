import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.mail_address import MailAddress, parse, parse_list


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" chef@kommun.se ", MailAddress("chef@kommun.se")),
        ("mailto:chef@kommun.se", MailAddress("chef@kommun.se")),
        ("Åsa Öberg <asa.oberg@kommun.se>", MailAddress("asa.oberg@kommun.se", "Åsa Öberg")),
        ('"Öberg, Åsa" <asa@kommun.se>', MailAddress("asa@kommun.se", "Öberg, Åsa")),
        ("o'hara+moten@bildning.malmö.se", MailAddress("o'hara+moten@bildning.malmö.se")),
        ("åsa@kommun.se", MailAddress("åsa@kommun.se")),
    ],
)
def test_an_address_is_read_with_its_name(text: str, expected: MailAddress):
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "chef", "chef@", "@kommun.se", "chef@kommun", "chef kvalitet@kommun.se", "chef@kom mun.se",
        "a@b@kommun.se", "chef..x@kommun.se", ".chef@kommun.se", "chef@-kommun.se", "chef@kommun..se",
        "chef@kommun.se\nBcc: alla@kommun.se", "Chef\r\nBcc: x <chef@kommun.se>", "chef@kommun.se>",
        f"{'a' * 65}@kommun.se", f"chef@{'a' * 64}.se", f"chef@{'a.' * 130}se",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_one_line(text: str):
    with pytest.raises(UserError) as refusal:
        parse(text, "email")
    assert refusal.value.message.endswith("är ingen e-postadress. Skriv den som namn@kommun.se.")
    assert "\n" not in refusal.value.message
    assert refusal.value.field == "email"


@pytest.mark.parametrize(
    "text",
    [
        "a@kommun.se, b@kommun.se", "a@kommun.se;b@kommun.se;", "a@kommun.se\r\n\r\nb@kommun.se\n",
        "a@kommun.se b@kommun.se", "a@kommun.se,B@kommun.se; A@KOMMUN.SE",
    ],
)  # fmt: skip
def test_a_pasted_list_is_read_however_it_is_parted(text: str):
    assert [each.address.lower() for each in parse_list(text)] == ["a@kommun.se", "b@kommun.se"]


def test_names_with_commas_stay_whole_in_a_list():
    text = '"Öberg, Åsa" <asa@kommun.se>; Bo Ek <bo@kommun.se>\nCecilia <c@kommun.se>'
    assert [each.name for each in parse_list(text)] == ["Öberg, Åsa", "Bo Ek", "Cecilia"]


def test_a_list_names_the_entry_that_is_wrong():
    with pytest.raises(UserError, match="kvalitetschefen är ingen e-postadress"):
        parse_list("a@kommun.se; kvalitetschefen; b@kommun.se")


def test_an_empty_list_is_none():
    assert parse_list(" \n;, ") == ()


def test_a_domain_with_swedish_letters_goes_to_servers_in_ascii():
    assert MailAddress("chef@malmö.se").wire == "chef@xn--malm-8qa.se"
    assert MailAddress("chef@malmö.se").is_plain
    assert not MailAddress("åsa@malmö.se").is_plain
