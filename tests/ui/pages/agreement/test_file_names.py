"""The pattern of file names is written on the agreement's page, and what cannot be used is said beside it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from samverkan_desktop.services import file_name
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from tests.ui import hands, year


def test_the_pattern_is_written_and_refused_in_its_place(
    given: year.Shown,
    played: year.Year,
    shown: Callable[[QWidget], QWidget],
):
    page = AgreementPage(given.context)
    page.resize(1174, 720)
    shown(page)
    page.open("documents")
    card = page.documents.names
    assert card.example.text() == "Till exempel 2018-12-04-minnesanteckningar-styrgrupp.docx"
    field = card.form.field("file_pattern")
    assert isinstance(field, QLineEdit)
    own = given.context.agreement_id()
    assert own is not None
    for text in ("{dokument}-{grupp}-{datum}", "{sida}"):
        field.setText(text)
        field.editingFinished.emit()
    page.refresh()
    assert file_name.pattern(played.work, own) == "{dokument}-{grupp}-{datum}"
    assert card.example.text() == "Till exempel minnesanteckningar-styrgrupp-2018-12-04.docx"
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("{sida} går inte att använda.") for text in said)
    assert "{grupp} – gruppen, som styrgrupp" in "\n".join(said)
    hands.picture(page, "file-names")
