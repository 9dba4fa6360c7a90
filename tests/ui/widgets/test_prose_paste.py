"""What is pasted into notes: cleaned of all but words, lists and tables; what is no text is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from samverkan_desktop import prose
from samverkan_desktop.ui.widgets import prose_paste
from samverkan_desktop.ui.widgets.prose_editor import MOST_PASTED, ProseEditor
from tests.ui import hands

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {mso-style: x}</style>
<!--[if gte mso 9]><xml><o:p>skräp</o:p></xml><![endif]--></head><body lang=SV>
<h1>Läget</h1>
<p class=MsoNormal>Vi s&aring;g <b style='mso-bidi-font-weight:normal'>över</b> <i>frågan</i>
i&nbsp;dag.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times"'>&nbsp;&nbsp; </span></span><![endif]>ett</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span>under</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>två</p>
<table border=1><tr><td><p class=MsoNormal><b>Enhet</b></p></td><td><p>Antal</p></td></tr>
<tr><td><p>Förskola</p><p>öst</p></td><td><p>12</p></td></tr></table>
<script>alert("nej")</script><img src="x.png"><p>Slut <span style="color:red;font-weight:bold">nu</span></p>
</body></html>"""

EXCEL = """<html><head><style>td {mso-number-format:General}</style></head><body><table>
<col width=64><tr height=20><td colspan=2>År</td></tr><tr><td>2018</td><td align=right>12</td></tr>
</table></body></html>"""


def pasted(html: str) -> str:
    return prose.write(prose_paste.from_html(html))


def test_word_leaves_headings_lists_tables_and_emphasis():
    assert pasted(WORD) == (
        "# Läget\n\nVi såg **över** *frågan* i\u00a0dag.\n\n- ett\n  1. under\n- två\n\n"
        "| Enhet | Antal |\n| --- | --- |\n| Förskola öst | 12 |\n\nSlut **nu**"
    )


def test_excel_leaves_a_table():
    assert pasted(EXCEL) == "| År |  |\n| --- | --- |\n| 2018 | 12 |"


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<ul><li>a<ol start=3><li>b<li>c</ol><li>d</ul>", "- a\n  3. b\n  4. c\n- d"),
        ("<div>a</div><div>b<br>c</div>", "a\nb\nc"),
        ('<b style="font-weight:normal">a</b> <b>b</b>', "a **b**"),
        ("<p>a <!-- nej --><style>x</style>b", "a b"),
        ("<a href='http://x'>länk</a> &lt;b&gt; * #", "länk <b> \\* #"),
        ("<table><tr><td>ensam</table>", "ensam"),
        ("<table><tr><td>a<table><tr><td>b</table><td>c</table>", "| a b | c |\n| --- | --- |"),
        (
            "<table><caption>Om</caption><tr><td>a<td>b<tr><td>c</table>",
            "Om\n\n| a | b |\n| --- | --- |\n| c |  |",
        ),
        ("</p></table>text<", "text<"),
        ("", ""),
    ],
)
def test_html_is_reduced(html: str, kept: str):
    assert pasted(html) == kept


def test_elements_never_closed_are_read_in_their_time():
    assert prose.plain(pasted("<b><div>" * 20_000 + "ord" + "</i></b>" * 20_000)) == "ord"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\tb\n1\t2\n", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("a\tb", "a\tb"),
        ("•\tett\n•\ttvå", "- ett\n- två"),
        ("1) ett\n2) två\r\nslut", "1. ett\n2. två\n\nslut"),
        ("*stjärna* # nej", "\\*stjärna\\* # nej"),
        ("a\u2028b\x00\ud800c\x0bd", "a\nbc\nd"),
        ("a\u0308 \u05e9\u05dc\u05d5\u05dd q\u0307", "\u00e4 \u05e9\u05dc\u05d5\u05dd q\u0307"),
    ],
)
def test_plain_text_is_cleaned(text: str, kept: str):
    assert prose.write(prose_paste.from_text(text)) == kept


@pytest.fixture
def editor(shown: Callable[[QWidget], QWidget]) -> ProseEditor:
    made = ProseEditor()
    shown(made)
    return made


@pytest.fixture
def refused(editor: ProseEditor) -> list[str]:
    said: list[str] = []
    editor.refused.connect(said.append)
    return said


def html(text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    data.setText("annat")
    return data


def plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_what_is_pasted_stands_where_the_cursor_was(editor: ProseEditor):
    hands.type_text(editor, "FöreEfter")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(html("<ul><li>ett</li></ul><p>två</p>"))
    hands.type_text(editor, "!")
    assert editor.value() == "Före\n\n- ett\n\ntvå!\nEfter"


def test_one_line_is_pasted_into_the_line(editor: ProseEditor):
    hands.type_text(editor, "Före ")
    editor.insertFromMimeData(html("<p>en <b>fet</b></p>"))
    hands.type_text(editor, " efter")
    assert editor.value() == "Före en **fet** efter"


def test_what_is_pasted_into_a_cell_stays_in_it(editor: ProseEditor):
    editor.tables.insert(1, 2)
    editor.insertFromMimeData(html("<p>a</p><ul><li>b</ul>"))
    assert editor.value() == "| a b |  |\n| --- | --- |"


def test_what_is_copied_in_the_editor_is_pasted_as_it_was(editor: ProseEditor):
    whole = "## Rubrik\n\n- ett\n  1. två\n- *tre*\n\n| a | b |\n| --- | --- |\n| **c** | d |"
    editor.show_text(whole)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    editor.show_text("")
    editor.insertFromMimeData(data)
    assert editor.value() == whole


def test_pictures_and_files_are_refused_in_words(editor: ProseEditor, refused: list[str], tmp_path: Path):
    picture, file = QMimeData(), QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    file.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.docx"))])
    for data in (picture, file):
        assert editor.canInsertFromMimeData(data)
        editor.insertFromMimeData(data)
    assert [("bilaga" in said) for said in refused] == [True, True]
    assert editor.value() == ""


@pytest.mark.parametrize("make", [plain, html])
def test_too_much_at_once_is_refused_and_nothing_pasted(
    editor: ProseEditor, refused: list[str], make: Callable[[str], QMimeData]
):
    editor.insertFromMimeData(make("ord " * (MOST_PASTED // 4 + 1)))
    assert len(refused) == 1
    assert "för lång" in refused[0]
    assert editor.value() == ""
