"""By what candidates are found again in a store that is too large to read: numbers for places, divisions, rare words.

Every pair that `blocking.CANDIDATES` gives shares a number of `own_clues` of the one with one of `sought_clues` of the
other, and meets it in time (`Days.meet`): what shares none need not be read at all.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec import Struct

from isnad.linking.blocking import APART_DAYS
from isnad.linking.rows import WEAK_DAYS, Row
from isnad.linking.wording import everyday_words

_ROWS: Final = msgspec.msgpack.Decoder(Row)


class Days(Struct, frozen=True):
    """The days of a mention as linking sees them, as ordinals; both None where it has none."""

    first: int | None
    last: int | None

    def meet(self, row: Row) -> bool:
        """Whether these days and a row's are near enough for the two to be candidates."""
        if self.first is None or self.last is None or row.first is None or row.last is None:
            return True
        return max(self.first, row.first) - min(self.last, row.last) <= APART_DAYS


def days_of(earliest: date | None, latest: date | None, published: date | None, *, use_publication: bool) -> Days:
    """The days `rows.to_row` gives a mention with these days in its text and this day of publication."""
    if earliest is not None and latest is not None:
        return Days(earliest.toordinal(), latest.toordinal())
    if published is None or not use_publication:
        return Days(None, None)
    return Days(published.toordinal() - WEAK_DAYS, published.toordinal())


def own_clues(row: Row) -> frozenset[int]:
    """By what a row is found: 64-bit numbers, the same on every machine."""
    return frozenset(map(_number, _own(row)))


def sought_clues(row: Row) -> frozenset[int]:
    """By what a row looks for others."""
    return frozenset(map(_number, _sought(row)))


def row_maker(*, use_publication: bool) -> str:
    """Who makes such rows: the names of their fields and the everyday words; with others, rows are made anew."""
    seed = " ".join([*Row.__struct_fields__, *sorted(everyday_words()), str(use_publication)])
    return f"rows {_number(seed):x}"


def row_bytes(row: Row) -> bytes:
    """A row to be kept."""
    return msgspec.msgpack.encode(row)


def row_of(content: bytes) -> Row:
    """A row that was kept."""
    return _ROWS.decode(content)


def _own(row: Row) -> Iterator[str]:
    if row.cell:
        yield f"cell {row.cell[0]} {row.cell[1]}"
    if row.admin1:
        yield f"{'vague' if _is_vague(row) else 'exact'} {row.admin1}"
    yield from (f"word {word}" for word in row.words)


def _sought(row: Row) -> Iterator[str]:
    if row.cell:
        yield from (f"cell {row.cell[0] + dy} {row.cell[1] + dx}" for dy in (-1, 0, 1) for dx in (-1, 0, 1))
    if row.admin1:
        yield f"vague {row.admin1}"
        if _is_vague(row):
            yield f"exact {row.admin1}"
    yield from (f"word {word}" for word in row.words)


def _is_vague(row: Row) -> bool:
    return row.precision is not None and row.precision >= 3


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
