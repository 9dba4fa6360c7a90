from datetime import date

from samverkan_desktop.services import group, seat
from samverkan_desktop.services.recipients import (
    Recipient,
    each_once,
    pasted,
    recipients,
    without_address,
)
from samverkan_desktop.vocabulary import HolderState, Receipt
from tests.services.year import Year, refused


def test_a_meetings_documents_go_to_those_who_hold_its_seats(planned: Year):
    found = recipients(planned.work, planned.meeting(1))
    assert [one.address for one in found][:2] == ["f1@example.org", "f2@example.org"]
    assert found[0].label == "Utbildningschef förskola, Namn F1"
    assert {one.receipt for one in found} == {Receipt.TO}


def test_each_seat_gets_them_as_it_is_said_to(planned: Year):
    for key, receipt in (("F1", Receipt.COPY), ("F2", Receipt.INFORMATION), ("F3", Receipt.NOT)):
        seat.change(planned.work, planned.seats[key], receipt=receipt)
    found = recipients(planned.work, planned.meeting(1))
    assert [one.receipt for one in found][:2] == [Receipt.COPY, Receipt.INFORMATION]
    assert "f3@example.org" not in [one.address for one in found]


def test_a_seat_without_an_address_is_named(planned: Year):
    group.set_holder(planned.work, planned.seats["F1"], HolderState.ORDINARY, date(2018, 8, 1), name="Ny")
    group.set_holder(planned.work, planned.seats["F2"], HolderState.VACANT, date(2018, 8, 1))
    assert without_address(recipients(planned.work, planned.meeting(1))) == (
        "Saknar e-postadress och får inget mejl: Utbildningschef förskola, "
        "Utbildningschef grundskola och grundsärskola. Skriv adressen under Personer."
    )


def test_nothing_is_said_where_every_address_is_known(planned: Year):
    assert without_address(recipients(planned.work, planned.meeting(1))) == ""


def test_an_address_of_two_seats_is_sent_to_once_as_the_most_it_is_to_get():
    found = each_once(
        (
            Recipient("Ersättare", "Åsa", "asa@kommun.se", Receipt.INFORMATION, required=False),
            Recipient("Kvalitetschef", "Åsa", "ASA@Kommun.se", Receipt.TO),
            Recipient("Rektor", "", "", Receipt.TO),
            Recipient("Enhetschef", "", "", Receipt.TO),
        )
    )
    assert found[0] == Recipient("Ersättare, Kvalitetschef", "Åsa", "asa@kommun.se", Receipt.TO)
    assert [one.function for one in found[1:]] == ["Rektor", "Enhetschef"]


def test_all_who_hold_a_collective_seat_get_them(planned: Year):
    seat.change(planned.work, planned.seats["F1"], collective=True)
    group.set_holder(
        planned.work, planned.seats["F1"], HolderState.ORDINARY, date(2018, 8, 1), name="Alla",
        email="a@kommun.se, b@kommun.se",
    )  # fmt: skip
    found = recipients(planned.work, planned.meeting(1))
    assert [(one.function, one.address) for one in found[:2]] == [
        ("Utbildningschef förskola", "a@kommun.se"), ("Utbildningschef förskola", "b@kommun.se"),
    ]  # fmt: skip


def test_a_pasted_list_gets_a_copy(planned: Year):
    assert pasted("Registrator <r@kommun.se>; x@kommun.se") == (
        Recipient("Registrator", "", "r@kommun.se", Receipt.COPY),
        Recipient("", "", "x@kommun.se", Receipt.COPY),
    )
    with refused(planned, "kansliet är ingen e-postadress.", field="more"):
        pasted("r@kommun.se; kansliet")
