"""A field for a password."""

from PySide6.QtWidgets import QLineEdit, QWidget

from samverkan_desktop.ui.widgets.fields import TextField


class SecretField(TextField):
    """A password: nobody sees what is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
