"""What is kept of an agreement, and for how long: the terms of an archive package (gallring)."""

from enum import StrEnum


class RecordKind(StrEnum):
    """A kind of document that is kept (handlingsslag)."""

    CALL = "call"
    MINUTES = "minutes"
    COMMISSION = "commission"
    FOLLOW_UP = "follow_up"
    DECISIONS = "decisions"
    YEAR_PLAN = "year_plan"
    ATTACHMENT = "attachment"


class RetentionRule(StrEnum):
    """What becomes of a kind of document: kept for ever, disposed of after some years, or not decided yet."""

    PRESERVE = "preserve"
    DISPOSE = "dispose"
    UNDECIDED = "undecided"
