"""Holders pasted from a mail program or a spreadsheet: how they are read, matched and noted."""

from collections.abc import Callable
from datetime import date

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.services import adoption, group, holders_paste
from samverkan_desktop.services.group import SeatRow
from samverkan_desktop.services.holders_paste import MOST, PastedHolder
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import HolderState
from tests.services.year import NUMBER, Year

DAY = date(2018, 8, 1)


def seats(work: Workspace) -> tuple[SeatRow, ...]:
    return group.groups(work)[0].seats


def seat_of(work: Workspace, function: str, party: str = "") -> SeatRow:
    return next(s for s in seats(work) if s.function.startswith(function) and s.party.startswith(party))


def read(work: Workspace, text: str) -> list[tuple[str, str, str]]:
    """Return name, address and the function of the seat of each row."""
    known = {each.id: each.function for each in seats(work)}
    rows = holders_paste.read(text, seats(work))
    return [(row.name, row.email, known.get(row.seat_id or 0, "")) for row in rows]


@pytest.fixture
def work(stage: Callable[[str], Year]) -> Workspace:
    begun = stage("empty").work
    adoption.adopt(begun, "trelleborg")
    return begun


@pytest.mark.parametrize(
    "text",
    [
        "Ada Alm <ada.alm@kommun.se>; Bo Björk <bo@kommun.se>",
        "Ada Alm <ada.alm@kommun.se>, Bo Björk <bo@kommun.se>",
        'Alm, Ada <ada.alm@kommun.se>; "Björk, Bo" <mailto:bo@kommun.se>;',
        "Ada Alm\tada.alm@kommun.se\nBo Björk\tbo@kommun.se\n",
        "Ada Alm; ada.alm@kommun.se\n\nbo@kommun.se; Bo Björk",
        "Ada Alm, ada.alm@kommun.se\nBo Björk, bo@kommun.se",
        "Namn\tE-post\nAda Alm\tada.alm@kommun.se\nBo Björk\tbo@kommun.se",
        "Efternamn;Förnamn;E-postadress\nAlm;Ada;ada.alm@kommun.se\nBjörk;Bo;bo@kommun.se",
    ],
)
def test_every_kind_of_list_is_read_alike(work: Workspace, text: str):
    assert [row[:2] for row in read(work, text)] == [
        ("Ada Alm", "ada.alm@kommun.se"),
        ("Bo Björk", "bo@kommun.se"),
    ]


def test_addresses_alone_are_read_and_told_to_lack_names(work: Workspace):
    rows = holders_paste.read("ada@kommun.se; bo@kommun.se", seats(work))
    assert [row.email for row in rows] == ["ada@kommun.se", "bo@kommun.se"]
    assert {row.fault for row in rows} == {"Namnet saknas. Skriv vem som har adressen."}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Alm\tUtbildningschef grundskola\tada@kommun.se",
        "utbildningschef, grundskola och grundsärskola\tAda Alm\tada@kommun.se",
        "Ada Alm (Utbildningschef grundskola) <ada@kommun.se>",
        "Ada Alm, Utbildningschef grundskola <ada@kommun.se>",
        "E-post;Befattning;Namn\nada@kommun.se;Utbildningschef för grundskola;Ada Alm",
    ],
)
def test_a_function_is_matched_to_its_seat_however_it_is_written(work: Workspace, text: str):
    school = next(each.function for each in seats(work) if "grundskola" in each.function)
    assert read(work, text) == [("Ada Alm", "ada@kommun.se", school)]


def test_a_function_that_no_seat_has_stands_where_the_others_do(work: Workspace):
    rows = holders_paste.read("Kvalitetschef;Ada Alm\nFältassistent;Bo Björk", seats(work))
    assert [(row.name, row.function) for row in rows] == [
        ("Ada Alm", "Kvalitetschef"),
        ("Bo Björk", "Fältassistent"),
    ]
    assert rows[1].seat_id is None


def test_a_function_that_both_parties_have_is_matched_by_the_party_alone(work: Workspace):
    assert read(work, "Ada Alm;Förvaltningschef") == [("Ada Alm", "", "")]
    row = holders_paste.read("Ada Alm;Förvaltningschef;Socialförvaltningen", seats(work))[0]
    assert row.seat_id == seat_of(work, "Förvaltningschef", "Social").id


def test_a_name_without_a_function_is_matched_to_no_seat(work: Workspace):
    assert read(work, "Ada Alm <ada@kommun.se>") == [("Ada Alm", "ada@kommun.se", "")]


def test_who_holds_a_seat_already_is_matched_to_it(work: Workspace):
    chosen = seat_of(work, "Kvalitetschef")
    group.set_holder(work, chosen.id, HolderState.ORDINARY, DAY, name="Ada Alm")
    assert read(work, "ada alm <ada@kommun.se>")[0][2] == "Kvalitetschef"


def test_no_seat_is_given_to_two_rows(work: Workspace):
    rows = holders_paste.read("Ada Alm;Kvalitetschef\nBo Björk;Kvalitetschef", seats(work))
    assert [row.seat_id for row in rows].count(None) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Ada Alm;ada@kommun", "ada@kommun är ingen e-postadress. Skriv den som namn@kommun.se."),
        (f"Ada Alm {NUMBER};ada@kommun.se", "Raden ser ut att innehålla ett personnummer. Ta bort det."),
    ],
)
def test_what_is_wrong_with_a_row_is_said_of_it(work: Workspace, text: str, fault: str):
    assert holders_paste.read(text, seats(work))[0].fault == fault


@pytest.mark.parametrize(
    "text", ["", " \n;;\n", "Namn;E-post\n", "\n".join(["Ada;a@kommun.se"] * (MOST + 1))]
)
def test_a_list_without_rows_or_with_far_too_many_is_refused(work: Workspace, text: str):
    with pytest.raises(UserError) as told:
        holders_paste.read(text, seats(work))
    assert told.value.field == "text"


@pytest.mark.parametrize(
    "text", ["<>", "a <", ";;;<;>", "\t\t@\t", "@;@;@", "Ada <ada@kommun.se", "\x00;x", ","]
)
def test_rubbish_is_read_as_rows_to_correct_or_refused(work: Workspace, text: str):
    try:
        rows = holders_paste.read(text, seats(work))
    except UserError as error:
        assert error.field == "text"
    else:
        assert all(row.seat_id is None for row in rows)


def test_rows_are_noted_in_one_step(work: Workspace):
    quality, leader = seat_of(work, "Kvalitetschef"), seat_of(work, "Avdelningschef")
    rows = [
        PastedHolder("tf Ada Alm", "ada@kommun.se", seat_id=quality.id),
        PastedHolder("Någon annan", ""),
        PastedHolder("vakant", "", seat_id=leader.id),
    ]
    assert holders_paste.note(work, rows, DAY) == 2
    held = {each.id: (each.state, each.holder, each.email) for each in seats(work)}
    assert held[quality.id] == (HolderState.ACTING, "Ada Alm", "ada@kommun.se")
    assert held[leader.id] == (HolderState.VACANT, "", "")
    assert work.undo() == "Innehavare lades till från en lista"
    assert all(each.state is None for each in seats(work))


def test_nothing_is_noted_where_one_row_cannot_be(work: Workspace):
    quality, leader = seat_of(work, "Kvalitetschef"), seat_of(work, "Avdelningschef")
    rows = [
        PastedHolder("Ada Alm", "", seat_id=quality.id),
        PastedHolder("Bo Björk", "bo@", seat_id=leader.id),
    ]
    with pytest.raises(UserError) as told:
        holders_paste.note(work, rows, DAY)
    assert told.value.field == "row-1"
    with pytest.raises(UserError, match="samma plats"):
        holders_paste.note(work, [rows[0], rows[0]], DAY)
    with pytest.raises(UserError, match="minst en"):
        holders_paste.note(work, [PastedHolder("Ada Alm", "")], DAY)
    assert all(each.state is None for each in seats(work))
