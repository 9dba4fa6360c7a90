"""Deviations reported without names, and the matters submitted to the group."""
