"""The style sheet: how each kind of widget looks, filled in with the colours of a look."""

from string import Template

from samverkan_desktop import paths
from samverkan_desktop.ui.colours import Colours


def stylesheet(colours: Colours, marks: str) -> str:
    """Return the style sheet of a look.

    Args:
        colours: the look.
        marks: the folder that holds the small pictures in the look's colours.
    """
    values = {name: value for name, value in vars(colours).items() if isinstance(value, str)}
    for status, tone in colours.tones.items():
        values[status] = tone.ink
        values[f"{status}_soft"] = tone.soft
    template = Template(paths.resource("style", "window.qss").read_text(encoding="utf-8"))
    return template.substitute(values, marks=marks)
