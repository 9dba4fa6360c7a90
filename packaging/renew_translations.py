#!/usr/bin/env python3
"""Write the catalogue of translations anew from the texts of the program.

Run it in the virtual environment whenever a text has been added or changed, translate what it lists as
missing in `resources/translations/en.po`, run it again and commit. A text that is gone is dropped. Texts are
sorted and bear no line numbers, so that only what was changed differs.

Babel's own extraction is not used: it does not see a text inside an f-string, nor one marked inside another
text's values.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog

#: The checkout that the script itself belongs to, whichever the environment has installed.
ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "samverkan_desktop"
#: What a text is handed to, and at which place: `mark_as` and `tr_as` are told first what the text is there.
MARKS = {"tr": 0, "mark": 0, "tr_as": 1, "mark_as": 1}

Text = tuple[str, str]


def named(call: ast.Call) -> str:
    """Return which of the functions for texts a call calls, bare or as ``i18n.tr``; else nothing."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(value=ast.Name(id="i18n"), attr=name) if name in MARKS:
            return name
    return ""


def texts_in(tree: ast.AST) -> Iterator[Text]:
    """Yield every text of a module as what it is there, mostly nothing, and the text itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := named(node)):
            said = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            if len(said) > MARKS[name]:
                yield (str(said[0]) if MARKS[name] else "", str(said[MARKS[name]]))


def texts() -> list[Text]:
    """Return every text of the program, each once, sorted."""
    found = {
        text
        for path in PACKAGE.rglob("*.py")
        for text in texts_in(ast.parse(path.read_text(encoding="utf-8")))
    }
    return sorted(found, key=lambda text: (text[1].casefold(), text))


def path_of(code: str) -> Path:
    """Return where the catalogue of a language lies."""
    return ROOT / "resources" / "translations" / f"{code}.po"


def read(code: str) -> dict[Text, str]:
    """Return what is translated into a language, by text."""
    if not path_of(code).exists():
        return {}
    with path_of(code).open("rb") as file:
        return {(m.context or "", str(m.id)): str(m.string) for m in pofile.read_po(file) if m.id}


def write(code: str, translated: dict[Text, str]) -> list[Text]:
    """Write the catalogue of a language.

    Args:
        code: the language.
        translated: what is translated already; what is no longer a text is left out.

    Returns:
        The texts that are not translated.
    """
    catalogue = Catalog(fuzzy=False)
    for context, text in texts():
        catalogue.add(text, translated.get((context, text), ""), context=context or None)
    for message in catalogue:
        message.flags.discard("python-brace-format")
    path_of(code).parent.mkdir(exist_ok=True)
    with path_of(code).open("wb") as file:
        file.write(_HEADER.format(code=code).encode())
        pofile.write_po(file, catalogue, width=0, omit_header=True)
    return [text for text in texts() if not translated.get(text)]


_HEADER = (
    "# Written by packaging/renew_translations.py, which keeps what is translated here.\n"
    'msgid ""\nmsgstr ""\n'
    '"Language: {code}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
)


def main() -> int:
    """Renew English; returns 1 where something is left to translate."""
    missing = write("en", read("en"))
    for context, text in missing:
        print(f"{context}: {text}" if context else text)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
