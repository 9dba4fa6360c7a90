"""Each kind of obligation as a sentence with places to fill in, and in one plain sentence what it is for.

A place in braces is a parameter, ``{group}`` whom it concerns, ``{grade}`` how strongly it is demanded.
Parameters without a place stand under the sentence. ``{record}`` is the
agreement's word for the record of a meeting.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.words import Words

#: The sentence of a kind, or those of its ways by the parameter that makes the way.
SENTENCES: Mapping[str, str | Mapping[str, str]] = {
    "activity_plan": mark(
        "{group} {grade} anta en aktivitetsplan varje år, där varje aktivitet {linked} följa av en strategi"
    ),
    "agreement_term": mark("{review} {grade} påbörjas senast {warn_months} månader innan avtalet löper ut"),
    "area_meetings": mark("{group} {grade} hålla minst {count} möten i varje område per {per}"),
    "board_decisions": mark("Varje beslutspunkt om {subject} {grade} beslutas av nämnderna nedan"),
    "commission_brief": mark("Uppdrag från {group} {grade} ange"),
    "commission_report": mark("Uppdrag från {group} {grade} redovisas i tid"),
    "commitments": mark("{group} {grade} se till att varje åtagande blir"),
    "coverage": mark("Skolorna nedan {grade} omfattas av en överenskommelse"),
    "decision_distribution": mark("En nämnds beslut {grade} skickas till dem som står på sändlistan"),
    "designated_attendance": mark("De som deltar i {group} en gång om året {grade} vara"),
    "deviation_reports": mark(
        "Avvikelser {grade} räknas per verksamhet varje år, och det som aldrig rapporterats "
        "{judgement} bedömas"
    ),
    "directions": mark(
        "{group} {grade} ta upp styrning från överordnade grupper senast på nästa ordinarie möte"
    ),
    "escalation": mark("Frågor som lyfts till {group} {grade} tas upp senast på nästa ordinarie möte"),
    "evaluation_report": mark("Utvärderingen {grade} redovisas för nämnderna nedan"),
    "excluded_scope": mark(
        "Frågor som regleras i avtalen nedan {grade} hänvisas vidare genom beslut i {group}"
    ),
    "expected_results": mark("Planen {grade} ange resultat som förväntas"),
    "extra_meeting": mark(
        "Den som kallar {group} till extra möte {grade} ingå i gruppen och säga vad som har inträffat"
    ),
    "follow_up": mark("{group} {grade} följa upp avtalet en gång på {every} år, {at}"),
    "follow_up_report": mark("Uppföljningen {grade} redovisas en gång på {every} år för nämnderna nedan"),
    "indicators": mark("Varje indikator {grade} mätas varje år"),
    "individual_cases": mark("Individärenden {policy} i {group}"),
    "joint_activity": mark("Parterna {grade} ha {what} minst {count} gånger om året, {season}"),
    "joint_financing": mark(
        "Gemensam finansiering {grade} planeras på ett tjänstemannamöte och beslutas i nämnderna nedan"
    ),
    "level_report": mark("{group} {grade} redovisa till varje överordnad grupp {count} gånger per {per}"),
    "mandatory_items": mark("{group} {grade} ta upp punkterna nedan på {at}"),
    "meeting_call": mark("{group} {grade} kallas till varje möte"),
    "meeting_frequency": {
        "count": mark("{group} {grade} hålla {bound} {count} möten per {per}"),
        "every_months": mark("{group} {grade} mötas med högst {every_months} månader mellan mötena"),
        "every_weeks": mark("{group} {grade} mötas med högst {every_weeks} veckor mellan mötena"),
        "relative_to": mark("{group} {grade} mötas {when} varje möte i {relative_to}"),
        "words": mark("{group} {grade} mötas så ofta som avtalet säger: {words}"),
    },
    "meeting_report": mark("Varje möte i {group} {grade} redovisas för nämnderna nedan"),
    "minutes_distribution": mark("{record} från {group} {grade} skickas ut efter varje möte"),
    "minutes_kept": mark("{group} {grade} föra {record} vid varje möte"),
    "named_responsible": mark("Uppdrag från {group} {grade} ha en namngiven ansvarig"),
    "party_representation": mark("Alla parter {grade} vara företrädda på varje möte i {group}"),
    "renegotiation": mark("En part {grade} kunna begära att avtalet omförhandlas"),
    "role_function": mark("I {group} {grade} rollen som {role} höra till funktionerna nedan"),
    "role_membership": mark("Rollerna nedan {grade} innehas av funktioner som ingår i {group}"),
    "role_parties": mark("Rollerna nedan {grade} finnas hos olika parter i {group}"),
    "role_term": mark("Rollerna nedan {grade} vara utsedda i {group} {term}"),
    "routine_dissemination": mark("Rutiner {grade} göras kända i parternas verksamheter"),
    "routine_review": mark("Rutiner {grade} ses över i tid"),
    "seat_attendance": mark("Funktionerna i {group} {grade} delta på {at}"),
    "signature": mark("Avtalet {grade} vara undertecknat av parterna"),
    "standing_topics": mark("{group} {grade} ta upp frågorna nedan varje {per}"),
    "support_material": mark("Stödmaterial {grade} läggas fram i tid"),
    "union_negotiation": mark("Förhandling enligt 11 § MBL {grade} hållas innan en nämnd beslutar"),
    "vacancy": mark("Varje funktion i {group} {grade} ha en innehavare"),
    "work_group": mark("{group} {grade} ha"),
    "year_plan": mark("{group} {grade} besluta om nästa års möten på {decided_at}"),
    "yearly_deadline": mark("{what} {grade} vara klart senast {by} varje år, och visas genom {through}"),
}

#: What each way of saying the same thing is called, by the parameter that makes it.
WAYS: Mapping[str, str] = {
    "count": mark("ett visst antal möten"),
    "every_months": mark("högst så många månader mellan möten"),
    "every_weeks": mark("högst så många veckor mellan möten"),
    "relative_to": mark("intill en annan grupps möten"),
    "words": mark("så att det inte går att räkna"),
}

#: What a value is called inside a sentence: by kind, parameter and value, or by parameter and value.
VALUES: Mapping[tuple[str, ...], str] = {
    ("at", "every_meeting"): mark("varje möte"),
    ("at", "last_meeting"): mark("årets sista möte"),
    ("bound", "at_least"): mark("minst"),
    ("bound", "exactly"): mark("precis"),
    ("bound", "normally"): mark("normalt"),
    ("decided_at", "last_meeting"): mark("årets sista möte"),
    ("follow_up", "at", ""): mark("när som helst under året"),
    ("follow_up", "at", "last_meeting"): mark("på årets sista möte"),
    ("grade", "must"): mark("ska"),
    ("grade", "normally"): mark("ska normalt"),
    ("grade", "should"): mark("bör"),
    ("judgement", "False"): mark("behöver inte"),
    ("judgement", "True"): mark("ska"),
    ("linked", "False"): mark("inte behöver"),
    ("linked", "True"): mark("ska"),
    ("per", "calendar_year"): mark("kalenderår"),
    ("per", "month"): mark("månad"),
    ("per", "quarter"): mark("kvartal"),
    ("per", "school_year"): mark("läsår"),
    ("per", "term"): mark("termin"),
    ("per", "working_year"): mark("arbetsår"),
    ("policy", "allowed"): mark("får tas upp"),
    ("policy", "ban"): mark("får aldrig tas upp"),
    ("policy", "consent_note"): mark("får tas upp med anteckning om samtycke"),
    ("season", "any"): mark("när som helst"),
    ("season", "autumn"): mark("på hösten"),
    ("season", "spring"): mark("på våren"),
    ("subject", "adoption"): mark("antagande av avtal"),
    ("subject", "evaluation"): mark("utvärdering"),
    ("subject", "follow_up"): mark("uppföljning"),
    ("subject", "joint_financing"): mark("gemensam finansiering"),
    ("subject", "meeting"): mark("ett möte"),
    ("subject", "other"): mark("annat"),
    ("term", "calendar_year"): mark("för ett kalenderår i sänder"),
    ("term", "election_period"): mark("för en mandatperiod"),
    ("term", "until_further_notice"): mark("tills vidare"),
    ("term", "working_year"): mark("för ett arbetsår i sänder"),
    ("through", "activity_plan"): mark("en aktivitetsplan"),
    ("through", "board_report"): mark("en redovisning för nämnd"),
    ("through", "follow_up"): mark("uppföljningen"),
    ("through", "level_report"): mark("en redovisning uppåt"),
    ("when", "after"): mark("efter"),
    ("when", "before"): mark("före"),
}


@dataclass(frozen=True)
class Family:
    """Kinds of obligations that one looks for together, each with what it is for."""

    title: str
    kinds: Mapping[str, str]


FAMILIES = (
    Family(
        mark("Möten"),
        {
            "meeting_frequency": mark("Hur ofta en grupp ska mötas, och om det har blivit så."),
            "year_plan": mark("Att årets möten bestäms i förväg."),
            "meeting_call": mark("Att varje möte kallas innan det hålls."),
            "extra_meeting": mark("Vad som krävs när någon kallar till ett extra möte."),
            "minutes_kept": mark("Att det finns färdiga anteckningar från varje möte."),
            "minutes_distribution": mark("Att anteckningarna skickas ut, och hur snart."),
            "mandatory_items": mark("Punkter som ska finnas på ett visst möte."),
            "standing_topics": mark("Frågor som ska tas upp minst en gång per år, termin eller månad."),
            "area_meetings": mark("Att varje område har egna möten."),
        },
    ),
    Family(
        mark("Deltagande och roller"),
        {
            "party_representation": mark("Att alla parter är med på mötena."),
            "seat_attendance": mark(
                "Vilka möten funktionerna ska vara med på, var och en så starkt som det står."
            ),
            "designated_attendance": mark("Funktioner som bara är med en gång om året."),
            "vacancy": mark("Att varje funktion i gruppen har någon som innehar den."),
            "role_term": mark("Att roller utses, och för hur lång tid."),
            "role_function": mark("Att en roll alltid hör till en viss funktion."),
            "role_parties": mark("Att roller finns hos olika parter."),
            "role_membership": mark("Att den som har en roll sitter i gruppen."),
        },
    ),
    Family(
        mark("Uppdrag och arbetsgrupper"),
        {
            "commission_brief": mark("Vad ett uppdrag ska säga när det ges."),
            "commission_report": mark("Att uppdrag redovisas när de ska."),
            "named_responsible": mark("Att någon namngiven ansvarar för varje uppdrag."),
            "work_group": mark("Vad som krävs när en arbetsgrupp utses."),
        },
    ),
    Family(
        mark("Frågor och avvikelser"),
        {
            "individual_cases": mark("Om enskilda ärenden får tas upp."),
            "escalation": mark("Att frågor som lyfts till gruppen kommer upp i tid."),
            "deviation_reports": mark("Att avvikelser räknas, och att mörkertalet bedöms."),
            "excluded_scope": mark("Frågor som andra avtal reglerar, och som hänvisas vidare."),
        },
    ),
    Family(
        mark("Uppföljning och avtalets gång"),
        {
            "follow_up": mark("Hur ofta avtalet följs upp."),
            "agreement_term": mark("Att avtalet utvärderas eller ses över innan det löper ut."),
            "evaluation_report": mark("Att utvärderingen redovisas för nämnder."),
            "yearly_deadline": mark("Något som ska vara klart samma dag varje år."),
            "renegotiation": mark("Rätten att begära omförhandling, och vad en begäran ledde till."),
            "signature": mark("Att avtalet är undertecknat och inte bara ett utkast."),
        },
    ),
    Family(
        mark("Rutiner, planer och mål"),
        {
            "routine_review": mark("Att rutiner ses över i tid."),
            "routine_dissemination": mark("Att rutiner är kända i verksamheterna."),
            "support_material": mark("Att stödmaterial läggs fram när det ska."),
            "joint_activity": mark("Gemensamma dagar och aktiviteter som ska hållas."),
            "activity_plan": mark("Att det finns en plan över årets aktiviteter."),
            "commitments": mark("Att åtaganden genomförs, följs upp, analyseras och åtgärdas."),
            "expected_results": mark("Att det är sagt vilka resultat som förväntas."),
            "indicators": mark("Att indikatorer mäts varje år."),
            "coverage": mark("Hur många skolor som har en överenskommelse."),
        },
    ),
    Family(
        mark("Nämnder och nivåer"),
        {
            "meeting_report": mark("Att gruppens möten redovisas för en nämnd."),
            "follow_up_report": mark("Att uppföljningen redovisas för nämnder."),
            "board_decisions": mark("Att varje nämnd beslutar om varje punkt."),
            "decision_distribution": mark("Att beslut expedieras till dem som ska ha dem."),
            "joint_financing": mark("Vad som krävs innan parterna bekostar något gemensamt."),
            "union_negotiation": mark("Att förhandling enligt MBL har hållits före beslut."),
            "level_report": mark("Att en grupp redovisar till gruppen över den."),
            "directions": mark("Att styrning uppifrån tas upp i tid."),
        },
    ),
)


def template(kind: str, way: str = "") -> str:
    """Return the sentence of a kind: of one of its ways, where it has several."""
    found = SENTENCES[kind]
    return found if isinstance(found, str) else found[way]


def said(kind: str, way: str, words: Words) -> str:
    """Return the sentence of a kind in the language in use and an agreement's own words, with its places."""
    sentence = template(kind, way)
    text = tr(sentence).replace("{record}", words.record)
    return text if text.startswith("{") else f"{text[:1].upper()}{text[1:]}"
