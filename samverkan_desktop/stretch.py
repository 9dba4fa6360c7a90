"""What changed between two forms of a text, and whether it was all inside one word."""


def common_ends(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts begin with alike, and how many of the rest they end with alike."""
    start = _common(old, new)
    return start, _common(old[start:][::-1], new[start:][::-1])


def _common(one: str, other: str) -> int:
    # Compared by halves, since letter by letter is slow in a long text.
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def changed(old: str, new: str) -> tuple[int, str, str]:
    """Return where two texts begin to differ, and what stands there in the one and in the other."""
    start, tail = common_ends(old, new)
    return start, old[start : len(old) - tail], new[start : len(new) - tail]


def makes_room(old: str, new: str) -> bool:
    """Return whether nothing but space was added, as before a word that is to come."""
    _start, removed, inserted = changed(old, new)
    return inserted.isspace() and not removed


def word_changed(old: str, new: str) -> int | None:
    """Return where the word begins in which a text was changed; None where more than one word was."""
    start, removed, inserted = changed(old, new)
    if len(removed.split()) > 1 or len(inserted.split()) > 1:
        return None
    stem = new[: start + len(inserted)].rstrip()
    if inserted.isspace() and not removed:
        return len(stem) + 1  # where the word is to come that it makes room for
    begin = len(stem)
    while begin and not new[begin - 1].isspace():
        begin -= 1
    return begin


def words_changed(old: str, new: str) -> tuple[str, str]:
    """Return the words that stand in the one of two texts and not in the other, a stretch of each."""
    before, after = old.split(), new.split()
    most = min(len(before), len(after))
    start = next((place for place in range(most) if before[place] != after[place]), most)
    most -= start
    tail = next((place for place in range(most) if before[-1 - place] != after[-1 - place]), most)
    return " ".join(before[start : len(before) - tail]), " ".join(after[start : len(after) - tail])
