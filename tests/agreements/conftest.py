"""The played example years, each built once: their archives are read and never changed."""

from collections.abc import Callable, Iterator

import pytest

from tests.agreements.example import Example, play


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Example]]:
    """Give what plays the example year of an agreement, or hands out the one that has been played."""
    played: dict[str, Example] = {}

    def once(key: str) -> Example:
        if key not in played:
            (played[key],) = play(key, tmp_path_factory.mktemp(key))
        return played[key]

    yield once
    for each in played.values():
        each.work.close()
