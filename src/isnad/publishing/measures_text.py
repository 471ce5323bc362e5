"""The table of measures by period as lines to read; its words are data (`verdict_words.yaml`)."""

from isnad.model.finding import Row, Share, Table
from isnad.publishing.verdict_text import worded
from isnad.publishing.wording import Language


def measures_note(table: Table, language: Language) -> str:
    """A title, a line of heads, and a line for each period in which something happened; fields parted by tabs."""
    rows = [row for row in table.rows if row.measures.incidents]
    number = sum(row.measures.incidents for row in rows)
    title = worded("table", "title", language, number=number, undated=table.undated)
    return "\n".join([title, worded("table", "head", language), *(_line(row, language) for row in rows)])


def _line(row: Row, language: Language) -> str:
    measures, toll = row.measures, row.measures.killed
    fields = (
        row.period.first,
        row.group or "—",
        measures.incidents,
        f"{toll.low}–{toll.best}–{toll.high}{'+' if measures.open_high else ''}",
        _share(measures.defended, language),
        _share(measures.complexity, language),
        measures.districts,
        "—" if measures.roots is None else f"{measures.roots:.1f}",
        worded("table", "thin", language) if row.thin else "",
    )
    return "\t".join(str(field) for field in fields)


def _share(share: Share, language: Language) -> str:
    return worded("table", "share", language, count=share.count, known=share.known) if share.known else "—"
