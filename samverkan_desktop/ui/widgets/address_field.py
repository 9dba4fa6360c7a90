"""A line with an e-mail address, or a pasted list of them; what has not the form of one is said."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.mail_address import parse_list
from samverkan_desktop.ui.widgets.fields import ReadField


class AddressField(ReadField):
    """Addresses as they are written; a use case that takes only one says so itself."""

    def parse(self, text: str) -> str | None:
        """Return what is written, None where nothing is.

        Raises:
            ValueError: one of the addresses has not the form of one; says which.
        """
        try:
            parse_list(text)
        except UserError as error:
            raise ValueError(error.message) from error
        return text or None
