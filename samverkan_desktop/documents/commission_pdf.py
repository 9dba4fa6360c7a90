"""A commission brief as a PDF file: who is to do what, and how and when it is reported (T22)."""

from reportlab.platypus import Flowable

from samverkan_desktop.documents import pdf_style as style
from samverkan_desktop.documents.commission import CommissionBrief
from samverkan_desktop.documents.pdf_list import bullets
from samverkan_desktop.documents.pdf_page import Sheet, build
from samverkan_desktop.documents.pdf_parts import Heading, facts, letterhead, section
from samverkan_desktop.documents.pdf_text import text
from samverkan_desktop.i18n import tr


def render(brief: CommissionBrief) -> bytes:
    """Return a commission brief as a PDF file."""
    sheet = Sheet(
        title=f"{tr('Uppdragsbeskrivning')} {brief.number} {brief.title} – {brief.given_by}",
        subject=brief.agreement,
        head=brief.organisation,
        name=tr("UPPDRAGSBESKRIVNING"),
        footer=f"{brief.given_by} · {brief.agreement}",
    )
    return build(sheet, lambda: _story(brief))


def _story(brief: CommissionBrief) -> list[Flowable]:
    return [
        letterhead(brief.organisation, (brief.given_by,), tr("UPPDRAGSBESKRIVNING"), brief.given_on),
        Heading(f"{brief.number} {brief.title}", style.TITLE, 0),
        text(brief.given_by, style.SUBTITLE),
        facts(
            [
                (tr("Beslut"), [brief.decision]),
                (tr("Beslutat"), [brief.given_on.isoformat()]),
                (tr("Avtal"), [brief.agreement]),
            ]
        ),
        *_lines(tr("Bakgrund"), brief.background),
        *section(tr("Ansvarig"), bullets(brief.responsible)),
        *_work_group(brief),
        *_reporting(brief),
        *_lines(tr("Läge"), brief.status),
    ]


def _lines(heading: str, content: str) -> list[Flowable]:
    said = [text(line) for line in content.splitlines() if line.strip()]
    return section(heading, said) if said else []


def _work_group(brief: CommissionBrief) -> list[Flowable]:
    if not (brief.members or brief.convenor or brief.secretary):
        return []
    roles = (
        facts(
            [
                (brief.convenor_label or tr("Sammankallande"), [brief.convenor]),
                (brief.secretary_label or tr("Sekreterare"), [brief.secretary]),
            ]
        )
        if brief.convenor or brief.secretary
        else None
    )
    return section(tr("Arbetsgrupp"), [*bullets(brief.members), *([roles] if roles else [])])


def _reporting(brief: CommissionBrief) -> list[Flowable]:
    if not (brief.how or brief.when):
        return []
    return section(tr("Redovisning"), [facts([(tr("Hur"), [brief.how]), (tr("När"), [brief.when])])])
