"""A municipality's own Word templates: chosen for an agreement's documents, tried, and taken away again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from samverkan_desktop.errors import EnvironmentFault, UserError
from samverkan_desktop.files import explained, make_folder, write_atomically
from samverkan_desktop.i18n import mark, tr
from samverkan_desktop.models.agreement import Agreement
from samverkan_desktop.models.attachment import AttachmentContent
from samverkan_desktop.models.word_template import StoredTemplate
from samverkan_desktop.services import attachment, renderers, template_sample
from samverkan_desktop.services.privacy import refuse
from samverkan_desktop.services.renderers import FileFormat
from samverkan_desktop.services.wording import slug
from samverkan_desktop.services.workspace import Workspace
from samverkan_desktop.vocabulary import DocumentKind

if TYPE_CHECKING:  # Word's machinery is loaded when it is first used
    from samverkan_desktop.documents.word_template import WordTemplate

#: What the documents that can be Word files are called where a template is chosen for one of them.
_NAMES: Mapping[DocumentKind, str] = {
    DocumentKind.CALL: mark("Kallelse"),
    DocumentKind.AGENDA: mark("Kort dagordning"),
    DocumentKind.MINUTES: mark("Anteckningar"),
    DocumentKind.PROTOCOL: mark("Protokoll i nämndens form"),
    DocumentKind.EXTRACT: mark("Protokollsutdrag"),
    DocumentKind.COMMISSION: mark("Uppdragsbeskrivning"),
    DocumentKind.OFFICIAL_REPORT: mark("Tjänsteskrivelse"),
    DocumentKind.FOLLOW_UP: mark("Uppföljningsrapport"),
    DocumentKind.DECISIONS: mark("Beslutslista"),
    DocumentKind.OPEN_ITEMS: mark("Balanslista"),
}


@dataclass(frozen=True)
class TemplateRow:
    """A template: for which kind of document, None for those that have none of their own, and since when."""

    id: int
    document: DocumentKind | None
    file_name: str
    since: date

    @property
    def label(self) -> str:
        """What it is for, in words."""
        return name_of(self.document)


def kinds() -> tuple[DocumentKind, ...]:
    """Return the documents that a template can be chosen for: those that can be Word files."""
    return tuple(kind for kind in DocumentKind if FileFormat.WORD in renderers.formats(kind))


def name_of(document: DocumentKind | None) -> str:
    """Return what a document is called where a template is chosen for it; None is all of them."""
    return tr("Alla dokument") if document is None else tr(_NAMES[document])


def kind_named(given: str | None) -> DocumentKind | None:
    """Return the kind of document that a command names; None where it names none.

    Raises:
        UserError: there is none of that name that can be a Word file.
    """
    if given is None:
        return None
    if given not in kinds():
        allowed = ", ".join(kinds())
        raise UserError(
            tr("{kind} finns inte som Word-fil. Välj bland {allowed}.", kind=given, allowed=allowed),
            field="document",
        )
    return DocumentKind(given)


def listing(work: Workspace, agreement_id: int) -> tuple[TemplateRow, ...]:
    """Return an agreement's templates: first the one for all documents, then in the documents' order."""
    with work.read() as session:
        rows = [TemplateRow(t.id, t.document, t.file_name, t.since) for t in _those(session, agreement_id)]
    order = [None, *DocumentKind]
    return tuple(sorted(rows, key=lambda row: order.index(row.document)))


def _those(session: Session, agreement_id: int) -> list[StoredTemplate]:
    chosen = select(StoredTemplate).where(StoredTemplate.agreement_id == agreement_id)
    return list(session.scalars(chosen.order_by(StoredTemplate.id)))


def choose(work: Workspace, agreement_id: int, document: DocumentKind | None, file: Path) -> int:
    """Let an agreement's documents be written in a template; the bytes of its file are copied.

    Args:
        work: the open archive.
        agreement_id: the agreement.
        document: the kind of document; None for every kind that has no template of its own.
        file: the template, ``.docx`` or ``.dotx``; it takes the place of the one chosen before.

    Raises:
        UserError: it is no Word template, lacks what is needed, or its name holds a personal identity
            number (R11).
        EnvironmentFault: the file cannot be read.
    """
    refuse(file=file.name)
    content = _read(file)
    name = name_of(document)
    label = tr("Mallen {file} valdes: {document}", file=file.name, document=name)
    with work.change("word_template.choose", label) as session:
        own = session.get_one(Agreement, agreement_id).id
        digest = attachment.keep_content(session, content)
        stored = next((each for each in _those(session, own) if each.document == document), None)
        if stored is None:
            stored = StoredTemplate(agreement_id=own, document=document)
            session.add(stored)
        stored.file_name, stored.sha256, stored.since = file.name, digest, work.today
        session.flush()
        return stored.id


def remove(work: Workspace, template_id: int) -> None:
    """Take a template away: documents look as the program's own again; its bytes stay, to be undone."""
    with work.change("word_template.remove", tr("En dokumentmall togs bort")) as session:
        session.delete(session.get_one(StoredTemplate, template_id))


def try_file(file: Path, folder: Path, document: DocumentKind | None = None) -> Path:
    """Write a sample document in a template that is not chosen yet.

    Args:
        file: the template.
        folder: where the sample is written; made when missing.
        document: the kind of document; minutes where None.

    Raises:
        UserError: it is no Word template, or lacks what is needed.
        EnvironmentFault: the file cannot be read, or the sample cannot be written.
    """
    return _write_sample(file.name, _read(file), folder, document)


def try_chosen(work: Workspace, template_id: int, folder: Path) -> Path:
    """Write a sample document in a template that is chosen; otherwise as `try_file`."""
    with work.read() as session:
        stored = session.get_one(StoredTemplate, template_id)
        name, content, document = stored.file_name, _content(session, stored), stored.document
    return _write_sample(name, content, folder, document)


def _write_sample(name: str, content: bytes, folder: Path, document: DocumentKind | None) -> Path:
    from samverkan_desktop.documents import municipal_template

    kind, said = template_sample.of(document)
    data = renderers.render(kind, FileFormat.WORD, said, template=municipal_template.read(name, content))
    make_folder(folder)
    path = folder / f"{slug(tr('prov'))}-{slug(name_of(document))}-{slug(Path(name).stem)}.docx"
    write_atomically(path, data)
    return path


def _read(file: Path) -> bytes:
    """Return the bytes of a file that is a template."""
    from samverkan_desktop.documents import municipal_template, template_file

    with explained(file), file.open("rb") as opened:
        # No more of a file of gigabytes than shows that it is too large.
        content = opened.read(template_file.LARGEST + 1)
    municipal_template.read(file.name, content)
    return content


def template_for(
    session: Session, agreement_id: int, document: DocumentKind, wanted: FileFormat
) -> "WordTemplate | None":
    """Return the template that a document of an agreement is written in.

    Args:
        session: the session.
        agreement_id: the agreement.
        document: the kind of document.
        wanted: the kind of file.

    Returns:
        The template chosen for its kind, else the one for all; None where there is none, and for other files.

    Raises:
        UserError: what is kept is no template any longer.
        EnvironmentFault: it is not in the archive.
    """
    if wanted is not FileFormat.WORD:
        return None
    found = {each.document: each for each in _those(session, agreement_id)}
    stored = found.get(document, found.get(None))
    if stored is None:
        return None
    from samverkan_desktop.documents import municipal_template

    return municipal_template.read(stored.file_name, _content(session, stored))


def _content(session: Session, stored: StoredTemplate) -> bytes:
    kept = session.get(AttachmentContent, stored.sha256)
    if kept is None:
        raise EnvironmentFault(
            tr("Mallen {file} finns inte i arkivet. Välj den igen.", file=stored.file_name)
        )
    return kept.content
