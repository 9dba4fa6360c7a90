"""The program in English: every text is translated, says the same, and none is left outside the catalogue."""

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages import pofile

from samverkan_desktop import i18n, paths

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "samverkan_desktop"
RENEW = "run packaging/renew_translations.py, translate what it lists, run it again and commit"

#: Letters that no English word of ours has.
SWEDISH_LETTERS = re.compile("[åäöÅÄÖ]")
#: Words that a Swedish sentence has and an English one has not.
SWEDISH_WORDS = re.compile(
    r"\b(och|att|det|som|inte|till|av|med|är|vid|eller|har|ett|nytt|inga|ingen|möte|beslut|uppdrag|ska|kl)\b",
    re.IGNORECASE,
)
#: Examples of what a Swedish user writes; they stay as they are in every language.
EXAMPLES = (
    "[Nämnden]",
    "[nämnden]",
    "Socialnämnden",
    "Bildningsförvaltningen",
    "Socialförvaltningen",
    "innehåll",
    "Höstlov",
    "Sportlov v. 9",
    "Björkskolan;grundskola;kommunal;Norr;2018-09-04",
    "Lärarförbundet, Vision",
    "Socialförvaltningen; Socialnämnden",
    "Enhetschef elevhälsan",
    "Trelleborg den 18/5-18",
    "Orten den 18 maj 2018",
    "Socialtjänstlagen (2001:453)",
    "innehåll",
    "å, ä and ö",
)
#: Modules that have Swedish words of their own right, with the reason.
OWN_SWEDISH = {
    "documents/docx_style.py": "names of styles in a Word file, which a municipality's template answers to",
    "documents/template_fields.py": "names that a municipality's template asks by",
    "documents/template_place.py": "the name of the place in a municipality's template",
    "documents/template_styles.py": "names of styles in a municipality's template",
    "fuzzy_dates.py": "what people write is read, in Swedish as in English",
    "i18n.py": "letters in the order of the Swedish alphabet, and Babel's pattern of a Swedish date",
    "words.py": "Swedish grammar, which English has no use for",
    "services/coverage_paste.py": "words in lists that are pasted",
    "services/due.py": "what people write is read",
    "services/holders_paste.py": "headings and words in lists that are pasted",
    "services/file_name.py": "the names of the parts of a pattern, which is stored",
    "services/measurement_paste.py": "headings of lists that are pasted",
    "services/official_report_content.py": "the place in a letter where a board's name goes, which is stored",
    "services/retelling.py": "what is stored in Swedish is recognised",
    "storage/migrations/versions/0002_registers.py": "an SQL statement",
    "ui/pages/agreement/parameters.py": "what the user chooses from is stored as the agreement's own words",
    "ui/widgets/year_day_field.py": "what people write is read",
}
#: What shows its text to a user.
SHOWS = {
    "setText", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setToolTip",
    "setWindowTitle", "setTitle", "addAction", "addTab", "button", "Card", "Fact", "Column", "Field",
    "section", "say", "UserError",
}  # fmt: skip


@cache
def tool() -> ModuleType:
    """Return the script that collects the texts."""
    spec = importlib.util.spec_from_file_location("renew", ROOT / "packaging" / "renew_translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def english() -> dict[tuple[str, str], str]:
    return tool().read("en")


def test_every_text_is_translated(english: dict[tuple[str, str], str]):
    assert [text for text in tool().texts() if not english.get(text)] == [], RENEW


def test_nothing_is_translated_that_is_no_longer_said(english: dict[tuple[str, str], str]):
    assert sorted(set(english) - set(tool().texts())) == [], RENEW


def test_no_translation_is_a_guess():
    with paths.resource("translations", "en.po").open("rb") as file:
        catalogue = pofile.read_po(file)
    assert [message.id for message in catalogue if message.id and message.fuzzy] == []
    assert list(catalogue.obsolete) == []


def test_what_is_filled_in_is_the_same_in_both_languages(english: dict[tuple[str, str], str]):
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    assert [text for text, said in english.items() if names(text[1]) != names(said)] == []


def test_a_text_begins_and_ends_as_the_swedish_does(english: dict[tuple[str, str], str]):
    def edges(text: str) -> tuple[bool, bool, bool, bool, int]:
        return (text[:1] == " ", text[-1:] == " ", text[-1:] == ".", text[-1:] == "…", text.count("\n"))

    # A single word may become an abbreviation, or one that is abbreviated a word.
    sentences = {text: said for text, said in english.items() if " " in text[1]}
    assert [text for text, said in sentences.items() if edges(text[1]) != edges(said)] == []


def test_no_swedish_is_left_in_english(english: dict[tuple[str, str], str]):
    def rest(said: str) -> str:
        for example in EXAMPLES:
            said = said.replace(example, "")
        return re.sub(r"{\w+}", "", said)

    left = [
        said
        for said in english.values()
        if SWEDISH_LETTERS.search(rest(said)) or SWEDISH_WORDS.search(rest(said))
    ]
    assert left == []


def test_a_damaged_catalogue_leaves_the_program_swedish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "en.po").write_bytes(b'msgid "a\nmsgstr \xff\xfe')
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path / parts[-1])
    i18n.catalogue.cache_clear()
    try:
        with i18n.in_language("en"):
            assert i18n.tr("Beslut") == "Beslut"
    finally:
        i18n.catalogue.cache_clear()
    assert "cannot be read" in caplog.text


def _docstrings(tree: ast.AST) -> set[int]:
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }


def _literals(tree: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    """Yield every text that is not handed to a function for texts, with what it is handed to."""
    passed = _docstrings(tree)
    handed: dict[int, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if tool().named(node):
                passed |= {id(argument) for argument in node.args}
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            handed |= {id(argument): name for argument in node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node, handed.get(id(node), "")


def _is_swedish(text: str) -> bool:
    return bool(SWEDISH_LETTERS.search(text)) or (" " in text and bool(SWEDISH_WORDS.search(text)))


def test_no_swedish_stands_in_the_code_without_being_collected():
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        if where in OWN_SWEDISH:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [
            f"{where}:{node.lineno} {node.value}" for node, _ in _literals(tree) if _is_swedish(node.value)
        ]
    assert found == [], "say it through i18n.tr or i18n.mark"


def test_no_word_is_shown_without_being_collected():
    found = []
    for floor in ("ui", "documents", "services"):
        for path in sorted((PACKAGE / floor).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [
                f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno} {shown}({node.value!r})"
                for node, shown in _literals(tree)
                if shown in SHOWS and re.search(r"[A-Za-z]{2}", node.value) and " " in node.value
            ]
    assert found == [], "say it through i18n.tr or i18n.mark"


def test_those_who_have_swedish_of_their_own_still_have_it():
    idle = [
        where
        for where in OWN_SWEDISH
        if not any(
            _is_swedish(node.value)
            for node, _ in _literals(ast.parse((PACKAGE / where).read_text(encoding="utf-8")))
        )
    ]
    assert idle == []
