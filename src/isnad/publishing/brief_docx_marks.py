"""The marks of WordprocessingML (ISO/IEC 29500) that make a document run from the right, and the styles of a brief."""

from typing import Any, Final

from isnad.publishing.brief_content import Brief

# On every machine that opens DOCX; it has Arabic letters, which python-docx's own template does not ask for.
_FONT: Final = "Arial"
_SIZES: Final = {"Normal": 10, "List Bullet": 10, "Title": 20, "Subtitle": 13, "Heading 1": 14, "Isnad figure": 18}


def styled(document: Any, brief: Brief) -> None:
    """Fonts and sizes for both scripts, narrow margins, properties; `bidi` for the section where it is Arabic."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm

    document.styles.add_style("Isnad figure", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    table = document.styles.add_style("Isnad table", WD_STYLE_TYPE.TABLE)
    table.base_style = document.styles["Table Grid"]
    for name, size in _SIZES.items():
        _font(document.styles[name], size, brief.language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    if brief.language == "ar":
        grid = section._sectPr.find(_name("w:docGrid"))
        section._sectPr.insert(
            len(section._sectPr) if grid is None else section._sectPr.index(grid), _element("w:bidi")
        )
    facts = document.core_properties
    facts.title, facts.author, facts.language = f"{brief.title} · {brief.subtitle}", "Isnad", brief.language
    facts.comments = ""
    facts.created = facts.modified = brief.cut_off.replace(tzinfo=None)


def _font(style: Any, size: int, language: str) -> None:
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = _FONT, Pt(size)
    if style.name not in {"Normal", "List Bullet", "Isnad figure"}:
        style.font.color.rgb = RGBColor(0x1A, 0x5A, 0x92)
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(_name(f"w:{theme}"), None)
    fonts.set(_name("w:cs"), _FONT)
    for former in (*properties.findall(_name("w:szCs")), *properties.findall(_name("w:lang"))):
        properties.remove(former)
    properties.sz.addnext(_element("w:szCs", str(size * 2)))
    tongue = _element("w:lang", "en-GB")
    tongue.set(_name("w:bidi"), "ar-SA" if language == "ar" else "en-GB")
    properties.append(tongue)


def flagged(paragraph: Any, rtl: bool) -> None:
    """Make a paragraph run from the right."""
    if rtl:
        properties = paragraph._p.get_or_add_pPr()
        # Its place among the properties is fixed by the schema: before spacing, indents and alignment.
        properties.insert_element_before(_element("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr")


def titled(run: Any, rtl: bool, *, bold: bool, small: bool, colour: str | None) -> None:
    """Set a run's looks; weight and size once for each script, direction where it runs from the right."""
    from docx.shared import Pt, RGBColor

    if bold:
        run.font.bold, run.font.cs_bold = True, True
    if colour is not None:
        run.font.color.rgb = RGBColor.from_string(colour)
    if small:
        run.font.size = Pt(7.5)
        run._r.get_or_add_rPr().append(_element("w:szCs", "15"))
    if rtl:
        run.font.rtl = True


def tight(paragraph: Any) -> Any:
    """A paragraph of a table's cell, without room around it."""
    from docx.shared import Pt

    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def turned(table: Any) -> None:
    """Make a table's first column the one on the right."""
    properties = table._tbl.tblPr
    style = properties.find(_name("w:tblStyle"))
    properties.insert(0 if style is None else 1, _element("w:bidiVisual"))


def repeated(row: Any) -> None:
    """Repeat a heading on each page."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def shaded(cell: Any, colour: str) -> None:
    """Fill a cell."""
    fill = _element("w:shd", "clear")
    fill.set(_name("w:color"), "auto")
    fill.set(_name("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)


def _element(name: str, value: str | None = None) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(name)
    if value is not None:
        made.set(_name("w:val"), value)
    return made


def _name(name: str) -> Any:
    from docx.oxml.ns import qn

    return qn(name)
