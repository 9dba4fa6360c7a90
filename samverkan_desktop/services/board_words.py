"""What is said of matters for boards: their subjects, instances and outcomes, and set phrases."""

from datetime import date

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.register_vocabulary import BoardOutcome, Instance, MatterSubject, UnionStep
from samverkan_desktop.rules.board_matters import with_sign

#: Set phrases of proposals and decisions, as boards write them (B17).
_PHRASES = (
    mark("Rapporten läggs med godkännande till handlingarna."),
    mark("Informationen antecknas till protokollet."),
    mark("Nämnden beslutar enligt förvaltningens förslag."),
    mark("Utskottet föreslår nämnden besluta enligt förvaltningens förslag."),
    mark("Nämnden godkänner förslaget och uppdrar till förvaltningschefen att underteckna."),
    mark("Ärendet återremitteras till förvaltningen."),
    mark("Nämnden överlämnar ärendet till kommunstyrelsen för beslut."),
)


def phrases() -> tuple[str, ...]:
    """Return set phrases to begin a proposal or a decision from."""
    return tuple(tr(phrase) for phrase in _PHRASES)


def subject_name(subject: MatterSubject) -> str:
    """Return what a matter is about, in words."""
    return {
        MatterSubject.EVALUATION: tr("Utvärdering av avtalet"),
        MatterSubject.FOLLOW_UP: tr("Uppföljning av avtalet"),
        MatterSubject.ADOPTION: tr("Antagande av avtalet"),
        MatterSubject.JOINT_FINANCING: tr("Gemensam finansiering"),
        MatterSubject.MEETING: tr("Redovisning av ett möte"),
        MatterSubject.OTHER: tr("Annat ärende"),
    }[subject]


def instance_name(instance: Instance) -> str:
    """Return what an instance is called."""
    return {
        Instance.DELEGATE: tr("Delegat"),
        Instance.COMMITTEE: tr("Arbetsutskott"),
        Instance.BOARD: tr("Nämnd"),
        Instance.EXECUTIVE_BOARD: tr("Nästa instans"),
    }[instance]


def outcome_name(outcome: BoardOutcome) -> str:
    """Return what an instance did with a matter."""
    return {
        BoardOutcome.PROPOSED: tr("Föreslår"),
        BoardOutcome.APPROVED: tr("Godkänner"),
        BoardOutcome.FILED: tr("Lägger till handlingarna"),
        BoardOutcome.REFERRED_BACK: tr("Återremitterar"),
        BoardOutcome.TABLED: tr("Bordlägger"),
        BoardOutcome.REJECTED: tr("Avslår"),
        BoardOutcome.FORWARDED: tr("Överlämnar till nästa instans"),
    }[outcome]


def step_name(step: UnionStep) -> str:
    """Return what has been done towards the unions, as a choice."""
    return {
        UnionStep.NOT_CONCERNED: tr("Inte aktuellt"),
        UnionStep.INFORMED: tr("Information enligt 19 § MBL"),
        UnionStep.NEGOTIATED: tr("Förhandling enligt 11 § MBL"),
    }[step]


def negotiation_sentence(
    step: UnionStep | None, day: date | None, parties: str, *, agreed: bool | None
) -> str:
    """Return what a matter says of the unions, as it is printed (B18).

    Args:
        step: what has been done; None where nothing is noted.
        day: the day it was done.
        parties: whom with; may be empty.
        agreed: whether they agreed; None where that is not noted.
    """
    if step is None or (day is None and step is not UnionStep.NOT_CONCERNED):
        return ""
    if step is UnionStep.NOT_CONCERNED:
        return tr("Förhandling enligt MBL är inte aktuell.")
    if step is UnionStep.INFORMED:
        return tr("Information enligt § 19 MBL har lämnats {day}.", day=day)
    sentences = [tr("Förhandlingar enligt § 11 MBL har hållits {day}.", day=day)]
    if parties:
        sentences = [
            tr("Förhandlingar enligt § 11 MBL har hållits {day} med {parties}.", day=day, parties=parties)
        ]
    if agreed is not None:
        sentences.append(tr("Parterna var eniga.") if agreed else tr("Parterna var inte eniga."))
    return " ".join(sentences)


def place(board: str, instance: Instance, day: date | None, paragraph: str, page: str) -> str:
    """Return where something was dealt with: ``Socialnämnden, arbetsutskott 2007-05-10 § 60:1 s. 167``."""
    sheet = tr("s. {page}", page=page) if page else ""
    said = (organ(board, instance), str(day or ""), with_sign(paragraph), sheet)
    return " ".join(part for part in said if part)


def organ(board: str, instance: Instance) -> str:
    """Return who dealt with something: ``Socialnämnden``, ``Socialnämnden, arbetsutskott``."""
    if instance in (Instance.BOARD, Instance.EXECUTIVE_BOARD):
        return board
    return tr("{board}, {instance}", board=board, instance=instance_name(instance).lower())
