"""PDF files are what they claim to be, by the engine of veraPDF, where the machine has it."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.documents.test_pdf_structure import FILES

VALIDATOR = os.environ.get("SAMVERKAN_PDF_VALIDATOR", "")


@pytest.mark.skipif(not VALIDATOR, reason="SAMVERKAN_PDF_VALIDATOR names no validator")
def test_every_kind_of_file_is_archived_and_accessible_as_it_says(tmp_path: Path):
    paths = []
    for name, render in FILES.items():
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(render())
        paths.append(path)

    result = subprocess.run([VALIDATOR, *paths], capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr
