"""The field's terms, as closed lists; one English identifier and one Swedish word each.

The members' values are what is stored and what a preset file writes.
"""

from enum import StrEnum


class WorkingYear(StrEnum):
    """How time is divided (läsår, kalenderår)."""

    SCHOOL_YEAR = "school_year"
    CALENDAR_YEAR = "calendar_year"


class Per(StrEnum):
    """The stretch of time in which something is to be done so often (per läsår, per termin, per kvartal)."""

    WORKING_YEAR = "working_year"
    SCHOOL_YEAR = "school_year"
    CALENDAR_YEAR = "calendar_year"
    TERM = "term"
    QUARTER = "quarter"
    MONTH = "month"


class Season(StrEnum):
    """A part of the year: autumn is August to December, spring January to July."""

    ANY = "any"
    AUTUMN = "autumn"
    SPRING = "spring"


class AgreementKind(StrEnum):
    """What the parties call their document."""

    COLLABORATION_AGREEMENT = "collaboration_agreement"
    JOINT_AGREEMENT = "joint_agreement"
    COLLABORATION_PLAN = "collaboration_plan"
    GOAL_DOCUMENT = "goal_document"
    GUIDELINES = "guidelines"


class GroupKind(StrEnum):
    """What kind of group it is."""

    STEERING_GROUP = "steering_group"
    WORK_GROUP = "work_group"
    REFERENCE_GROUP = "reference_group"
    LOCAL_TASK_GROUP = "local_task_group"
    TWO_PLUS_TWO = "two_plus_two"
    AREA_MEETINGS = "area_meetings"
    OFFICIALS = "officials"


class Grade(StrEnum):
    """How strongly a seat's attendance is demanded (måste, normalt, bör)."""

    MUST = "must"
    NORMALLY = "normally"
    SHOULD = "should"


class SeatAttendance(StrEnum):
    """At which meetings a seat sits: at every one, or only at the designated one (T13)."""

    EVERY = "every"
    DESIGNATED = "designated"


class HolderState(StrEnum):
    """How a function is held."""

    ORDINARY = "ordinary"
    ACTING = "acting"
    VACANT = "vacant"


class Word(StrEnum):
    """A word that each agreement has its own for: what it calls a party, a role, a record."""

    PARTY = "party"
    CONVENOR = "convenor"
    SECRETARY = "secretary"
    CHAIR = "chair"
    RECORD = "record"
    AGREEMENT = "agreement"
    OFFICIAL_REPORT = "official_report"


class PartyKind(StrEnum):
    """What kind of body a party or a participant is; an administration serves a board of its own."""

    ADMINISTRATION = "administration"
    BOARD = "board"
    STATE_AUTHORITY = "state_authority"
    REGION = "region"
    INDEPENDENT = "independent"
    ASSOCIATION = "association"


class AreaKind(StrEnum):
    """A part of the municipality (område), or a field of collaboration (samverkansområde)."""

    PLACE = "place"
    FIELD = "field"


class Policy(StrEnum):
    """Whether individual cases may be discussed: never, with a note of consent, or freely."""

    BAN = "ban"
    CONSENT_NOTE = "consent_note"
    ALLOWED = "allowed"


class Role(StrEnum):
    """A task in a group that a seat is given for a term."""

    CONVENOR = "convenor"
    SECRETARY = "secretary"
    CHAIR = "chair"


class PlanStatus(StrEnum):
    """Whether a year plan is a draft or has been decided."""

    DRAFT = "draft"
    DECIDED = "decided"


class MeetingKind(StrEnum):
    """Ordinary, or called for something unforeseen (T16)."""

    ORDINARY = "ordinary"
    EXTRA = "extra"


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    CALLED = "called"
    HELD = "held"
    FINISHED = "finished"
    SENT = "sent"
    CANCELLED = "cancelled"


class ItemCategory(StrEnum):
    """What a question is about (T09)."""

    GOAL = "goal"
    STRATEGY = "strategy"
    FOLLOW_UP = "follow_up"
    INFORMATION = "information"
    REPORT = "report"
    FORMALITY = "formality"


class ItemKind(StrEnum):
    """What is to be done with a question."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"


class ItemOrigin(StrEnum):
    """Where an agenda item came from."""

    STANDING = "standing"
    DEMANDED = "demanded"
    CARRIED_OVER = "carried_over"
    COMMISSION = "commission"
    DEVIATION = "deviation"
    INBOX = "inbox"
    DIRECTION = "direction"
    OWN = "own"


class Topic(StrEnum):
    """A question that the program recognises whatever its heading says."""

    OPENING = "opening"
    APPROVE_AGENDA = "approve_agenda"
    PREVIOUS_NOTES = "previous_notes"
    OPEN_ITEMS = "open_items"
    REASON_FOR_EXTRA = "reason_for_extra"
    ROLES = "roles"
    YEAR_PLAN = "year_plan"
    FOLLOW_UP = "follow_up"
    OTHER_BUSINESS = "other_business"
    NEXT_MEETING = "next_meeting"
    CLOSING = "closing"


class AttendanceStatus(StrEnum):
    """What is noted of a seat or a guest at a meeting."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    VACANT = "vacant"


class DecisionKind(StrEnum):
    """What a decision does."""

    DECISION = "decision"
    ELECTION = "election"
    PLAN = "plan"
    COMMISSION = "commission"
    ROUTINE = "routine"
    REFERRAL = "referral"
    REPORT = "report"
    NEW_DATE = "new_date"
    FOLLOW_UP = "follow_up"
    CONSULTATION = "consultation"
    ACTIVITY = "activity"
    TABLED = "tabled"
    FILED = "filed"
    REFERRED_BACK = "referred_back"
    REJECTED = "rejected"


class Supersession(StrEnum):
    """What a later decision does to an earlier one: replaces it (ersätter), or only ends it (upphäver)."""

    REPLACED = "replaced"
    REVOKED = "revoked"


class Numbering(StrEnum):
    """Within what a group's decisions are numbered in one run."""

    MEETING = "meeting"
    WORKING_YEAR = "working_year"
    CALENDAR_YEAR = "calendar_year"
    RUNNING = "running"


class Approval(StrEnum):
    """How a group's minutes are approved: not at all, at the next meeting, or by functions chosen for it."""

    NONE = "none"
    NEXT_MEETING = "next_meeting"
    NAMED = "named"


class RecordForm(StrEnum):
    """The form of a group's record: notes as a group of officials keeps them, or a board's protokoll."""

    NOTES = "notes"
    PROTOCOL = "protocol"


class CommissionStatus(StrEnum):
    """How far a commission has come: reported and approved are two states."""

    ONGOING = "ongoing"
    REPORTED = "reported"
    APPROVED = "approved"


class ReportKind(StrEnum):
    """An interim report, or the final one."""

    INTERIM = "interim"
    FINAL = "final"


class EscalationGround(StrEnum):
    """Why a line manager raises a question with the group (T11)."""

    GENERAL = "general"
    PRINCIPLE = "principle"


class AttachmentState(StrEnum):
    """When a paper reaches the members."""

    ENCLOSED = "enclosed"
    LATER = "later"
    SENT_BEFORE = "sent_before"
    AT_MEETING = "at_meeting"


class Receipt(StrEnum):
    """How a seat gets what is sent: as a recipient, as a copy, endast för kännedom, or not at all."""

    TO = "to"
    COPY = "copy"
    INFORMATION = "information"
    NOT = "not"


class SendingWay(StrEnum):
    """How something left the house.

    As files or a draft that somebody sends, in the user's mail program, by the municipality's mail server, or
    without this program.
    """

    FILES = "files"
    PROGRAM = "program"
    SERVER = "server"
    ELSEWHERE = "elsewhere"


class DeliveryOutcome(StrEnum):
    """What became of a sending to one recipient."""

    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    NO_ADDRESS = "no_address"


class DocumentKind(StrEnum):
    """What can be handed out; also the KIND of the command line's export."""

    CALL = "call"
    AGENDA = "agenda"
    SCRIPT = "script"
    MINUTES = "minutes"
    PROTOCOL = "protocol"
    EXTRACT = "extract"
    COMMISSION = "commission"
    CALENDAR = "calendar"
    FOLLOW_UP = "follow-up"
    OFFICIAL_REPORT = "official-report"
    DECISIONS = "decisions"
    OPEN_ITEMS = "open-items"
    YEAR_PLAN = "year-plan"
