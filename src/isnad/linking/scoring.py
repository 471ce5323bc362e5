"""The chance of two mentions to be one incident, by splink's Fellegi-Sunter model on DuckDB in memory."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from isnad.linking.blocking import CANDIDATES, keys
from isnad.linking.comparisons import COMPARISONS
from isnad.linking.rows import Row
from isnad.linking.weights import Weights, load_weights

_AT_ONCE = 50_000
_COLUMNS = tuple(comparison.name for comparison in COMPARISONS)


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
    new: Sequence[Row], known: Sequence[Row] = (), weights: Weights | None = None, *, keep: float | None = None
) -> Iterator[Pair]:
    """The candidates among `new`, and between `new` and `known`, with their chances, by (low, high).

    A pair's chance is a function of its two rows alone. Pairs less likely than `keep` (by default the threshold of
    that name) are left out. Ids must be distinct; ValueError otherwise.
    """
    if len({row.id for row in (*new, *known)}) < len(new) + len(known):
        raise ValueError("two rows of one id were given to linking")
    if not new:
        return
    chosen = weights or load_weights()
    least = chosen.thresholds.keep if keep is None else keep
    found = _predict(new, known, chosen, least)
    bits = {c.name: [(level.name, chosen.bits(c.name, level.name)) for level in c.levels] for c in COMPARISONS}
    for low, high, chance, *gammas in found:
        held = [bits[name][-1 - gamma] for name, gamma in zip(_COLUMNS, gammas, strict=True)]
        yield Pair(
            low,
            high,
            chance,
            {name: level for name, (level, _) in zip(_COLUMNS, held, strict=True)},
            {name: round(weight, 2) for name, (_, weight) in zip(_COLUMNS, held, strict=True)},
        )


def _predict(new: Sequence[Row], known: Sequence[Row], weights: Weights, keep: float) -> Iterator[tuple[Any, ...]]:
    """(low, high, chance, gamma of each comparison) of each pair, in order."""
    # splink and its tables cost most of a second to import, which no command but `link` should pay.
    import duckdb
    import pyarrow
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = duckdb.connect(":memory:")
    connection.register("given", pyarrow.Table.from_pylist(_flat(new, known), schema=_schema(pyarrow)))
    connection.execute("create table rows as select * from given")
    connection.execute(f"create table candidates as {CANDIDATES}")
    connection.execute(
        "create table compared as select * from rows where id in "
        "(select join_key_l from candidates union select join_key_r from candidates)"
    )
    api = DuckDBAPI(connection)
    linker = Linker(api.register("compared"), _settings(weights), log_level=None, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(api.register("candidates"))
    found = linker.inference.predict(threshold_match_probability=keep, warning_mode="never")
    gammas = ", ".join(f"gamma_{name}" for name in _COLUMNS)
    result = connection.execute(
        f"select least(id_l, id_r), greatest(id_l, id_r), match_probability, {gammas} "
        f"from {found.physical_name} order by 1, 2"
    )
    while rows := result.fetchmany(_AT_ONCE):
        yield from rows


def _flat(new: Sequence[Row], known: Sequence[Row]) -> list[dict[str, Any]]:
    return [{**asdict(row), **keys(row, fresh=fresh)} for rows, fresh in ((new, True), (known, False)) for row in rows]


def _schema(arrow: Any) -> Any:
    """Types of the columns, given and not guessed: a column may be empty throughout."""
    text, whole, number, flag = arrow.string(), arrow.int64(), arrow.float64(), arrow.bool_()
    kinds = {
        text: "report root country admin1 place type status",
        whole: "id precision first last killed_low killed_high wounded_low wounded_high cell_y cell_x",
        number: "latitude longitude radius",
        flag: "weak aggregate fresh named",
        arrow.list_(text): "kins perpetrators targets weapons words place_words",
        arrow.list_(whole): "own reach",
    }
    return arrow.schema([(name, kind) for kind, names in kinds.items() for name in names.split()])


def _settings(weights: Weights) -> Any:
    from splink import SettingsCreator

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        probability_two_random_records_match=weights.prior,
        retain_matching_columns=True,  # else the levels that held are left out, too
        blocking_rules_to_generate_predictions=[
            {"blocking_rule": "l.id = r.id"}
        ],  # never used: candidates are handed over
        comparisons=[
            {
                "output_column_name": comparison.name,
                "comparison_levels": [
                    {
                        "sql_condition": level.sql,
                        "label_for_charts": level.name,
                        "m_probability": weights.comparisons[comparison.name][level.name].m,
                        "u_probability": weights.comparisons[comparison.name][level.name].u,
                    }
                    for level in comparison.levels
                ],
            }
            for comparison in COMPARISONS
        ],
    )
