"""A part of the page of settings: one thing that can be chosen."""

from samverkan_desktop.ui.widgets.parts import Card


class Part(Card):
    """A card that shows what is stored, and stores what is chosen in it; made with what the page is given."""

    def show_stored(self) -> None:
        """Show what is stored; every part says how."""
        raise NotImplementedError
