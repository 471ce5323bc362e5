"""Which area a brief is asked for: a code, or a name in Arabic or English."""

from collections.abc import Iterator

from msgspec import Struct

from isnad.model.errors import UsageError
from isnad.places.supplement import Row, read_rows
from isnad.text.folding import fold


class AskedArea(Struct, frozen=True, kw_only=True):
    """A country (ISO 3166-1 alpha-2), or a division of it as incidents name it; `code` is the gazetteer's own."""

    code: str
    country: str
    admin1: str | None = None


def find_area(asked: str) -> AskedArea:
    """The area of a code (`SY`, `SY-DY`) or a name («دير الزور», "Syria").

    Raises UsageError where there is none, or more than one (which then are listed with their codes).
    """
    rows = [row for row in read_rows() if row.kind in {"country", "admin1"} and row.country]
    found = [row for row in rows if row.code == asked.upper()] or [
        row for row in rows if fold(asked).strip() in _names(row)
    ]
    # Palestine's divisions and territories, and a country and its division of one name: the wider one is meant.
    countries = [row for row in found if row.kind == "country"]
    found = countries or found
    if not found:
        raise UsageError(f"no country or governorate is called {asked}; codes such as SY or SY-DY do, too")
    if len(found) > 1:
        raise UsageError(f"{asked} may be {', '.join(f'{row.code} ({row.name})' for row in found)}: give the code")
    return _area(found[0])


def _names(row: Row) -> Iterator[str]:
    for name in (row.name, *row.spellings):
        folded = fold(name).strip()
        yield folded
        yield folded.removeprefix("محافظه ")


def _area(row: Row) -> AskedArea:
    if row.kind == "country":
        return AskedArea(code=row.code, country=row.code)
    return AskedArea(code=row.code, country=row.code[:2], admin1=row.name if "_" in row.code else row.code)
