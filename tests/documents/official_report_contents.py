"""Letters from officials to boards, made up."""

from dataclasses import replace
from datetime import date

from samverkan_desktop.documents.official_report import OfficialReport, Signatory
from tests.documents import contents


def report() -> OfficialReport:
    """A letter with every part, as in Lekeberg."""
    return OfficialReport(
        organisation="Ekköpings kommun",
        administration="Socialförvaltningen",
        agreement=contents.AGREEMENT,
        name="Tjänsteskrivelse",
        board="Socialnämnden",
        title="Samverkansplan för barns bästa",
        dated=date(2019, 10, 14),
        issued=date(2019, 10, 14),
        handler="Kim Exempel, Verksamhetsutvecklare",
        contact="kim@example.org",
        our_number="SN 19/0123",
        your_number="BIN 2019/45",
        answers="Skrivelse Dnr 409-0086/2008",
        clauses=("Socialnämnden antar samverkansplan för barns bästa.", "Planen gäller från 2020."),
        summary="Planen tydliggör hur **båda** förvaltningarna arbetar.",
        preparation="Ärendet har beretts av styrgruppen.",
        background="Efter en rapport om brister gavs ett uppdrag.\n\n- Första\n- Andra",
        analysis="Planen bygger på tre nivåer.",
        conclusion="Planen bör antas.",
        children="Beslutet stärker barnets rätt att bli hörd.",
        statement="Förvaltningen ställer sig bakom förslaget.",
        negotiation="Förhandlingar enligt § 11 MBL har hållits 2019-10-01.",
        basis=("Samverkansplan 2020–2023", "Rapport om brister 2018-03-01"),
        signatories=(Signatory("Förvaltningschef", "Åsa Prov"), Signatory("Verksamhetsutvecklare")),
        receivers=("Kultur- och bildningsnämnden", "Revisorerna"),
    )


def numbered_report() -> OfficialReport:
    """The same with its sections numbered and the proposal last (L14)."""
    return replace(report(), proposal_last=True)


def bare_report() -> OfficialReport:
    """A draft in which nothing is written."""
    return OfficialReport(
        "Ekköpings kommun", "", "", "Tjänsteutlåtande", "Socialnämnden", "Ärendet", None, date(2019, 10, 14)
    )


def crowded_report() -> OfficialReport:
    """A long letter: pages of background, forty clauses, ten that sign, long names."""
    long = "\n\n".join("Frågan har utretts ingående av båda förvaltningarna. " * 12 for _ in range(20))
    return replace(
        report(),
        title=f"Uppföljning av {contents.AGREEMENT} för {contents.UPPER}",
        board=f"Barn-, utbildnings- och arbetsmarknadsnämnden för {contents.UPPER}",
        background=long,
        clauses=tuple(f"Nämnden godkänner punkt {n} i förslaget till handlingsplan." for n in range(1, 41)),
        signatories=tuple(Signatory(f"{contents.UPPER}, område {n}", "Åsa Prov") for n in range(1, 11)),
        receivers=tuple(f"{contents.DEVELOPER}, enhet {n}" for n in range(1, 26)),
    )
