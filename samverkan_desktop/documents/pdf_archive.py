"""What makes a PDF file fit to be kept and published: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).

Both want the file to say what it is in XMP, in the same words as in its older properties; PDF/A also what its
colours mean.
"""

from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    XMP,
    NoEncryption,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    pdfdocEnc,
)

from samverkan_desktop import paths

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>{producer}</pdf:Producer>
   <xmp:CreatorTool>{creator}</xmp:CreatorTool>
   <xmp:CreateDate>{at}</xmp:CreateDate>
   <xmp:ModifyDate>{at}</xmp:ModifyDate>
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def declare(document: PDFDocument, language: str) -> None:
    """Let a file say that it is PDF/A-2a and PDF/UA-1.

    Args:
        document: the file, not yet written.
        language: of its text: ``sv-SE``.
    """
    document.encrypt = _LineEnds()
    catalogue = document.Catalog
    # The keys are those that reportlab writes, and this one is not among them.
    catalogue.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    catalogue.OutputIntents = PDFArray([_screen_colours(document)])
    catalogue.Metadata = XMP(creator=lambda written: _packet(written, language))


class _LineEnds(NoEncryption):
    """What every stream goes through last: here each gets the line end that PDF/A wants after it."""

    def encode(self, stream: bytes | str) -> "_Ended":
        """Return a stream's bytes, to be written with an end of line that does not count."""
        return _Ended(pdfdocEnc(stream))


class _Ended(PDFObject):
    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content)

    def format(self, _document: PDFDocument) -> bytes:
        """Return what is written."""
        return self._content + b"\n"


def _packet(document: PDFDocument, language: str) -> bytes:
    info = document.info
    told = {
        "title": info.title,
        "author": info.author,
        "subject": info.subject,
        "producer": info.producer,
        "creator": info.creator,
        "language": language,
    }
    at = document._timeStamp.datetime.isoformat(timespec="seconds")  # noqa: SLF001  as the file's own date
    return _PACKET.format(**{name: escape(str(value)) for name, value in told.items()}, at=at).encode()


def _screen_colours(document: PDFDocument) -> PDFDictionary:
    profile = PDFStream(dictionary=PDFDictionary({"N": 3}), content=_profile())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@cache
def _profile() -> bytes:
    return paths.resource("colour", "srgb.icc").read_bytes()
