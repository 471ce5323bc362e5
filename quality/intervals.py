"""How sure the figures are: `python -m quality.intervals GOLD.jsonl… --corpus FILE [--draws N]`.

All annotated reports are coded five-fold, by weights that have not seen them; then each file is scored alone, and its
reports are drawn again with replacement, which gives a range for every figure: values of one report go together, so
reports are drawn and not values (bootstrap by percentiles; Efron and Tibshirani, "An Introduction to the Bootstrap", 1993).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from scipy.stats import bootstrap

from quality.agreement import Row
from quality.crossing import code_folds, fold_judges
from quality.fitting import annotated, asking
from quality.gold import read_rows
from quality.scoring import Scorecard

_SEED = 20261123
_SURE = 0.95
ON_PAIRS = "on pairs "


class Ranged(Struct, frozen=True):
    """A figure in percent with the range that holds it in 95 of 100 draws."""

    value: float
    low: float
    high: float


def ranges(gold: Sequence[Row], coded: Sequence[Row], draws: int = 2000) -> dict[str, Ranged]:
    """Each figure of the scorer over these reports (matched by place in the list), with its range; those with values alone."""
    counts = [_counts(doc, row) for doc, row in zip(gold, coded, strict=True)]
    tables = {name: np.array([each[name] for each in counts], dtype=float).T for name in counts[0]}
    return {name: _ranged(name, table, draws) for name, table in tables.items() if table.sum()}


def _counts(doc: Row, row: Row) -> dict[str, tuple[int, int, int]]:
    card = Scorecard()
    card.add_report(doc, row)
    return card.counts()


def _ranged(name: str, table: np.ndarray, draws: int) -> Ranged:
    """The figure of right, wrong and missed values by report, with its range."""
    figure = _share if name.startswith(ON_PAIRS) else _f1
    drawn = bootstrap(
        tuple(table),
        figure,
        n_resamples=draws,
        paired=True,
        vectorized=True,
        confidence_level=_SURE,
        method="percentile",
        rng=np.random.default_rng(_SEED),
    ).confidence_interval
    return Ranged(*(round(float(value), 1) for value in (figure(*table), drawn.low, drawn.high)))


def _f1(right: np.ndarray, wrong: np.ndarray, missed: np.ndarray, axis: int = -1) -> np.ndarray:
    twice = 2 * right.sum(axis)
    return _percent(twice, twice + wrong.sum(axis) + missed.sum(axis))


def _share(right: np.ndarray, wrong: np.ndarray, _missed: np.ndarray, axis: int = -1) -> np.ndarray:
    return _percent(right.sum(axis), right.sum(axis) + wrong.sum(axis))


def _percent(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.asarray(100 * part / np.maximum(whole, 1))


def lines(found: dict[str, Ranged]) -> Iterator[str]:
    """The figures as a table for people."""
    for name, each in found.items():
        yield f"{name:22}{each.value:7}   {each.low:5} to {each.high:5}"


def main() -> int:
    """Print the figures of each annotated file, five-fold over all of them, with their ranges."""
    parser = asking(__doc__)
    parser.add_argument("--draws", type=int, default=2000, help="how often the reports are drawn again")
    args = parser.parse_args()
    docs, _ = annotated(args.annotated, args.corpus)
    coded = code_folds(docs, fold_judges(docs), {})
    first = 0
    for path in args.annotated:
        last = first + len(read_rows(path))
        print(
            f"{path.name}, {last - first} reports",
            *lines(ranges(docs[first:last], coded[first:last], args.draws)),
            sep="\n",
        )
        first = last
    both = ranges(docs[:first], coded[:first], args.draws)
    print(f"all of these, {first} reports", *lines(both), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
