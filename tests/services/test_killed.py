"""Killed while one writes, at any moment: at most the last second is gone, and the archive is whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from samverkan_desktop.clock import SystemClock
from samverkan_desktop.services import agenda, archive
from tests.services.typist import TEXT
from tests.services.year import open_year

LANES, ROUNDS = 5, 10
#: What may be lost, in seconds.
LOST = 1.0
#: The longest wait between two keys that is the typist's own, in seconds.
STALL = 0.05
ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="makes its processes by forking")


def notes(path: Path, meeting_id: int, item_id: int) -> str:
    work = archive.open_to_read(path, SystemClock())
    try:
        return next(row.notes for row in agenda.items(work, meeting_id) if row.id == item_id)
    finally:
        work.close()


def kill_once(typist: "subprocess.Popen[str]", after: float) -> tuple[int, int]:
    """Let somebody write and kill them; returns how much was surely kept, and how much was written."""
    assert typist.stdin
    assert typist.stdout
    typist.stdin.write("\n")
    typist.stdin.flush()
    pid = int(typist.stdout.readline().split()[1])
    time.sleep(after)
    killed = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    told: list[tuple[int, float]] = []
    for line in typist.stdout:
        if line.strip() == "dead":
            break
        length, when = line.split()
        told.append((int(length), float(when)))
    return surely_kept(told, killed), told[-1][0] if told else 0


def surely_kept(told: Sequence[tuple[int, float]], killed: float) -> int:
    """Return how much was written a second or more before the kill.

    Where the whole computer stands still, no key is pressed and no timer runs: that is no time to be kept in.
    """
    left, later = LOST, killed
    for length, when in reversed(told):
        left -= min(later - when, STALL)
        if left <= 0:
            return length
        later = when
    return 0


def lane(path: Path, meeting_id: int, item_id: int, seed: int) -> int:
    """Write and be killed again and again in one archive; returns how often something had to be kept."""
    chance = random.Random(seed)  # noqa: S311  moments, not secrets
    command = [sys.executable, "-m", "tests.services.typist", str(path), str(meeting_id), str(item_id)]
    kept = 0
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as typist:
        for _ in range(ROUNDS):
            sure, written = kill_once(typist, chance.uniform(0.2, 2.2))
            assert archive.verify(path) == []
            found = notes(path, meeting_id, item_id)
            whole = TEXT * (max(written, len(found)) // len(TEXT) + 1)
            assert whole.startswith(found)
            assert found.startswith(whole[:sure].rstrip())
            kept += bool(sure)
        assert typist.stdin
        typist.stdin.close()
    return kept


def test_fifty_kills_lose_at_most_a_second_each(templates: dict[str, Path], tmp_path: Path):
    paths = [tmp_path / f"{number}.samverkan" for number in range(LANES)]
    for path in paths:
        shutil.copyfile(templates["held"], path)
    year = open_year(paths[0], date(2018, 9, 4), tmp_path)
    meeting_id, item_id = year.meeting(1), year.items(1)[3].id
    agenda.write_notes(year.work, item_id, "")
    year.work.close()
    with ThreadPoolExecutor(LANES) as pool:
        kept = list(pool.map(lane, paths, [meeting_id] * LANES, [item_id] * LANES, range(LANES)))
    assert sum(kept) > LANES
