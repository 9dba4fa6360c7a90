"""Which example years there are: one for each shipped agreement with a story, and all of them together."""

from dataclasses import dataclass

from samverkan_desktop import paths
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import preset
from samverkan_desktop.services.preset_tables import AgreementTable

#: The example that is built where none is asked for, and what asks for every one, in one archive.
DEFAULT, ALL = "trelleborg", "all"


@dataclass(frozen=True)
class Example:
    """An example that can be built: its key, what it is called, and its agreement's title."""

    key: str
    name: str
    title: str


def _agreements() -> list[AgreementTable]:
    """Return the agreements that have an example, the one that came first in time first."""
    told = {path.stem for path in paths.resource("demo").glob("*.toml")}
    tables = [preset.read(path).agreement for path in preset.shipped() if path.stem in told]
    return sorted(tables, key=lambda table: table.starts)


def keys() -> tuple[str, ...]:
    """Return the keys of the agreements that have an example, the one that came first in time first."""
    return tuple(table.key for table in _agreements())


def examples() -> tuple[Example, ...]:
    """Return the examples to choose from: the default one first, every one together last."""
    tables = sorted(_agreements(), key=lambda table: table.key != DEFAULT)
    together = Example(ALL, tr("Alla avtalen i ett arkiv"), ", ".join(table.name for table in tables))
    return (*(Example(table.key, table.name, table.title) for table in tables), together)
