"""The data dictionary (`isnad codebook`): every table, column, code and reason, from the data the exports are made by."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final, get_args

from isnad.model.coded import IncidentType
from isnad.publishing.acts import read_acts
from isnad.publishing.columns import Column, Table, TableName, read_columns
from isnad.publishing.wording import Language, label

_TABLES: Final[tuple[TableName, ...]] = get_args(TableName)
_HEADS: Final = {
    "en": ("column", "type", "required", "codes", "meaning", "empty because"),
    "ar": ("العمود", "نوع القيمة", "لازم", "الرموز", "المعنى", "سبب خلوّه"),
}
_TITLES: Final = {"en": "Codebook of Isnad's files", "ar": "دليل رموز ملفات إسناد"}
_TYPES: Final = {"en": "Types of incidents, in ACLED and PLOVER", "ar": "أنواع الوقائع وما يقابلها في ACLED وPLOVER"}


def codebook_markdown(language: Language) -> str:
    """The dictionary to be read; right to left in Arabic."""
    tables = (_markdown(read_columns(name), name, language) for name in _TABLES)
    text = "\n".join([f"# {_TITLES[language]}\n", *tables, _types(language)])
    return f'<div dir="rtl">\n\n{text}\n</div>\n' if language == "ar" else text


def codebook_csv() -> str:
    """The dictionary as a table, both languages in a row; line ends CRLF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(
        ("table", "column", "type", "required", "many", "codes", "least", "most", "hxl", "en", "ar", "empty")
    )
    for name in _TABLES:
        for one in read_columns(name).columns:
            codes = ";".join(map(str, _codes(one, name)))
            bounds = (one.least, one.most, one.hxl)
            flags = (str(one.required).lower(), str(one.many).lower())
            writer.writerow((name, one.name, one.type, *flags, codes, *bounds, one.en, one.ar, one.empty))
    return stream.getvalue()


def _codes(column: Column, table: TableName) -> tuple[str | int, ...]:
    """The codes of a column; incident types are those of the model."""
    if column.name == "type" and table in {"incidents", "totals"}:
        return tuple(get_args(IncidentType))
    return column.codes


def _markdown(table: Table, name: TableName, language: Language) -> str:
    return "\n".join([f"## `{name}`: {table.title[language]}\n", *_rows(table, name, language), ""])


def _rows(table: Table, name: TableName, language: Language) -> Iterator[str]:
    heads = _HEADS[language]
    yield _line(heads)
    yield _line(["---"] * len(heads))
    for one in table.columns:
        codes = ", ".join(f"`{code}`" for code in _codes(one, name))
        kind = f"{one.type} (;)" if one.many else one.type
        meaning = one.ar if language == "ar" else one.en
        yield _line((f"`{one.name}`", kind, "✓" if one.required else "", codes, meaning, one.empty or ""))


def _types(language: Language) -> str:
    lines = [f"## {_TYPES[language]}\n", _line(("`type`", "", "ACLED", "PLOVER")), _line(["---"] * 4)]
    for kind, act in read_acts().items():
        pairs = "; ".join(" / ".join(pair) for pair in act.acled)
        by = f" (by {act.by})" if act.by else ""
        other = " ".join(filter(None, act.plover)) if act.plover else "—"
        lines.append(_line((f"`{kind}`", getattr(label("type", kind), language), pairs + by, other)))
    return "\n".join([*lines, ""])


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
