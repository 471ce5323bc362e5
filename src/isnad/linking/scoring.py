"""The chance of two mentions to be one incident, by splink's Fellegi-Sunter model on DuckDB in memory.

Many new rows go through splink. For a few, its start alone (a second and a half) would take longer than all the rest:
the same levels are then asked for by one query. Both give the same pairs (`tests/linking/test_scoring_levels.py`).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import fsum, log2
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import asdict

from isnad.linking.blocking import CANDIDATES, keys
from isnad.linking.comparisons import COMPARISONS
from isnad.linking.rows import Row
from isnad.linking.scoring_levels import COLUMNS, plain_levels, splink_levels
from isnad.linking.weights import Weights, load_weights

QUICK: Final = 3_000
_FRESH: Final = "select id from rows where fresh"


class Pair(Struct, frozen=True):
    """Two mentions, the lower number first, with the chance that they are one incident.

    `levels` names the level that held of each comparison; `weights` says what it brought, in bits.
    """

    low: int
    high: int
    chance: float
    levels: dict[str, str]
    weights: dict[str, float]


def score_pairs(
    new: Sequence[Row],
    known: Sequence[Row] = (),
    weights: Weights | None = None,
    *,
    keep: float | None = None,
    across: bool = False,
) -> Iterator[Pair]:
    """The candidates among `new`, and between `new` and `known`, with their chances, by (low, high).

    A pair's chance is a function of its two rows alone. Pairs less likely than `keep` (by default the threshold of
    that name) are left out, and with `across` all pairs among `new`. Ids must be distinct; ValueError otherwise.
    """
    if len({row.id for row in (*new, *known)}) < len(new) + len(known):
        raise ValueError("two rows of one id were given to linking")
    if not new:
        return
    chosen = weights or load_weights()
    least = chosen.thresholds.keep if keep is None else keep
    with opened(new, known, across=across) as connection:
        engine = splink_levels if len(new) > QUICK else plain_levels
        yield from _pairs(engine(connection, chosen, least), chosen)


def _pairs(found: Iterable[tuple[int, ...]], weights: Weights) -> Iterator[Pair]:
    """Pairs from (low, high, which level held of each comparison); the chance is made here alone, to the last bit."""
    bits = [[(level.name, weights.bits(c.name, level.name)) for level in c.levels] for c in COMPARISONS]
    prior = log2(weights.prior / (1 - weights.prior))
    for low, high, *which in found:
        held = [levels[number] for levels, number in zip(bits, which, strict=True)]
        odds = 2 ** fsum([prior, *(weight for _, weight in held)])
        yield Pair(
            low,
            high,
            odds / (1 + odds),
            {name: level for name, (level, _) in zip(COLUMNS, held, strict=True)},
            {name: round(weight, 2) for name, (_, weight) in zip(COLUMNS, held, strict=True)},
        )


@contextmanager
def opened(new: Sequence[Row], known: Sequence[Row], *, across: bool) -> Iterator[Any]:
    """A database in memory with the tables `rows` and `candidates`."""
    import duckdb  # takes a part of a second, which no command but `link` should pay

    with duckdb.connect(":memory:") as connection:
        _fill(connection, _flat(new, known))
        connection.execute(f"create table candidates as {CANDIDATES}")
        if across:
            connection.execute(f"delete from candidates where join_key_l in ({_FRESH}) and join_key_r in ({_FRESH})")
        yield connection


def _fill(connection: Any, rows: Sequence[dict[str, Any]]) -> None:
    """The table `rows`, by way of JSON: Arrow's tables from Python would import pandas, which takes a second."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "rows.jsonl"
        file.write_bytes(b"\n".join(map(encode, rows)))
        connection.execute(
            "create table rows as select * from read_json($file, format = 'newline_delimited', columns = $columns)",
            {"file": str(file), "columns": _columns()},
        )


def _flat(new: Sequence[Row], known: Sequence[Row]) -> list[dict[str, Any]]:
    return [{**asdict(row), **keys(row, fresh=fresh)} for rows, fresh in ((new, True), (known, False)) for row in rows]


def _columns() -> dict[str, str]:
    """Types of the columns, given and not guessed: a column may be empty throughout."""
    kinds = {
        "VARCHAR": "report root country admin1 place type status toll",
        "BIGINT": "id precision first last published killed_low killed_high wounded_low wounded_high cell_y cell_x",
        "DOUBLE": "latitude longitude radius",
        "BOOLEAN": "weak aggregate fresh named loose",
        "VARCHAR[]": "kins perpetrators targets weapons words place_words",
        "BIGINT[]": "own reach names said",
    }
    return {name: kind for kind, names in kinds.items() for name in names.split()}
