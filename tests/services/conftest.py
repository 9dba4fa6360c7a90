"""The stages of a year, each made once and then copied: a test has an archive of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from samverkan_desktop.services import adoption, archive
from samverkan_desktop.services.workspace import Workspace
from tests.services import exchange_content as content
from tests.services.several import TODAY, Several, play
from tests.services.year import STAGES, Year, open_year


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Make every stage, each from a copy of the one before."""
    folder = tmp_path_factory.mktemp("stages")
    made: dict[str, Path] = {"empty": folder / "empty.samverkan"}
    archive.create_archive(made["empty"])
    before = made["empty"]
    for name, day, do in STAGES:
        path = folder / f"{name}.samverkan"
        shutil.copyfile(before, path)
        year = open_year(path, day, folder)
        if not year.group_id:
            adoption.adopt(year.work, "trelleborg")
            year.group_id = 1
        do(year)
        year.work.close()
        made[name] = before = path
    return made


@pytest.fixture
def stage(templates: dict[str, Path], tmp_path: Path) -> Iterator[Callable[[str], Year]]:
    """Give what opens a copy of a stage; all are closed in the end."""
    opened: list[Year] = []

    def open_stage(name: str) -> Year:
        path = tmp_path / "prov.samverkan"
        shutil.copyfile(templates[name], path)
        day = {each: day for each, day, _ in STAGES}.get(name, STAGES[0][1])
        opened.append(open_year(path, day, tmp_path))
        if name in ("held", "finished"):
            opened[-1].at(STAGES[-1][1], 17)
        return opened[-1]

    yield open_stage
    for year in opened:
        year.work.close()


@pytest.fixture(scope="session")
def several_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Several]:
    """Play two agreements once."""
    folder = tmp_path_factory.mktemp("several")
    path = folder / "several.samverkan"
    archive.create_archive(path)
    played = play(path, folder)
    played.work.close()
    return path, played


@pytest.fixture
def several(several_template: tuple[Path, Several], tmp_path: Path) -> Iterator[Several]:
    """Two agreements with three groups each, in December of their first year."""
    template, played = several_template
    path = tmp_path / "prov.samverkan"
    shutil.copyfile(template, path)
    year = open_year(path, TODAY, tmp_path)
    yield Several(year, played.agreements, played.groups)
    year.work.close()


@pytest.fixture
def empty(stage: Callable[[str], Year]) -> Year:
    """An archive without an agreement."""
    return stage("empty")


@pytest.fixture
def adopted(stage: Callable[[str], Year]) -> Year:
    """The agreement adopted and every seat held, in August."""
    return stage("adopted")


@pytest.fixture
def planned(stage: Callable[[str], Year]) -> Year:
    """Six meetings drafted, in August."""
    return stage("planned")


@pytest.fixture
def held(stage: Callable[[str], Year]) -> Year:
    """The first meeting held, on its day: roles and plan decided, everyone there, minutes open."""
    return stage("held")


@pytest.fixture
def finished(stage: Callable[[str], Year]) -> Year:
    """The first meeting's minutes finished."""
    return stage("finished")


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Workspace]:
    """A new archive, open."""
    with closing(content.opened(tmp_path)) as work:
        yield work
