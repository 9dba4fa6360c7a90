"""A commission brief as a Word file: who is to do what, and how and when it is reported (T22)."""

from docx.document import Document

from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.commission import CommissionBrief
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins, hold, write, write_fact, write_section
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import tr


def render(brief: CommissionBrief, template: WordTemplate = OWN) -> bytes:
    """Return a commission brief as a .docx file."""
    brief = clean(brief)
    document = template.open()
    _add_head(document, brief)
    write_section(document, tr("Bakgrund"), brief.background.splitlines())
    write_section(document, tr("Ansvarig"), brief.responsible, style="List Bullet")
    _add_work_group(document, brief)
    _add_reporting(document, brief)
    write_section(document, tr("Läge"), brief.status.splitlines())
    return template.close(document, _properties(brief), _margins(brief))


def _properties(brief: CommissionBrief) -> Properties:
    label = tr("Uppdragsbeskrivning")
    return Properties(
        title=f"{label} {brief.number} {brief.title} – {brief.given_by}",
        subject=brief.agreement,
        keywords=(label, brief.number, brief.given_by, brief.decision, brief.given_on.isoformat()),
        author=brief.organisation,
        category=label,
        day=brief.given_on,
    )


def _margins(brief: CommissionBrief) -> Margins:
    label = f"{tr('Uppdragsbeskrivning')} {brief.number} {brief.given_on.isoformat()}"
    return Margins(brief.organisation, (), label, "", brief.given_by, brief.agreement)


def _add_head(document: Document, brief: CommissionBrief) -> None:
    write(document, "Title", tr("Uppdragsbeskrivning"))
    write(document, "Subtitle", f"{brief.number} {brief.title}")
    facts = (
        write_fact(document, tr("Uppdragsgivare"), brief.given_by),
        write_fact(document, tr("Beslut"), brief.decision),
        write_fact(document, tr("Beslutat"), brief.given_on.isoformat()),
        write_fact(document, tr("Avtal"), brief.agreement),
    )
    hold(facts, before=10)


def _add_work_group(document: Document, brief: CommissionBrief) -> None:
    if not (brief.members or brief.convenor or brief.secretary):
        return
    write(document, "Heading 1", tr("Arbetsgrupp"))
    for member in brief.members:
        write(document, "List Bullet", member)
    roles = (
        (brief.convenor_label or tr("Sammankallande"), brief.convenor),
        (brief.secretary_label or tr("Sekreterare"), brief.secretary),
    )
    hold([write_fact(document, label, function) for label, function in roles], before=6)


def _add_reporting(document: Document, brief: CommissionBrief) -> None:
    if not (brief.how or brief.when):
        return
    write(document, "Heading 1", tr("Redovisning"))
    write_fact(document, tr("Hur"), brief.how)
    write_fact(document, tr("När"), brief.when)
