"""What a user does and sees on the agreement's page."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from samverkan_desktop.services import agreement
from samverkan_desktop.services.agreement import ObligationRow
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.ui import theme
from samverkan_desktop.ui.pages.agreement.obligation_card import ObligationCard
from samverkan_desktop.ui.pages.agreement.page import AgreementPage
from samverkan_desktop.ui.widgets.fields import ChoiceField, NumberField
from samverkan_desktop.ui.widgets.sentence import SentenceForm


def card(page: AgreementPage, reference: str, number: int = 0) -> ObligationCard:
    """Open a clause and return one of its obligations."""
    page.open(reference)
    QApplication.processEvents()
    return list(page.reading.obligations.cards.values())[number]


def said(card: ObligationCard) -> list[str]:
    """Return what the findings of an obligation say."""
    return [row.finding.message for row in card.findings.rows]


def stored(work: Workspace, kind: str) -> ObligationRow:
    """Return the first obligation of a kind as it is stored."""
    clauses = agreement.clauses(work, 1)
    return next(each for clause in clauses for each in clause.obligations if each.kind == kind)


def words(form: SentenceForm) -> str:
    """Return the words of a sentence, without what its fields hold."""
    found = [label.text() for label in form.findChildren(QLabel) if label.minimumHeight() > theme.CONTROL]
    return " ".join(found)


def write_number(field: QWidget, value: int) -> None:
    """Write a number in a field, and leave it."""
    assert isinstance(field, NumberField)
    field.setValue(value)
    field.commit()


def choose(field: QWidget, value: object) -> None:
    """Choose one of several in a field, as a click does."""
    assert isinstance(field, ChoiceField)
    field.set_value(value)
    assert field.currentIndex() >= 0, f"{value!r} is not offered"
    field.activated.emit(field.currentIndex())
