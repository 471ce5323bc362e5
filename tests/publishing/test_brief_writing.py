"""The three files of a brief: each opens, runs the right way, and needs nothing from outside."""

import io
import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from isnad.model.errors import UsageError
from isnad.publishing.brief_content import Brief, Table
from isnad.publishing.brief_docx import brief_docx
from isnad.publishing.brief_html import brief_html
from isnad.publishing.brief_making import make_brief
from isnad.publishing.brief_pdf import brief_pdf, typeset
from isnad.publishing.brief_writing import writer_for
from tests.publishing.brief_record import asked, incidents


@cache
def brief_of(language: str = "ar", digits: str = "latin") -> Brief:
    return make_brief(incidents(), asked(language=language, digits=digits))


def hostile_brief() -> Brief:
    import msgspec

    words = "<script>alert(1)</script> #panic() $x$ *a* \\u{202E} [1] {{ 7 * 7 }}"
    made = brief_of("en")
    sources = tuple(msgspec.structs.replace(source, outlet=words, title=words) for source in made.sources)
    return msgspec.structs.replace(made, title=words, sources=sources)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_html_asks_for_nothing(language: str) -> None:
    page = brief_html(brief_of(language))
    shown = re.sub(r'<bdi class="address" dir="ltr">[^<]*</bdi>', "", page)
    assert "http:" not in shown
    assert "https:" not in shown
    assert not re.search(r"<(?:script|link|iframe|a|img|object|embed)\b", page)
    assert re.findall(r"url\((?!data:)", page) == []
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert "https://example.org/0/1<" in page


def test_html_has_every_source_and_both_drawings() -> None:
    page = brief_html(brief_of())
    assert page.count('<li id="source-') == len(brief_of().sources)
    assert page.count("<svg") == page.count("<figure>") == 2
    assert '<th scope="row" data-name="المحافظة"' in page
    assert "left: " not in page  # sides are said as start and end


def test_html_escapes_what_others_wrote() -> None:
    page = brief_html(hostile_brief())
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "{{ 7 * 7 }}" in page


def test_docx_runs_from_the_right() -> None:
    document = docx.Document(io.BytesIO(brief_docx(brief_of())))
    body = document.element.body
    written = [p for p in body.iter(qn("w:p")) if "".join(t.text or "" for t in p.iter(qn("w:t"))).strip()]
    assert [p for p in written if p.pPr is None or p.pPr.find(qn("w:bidi")) is None] == []
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables)
    arabic = [
        r
        for r in body.iter(qn("w:r"))
        if re.search("[\u0620-\u064a]", "".join(t.text or "" for t in r.iter(qn("w:t"))))
    ]
    assert arabic
    assert [r for r in arabic if r.rPr is None or r.rPr.find(qn("w:rtl")) is None] == []
    assert body.sectPr.find(qn("w:bidi")) is not None


def test_docx_in_english_runs_from_the_left() -> None:
    xml = ZipFile(io.BytesIO(brief_docx(brief_of("en")))).read("word/document.xml").decode()
    assert "<w:bidi/>" not in xml
    assert "<w:rtl/>" not in xml
    assert "<w:bidiVisual/>" not in xml


def test_docx_has_the_numbers_of_the_content_as_they_are() -> None:
    brief = brief_of("ar", "arabic")
    document = docx.Document(io.BytesIO(brief_docx(brief)))
    tables = [block for section in brief.sections for block in section.blocks if isinstance(block, Table)]
    written = document.tables[1:]  # the first holds the key figures
    assert len(written) == len(tables)
    for table, block in zip(written, tables, strict=True):
        assert len(table.rows) == 1 + len(block.rows) + bool(block.total)
        shown = table.rows[1].cells[1].text
        assert shown.startswith(block.rows[0][1].parts[0].text)
    assert len(document.inline_shapes) == 2
    assert document.core_properties.title.startswith("موجز الوضع: سوريا")


def test_properties_stand_in_the_order_of_the_schema() -> None:
    """Word refuses what LibreOffice forgives."""
    xml = ZipFile(io.BytesIO(brief_docx(brief_of()))).read("word/document.xml").decode()
    for table in re.findall(r"<w:tblPr>.*?</w:tblPr>", xml):
        assert table.index("<w:bidiVisual/>") < table.index("<w:tblW ")
    assert not re.search(r"<w:jc [^>]*/><w:bidi/>", xml)
    assert re.search(r"<w:bidi/><w:docGrid [^>]*/></w:sectPr>", xml)
    assert not re.search(r"<w:rtl/><w:(?:sz|szCs|color|b|bCs)\b", xml)


def test_the_same_brief_is_the_same_page() -> None:
    assert brief_html(brief_of()) == brief_html(make_brief(incidents(), asked()))


@pytest.mark.parametrize(("language", "digits"), [("ar", "latin"), ("ar", "arabic"), ("en", "latin")])
def test_pdf_is_made(language: str, digits: str) -> None:
    made = brief_pdf(brief_of(language, digits))
    assert made.startswith(b"%PDF-")
    assert b"IBMPlexSansArabic" in made
    pages = typeset(brief_of(language, digits), "png", ppi=30)
    assert 5 < len(pages) < 20


def test_pdf_takes_words_for_words() -> None:
    assert brief_pdf(hostile_brief()).startswith(b"%PDF-")


def test_a_brief_of_nothing_is_written_in_every_format() -> None:
    empty = make_brief((), asked())
    assert "لم يُسجَّل" in brief_html(empty)
    assert brief_docx(empty).startswith(b"PK")
    assert brief_pdf(empty).startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["brief.odt", "brief", "brief.html.gz"])
def test_other_endings_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"\.html, \.docx or \.pdf"):
        writer_for(Path(name))


def test_marks_of_sources_run_from_the_left_in_an_arabic_docx() -> None:
    """LibreOffice goes by the letters and not by the run: without its signs "1–72" becomes "72–1"."""
    document = docx.Document(io.BytesIO(brief_docx(brief_of())))
    marks = [
        run.text for paragraph in document.paragraphs for run in paragraph.runs if "–" in run.text and "[" in run.text
    ]
    assert marks
    assert all("\u200e–\u200e" in mark and mark.strip().startswith("\u200e") for mark in marks)


def test_columns_of_a_docx_table_are_as_wide_as_what_they_hold() -> None:
    document = docx.Document(io.BytesIO(brief_docx(brief_of())))
    table = document.tables[-1]
    widths = [cell.width for cell in table.rows[0].cells]
    assert max(widths) > 2 * min(widths)
    assert [column.width for column in table.columns] == widths


def test_key_figures_of_a_docx_stand_three_in_a_row() -> None:
    document = docx.Document(io.BytesIO(brief_docx(brief_of())))
    figures = document.tables[0]
    names = [cell.paragraphs[0].text for row in figures.rows for cell in row.cells]
    assert len(figures.columns) == 3
    assert len(set(names)) == len(names) == 6
