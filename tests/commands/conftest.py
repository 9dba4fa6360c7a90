"""The year that the use cases are tried on, for the commands that carry them out."""

from tests.services.conftest import finished, stage, templates

__all__ = ["finished", "stage", "templates"]
