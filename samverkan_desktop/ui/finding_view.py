"""A finding in the window: where it is mended, what the way there is called, what it rests on."""

from samverkan_desktop.i18n import tr
from samverkan_desktop.rules.finding import SEVERITY, Evidence, Finding, Status
from samverkan_desktop.ui.navigation import PLACES

#: Statuses that ask for something to be done.
PRESSING = (Status.BREACHED, Status.AT_RISK)

#: What is opened to mend a breach of a rule: the first evidence of one of these kinds.
_MENDED_AT = {
    "R06": ("meeting",),
    "R07": ("meeting",),
    "R08": ("commission",),
    "R09": ("commission",),
    "R10": ("group",),
    "R11": ("item", "decision", "commission", "deviation", "meeting"),
    "R12": ("item", "decision", "commission", "deviation", "meeting"),
    "R13": ("routine",),
    "R15": ("area",),
    "R16": ("board_matter",),
    "R17": ("board_matter",),
    "R18": ("planned_activity", "activity_plan"),
    "R21": ("meeting",),
    "R22": ("seat",),
    "R23": ("deviation",),
    "R24": ("meeting",),
    "R26": ("meeting",),
    "R27": ("item",),
    "R28": ("meeting",),
    "R29": ("commission",),
    "R35": ("routine",),
    "R36": ("routine",),
    "R37": ("activity",),
    "R40": ("commitment",),
    "R42": ("indicator",),
    "R46": ("board_matter",),
    "R47": ("board_matter",),
    "R48": ("level_report",),
    "R49": ("direction",),
    "R50": ("level_report", "board_report", "activity_plan"),
}
#: The register in which what is missing is written, where there is nothing yet to open.
_REGISTERS = {
    "R13": "routine",
    "R15": "area",
    "R16": "board_matter",
    "R17": "board_matter",
    "R25": "coverage",
    "R35": "routine",
    "R36": "routine",
    "R37": "activity",
    "R40": "commitment",
    "R41": "expected_result",
    "R42": "indicator",
    "R45": "board_matter",
    "R46": "board_matter",
    "R47": "board_matter",
    "R48": "level_report",
    "R49": "direction",
}
#: The kinds of things that some page shows one by one.
_SHOWN = frozenset(kind for place in PLACES for kind in place.opens)
#: Rules on roles, and on the plan of a year: mended there even where nothing is to be found yet.
_ROLES = ("R01", "R02", "R03")
_PLAN = ("R04", "R05", "R06", "R07")
_ACTIVITY_PLAN = "R18"
#: Rules on the follow-up of a year; R20 also stands for the evaluation, which has no group.
_FOLLOW_UP = "R20"
_JUDGEMENT = "R38"
#: The rule that an agreement is signed, and where on its page that is noted.
_SIGNATURE, SIGN = "R53", "sign"


def target(finding: Finding) -> str:
    """Return the place in the window where a finding is mended: ``meeting:3``, ``plan:2018/2019@1.2``.

    What has no place of its own is mended in the agreement, at its clause.
    """
    for kind in _MENDED_AT.get(finding.rule, ()):
        for evidence in finding.evidence:
            if evidence.kind == kind and kind in _SHOWN:
                return f"{kind}:{evidence.id}"
    if finding.rule in _REGISTERS:
        return whose(f"registers:{_REGISTERS[finding.rule]}", finding)
    if finding.rule == _ACTIVITY_PLAN:
        return whose(f"activity_plan:{finding.period}", finding)
    if finding.rule in _ROLES and finding.group_id is not None:
        return f"group:{finding.group_id}"
    if finding.rule in _PLAN and finding.period:
        return whose(f"plan:{finding.period}", finding)
    if finding.rule == _JUDGEMENT or (finding.rule == _FOLLOW_UP and finding.group_id is not None):
        return whose(f"report:{finding.period}", finding)
    if finding.rule == _SIGNATURE:
        return whose(f"agreement:{SIGN}", finding)
    return whose(f"agreement:{finding.clause}", finding)


def whose(label: str, finding: Finding) -> str:
    """Return a place that is only a label, with the agreement and the group that it is read in."""
    if finding.agreement_id is None:
        return label
    group = "" if finding.group_id is None else f".{finding.group_id}"
    return f"{label}@{finding.agreement_id}{group}"


def step(finding: Finding) -> str:
    """Return what the button says that goes to where a finding is mended."""
    kind, _, identity = target(finding).partition(":")
    if finding.rule == _SIGNATURE:
        return tr("Underteckna")
    if kind == "meeting":
        label = next(each.label for each in finding.evidence if (each.kind, str(each.id)) == (kind, identity))
        return tr("Öppna {meeting}", meeting=label)
    return {
        "item": tr("Öppna punkten"),
        "decision": tr("Öppna beslutet"),
        "commission": tr("Öppna uppdraget"),
        "deviation": tr("Öppna avvikelsen"),
        "group": tr("Visa gruppen"),
        "seat": tr("Visa platsen"),
        "routine": tr("Öppna rutinen"),
        "activity": tr("Öppna aktiviteten"),
        "area": tr("Öppna området"),
        "activity_plan": tr("Visa aktivitetsplanen"),
        "planned_activity": tr("Öppna aktiviteten"),
        "commitment": tr("Öppna åtagandet"),
        "indicator": tr("Öppna indikatorn"),
        "board_matter": tr("Öppna ärendet"),
        "board_report": tr("Öppna ärendet"),
        "direction": tr("Öppna styrningen"),
        "level_report": tr("Öppna redovisningen"),
        "registers": tr("Öppna registret"),
        "plan": tr("Visa årsplanen"),
        "report": tr("Visa uppföljningen"),
        "agreement": tr("Visa i avtalet"),
    }[kind]


def evidence_target(evidence: Evidence, finding: Finding) -> str:
    """Return the place in the window that shows one thing a finding rests on; its clause where none does."""
    match evidence.kind:
        case "plan":
            return whose(f"plan:{finding.period}", finding)
        case "report":
            return whose(f"report:{evidence.period or finding.period}", finding)
        case kind if kind in _SHOWN:
            return f"{kind}:{evidence.id}"
        case _:
            return whose(f"agreement:{finding.clause}", finding)


def evidence_text(evidence: Evidence) -> str:
    """Return what a thing that a finding rests on is called, with its day: ``Möte 3, 2018-12-04``."""
    label = evidence.label[:1].upper() + evidence.label[1:]
    return f"{label}, {evidence.day}" if evidence.day else label


def worst(findings: tuple[Finding, ...]) -> Status | None:
    """Return the worst status of some findings; None where there are none."""
    return min((each.status for each in findings), key=SEVERITY.__getitem__, default=None)
