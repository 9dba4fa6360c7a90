"""The built wheel, installed alone in an empty environment, does what the checkout does."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout and return what it prints."""
    surroundings = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}
    }
    result = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel as a packager builds it: from the source archive, and that from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_resource(wheel: Path):
    resources = ROOT / "resources"
    shipped = {path.relative_to(ROOT).as_posix() for path in resources.rglob("*") if path.is_file()}
    assert shipped
    assert {f"samverkan_desktop/{name}" for name in shipped} <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_carries_its_licences(wheel: Path):
    inside = zipfile.ZipFile(wheel)
    metadata = next(name for name in inside.namelist() if name.endswith(".dist-info/METADATA"))
    assert "License-Expression: EUPL-1.2" in inside.read(metadata).decode().splitlines()
    assert any(name.endswith("licenses/LICENSE") for name in inside.namelist())


def test_the_demo_runs_from_the_wheel_in_an_empty_environment(wheel: Path, tmp_path: Path):
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True, symlinks=os.name != "nt")
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--no-compile", wheel, cwd=tmp_path)

    run(programs / "samverkan-desktop", "demo", "--out", tmp_path / "demo", cwd=tmp_path)

    made = {path.suffix for path in (tmp_path / "demo").rglob("*") if path.stat().st_size}
    assert {".samverkan", ".docx", ".pdf"} <= made
