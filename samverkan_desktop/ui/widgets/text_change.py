"""Where the cursor goes when an editor shows another text."""

from samverkan_desktop.stretch import changed


def units(text: str) -> int:
    """Return how many places a text takes in a document: Qt counts a sign beyond the first plane as two."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def place_of_change(old: str, new: str) -> int:
    """Return the place in a document after what differs, or where something went away."""
    start, _removed, inserted = changed(old, new)
    return units(new[:start]) + units(inserted)
