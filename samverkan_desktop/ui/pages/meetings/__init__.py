"""The meetings page: the year's meetings, and each meeting as a place to work in."""
