"""The yearly follow-up report as a Word file: the same parts, tables and charts as the PDF file's."""

from samverkan_desktop.documents import pdf_style
from samverkan_desktop.documents.clean import clean
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins
from samverkan_desktop.documents.docx_story import write_story
from samverkan_desktop.documents.follow_up import FollowUp
from samverkan_desktop.documents.follow_up_pdf import story, title
from samverkan_desktop.documents.word_template import OWN, WordTemplate
from samverkan_desktop.i18n import tr


def render(follow_up: FollowUp, template: WordTemplate = OWN) -> bytes:
    """Return the follow-up report as a .docx file."""
    follow_up = clean(follow_up)
    pdf_style.register_fonts()
    document = template.open()
    write_story(document, story(follow_up))
    return template.close(document, _properties(follow_up), _margins(follow_up))


def _properties(follow_up: FollowUp) -> Properties:
    name = tr("Uppföljningsrapport")
    return Properties(
        title=f"{title(follow_up)} – {follow_up.agreement}",
        subject=follow_up.agreement,
        keywords=(name, follow_up.group, follow_up.year),
        author=follow_up.organisation,
        category=name,
        day=follow_up.issued,
        status="" if follow_up.decision else tr("Utkast"),
    )


def _margins(follow_up: FollowUp) -> Margins:
    label = f"{tr('Uppföljningsrapport')} {follow_up.issued.isoformat()}"
    draft = "" if follow_up.decision else tr("UTKAST – arbetsmaterial")
    return Margins(
        follow_up.organisation, follow_up.parties, label, draft, follow_up.group, follow_up.agreement
    )
