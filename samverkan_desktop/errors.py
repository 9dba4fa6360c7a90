"""The two kinds of error that are not bugs.

Whatever else is raised is a bug: it is logged, a report is offered, and the program goes on.
"""


class UserError(Exception):
    """Something the user can mend.

    Args:
        message: one Swedish sentence that says what is wrong and what to do.
        field: the field it concerns, by the argument name of the use case; None for the whole.
        rule: the rule that stops it (``"R01"`` …); None where no rule of the agreement does.
    """

    def __init__(self, message: str, *, field: str | None = None, rule: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.rule = rule


class EnvironmentFault(Exception):
    """The surroundings failed: a full disk, a locked or damaged file, a missing folder.

    Args:
        message: one Swedish sentence that says what to do. Nothing has been lost or half done.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
