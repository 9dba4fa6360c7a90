"""The style sheet: how each kind of widget looks, filled in with the colours of a look."""

import re
from string import Template

from samverkan_desktop import paths
from samverkan_desktop.ui.colours import Colours

#: Lengths that texts need room in; a line of a pixel or two stays so.
_LENGTHS = re.compile(r"\b(font-size|icon-size|(?:min-|max-)?(?:width|height)): (\d\d|[4-9])px")


def stylesheet(colours: Colours, marks: str, text_size: int = 100) -> str:
    """Return the style sheet of a look.

    Args:
        colours: the look.
        marks: the folder that holds the small pictures in the look's colours.
        text_size: how large texts are written, in percent.
    """
    values = {name: value for name, value in vars(colours).items() if isinstance(value, str)}
    for status, tone in colours.tones.items():
        values[status] = tone.ink
        values[f"{status}_soft"] = tone.soft
    template = Template(paths.resource("style", "window.qss").read_text(encoding="utf-8"))
    sheet = template.substitute(values, marks=marks)
    return _LENGTHS.sub(lambda told: f"{told[1]}: {round(int(told[2]) * text_size / 100)}px", sheet)
