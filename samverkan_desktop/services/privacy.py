"""What may not stand in any field: personal identity numbers (R11), nothing at all, days to come."""

from datetime import date

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.rules import personal_identity_number


def warning(text: str) -> str:
    """Return a sentence where a text seems to hold a personal identity number, else nothing."""
    if not personal_identity_number.find(text):
        return ""
    return tr("Texten ser ut att innehålla ett personnummer. Ta bort det innan anteckningarna färdigställs.")


def refuse(**texts: str) -> None:
    """Stop a use case whose texts hold a personal identity number; the field is the argument's name.

    Raises:
        UserError: one of them does.
    """
    for field, text in texts.items():
        if personal_identity_number.find(text):
            raise UserError(
                tr("Texten ser ut att innehålla ett personnummer. Ta bort det."), field=field, rule="R11"
            )


def demand(sentence: str, *, rule: str | None = None, **texts: str) -> None:
    """Stop a use case in which a text that must be there is missing.

    Args:
        sentence: what to say.
        rule: the rule that demands it; None where no rule of the agreement does.
        texts: the texts by the argument's name.

    Raises:
        UserError: one is empty; says the sentence, at the argument's name.
    """
    for field, text in texts.items():
        if not text.strip():
            raise UserError(sentence, field=field, rule=rule)


def refuse_future(today: date, **days: date) -> None:
    """Stop a use case that notes what has been done, of a day to come; the field is the argument's name.

    Raises:
        UserError: one of the days is after today.
    """
    for field, day in days.items():
        if day > today:
            raise UserError(
                tr("{day} ligger framåt i tiden. Välj en dag som har varit.", day=day), field=field
            )
