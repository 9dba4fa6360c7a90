"""What a Word document begins as and is finished in: the program's own sheet, or a municipality's template.

Every renderer of Word files opens its document through one, writes its content at the end of it by the styles
that `docx_style` names, and closes it; no renderer knows which it was given.
"""

from docx.document import Document

from samverkan_desktop.documents import docx_package, docx_parts
from samverkan_desktop.documents.docx_package import Properties
from samverkan_desktop.documents.docx_parts import Margins


class WordTemplate:
    """The program's own sheet: A4, its own styles, header and footer."""

    def open(self) -> Document:
        """Return a document to write content at the end of."""
        return docx_package.blank()

    def close(self, document: Document, properties: Properties, margins: Margins) -> bytes:
        """Return the file, when all content has been written.

        Args:
            document: what `open` gave.
            properties: what the document says of itself.
            margins: what stands in the header and the footer of every page.
        """
        docx_package.describe(document, properties)
        docx_parts.set_margins(document, margins)
        return docx_package.to_bytes(document)


OWN = WordTemplate()
