"""Which level of each comparison holds of each candidate: by splink, or by one plain query of DuckDB.

Both read the tables `rows` and `candidates` of a connection (`scoring.opened`) and give (low, high, number of the level
that held of each comparison) by (low, high), for pairs at least as likely as `keep`.
"""

import logging
from collections.abc import Iterator
from typing import Any, Final

from isnad.linking.comparisons import COMPARISONS, ELSE, Comparison
from isnad.linking.weights import Weights

COLUMNS: Final = tuple(comparison.name for comparison in COMPARISONS)
_AT_ONCE: Final = 50_000


def plain_levels(connection: Any, weights: Weights, keep: float) -> Iterator[tuple[int, ...]]:
    """One query: quick to start."""
    names = [name for name, *_ in connection.execute("describe rows").fetchall()]
    sides = ", ".join(f"{side}.{name} as {name}_{side}" for name in names for side in "lr")
    held = ", ".join(f"{_which(comparison)} as held_{comparison.name}" for comparison in COMPARISONS)
    factors = " * ".join(_factor(comparison, weights) for comparison in COMPARISONS)
    result = connection.execute(f"""
        with compared as (
            select {sides} from candidates c join rows l on l.id = c.join_key_l join rows r on r.id = c.join_key_r
        ),
        held as (select id_l as low, id_r as high, {held} from compared),
        likely as (select *, {weights.prior / (1 - weights.prior)!r} * {factors} as odds from held)
        select * exclude (odds) from likely where odds / (1 + odds) >= {keep!r} order by low, high
    """)
    while rows := result.fetchmany(_AT_ONCE):
        yield from rows


def splink_levels(connection: Any, weights: Weights, keep: float) -> Iterator[tuple[int, ...]]:
    """Splink: the model as its authors mean it, for any number of candidates."""
    from splink import DuckDBAPI, Linker

    logging.getLogger("splink").setLevel(logging.ERROR)
    connection.execute(
        "create table compared as select * from rows where id in "
        "(select join_key_l from candidates union select join_key_r from candidates)"
    )
    api = DuckDBAPI(connection)
    linker = Linker(api.register("compared"), _settings(weights), log_level=None, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(api.register("candidates"))
    found = linker.inference.predict(threshold_match_probability=keep, warning_mode="never")
    # Splink counts levels from the last (0) to the first.
    held = ", ".join(f"{len(c.levels) - 1} - gamma_{c.name}" for c in COMPARISONS)
    result = connection.execute(
        f"select least(id_l, id_r), greatest(id_l, id_r), {held} from {found.physical_name} order by 1, 2"
    )
    while rows := result.fetchmany(_AT_ONCE):
        yield from rows


def _which(comparison: Comparison) -> str:
    last = len(comparison.levels) - 1
    cases = " ".join(f"when {level.sql} then {n}" for n, level in enumerate(comparison.levels) if level.sql != ELSE)
    return f"case {cases} else {last} end"


def _factor(comparison: Comparison, weights: Weights) -> str:
    odds = [weights.comparisons[comparison.name][level.name] for level in comparison.levels]
    cases = " ".join(f"when {number} then {one.m / one.u!r}" for number, one in enumerate(odds))
    return f"case held_{comparison.name} {cases} end"


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
