"""A brief as DOCX: right to left where it is Arabic, which Word wants said of every paragraph, run and table."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

from isnad.model.errors import UsageError
from isnad.publishing.brief_charts import picture, timeline_svg
from isnad.publishing.brief_content import (
    AreaMap,
    Brief,
    Cell,
    KeyFigures,
    Paragraphs,
    Said,
    SourceList,
    Table,
    Timeline,
)
from isnad.publishing.brief_docx_marks import flagged, repeated, shaded, styled, tight, titled, turned
from isnad.publishing.brief_map import map_svg
from isnad.publishing.brief_voice import Voice

_BLUE: Final = "1A5A92"
_PALE: Final = "EEF4F8"
_SOFT: Final = "57626B"
_WIDE_CM: Final = 16.5
_LEFT: Final = "\u200e"
# How a table's width is parted: less for numbers breaks "Incidents" and "516,015+" in two.
_SHARES: Final = {"wide": 2.8, "numeric": 1.35, "": 1.4}
_FIGURES_A_ROW: Final = 3  # six in a row break a number of six digits


def brief_docx(brief: Brief) -> bytes:
    """The file. Raises UsageError where the package that writes it is missing."""
    try:
        import docx
    except ImportError as error:
        raise UsageError("DOCX needs an extra: pip install 'isnad[publish]'") from error
    paper = _Paper(docx.Document(), brief)
    paper.write()
    stream = BytesIO()
    paper.document.save(stream)
    return stream.getvalue()


class _Paper:
    """A document that is being written."""

    def __init__(self, document: Any, brief: Brief) -> None:
        self.document, self.brief = document, brief
        self.rtl = brief.language == "ar"
        self.voice = Voice(brief.language, brief.digits)

    def write(self) -> None:
        brief = self.brief
        styled(self.document, brief)
        self._line(brief.title, "Title")
        self._line(brief.subtitle, "Subtitle")
        self._line(" · ".join(f"{name}: {value}" for name, value in brief.facts), "Normal", colour=_SOFT)
        for section in brief.sections:
            self._line(section.title, "Heading 1")
            for block in section.blocks:
                self._block(block)
        self._line(brief.footer, "Normal", colour=_SOFT)

    def _block(self, block: Any) -> None:
        if isinstance(block, KeyFigures):
            self._figures(block)
        elif isinstance(block, Paragraphs):
            for item in block.items:
                self._said(self.document.add_paragraph(style="List Bullet" if block.listed else "Normal"), item)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, SourceList):
            self._sources()
        else:
            self._drawing(block)

    def _line(self, text: str, style: str, colour: str | None = None) -> None:
        self._said(self.document.add_paragraph(style=style), Said(text=text), colour=colour)

    def _said(self, paragraph: Any, item: Said, *, bold: bool = False, colour: str | None = None) -> None:
        flagged(paragraph, self.rtl)
        if item.text:
            self._run(paragraph, item.text, bold=bold, colour=colour)
        if item.sources:
            # A run of its own: what a right-to-left run holds is turned round, brackets and dashes too.
            marks = self._marks(f"[{self.voice.references(item.sources)}]")
            self._run(paragraph, f" {marks}", colour=_SOFT, small=True, rtl=self.voice.marks == "rtl")

    def _marks(self, marks: str) -> str:
        """Numbers of sources that run from the left within a line from the right.

        LibreOffice goes by the letters alone and not by the run: a sign that runs from the left on both sides of each
        dash and comma keeps "1–208" from being turned into "208–1".
        """
        if not self.rtl or self.voice.marks == "rtl":
            return marks
        return _LEFT + re.sub(r"([–,\[\]])", rf"{_LEFT}\1{_LEFT}", marks) + _LEFT

    def _run(
        self,
        paragraph: Any,
        text: str,
        *,
        bold: bool = False,
        small: bool = False,
        colour: str | None = None,
        rtl: bool | None = None,
    ) -> None:
        titled(paragraph.add_run(text), self.rtl if rtl is None else rtl, bold=bold, small=small, colour=colour)

    def _figures(self, block: KeyFigures) -> None:
        table = self._grid(min(len(block.items), _FIGURES_A_ROW))
        for at, item in enumerate(block.items):
            row, column = divmod(at, _FIGURES_A_ROW)
            box = (table.rows[row] if row < len(table.rows) else table.add_row()).cells[column]
            shaded(box, _PALE)
            self._said(tight(box.paragraphs[0]), Said(text=item.name), colour=_SOFT)
            self._said(tight(box.add_paragraph(style="Isnad figure")), Said(text=item.value), bold=True)
            self._said(tight(box.add_paragraph()), Said(text=item.span or "", sources=item.sources))
        self.document.add_paragraph()

    def _table(self, block: Table) -> None:
        table = self._grid(len(block.columns), style="Isnad table")
        table.autofit = False
        widths = _widths(block)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for at, column in enumerate(block.columns):
            box = table.rows[0].cells[at]
            shaded(box, _BLUE)
            box.width = widths[at]
            self._said(tight(box.paragraphs[0]), Said(text=column.name), bold=True, colour="FFFFFF")
        repeated(table.rows[0])
        for row in block.rows:
            self._row(table, row, block, widths)
        if block.total is not None:
            self._row(table, block.total, block, widths, bold=True)
        self.document.add_paragraph()

    def _row(self, table: Any, row: Sequence[Cell], block: Table, widths: Sequence[Any], *, bold: bool = False) -> None:
        boxes = table.add_row().cells
        for box, content, column, width in zip(boxes, row, block.columns, widths, strict=True):
            box.width = width
            tight(box.paragraphs[0])
            for at, part in enumerate(content.parts):
                paragraph = box.paragraphs[0] if at == 0 else tight(box.add_paragraph())
                if column.numeric:
                    paragraph.alignment = 2  # "right" is the end of the line: in a right-to-left paragraph, the left
                self._said(paragraph, part, bold=bold)
            if bold:
                shaded(box, _PALE)

    def _grid(self, columns: int, style: str = "Normal Table") -> Any:
        table = self.document.add_table(rows=1, cols=columns, style=style)
        if self.rtl:
            turned(table)
        return table

    def _sources(self) -> None:
        for source in self.brief.sources:
            parts = [source.outlet, source.title, source.time, source.chain]
            paragraph = self.document.add_paragraph()
            flagged(paragraph, self.rtl)
            number = self._marks(f"[{self.voice.references((source.number,))}]")
            self._run(paragraph, f"{number} ", colour=_SOFT, rtl=self.voice.marks == "rtl")
            self._run(paragraph, " · ".join(part for part in parts if part))
            if source.url:
                paragraph.add_run().add_break()
                self._run(paragraph, source.url, small=True, colour=_SOFT, rtl=False)

    def _drawing(self, block: AreaMap | Timeline) -> None:
        from docx.shared import Cm

        svg = map_svg(block) if isinstance(block, AreaMap) else timeline_svg(block, self.brief)
        if svg:
            drawn = self.document.add_picture(BytesIO(picture(svg)), width=Cm(_WIDE_CM))
            drawn._inline.docPr.set("descr", block.told.text)
        self._said(self.document.add_paragraph(), block.told, colour=_SOFT)
        if isinstance(block, AreaMap):
            self._line(f"{block.legend} {block.note}", "Normal", colour=_SOFT)


def _widths(block: Table) -> list[Any]:
    """The width of each column: names and lists of sources take more room than numbers."""
    from docx.shared import Cm

    shares = [_SHARES["wide" if column.wide else "numeric" if column.numeric else ""] for column in block.columns]
    return [Cm(_WIDE_CM * share / sum(shares)) for share in shares]
