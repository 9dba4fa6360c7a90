"""Samverkan: holds an agreement as obligations, meetings as facts, and hands out documents."""

__version__ = "0.1.0"
