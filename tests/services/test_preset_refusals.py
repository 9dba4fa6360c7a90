"""What stands wrong in a preset file: refused with its line and the mend, and nothing adopted."""

import re
from pathlib import Path

import pytest

from samverkan_desktop.errors import UserError
from samverkan_desktop.services import adoption, preset
from samverkan_desktop.services.preset_reader import parse
from tests.services.sample_preset import TEXT
from tests.services.year import NUMBER, Year, refused

LINES = TEXT.splitlines()


def refusal(text: str) -> tuple[int, str]:
    """Return the line that a refusal names, and its sentence."""
    with pytest.raises(UserError) as caught:
        parse("avtal.toml", text)
    found = re.fullmatch(r"Avtalsfilen avtal\.toml, rad (\d+): (.+)\.", caught.value.message)
    assert found, caught.value.message
    return int(found[1]), found[2]


def at(old: str) -> int:
    """Return the index of the first line that begins so."""
    return next(number for number, line in enumerate(LINES) if line.startswith(old))


def changed(old: str, new: str) -> str:
    """Return the text with the first line that begins so replaced."""
    return "\n".join([*LINES[: at(old)], new, *LINES[at(old) + 1 :]])


def added(old: str, *new: str) -> str:
    """Return the text with lines added after the first that begins so."""
    return "\n".join([*LINES[: at(old) + 1], *new, *LINES[at(old) + 1 :]])


def test_a_preset_with_every_table_is_in_order():
    read = parse("avtal.toml", TEXT)
    assert [group.key for group, _ in read.groups] == ["ledning", "styrgrupp"]
    assert read.clauses[0][0].text == "Styrgruppen har minst åtta möten per år."


@pytest.mark.parametrize("value", ["5", "[[1]]", "{ a = 1 }", "2020-01-01T10:00:00", "1.5", "10:00:00"])
def test_a_value_of_the_wrong_type_is_told_in_swedish_at_its_line(value: str):
    for number, written in enumerate(LINES):
        key, _, right = written.partition(" = ")
        if not right or right in ('"""', value) or (value == "5" and re.fullmatch(r"\d+", right)):
            continue
        if value in ("5", "1.5") and re.fullmatch(r"\d+\.\d+", right):  # any number may stand there
            continue
        line, sentence = refusal("\n".join([*LINES[:number], f"{key} = {value}", *LINES[number + 1 :]]))
        assert line == number + 1
        assert not re.search(r"object|datetime|None|Error|True", sentence)


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ("format = 1", "okänt ord nytt; tillåtna är format, agreement, party"),
        ('key = "prov"', "okänd parameter nytt; tillåtna är key, name, kind, title"),
        ('key = "skola"', "okänd parameter nytt; tillåtna är key, name, kind, signs"),
        ('key = "styrgrupp"', "okänd parameter nytt; tillåtna är"),
        ('key = "A"', "okänd parameter nytt; tillåtna är"),
        ('key = "norr"', "okänd parameter nytt; tillåtna är"),
        ('ref = "§ 1"', "okänd parameter nytt; tillåtna är ref, heading, locked, text"),
        ("count = 8", "okänd parameter nytt; tillåtna är"),
        ('title = "Rutin ett"', "okänd parameter nytt; tillåtna är"),
        ('activity = "Möte hålls"', "okänd parameter nytt; tillåtna är activity, responsible"),
        ('name = "Norrskolan"', "okänd parameter nytt; tillåtna är name, form"),
    ],
)
def test_a_word_that_is_not_known_is_told_with_those_that_are(after: str, sentence: str):
    line, said = refusal(added(after, "nytt = 1"))
    assert line == at(after) + 2
    assert said.startswith(sentence)


def test_a_table_that_is_not_known_is_told():
    assert refusal(added("format = 1", "[nytt]"))[1].startswith("okänt ord nytt; tillåtna är")
    assert refusal(TEXT + "[[nytt]]\n")[0] == len(LINES) + 1


def test_a_word_of_its_own_that_is_not_known_is_told_where_it_stands():
    line, said = refusal(changed("words = ", 'words = { bil = "buss" }'))
    assert line == at("words = ") + 1
    assert said.startswith("ordet bil finns inte; tillåtna är party, convenor")


@pytest.mark.parametrize(
    ("after", "twice"),
    [('key = "prov"', 'key = "prov"'), ("count = 8", "count = 8"), ('key = "A"', 'party = "skola"')],
)
def test_a_key_that_stands_twice_is_told(after: str, twice: str):
    assert refusal(added(after, twice))[1] == "samma sak står två gånger; ta bort den ena"


def test_a_table_that_stands_twice_is_told_at_the_second():
    assert refusal(TEXT + '\n[agreement]\nkey = "x"\n') == (
        len(LINES) + 2, "samma sak står två gånger; ta bort den ena",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("starts = ", "starts = 2020-02-30", "datumet finns inte; skriv det som 2018-07-01"),
        ("starts = ", "starts = den 1 januari", "värdet går inte att läsa; skriv text inom citattecken"),
        ("starts = ", "starts = " + "9" * 5000, "talet är för långt"),
        ("title = ", 'title = "C:\\mapp"', r"skriv \\ där texten ska ha ett omvänt snedstreck"),
        ("title = ", 'title = ""', "title får inte vara tom"),
        ("ends = ", "ends = 2019-12-31", "avtalet slutar innan det börjar"),
        ("target = 92.5", "target = inf", "target ska vara ett tal som 72.5"),
        ("target = 92.5", "target = nan", "target ska vara ett tal som 72.5"),
        ("target = 92.5", 'target = "92,5"', "target ska vara ett tal, inte text"),
        ("activity = ", 'activity = " "', "activity får inte vara tom"),
        ("count = 8", "count = 0", "count ska vara minst 1"),
        ("count = 8", "count = -1", "count ska vara minst 1"),
        ("places = 3", "places = 0", "places ska vara minst 1"),
        ("size = 4", "size = 0", "size ska vara minst 1"),
        ("size = 4", "places = 4", "en samlad plats är en; skriv antalet som size"),
        ("places = 3", "size = 3", "size gäller bara en samlad plats; skriv collective = true"),
        ('deputy_for = "A"', 'deputy_for = "X"', "platsen X finns inte i gruppen"),
        ('deputy_for = "A"', 'deputy_for = "D"', "platserna ersätter varandra i en ring: D → D"),
        ('superiors = ["ledning"]', "number_start = 0", "Numreringen börjar på 1 eller högre."),
        ('superiors = ["ledning"]', 'superiors = ["ledare"]', "gruppen ledare finns inte bland [[group]]"),
        (
            'superiors = ["ledning"]', 'superiors = ["ledning", "ledning"]', "samma grupp står två gånger",
        ),
        (
            'superiors = ["ledning"]', 'superiors = ["styrgrupp"]',
            "grupperna är överordnade varandra i en ring: styrgrupp → styrgrupp",
        ),
        ('party = "polis"', 'party = "brandkår"', "parten brandkår finns inte bland [[party]]"),
        ('area = "norr"', 'area = "söder"', "området söder finns inte bland [[area]]"),
        ('strategy = "Förebygga"', 'strategy = "Främja"', "strategin Främja finns inte bland [[strategy]]"),
        ('group_kind = "steering_group"', 'group = ["styrgrupp"]', "group ska vara text, inte en lista"),
        ('purpose = ', f'purpose = "Gäller {NUMBER}."',
         "texten ser ut att innehålla ett personnummer; ta bort det ur filen"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_its_line(old: str, new: str, sentence: str):
    line, said = refusal(changed(old, new))
    assert line == at(old) + 1
    assert said.startswith(sentence)


def test_an_obligation_names_a_group_or_a_kind_of_groups():
    line, said = refusal(added('group_kind = "steering_group"', 'group = "styrgrupp"'))
    assert (line, said) == (at("group_kind") + 1, "skriv group eller group_kind, inte båda")


def test_groups_above_each_other_are_told_as_a_ring():
    line, said = refusal(added('record = "Mötesanteckningar"', 'superiors = ["styrgrupp"]'))
    assert line in (at("superiors") + 2, at('record = "Mötesanteckningar"') + 2)
    assert said.startswith("grupperna är överordnade varandra i en ring: ")
    assert {"styrgrupp", "ledning"} <= set(said.split())


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('name = "Norrskolan"', '\n[[strategy]]\ntitle = "Förebygga"', "strategin Förebygga finns redan"),
        ('name = "Norrskolan"', '\n[[indicator]]\nname = "Närvaro"', "indikatorn Närvaro finns redan"),
    ],
)
def test_what_is_listed_twice_is_told(old: str, new: str, sentence: str):
    text = "\n".join([*LINES[: at(old) - 2], new])
    line, said = refusal(text)
    assert (line, said) == (len(text.splitlines()), sentence)


def obligations(*tables: str) -> str:
    return TEXT + "".join(
        f'\n[[clause]]\nref = "§ {number}"\ntext = "Så."\n[[clause.obligation]]\n{table}\n'
        for number, table in enumerate(tables, 10)
    )


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (['kind = "meeting_frequency"\ngroup = "styrgrupp"\ncount = 4'],
         "här står 4 men i § 1 står 8; ändra eller ta bort det ena åtagandet"),
        (['kind = "follow_up"\nevery = 1\nat = "last_meeting"',
          'kind = "follow_up"\nat = "last_meeting"\nevery = 2'],
         "här står 2 men i § 10 står 1; ändra eller ta bort det ena åtagandet"),
    ],
)  # fmt: skip
def test_obligations_that_contradict_each_other_are_told_at_the_last_one(tables: list[str], sentence: str):
    text = obligations(*tables)
    assert refusal(text) == (len(text.splitlines()), sentence)


# --- The file itself ---


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_told_how_to_be_saved(tmp_path: Path, encoding: str):
    path = tmp_path / "avtal.toml"
    path.write_bytes(TEXT.encode(encoding, errors="replace"))
    with pytest.raises(UserError) as caught:
        preset.read(path)
    line = 1 if encoding == "utf-16" else at("municipality") + 1
    said = caught.value.message
    assert said.startswith(f"Avtalsfilen avtal.toml, rad {line}: tecknen går inte att läsa. ")
    assert said.endswith("Spara filen som UTF-8 och försök igen.")


def test_a_file_of_gigabytes_is_refused_unread(tmp_path: Path):
    path = tmp_path / "film.toml"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(UserError, match=r"är 3000 MB\. En avtalsfil är högst 1 MB"):
        preset.read(path)


@pytest.mark.parametrize("text", ["", "\0", "hej", "[" * 2000, "a = " + "[" * 5000])
def test_a_file_of_something_else_is_refused(text: str):
    assert refusal(text)[0] == 1


def test_nothing_is_adopted_from_a_file_that_is_wrong(empty: Year, tmp_path: Path):
    path = tmp_path / "avtal.toml"
    path.write_text(changed("on_trial = true", "on_trial = 7"), encoding="utf-8")
    with refused(empty, "on_trial ska vara sant eller falskt, inte ett heltal"):
        adoption.adopt(empty.work, str(path))


# --- Where things stand ---


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("'''", 3),
        ('"""', 3),
    ],
)
def test_what_looks_like_a_table_inside_a_text_is_none(text: str, line: int):
    inside = f"purpose = {text}\n[[party]]\nkey = 5\n{text}"
    found, said = refusal(changed("purpose = ", inside).replace('key = "skola"', "key = 5"))
    assert said == "key ska vara text, inte ett heltal"
    assert found == at('key = "skola"') + 1 + line


def test_a_table_written_on_one_line_is_told_at_that_line():
    start, end = at("[[group.seat]]"), at("[[area]]")
    text = "\n".join(
        [*LINES[:start], 'seat = [{ key = 7, party = "skola", function = "x" }]', "", *LINES[end:]]
    )
    assert refusal(text) == (start + 1, "key ska vara text, inte ett heltal")
