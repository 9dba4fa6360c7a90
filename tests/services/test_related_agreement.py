import pytest

from samverkan_desktop.services import agenda, agenda_order, related_agreement
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused

OWN = 1
USSP = "avtalet om USSP"


def rows(year: Year) -> dict[str, related_agreement.RelatedAgreementRow]:
    return {row.title: row for row in related_agreement.listing(year.work, OWN)}


def test_what_the_agreement_leaves_out_comes_first(adopted: Year):
    related_agreement.add(
        adopted.work,
        OWN,
        " BUS ",
        parties="Polisen, socialförvaltningen",
        level="representanter på ledningsnivå",
        note="Barn som utsatts för brott",
    )
    last = list(rows(adopted).values())[-1]
    assert (last.title, last.parties, last.level, last.note) == (
        "BUS",
        "Polisen, socialförvaltningen",
        "representanter på ledningsnivå",
        "Barn som utsatts för brott",
    )
    assert not last.excluded
    assert rows(adopted)[USSP].excluded


def test_another_agreement_is_named_once(adopted: Year):
    with refused(adopted, "avtalet om USSP finns redan bland andra avtal.", field="title"):
        related_agreement.add(adopted.work, OWN, USSP.upper())
    with refused(adopted, "Skriv vad det andra avtalet heter.", field="title"):
        related_agreement.add(adopted.work, OWN, " ")


@pytest.mark.parametrize("field", ["title", "note", "parties", "level"])
def test_a_personal_number_is_refused(adopted: Year, field: str):
    made = related_agreement.add(adopted.work, OWN, "BUS")
    with refused(adopted, HOLDS_NUMBER, field=field, rule="R11"):
        related_agreement.add(adopted.work, OWN, **({"title": "SIG", field: NUMBER}))
    with refused(adopted, HOLDS_NUMBER, field=field, rule="R11"):
        related_agreement.change(adopted.work, made, **{field: NUMBER})


def test_what_was_referred_follows_a_new_name(planned: Year):
    item = planned.item(1)
    agenda.change_item(planned.work, item, referred_agreement=USSP)
    assert rows(planned)[USSP].referrals == 1
    related_agreement.change(planned.work, rows(planned)[USSP].id, title="Avtalet om USSP 2020", note="Ny")
    assert planned.items(1)[-1].referred_agreement == "Avtalet om USSP 2020"
    changed = rows(planned)["Avtalet om USSP 2020"]
    assert (changed.referrals, changed.note, changed.excluded) == (1, "Ny", True)


def test_a_change_that_cannot_be_is_refused(adopted: Year):
    made = related_agreement.add(adopted.work, OWN, "BUS")
    with refused(adopted, "finns redan bland andra avtal.", field="title"):
        related_agreement.change(adopted.work, made, title=USSP)
    with refused(adopted, "Skriv vad det andra avtalet heter.", field="title"):
        related_agreement.change(adopted.work, made, title="")
    related_agreement.change(adopted.work, made, title="Bus", excluded=True)
    assert rows(adopted)["Bus"].excluded


def test_what_items_are_referred_to_is_not_removed(planned: Year):
    item = planned.item(1)
    agenda.change_item(planned.work, item, referred_agreement=USSP)
    with refused(planned, "avtalet om USSP är angivet på en punkt på en dagordning. Ändra den först."):
        related_agreement.remove(planned.work, rows(planned)[USSP].id)
    agenda.change_item(planned.work, planned.item(2), referred_agreement=USSP)
    with refused(planned, "avtalet om USSP är angivet på 2 punkter på dagordningar."):
        related_agreement.remove(planned.work, rows(planned)[USSP].id)
    agenda_order.remove_item(planned.work, item)
    agenda_order.remove_item(planned.work, planned.items(2)[-1].id)
    related_agreement.remove(planned.work, rows(planned)[USSP].id)
    assert USSP not in rows(planned)
