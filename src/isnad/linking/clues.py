"""By what candidates are found again in a store that is too large to read: numbers for places, divisions, rare words.

What `sought_clues` of a row are worth together for another row, of those among its `own_clues`, is at least `ENOUGH`
for every pair that `blocking.CANDIDATES` gives: what shares less need not be read at all. A clue of a row with days
holds for one stretch of days only; *loose* rows (`blocking.is_loose`) have, and look for, clues without.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec.structs import replace

from isnad.linking.blocking import ENOUGH, is_loose, own_buckets, sought_buckets, toll_of
from isnad.linking.rows import WEAK_DAYS, Row
from isnad.linking.wording import common_words, everyday_words

_ROWS: Final = msgspec.msgpack.Decoder(Row)


def own_clues(row: Row, published: date | None = None) -> frozenset[int]:
    """By what a row is found: 64-bit numbers, the same on every machine.

    `published` is its report's day: where the row was made without it, it is found by that, too, since rows that are
    looked for with the publication used must find it.
    """
    found = {*_own_placed(row), *_own_everywhere(row)}
    if row.first is None and published is not None:
        last = published.toordinal()
        found |= set(_own_placed(replace(row, first=last - WEAK_DAYS, last=last)))
    return frozenset(map(_number, found))


def sought_clues(row: Row, *, use_publication: bool = True) -> dict[int, int]:
    """By what a row looks for others, and what each is worth."""
    worth = dict.fromkeys(_sought_placed(row), ENOUGH)
    # Without the day of publication rows are loose that were kept as rows with days.
    which = "any" if is_loose(row) or not use_publication else "loose"
    for word in row.words:
        worth[f"{which} word {word}"] = ENOUGH if word in row.place_words else 1
        worth[f"{which} name {word}"] = 1
    if toll := toll_of(row):
        worth[f"{which} toll {toll}"] = ENOUGH
    return {_number(name): points for name, points in worth.items()}


def row_maker(*, use_publication: bool) -> str:
    """Who makes such rows: the names of their fields and the lists of words; with others, rows are made anew."""
    seed = " ".join([*Row.__struct_fields__, *sorted(everyday_words()), *sorted(common_words()), str(use_publication)])
    return f"rows {_number(seed):x}"


def row_bytes(row: Row) -> bytes:
    """A row to be kept."""
    return msgspec.msgpack.encode(row)


def row_of(content: bytes) -> Row:
    """A row that was kept."""
    return _ROWS.decode(content)


def _own_placed(row: Row) -> Iterator[str]:
    for bucket in own_buckets(row):
        if row.cell:
            yield f"{bucket} cell {row.cell[0]} {row.cell[1]}"
        if row.admin1:
            yield f"{bucket} {'vague' if _is_vague(row) else 'exact'} {row.admin1}"
        yield from (f"{bucket} word {word}" for word in row.words)


def _own_everywhere(row: Row) -> Iterator[str]:
    toll = toll_of(row)
    for which in ("any", "loose") if is_loose(row) else ("any",):
        yield from (f"{which} word {word}" for word in row.words)
        yield from (f"{which} name {word}" for word in row.words if word in row.place_words)
        if toll:
            yield f"{which} toll {toll}"


def _sought_placed(row: Row) -> Iterator[str]:
    for bucket in sought_buckets(row):
        if row.cell:
            yield from (
                f"{bucket} cell {row.cell[0] + dy} {row.cell[1] + dx}" for dy in (-1, 0, 1) for dx in (-1, 0, 1)
            )
        if row.admin1:
            yield f"{bucket} vague {row.admin1}"
            if _is_vague(row):
                yield f"{bucket} exact {row.admin1}"
        yield from (f"{bucket} word {word}" for word in row.words)


def _is_vague(row: Row) -> bool:
    return row.precision is not None and row.precision >= 3


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
