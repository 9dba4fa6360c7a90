"""Content that shows what a template makes of a document: made up, with all that a document can have."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time

from samverkan_desktop.documents.call import Call, CallItem
from samverkan_desktop.documents.commission import CommissionBrief
from samverkan_desktop.documents.listing import Column, Listing
from samverkan_desktop.documents.minutes import (
    Attendee,
    MinutedCommission,
    MinutedDecision,
    MinutedItem,
    Minutes,
    PartyAttendees,
)
from samverkan_desktop.documents.minutes_extract import MinutesExtract
from samverkan_desktop.documents.official_report import OfficialReport, Signatory
from samverkan_desktop.documents.protocol import ProtocolFront
from samverkan_desktop.i18n import tr
from samverkan_desktop.vocabulary import DocumentKind

_DAY, _STARTS, _ENDS = date(2018, 12, 4), time(13), time(15)


def of(document: DocumentKind | None) -> tuple[DocumentKind, object]:
    """Return content for a kind of document, and the kind it is of: minutes where it has none of its own."""
    made: Mapping[DocumentKind, Callable[[], object]] = {
        DocumentKind.CALL: _call,
        DocumentKind.AGENDA: _call,
        DocumentKind.COMMISSION: _brief,
        DocumentKind.DECISIONS: _listing,
        DocumentKind.OPEN_ITEMS: _listing,
        DocumentKind.PROTOCOL: _protocol,
        DocumentKind.EXTRACT: _extract,
        DocumentKind.OFFICIAL_REPORT: _official_report,
    }
    if document is None or document not in made:
        return DocumentKind.MINUTES, _minutes()
    return document, made[document]()


def _organisation() -> str:
    return tr("Exempelkommunen")


def _parties() -> tuple[str, str]:
    return tr("Bildningsförvaltningen"), tr("Socialförvaltningen")


def _agreement() -> str:
    first, second = _parties()
    return tr("Samverkansavtal mellan {first} och {second}", first=first, second=second)


def _group() -> str:
    return tr("Styrgruppen för samverkan")


def _functions() -> tuple[str, str, str]:
    return (
        tr("Utbildningschef för gymnasiet och vuxenutbildningen"),
        tr("Kvalitetschef"),
        tr("Avdelningschef för Individ och familjeomsorg"),
    )


def _heading() -> str:
    return tr("Övergång mellan förskola och förskoleklass")


def _minutes() -> Minutes:
    first, second, third = _functions()
    education, social = _parties()
    return Minutes(
        organisation=_organisation(),
        parties=_parties(),
        agreement=_agreement(),
        label=tr("Minnesanteckningar"),
        group=_group(),
        occasion=tr("möte 3 av 6, läsåret 2018/2019"),
        day=_DAY,
        starts=_STARTS,
        ends=_ENDS,
        place=tr("Sammanträdesrum Eken"),
        case_number="KS 2018/0114",
        initiative="",
        present=(
            PartyAttendees(education, (Attendee(first), Attendee(second, notes=(tr("sammankallande"),)))),
            PartyAttendees(social, (Attendee(third, notes=(tr("t.o.m. punkt 5"),)),)),
        ),
        absent=(),
        vacant=(),
        coopted=(),
        convenor=second,
        secretary=third,
        items=(_item(first),),
        recorded_by=third,
        distribution=(tr("Styrgruppens ledamöter"),),
        attachments=(tr("Bilaga 1 Underlag"),),
        next_meeting=date(2019, 2, 5),
    )


def _protocol() -> Minutes:
    minutes = _minutes()
    item = replace(minutes.items[0], paragraph="§ 85")
    front = ProtocolFront(paragraphs="§ 85", first_page=166, attestation=minutes.place)
    return replace(minutes, label=tr("Protokoll"), items=(item,), front=front)


def _extract() -> MinutesExtract:
    minutes = _protocol()
    return MinutesExtract(minutes, minutes.items[0], "167")


def _official_report() -> OfficialReport:
    first, second, third = _functions()
    return OfficialReport(
        organisation=_organisation(),
        administration=_parties()[1],
        agreement=_agreement(),
        name=tr("Tjänsteskrivelse"),
        board=tr("Socialnämnden"),
        title=_heading(),
        dated=_DAY,
        issued=_DAY,
        handler=second,
        our_number="KS 2018/0114",
        clauses=(tr("En gemensam mötesstruktur tas fram."),),
        background=tr("Det är oklart vem som kallar till gemensamt möte."),
        basis=(tr("Bilaga 1 Underlag"),),
        signatories=(Signatory(third), Signatory(second)),
        receivers=(first,),
    )


def _item(function: str) -> MinutedItem:
    notes = tr(
        "Så här ser löpande text ut i er mall, med å, ä och ö, **fetstil** och *kursiv*.\n\n"
        "# En rubrik i anteckningarna\n\n"
        "- en punkt\n- en punkt till\n\n1. ett numrerat led\n2. ett numrerat led till\n\n"
        "| Verksamhet | Antal |\n| --- | --- |\n| Grundskolan | 12 |\n| Gymnasiet | 7 |"
    )
    number = "2018/19-08"
    return MinutedItem(
        "1",
        _heading(),
        presenter=function,
        notes=notes,
        decisions=(MinutedDecision(number, tr("En gemensam mötesstruktur tas fram."), function),),
        commissions=(
            MinutedCommission(
                "U5", tr("Mötesstruktur"), function, tr("Skriftligt förslag"), tr("mötet 2019-03-26")
            ),
        ),
        attachments=(tr("Bilaga 1 Underlag"),),
    )


def _call() -> Call:
    first, second, third = _functions()
    items = (
        CallItem("1", tr("Mötet öppnas"), starts=_STARTS, ends=time(13, 5)),
        CallItem(
            "2",
            _heading(),
            tr("Beslut"),
            first,
            time(13, 5),
            time(13, 40),
            (tr("Bilaga 1 Underlag"),),
            tr("En gemensam mötesstruktur tas fram."),
        ),
        CallItem("3", tr("Nästa möte"), starts=time(14, 50), ends=_ENDS),
    )
    return Call(
        organisation=_organisation(),
        parties=_parties(),
        agreement=_agreement(),
        group=_group(),
        title=tr("Kallelse till styrgruppsmöte"),
        occasion=tr("möte 3 av 6, läsåret 2018/2019"),
        issued=date(2018, 11, 27),
        day=_DAY,
        starts=_STARTS,
        ends=_ENDS,
        place=tr("Sammanträdesrum Eken"),
        called=(first, second, third),
        initiative="",
        items=items,
        reminders=(tr("Vänligen meddela förhinder till sammankallande."),),
        sender=tr("{function}, sammankallande", function=second),
        uid="sample",
    )


def _brief() -> CommissionBrief:
    first, second, third = _functions()
    return CommissionBrief(
        organisation=_organisation(),
        agreement=_agreement(),
        number="U5",
        title=tr("Mötesstruktur"),
        given_by=_group(),
        given_on=_DAY,
        decision="2018/19-08",
        background=tr("Det är oklart vem som kallar till gemensamt möte."),
        responsible=(tr("Arbetsgrupp övergångar"),),
        members=(first, third),
        convenor=first,
        secretary=second,
        how=tr("Skriftligt förslag"),
        when=tr("mötet 2019-03-26"),
        status=tr("Pågår."),
    )


def _listing() -> Listing:
    first, _, third = _functions()
    return Listing(
        organisation=_organisation(),
        parties=_parties(),
        agreement=_agreement(),
        name=tr("BESLUT"),
        title=tr("Beslut {period}", period="2018/2019"),
        group=_group(),
        issued=_DAY,
        columns=(
            Column(tr("Nr"), 14),
            Column(tr("Datum"), 14),
            Column(tr("Beslut"), 44),
            Column(tr("Ansvarig"), 28),
        ),
        rows=(
            ("2018/19-08", _DAY, tr("En gemensam mötesstruktur tas fram."), first),
            ("2018/19-09", _DAY, tr("Redovisningen läggs med godkännande till handlingarna."), third),
        ),
        nothing="",
    )
