from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_desktop import paths
from samverkan_desktop.errors import UserError
from samverkan_desktop.services import preset
from samverkan_desktop.services.preset_reader import parse

SHIPPED = paths.resource("agreements", "trelleborg.toml").read_text(encoding="utf-8")


def refusal(text: str) -> str:
    with pytest.raises(UserError) as caught:
        parse("avtal.toml", text)
    return caught.value.message


def with_line(text: str, old: str, new: str) -> tuple[str, int]:
    """Return the text with its first line that is ``old`` replaced, and that line's number."""
    lines = text.splitlines()
    number = next(at for at, line in enumerate(lines) if line.split("#")[0].strip() == old)
    lines[number] = new
    return "\n".join(lines), number + 1


def test_every_shipped_preset_is_in_order():
    assert preset.shipped()
    for path in preset.shipped():
        assert preset.read(path).clauses


def test_a_preset_is_found_by_key_and_by_path(tmp_path: Path):
    own = tmp_path / "eget avtal.toml"
    own.write_text(SHIPPED, encoding="utf-8")
    assert preset.find("trelleborg") == preset.find(str(own))


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path):
    own = tmp_path / "avtal.toml"
    own.write_bytes(b"\xef\xbb\xbf" + SHIPPED.replace("\n", "\r\n").encode())
    assert preset.read(own).agreement.key == "trelleborg"


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda _path: None, "finns inte."),
        (lambda path: path.mkdir(), "går inte att läsa som text."),
        (lambda path: path.write_bytes(b"x" * (preset.LARGEST + 1)), "välj en annan fil."),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, make: Callable[[Path], object], sentence: str):
    path = tmp_path / "avtal.toml"
    make(path)
    with pytest.raises(UserError) as caught:
        preset.read(path)
    assert caught.value.message.endswith(sentence)


@pytest.mark.parametrize("source", ["finns-inte", "mapp/avtal.toml"])
def test_what_is_neither_a_key_nor_a_file_is_refused(source: str):
    with pytest.raises(UserError, match="Det finns ingen mall eller fil som heter"):
        preset.find(source)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('working_year = "school_year"', 'working_year = "termin"', "working_year"),
        ("starts = 2018-07-01", 'starts = "2018-07-01"', "starts"),
        ("ends = 2021-06-30", "ends = 2017-06-30", "avtalet slutar innan det börjar"),
        ('year_starts = "07-01"', 'year_starts = "1 juli"', "year_starts skrivs som 07-01"),
        ('year_starts = "07-01"', 'year_starts = "02-30"', "year_starts skrivs som 07-01"),
        ('key = "SF"', 'key = "BF"', "nyckeln BF finns redan"),
        ('key = "F2"', 'key = "F1"', "platsen F1 finns redan"),
        ('ref = "T02"', 'ref = "T01"', "stycket T01 finns redan"),
        ('kind = "vacancy"', 'kind = "flyg"', "slaget flyg finns inte; tillåtna slag är"),
        ('policy = "ban"', 'policy = "kanske"', "kanske"),
        ('group_kind = "work_group"', 'group_kind = "flyg"', "'flyg' för group_kind"),
        ('attends = "designated"', 'attends = "ibland"', "ibland"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(old: str, new: str, sentence: str):
    text, line = with_line(SHIPPED, old, new)
    said = refusal(text)
    assert said.startswith(f"Avtalsfilen avtal.toml, rad {line}: ")
    assert sentence in said


def test_an_unfinished_text_is_told_with_its_line():
    text, line = with_line(SHIPPED, 'name = "Trelleborgsmodellen"', 'name = "Trelleborgsmodellen')
    said = refusal(text)
    assert f"rad {line}: raden går inte att läsa; citattecken saknas" in said


TABLES = {
    "party": '[[party]]\nkey = "BF"\nname = "B"\n',
    "group": '[[group]]\nkey = "g"\nkind = "steering_group"\nname = "G"\nfull_name = "G"\n'
    'occasion = "m"\nrecord = "M"\n',
    "clause": '[[clause]]\nref = "T01"\nheading = "A"\ntext = "B"\n',
    "routine": '[[routine]]\ntitle = "R"\n',
}
HEAD = SHIPPED.split("[[party]]", maxsplit=1)[0]


def test_a_short_preset_is_in_order():
    assert parse("avtal.toml", HEAD + "".join(TABLES.values())).groups[0][1] == ()


@pytest.mark.parametrize("table", TABLES)
def test_a_list_of_something_else_than_tables_is_refused(table: str):
    others = "".join(text for name, text in TABLES.items() if name != table)
    text = HEAD.replace("format = 1", f'format = 1\n{table} = ["x"]') + others
    assert f"{table} ska vara en tabell" in refusal(text)


@pytest.mark.parametrize("name", ["group.seat", "clause.obligation", "routine.step"])
def test_an_inner_table_written_as_a_single_one_is_refused_at_its_line(name: str):
    outer, inner = name.split(".")
    text = "".join(
        table + (f'[{name}]\nkey = "F1"\n' if each == outer else "") for each, table in TABLES.items()
    )
    line = (HEAD + text).splitlines().index(f"[{name}]") + 1
    assert refusal(HEAD + text) == f"Avtalsfilen avtal.toml, rad {line}: {inner} ska skrivas som [[{name}]]."


@pytest.mark.parametrize("name", ["seat", "obligation", "step"])
def test_something_else_than_inner_tables_is_refused(name: str):
    outer = {"seat": "group", "obligation": "clause", "step": "routine"}[name]
    text = "".join(table + (f"{name} = 5\n" if each == outer else "") for each, table in TABLES.items())
    assert f"{name} ska skrivas som [[{outer}.{name}]]" in refusal(HEAD + text)


def test_without_any_party_it_is_refused():
    text = SHIPPED[: SHIPPED.index("[[party]]")]
    assert "det finns ingen [[party]] i filen" in refusal(text)


def test_an_obligation_without_a_kind_is_refused():
    text, _ = with_line(SHIPPED, 'kind = "vacancy"', "")
    assert "åtagandet saknar slag (kind)" in refusal(text)


def test_an_obligation_of_an_unknown_group_is_refused():
    text = SHIPPED.replace('kind = "vacancy"                       # visar', 'kind = "vacancy"  # visar')
    at = text.index('kind = "vacancy"')
    text = text[:at] + text[at:].replace('group = "styrgrupp"', 'group = "ledning"', 1)
    assert "gruppen ledning finns inte bland [[group]]" in refusal(text)
