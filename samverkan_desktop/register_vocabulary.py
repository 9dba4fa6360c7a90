"""The terms of the registers and of what boards do, as closed lists; see `vocabulary`."""

from enum import StrEnum


class RoutineKind(StrEnum):
    """A routine, or support material."""

    ROUTINE = "routine"
    SUPPORT_MATERIAL = "support_material"


class AgreementChange(StrEnum):
    """What was done with an agreement as a whole."""

    PROLONGED = "prolonged"
    REVISED = "revised"
    RENEGOTIATED = "renegotiated"
    ENDED = "ended"


class Renegotiation(StrEnum):
    """What a request to renegotiate led to (S20)."""

    REVISED = "revised"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class Instance(StrEnum):
    """Who deals with a board's matter: a delegate, the committee, the board, or the next instance."""

    DELEGATE = "delegate"
    COMMITTEE = "committee"
    BOARD = "board"
    EXECUTIVE_BOARD = "executive_board"


class BoardOutcome(StrEnum):
    """What an instance did with a matter."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    FILED = "filed"
    REFERRED_BACK = "referred_back"
    TABLED = "tabled"
    REJECTED = "rejected"
    FORWARDED = "forwarded"


class UnionStep(StrEnum):
    """What has been done towards the unions about a matter (MBL): nothing needed, informed, negotiated."""

    NOT_CONCERNED = "not_concerned"
    INFORMED = "informed"
    NEGOTIATED = "negotiated"


class MatterSubject(StrEnum):
    """What a matter for boards is about."""

    EVALUATION = "evaluation"
    FOLLOW_UP = "follow_up"
    ADOPTION = "adoption"
    JOINT_FINANCING = "joint_financing"
    MEETING = "meeting"
    OTHER = "other"


class CommitmentStep(StrEnum):
    """The steps of a commitment, in their order (genomförs, följs upp, analyseras, åtgärdas; L04)."""

    CARRIED_OUT = "carried_out"
    FOLLOWED_UP = "followed_up"
    ANALYSED = "analysed"
    ACTED_ON = "acted_on"


class Horizon(StrEnum):
    """When a result is expected (L02)."""

    SHORT = "short"
    LONG = "long"


class SchoolForm(StrEnum):
    """The form of a school or other operation that an agreement may be signed with (ST08)."""

    PRESCHOOL = "preschool"
    COMPULSORY = "compulsory"
    SPECIAL = "special"
    UPPER_SECONDARY = "upper_secondary"


class Organiser(StrEnum):
    """Who is responsible for a school (huvudman)."""

    MUNICIPAL = "municipal"
    INDEPENDENT = "independent"


class EvaluationOutcome(StrEnum):
    """What became of an agreement at the end of its term (T25)."""

    EXTENDED = "extended"
    REVISED = "revised"
    ENDED = "ended"
