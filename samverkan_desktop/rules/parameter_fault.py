"""A parameter that has the right type and yet makes no sense."""

from collections.abc import Sequence

from samverkan_desktop.i18n import tr


class ParameterFault(ValueError):
    """What is wrong with one parameter of an obligation.

    Args:
        parameter: its name in the preset.
        sentence: what is wrong, in Swedish, its name included.
    """

    def __init__(self, parameter: str, sentence: str) -> None:
        super().__init__(sentence)
        self.parameter = parameter
        self.sentence = sentence


def at_least_one(parameter: str, value: int) -> None:
    """Refuse a number under one."""
    if value < 1:
        raise ParameterFault(parameter, tr("{parameter} ska vara minst 1", parameter=parameter))


def not_empty(parameter: str, values: Sequence[object]) -> None:
    """Refuse an empty list, an empty text, and a list that says the same thing twice."""
    if not values or (isinstance(values, str) and not values.strip()):
        raise ParameterFault(parameter, tr("{parameter} får inte vara tom", parameter=parameter))
    if not isinstance(values, str) and len(set(values)) < len(values):
        raise ParameterFault(parameter, tr("{parameter} säger samma sak mer än en gång", parameter=parameter))
