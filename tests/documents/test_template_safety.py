"""Templates that are no templates, that would harm, or that reach out of themselves."""

import io
import tracemalloc
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from samverkan_desktop.documents import minutes_docx, municipal_template, template_file
from samverkan_desktop.errors import UserError
from tests.documents import contents, templates, word
from tests.documents.templates import changed

GOOD = templates.bytes_of(templates.english())
_RELATIONS = "word/_rels/document.xml.rels"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _typed(of: bytes) -> Callable[[bytes], bytes]:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return lambda part: part.replace(plain, of)


def _related(kind: str, target: str) -> bytes:
    relation = f'<Relationship Id="rId900" Type="{_KIND}{kind}" Target="{target}" TargetMode="External"/>'
    return changed(
        GOOD,
        _RELATIONS,
        lambda part: part.replace(b"</Relationships>", f"{relation}</Relationships>".encode()),
    )


def _in_document(text: str) -> bytes:
    return changed(
        GOOD, "word/document.xml", lambda part: part.replace(b"<w:body>", b"<w:body>" + text.encode())
    )


def _declaring(entities: str) -> bytes:
    def declare(part: bytes) -> bytes:
        head, _, rest = part.partition(b"?>")
        return head + b"?>" + f"<!DOCTYPE w [{entities}]>".encode() + rest

    return changed(GOOD, "word/document.xml", declare)


def _bomb() -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name, part in templates.unpacked(GOOD).items():
            target.writestr(name, part)
        for number in range(50):
            target.writestr(f"word/media/image{number}.png", b"\0" * 20_000_000)
    return file.getvalue()


def _lying() -> bytes:
    """A file whose directory says that a large part is small."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name, part in templates.unpacked(GOOD).items():
            target.writestr(name, part)
        target.writestr("word/media/image1.png", b"\0" * 30_000_000)
        target.getinfo("word/media/image1.png").file_size = 1000
    return file.getvalue()


def _encrypted_zip() -> bytes:
    data = bytearray(GOOD)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_FIELD = (
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r>"
    "<w:r><w:instrText>TEXT C:/hemligt.docx</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "är tom"),
    "a pdf": (lambda: b"%PDF-1.7\n%...", "är en PDF-fil"),
    "an rtf": (lambda: b"{\\rtf1 hej}", "är en RTF-fil"),
    "text": (lambda: b"hej", "ingen Word-fil"),
    "an old word file": (lambda: _OLE, r"äldre formatet \.doc"),
    "a file with a password": (
        lambda: _OLE + "EncryptedPackage".encode("utf-16-le"),
        "skyddad med lösenord",
    ),
    "an encrypted zip": (_encrypted_zip, "skyddad med lösenord"),
    "half a file": (lambda: GOOD[: len(GOOD) // 2], "är skadad"),
    "a broken part": (
        lambda: changed(GOOD, "word/document.xml", lambda part: part[: len(part) // 2]),
        "är skadad",
    ),
    "a file of another program": (
        lambda: templates.packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"}),
        "ingen Word-fil",
    ),
    "an open document": (
        lambda: templates.packed({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        "OpenDocument",
    ),
    "too large a file": (lambda: b"PK" + b"\0" * template_file.LARGEST, "större än 20 MB"),
    "a bomb": (_bomb, "orimligt mycket"),
    "a lie on a size": (_lying, "är skadad"),
    "too many parts": (
        lambda: templates.packed({str(number): b"" for number in range(template_file.MOST_PARTS + 1)}),
        "orimligt mycket",
    ),
    "macros": (
        lambda: changed(
            GOOD,
            "[Content_Types].xml",
            _typed(b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        ),
        "makron",
    ),
    "a template with macros": (
        lambda: changed(
            GOOD,
            "[Content_Types].xml",
            _typed(b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        ),
        "makron",
    ),
    "hidden macros": (lambda: changed(GOOD, "word/vbaProject.bin", lambda _: b"x"), "makron"),
    "a control of ActiveX": (
        lambda: changed(GOOD, "word/activeX/activeX1.xml", lambda _: b"<a/>"),
        "ActiveX",
    ),
    "a linked picture": (lambda: _related("image", "https://example.com/a.png"), "hämtar en bild"),
    "a linked object": (lambda: _related("oleObject", "file:///C:/a.xlsx"), "hämtar innehåll"),
    "a frame": (lambda: _related("frame", "https://example.com/"), "hämtar innehåll"),
    "a link into a network": (lambda: _related("hyperlink", "file://server/share"), "har en länk"),
    "a field that fetches": (lambda: _in_document(_FIELD), "INCLUDETEXT"),
    "a simple field that fetches": (
        lambda: _in_document("<w:p><w:fldSimple w:instr=' DDEAUTO c:\\\\cmd.exe '/></w:p>"),
        "DDEAUTO",
    ),
    "entities": (lambda: _declaring('<!ENTITY x SYSTEM "file:///etc/passwd">'), "deklarationer"),
    "a billion laughs": (lambda: _declaring(_LAUGHS), "deklarationer"),
    "the strict format": (
        lambda: changed(
            GOOD,
            "word/document.xml",
            lambda part: part.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        ),
        "Strict",
    ),
    "a file without a document": (
        lambda: templates.packed(
            {name: part for name, part in templates.unpacked(GOOD).items() if name != "word/document.xml"}
        ),
        "inte uppbyggd",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_harmless_template_is_refused_with_what_to_do(name: str) -> None:
    make, said = REFUSED[name]
    with pytest.raises(UserError, match=said) as refusal:
        municipal_template.read("Mall åäö.docx", make())
    assert refusal.value.field == "file"
    assert refusal.value.message.startswith("Mall åäö.docx") or "Mall åäö.docx" in refusal.value.message
    assert refusal.value.message.endswith(".")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = _bomb()
    tracemalloc.start()
    with pytest.raises(UserError):
        municipal_template.read("mall.docx", data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


@pytest.mark.parametrize("target", ["https://www.example.se", "mailto:kommun@example.se"])
def test_a_link_to_the_web_stays(target: str) -> None:
    document = municipal_template.read("mall.docx", _related("hyperlink", target)).open()
    assert target in [each.target_ref for each in document.part.rels.values() if each.is_external]


def test_the_template_that_word_notes_a_template_was_made_from_is_let_go_of() -> None:
    relation = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{_KIND}attachedTemplate" Target="file:///C:/Users/k/Mall.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    attached = changed(GOOD, "word/_rels/settings.xml.rels", lambda _: relation.encode())
    noted = (
        b'<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        b'r:id="rId1"/><w:defaultTabStop'
    )
    attached = changed(
        attached, "word/settings.xml", lambda part: part.replace(b"<w:defaultTabStop", noted, 1)
    )
    template = municipal_template.read("mall.docx", attached)
    parts = templates.unpacked(minutes_docx.render(contents.extra_meeting(), template))
    assert not [name for name, part in parts.items() if b"attachedTemplate" in part or b"Mall.dotm" in part]


def test_a_document_from_a_locked_template_can_be_written_in() -> None:
    lock = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop'
    locked = changed(GOOD, "word/settings.xml", lambda part: part.replace(b"<w:defaultTabStop", lock, 1))
    template = municipal_template.read("mall.docx", locked)
    settings = word.part(minutes_docx.render(contents.extra_meeting(), template), "word/settings.xml")
    assert settings.find(f"{word.W}documentProtection") is None
