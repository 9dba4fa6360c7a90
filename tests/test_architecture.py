"""The laws of the house, held against the source text of every module; nothing is imported to find out.

There is no list of exceptions. A failure says where, which law, and what to do.
"""

import ast
import graphlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "samverkan_desktop"

#: Which rooms each floor may import, itself included. A module directly in the package is a leaf, except two.
MAY_IMPORT = {
    "leaf": {"leaf"},
    "models": {"models", "leaf"},
    "storage": {"storage", "models", "leaf"},
    "documents": {"documents", "models", "leaf"},
    "rules": {"rules", "models", "leaf"},
    "services": {"services", "storage", "documents", "rules", "models", "leaf"},
    "ui": {"ui", "services", "documents", "rules", "leaf"},
    "commands": {"commands", "services", "documents", "rules", "leaf"},
    "app": {"app", "ui", "services", "storage", "documents", "rules", "models", "leaf"},
    "__main__": {"app", "commands", "ui", "services", "documents", "rules", "leaf"},
}
#: Where a library may be known.
KNOWN_IN = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlalchemy": {"models", "storage", "services", "app"},
    "alembic": {"models", "storage", "services", "app"},
    "docx": {"documents"},
    "reportlab": {"documents"},
    "pikepdf": {"documents"},
    "pypdfium2": {"documents"},
    "icalendar": {"documents"},
}
#: What asks the computer what time it is.
CLOCKS = {
    *(f"datetime.datetime.{name}" for name in ("now", "utcnow", "today")),
    "datetime.date.today",
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "ctime")),
    *(f"sqlalchemy.func.{name}" for name in ("now", "current_date", "current_time", "current_timestamp")),
    "PySide6.QtCore.QDate.currentDate",
    "PySide6.QtCore.QTime.currentTime",
    *(f"PySide6.QtCore.QDateTime.current{name}" for name in ("DateTime", "DateTimeUtc")),
    *(f"PySide6.QtCore.QDateTime.current{name}" for name in ("SecsSinceEpoch", "MSecsSinceEpoch")),
}


@dataclass(frozen=True)
class Limits:
    """How large things may grow; a class of tests may have as many as it needs."""

    module: int
    function: int
    methods: int | None


PROGRAM_LIMITS = Limits(module=400, function=60, methods=15)
TEST_LIMITS = Limits(module=600, function=90, methods=None)


@dataclass(frozen=True)
class Import:
    """One name brought in, by its full dotted path, and whether it happens when the module is loaded."""

    target: str
    line: int
    at_load: bool


class Module:
    """One source file as text and tree."""

    def __init__(self, name: str, where: str, source: str, *, is_package: bool = False) -> None:
        self.name = name
        self.where = where
        self.source = source
        self.is_package = is_package
        self.tree = ast.parse(source)

    @property
    def room(self) -> str:
        """The floor it stands on."""
        parts = self.name.split(".")[1:]
        if not parts:
            return "leaf"
        if len(parts) == 1 and not self.is_package and parts[0] not in MAY_IMPORT:
            return "leaf"
        return parts[0]

    @cached_property
    def imports(self) -> list[Import]:
        """Everything it imports, wherever in the file."""
        return list(self._imports_in(self.tree, at_load=True))

    def _imports_in(self, node: ast.AST, *, at_load: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            inside = at_load and not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield Import(alias.name, child.lineno, inside)
            elif isinstance(child, ast.ImportFrom):
                for alias in child.names:
                    yield Import(f"{self._base(child)}.{alias.name}", child.lineno, inside)
            elif isinstance(child, ast.Call) and (target := imported_by_call(child)):
                yield Import(target, child.lineno, inside)
            yield from self._imports_in(child, at_load=inside)

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.name.split(".")
        kept = parts[: len(parts) - node.level + self.is_package]
        return ".".join([*kept, *([node.module] if node.module else [])])

    @cached_property
    def names(self) -> dict[str, str]:
        """What each imported name stands for, by its full dotted path."""
        meaning = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.split(".", maxsplit=1)[0]
                    meaning[alias.asname or first] = alias.name if alias.asname else first
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    meaning[alias.asname or alias.name] = f"{self._base(node)}.{alias.name}"
        return meaning

    def dotted(self, node: ast.AST) -> str | None:
        """Return the full path that an expression names, where it starts at an imported name."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id)
        if isinstance(node, ast.Attribute) and (owner := self.dotted(node.value)):
            return f"{owner}.{node.attr}"
        return None


def imported_by_call(call: ast.Call) -> str | None:
    """Return what ``importlib.import_module("…")`` or ``__import__("…")`` imports."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    first = call.args[0] if call.args else None
    if name in {"import_module", "__import__"} and isinstance(first, ast.Constant):
        return str(first.value)
    return None


def read(folder: str) -> list[Module]:
    """Return every module below a folder of the checkout."""
    modules = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        relative = path.relative_to(ROOT)
        is_package = path.name == "__init__.py"
        parts = relative.parent.parts if is_package else relative.with_suffix("").parts
        source = path.read_text(encoding="utf-8")
        modules.append(Module(".".join(parts), relative.as_posix(), source, is_package=is_package))
    return modules


@cache
def program() -> list[Module]:
    """Return every module of the program."""
    return read(PACKAGE)


def floors_broken(module: Module) -> Iterator[str]:
    """Yield each import that does not run downwards."""
    if module.room not in MAY_IMPORT:
        yield f"{module.where}:1 {module.room} is no floor: move it to one of {', '.join(sorted(MAY_IMPORT))}"
        return
    for entry in module.imports:
        parts = entry.target.split(".")
        if parts[0] != PACKAGE or len(parts) == 1:
            continue
        room = parts[1] if parts[1] in MAY_IMPORT else "leaf"
        if room not in MAY_IMPORT[module.room]:
            yield (
                f"{module.where}:{entry.line} {module.room} must not import {room} ({entry.target}): "
                "imports run downwards only; hand it in, or move the code to the floor that may know both"
            )


def libraries_misplaced(module: Module) -> Iterator[str]:
    """Yield each import of a library on a floor that must not know it."""
    for entry in module.imports:
        library = entry.target.split(".", maxsplit=1)[0]
        rooms = KNOWN_IN.get(library)
        if rooms is not None and module.room not in rooms:
            yield (
                f"{module.where}:{entry.line} {library} is known only in {', '.join(sorted(rooms))}: "
                "move what needs it there, and hand in what is to be shown or kept"
            )


def cycle_among(modules: list[Module]) -> list[str]:
    """Return the names along an import cycle, empty where there is none.

    An import inside a function does not count: it happens when both modules are there.
    """
    known = {module.name for module in modules}
    graph: dict[str, set[str]] = {}
    for module in modules:
        graph[module.name] = set()
        for entry in module.imports:
            owner = entry.target.rpartition(".")[0]
            target = entry.target if entry.target in known else owner
            if entry.at_load and target in known and not (module.is_package and target == module.name):
                graph[module.name].add(target)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def filled_init(module: Module) -> Iterator[str]:
    """Yield what an ``__init__.py`` holds beside its docstring and the version."""
    for node in module.tree.body if module.is_package else ():
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__version__":
            continue
        yield f"{module.where}:{node.lineno} an __init__.py stays empty: import from where it is defined"


def clocks_read(module: Module) -> Iterator[str]:
    """Yield each place that asks the computer what time it is."""
    if module.name == f"{PACKAGE}.clock":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.Name, ast.Attribute)) and (name := module.dotted(node)) in CLOCKS:
            yield f"{module.where}:{node.lineno} {name}: time is handed in; take a Clock and ask it"


def texts_that_cannot_be_collected(module: Module) -> Iterator[str]:
    """Yield each text to translate that is neither written out nor looked up among marked ones."""
    for node in ast.walk(module.tree):
        name = module.dotted(node.func) if isinstance(node, ast.Call) else None
        if not isinstance(node, ast.Call) or name not in {f"{PACKAGE}.i18n.tr", f"{PACKAGE}.i18n.mark"}:
            continue
        text = node.args[0] if node.args else None
        written_out = isinstance(text, ast.Constant) and isinstance(text.value, str)
        looked_up = name.endswith(".tr") and isinstance(text, (ast.Name, ast.Attribute, ast.Subscript))
        if not (written_out or looked_up):
            yield (
                f"{module.where}:{node.lineno} write the text out as a literal with {{names}} in it, "
                "their values as keywords; words in a table are marked by mark() and looked up by tr()"
            )


def oversized(module: Module, limits: Limits) -> Iterator[str]:
    """Yield the module itself, and each function and class in it, that has outgrown its limit."""
    lines = len(module.source.splitlines())
    if lines > limits.module:
        yield f"{module.where}:1 {lines} lines, at most {limits.module}: find the seam and make two modules"
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > limits.function:
                yield (
                    f"{module.where}:{node.lineno} {node.name} has {length} lines, "
                    f"at most {limits.function}: give its steps names of their own"
                )
        if isinstance(node, ast.ClassDef) and limits.methods is not None:
            methods = sum(isinstance(member, (ast.FunctionDef, ast.AsyncFunctionDef)) for member in node.body)
            if methods > limits.methods:
                yield (
                    f"{module.where}:{node.lineno} {node.name} has {methods} methods, "
                    f"at most {limits.methods}: it does two things, make them two"
                )


Law = Callable[[Module], Iterator[str]]
LAWS: list[Law] = [
    floors_broken,
    libraries_misplaced,
    filled_init,
    clocks_read,
    texts_that_cannot_be_collected,
]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_no_module_breaks(law: Law):
    found = [line for module in program() for line in law(module)]
    assert not found, "\n" + "\n".join(found)


def test_no_import_goes_round_in_a_circle():
    circle = cycle_among(program())
    assert not circle, "move what they share to a module below both: " + " → ".join(circle)


@pytest.mark.parametrize(("folder", "limits"), [(PACKAGE, PROGRAM_LIMITS), ("tests", TEST_LIMITS)])
def test_nothing_has_outgrown_its_limit(folder: str, limits: Limits):
    found = [line for module in read(folder) for line in oversized(module, limits)]
    assert not found, "\n" + "\n".join(found)


RUN_PRESETS = """
from samverkan_desktop.__main__ import main
sys.argv = ["samverkan-desktop", "presets"]
try:
    code = main()
except SystemExit as end:
    code = end.code
assert not code, code
"""


@pytest.mark.parametrize("start", ["import samverkan_desktop.__main__", RUN_PRESETS], ids=["load", "presets"])
def test_the_command_line_starts_without_qt(start: str):
    script = f"import sys\n{start}\nassert 'PySide6' not in sys.modules, 'import it where the window opens'"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def written(name: str, source: str, *, is_package: bool = False) -> Module:
    """Return a module as if it stood in the package."""
    return Module(f"{PACKAGE}.{name}", f"{name}.py", source, is_package=is_package)


BREACHES = [
    (floors_broken, "models.x", "from samverkan_desktop.storage import engine"),
    (floors_broken, "documents.x", "from samverkan_desktop.rules.finding import Finding"),
    (floors_broken, "storage.x", "def f():\n    import samverkan_desktop.documents.minutes"),
    (floors_broken, "ui.pages.x", "from samverkan_desktop import models"),
    (floors_broken, "ui.x", "from ..storage.journal import undo"),
    (floors_broken, "clock", "from samverkan_desktop.rules import engine"),
    (floors_broken, "services.x", "import importlib\nimportlib.import_module('samverkan_desktop.ui.window')"),
    (floors_broken, "cellar.x", ""),
    (libraries_misplaced, "services.x", "from PySide6.QtCore import QObject"),
    (libraries_misplaced, "rules.x", "import sqlalchemy.orm"),
    (libraries_misplaced, "services.x", "def f():\n    from docx import Document"),
    (clocks_read, "rules.x", "from datetime import date\ndate.today()"),
    (clocks_read, "rules.x", "import datetime as d\nd.datetime.now(d.UTC)"),
    (clocks_read, "ui.x", "from time import time as t\nt()"),
    (texts_that_cannot_be_collected, "ui.x", "from samverkan_desktop.i18n import tr\ntr(f'{1} möten')"),
    (texts_that_cannot_be_collected, "ui.x", "from samverkan_desktop import i18n\ni18n.tr('Två ' + 'ord')"),
    (texts_that_cannot_be_collected, "ui.x", "from samverkan_desktop.i18n import mark\nt = 'ett'\nmark(t)"),
]


@pytest.mark.parametrize(("law", "name", "source"), BREACHES)
def test_the_law_catches(law: Law, name: str, source: str):
    assert len(list(law(written(name, source)))) == 1


LAWFUL = [
    (
        floors_broken,
        "services.x",
        "from samverkan_desktop.storage import unit\nfrom ..rules import finding",
    ),
    (
        floors_broken,
        "app",
        "from samverkan_desktop.models import group\nimport samverkan_desktop.ui.window",
    ),
    (libraries_misplaced, "app", "import PySide6, sqlalchemy"),
    (clocks_read, "rules.x", "from datetime import date\ndef f(clock): return clock.now(), date(2018, 9, 4)"),
    (texts_that_cannot_be_collected, "ui.x", "from samverkan_desktop import i18n\ni18n.tr('{n} möten', n=2)"),
    (
        texts_that_cannot_be_collected,
        "ui.x",
        "from samverkan_desktop.i18n import mark, tr\nW = {1: mark('ett')}\ntr(W[1])",
    ),
]


@pytest.mark.parametrize(("law", "name", "source"), LAWFUL)
def test_the_law_lets_pass(law: Law, name: str, source: str):
    assert list(law(written(name, source))) == []


def test_the_law_catches_an_init_that_exports():
    module = written("rules", "from samverkan_desktop.rules.engine import judge", is_package=True)
    assert len(list(filled_init(module))) == 1


def test_the_law_catches_a_circle_at_load():
    first = written("rules.a", "from samverkan_desktop.rules import b")
    second = written("rules.b", "from typing import TYPE_CHECKING as T\nif T:\n    from .a import thing")
    assert cycle_among([first, second])


def test_a_circle_closed_inside_a_function_is_no_circle():
    first = written("rules.a", "from samverkan_desktop.rules import b")
    second = written("rules.b", "def f():\n    from samverkan_desktop.rules.a import thing")
    assert cycle_among([first, second]) == []


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\n" * 401,
        "def f():\n" + "    x = 1\n" * 60,
        "class C:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(16)),
    ],
    ids=["module", "function", "class"],
)
def test_the_law_catches_what_has_outgrown_its_limit(source: str):
    assert len(list(oversized(written("rules.x", source), PROGRAM_LIMITS))) == 1


def test_the_laws_are_held_against_the_whole_program():
    assert {"samverkan_desktop", "samverkan_desktop.clock", "samverkan_desktop.rules"} <= {
        module.name for module in program()
    }
