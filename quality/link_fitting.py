"""Fitting the match weights: `python -m quality.link_fitting ../shared/corpus/same_incident.jsonl.gz [--half even|odd]`.

Pairs of mentions whose answer is known are counted: two verified tellings of one incident are the same; tellings of
two incidents, and a telling beside a mention of a report of another group, are different. All other pairs (what the
reports of a group tell besides) are not known: each counts for both, by the chance that the weights found so far give
it, until the weights no longer change (EM with some answers given).
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from isnad.linking.clustering import Member, group, member_of
from isnad.linking.comparisons import COMPARISONS
from isnad.linking.rows import Row, to_row
from isnad.linking.scoring import Pair, score_pairs
from isnad.linking.weights import Odds, Thresholds, Weights
from quality.link_groups import Group, code_groups, load_scorer, mentions_of, read_groups, told_by

WEIGHTS = Path(__file__).parent.parent / "src" / "isnad" / "linking" / "weights.json"
SCORER = Path("../shared/link_score.py")
THRESHOLDS = Thresholds(same=0.4, unsure=0.1, twice=0.5, apart=0.01, unseen=0.01, keep=0.005)  # where none are fitted
# What `choose_thresholds` tries: `same`, `twice`, `apart` (with `unseen`), the strictest first.
_GRID = ((0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2), (0.9, 0.7, 0.5), (0.02, 0.01, 0.005))
_PRECISION_WEIGHS = 3  # with four, a single pair of incidents decides, and halves of the groups choose quite otherwise
# What one report tells twice has no examples. Two mentions of it at two exact places are two incidents; else its mentions
# are rather likelier to be one than those of two reports: the coder may have told one act as two. That they share words
# says nothing.
_SET = {
    "report": {"one, two places": Odds(1e-6, 1.0), "one": Odds(8.0, 1.0), "two": Odds(1.0, 1.0)},
    "words": {"within one report": Odds(1.0, 1.0)},
}
_ROUNDS = 30
# Pairs added to every comparison, spread over its levels as they are spread over all pairs. With 2, weights of half of the
# groups lost seven points of recall on the other half, since rare levels got weights that only their own groups bear out.
_SMOOTH = 40.0
_UNKNOWN_COUNTS = 0.3  # how much a pair without a known answer counts


def flat_weights() -> Weights:
    """Weights that say nothing: with them every candidate comes out, with its levels."""
    levels = {c.name: {level.name: Odds(0.1, 0.1) for level in c.levels} for c in COMPARISONS}
    return Weights(origin="none", prior=0.01, thresholds=THRESHOLDS, comparisons=levels)


def candidates(rows: Sequence[Row]) -> list[Pair]:
    """All candidates of two reports; what one report tells twice is no example of what two outlets tell."""
    report_of = {row.id: row.report for row in rows}
    found = score_pairs(rows, (), flat_weights(), keep=0.0)
    return [pair for pair in found if report_of[pair.low] != report_of[pair.high]]


def labels(pairs: Sequence[Pair], rows: Sequence[Row], told: Iterable[tuple[int, str]], groups: Sequence[Group]) -> Any:
    """For each pair 1 (the same), 0 (different) or NaN (not known)."""
    truth = dict(told)
    report_of = {row.id: row.report for row in rows}
    in_groups: dict[str, set[str]] = defaultdict(set)
    for one in groups:
        for report in one["reports"]:
            in_groups[report["id"]].add(one["group"])
    return np.array([_label(pair, truth, report_of, in_groups) for pair in pairs])


def _label(pair: Pair, truth: dict[int, str], report_of: dict[int, str], in_groups: dict[str, set[str]]) -> float:
    one, other = truth.get(pair.low), truth.get(pair.high)
    if one is not None and other is not None:
        return float(one == other)
    if one is not None and one not in in_groups[report_of[pair.high]]:
        return 0.0
    if other is not None and other not in in_groups[report_of[pair.low]]:
        return 0.0
    return float("nan")


def fit(pairs: Sequence[Pair], answers: Any, origin: str) -> Weights:
    """Weights by counting, pairs without an answer by turns with the chances they get."""
    place = {c.name: {level.name: n for n, level in enumerate(c.levels)} for c in COMPARISONS}
    held = {c.name: np.array([place[c.name][pair.levels[c.name]] for pair in pairs]) for c in COMPARISONS}
    unknown = np.isnan(answers)
    chance = np.where(unknown, 0.02, answers)
    counts = np.where(unknown, _UNKNOWN_COUNTS, 1.0)
    for _ in range(_ROUNDS):
        tables = {c.name: _tables(held[c.name], len(c.levels), chance, counts) for c in COMPARISONS}
        prior = float((chance * counts).sum() / counts.sum())
        bits = sum(np.log2(m / u)[held[name]] for name, (m, u) in tables.items()) + np.log2(prior / (1 - prior))
        chance = np.where(unknown, 1 / (1 + np.exp2(-bits)), answers)
    return Weights(origin=origin, prior=round(prior, 5), thresholds=THRESHOLDS, comparisons=_named(tables))


def _tables(held: Any, levels: int, chance: Any, counts: Any) -> tuple[Any, Any]:
    """How often each level holds of the same (m) and of others (u)."""
    overall = np.bincount(held, counts, levels) + 1.0
    overall = overall / overall.sum()
    m = np.bincount(held, chance * counts, levels) + _SMOOTH * overall
    u = np.bincount(held, (1 - chance) * counts, levels) + _SMOOTH * overall
    return m / m.sum(), u / u.sum()


def _named(tables: dict[str, tuple[Any, Any]]) -> dict[str, dict[str, Odds]]:
    return {
        c.name: {
            level.name: _SET.get(c.name, {}).get(level.name) or Odds(float(f"{m:.4g}"), float(f"{u:.4g}"))
            for level, m, u in zip(c.levels, *tables[c.name], strict=True)
        }
        for c in COMPARISONS
    }


def fit_groups(groups: Sequence[Group], scorer: Any, origin: str) -> Weights:
    """Weights and thresholds fitted on groups; only the weight of an unknown day is fitted with the publication date withheld."""
    mentions = mentions_of(code_groups(groups))
    told = told_by(scorer, groups, [mention for mention, _ in mentions])
    rows = [to_row(mention, text) for mention, text in mentions]
    pairs = candidates(rows)
    weights = fit(pairs, labels(pairs, rows, told, groups), origin)
    chosen = choose_thresholds([member_of(mention) for mention, _ in mentions], rows, weights, told)
    weights = msgspec.structs.replace(weights, thresholds=chosen)
    rows = [to_row(mention, text, use_publication=False) for mention, text in mentions]
    pairs = [p for p in candidates(rows) if p.levels["day"] == "unknown"]
    return with_unknown_day(weights, pairs, labels(pairs, rows, told, groups))


def choose_thresholds(
    members: Sequence[Member], rows: Sequence[Row], weights: Weights, told: Sequence[tuple[int, str]]
) -> Thresholds:
    """The thresholds of the grid with which grouping does best on these tellings; of equals the strictest.

    Best is the highest F of pairs in which precision weighs three times as much as recall: what is joined wrongly is
    believed, what is missed is only counted twice.
    """
    pairs = list(score_pairs(rows, (), weights))
    tried = [
        msgspec.structs.replace(
            THRESHOLDS, same=same, unsure=min(THRESHOLDS.unsure, same / 2), twice=twice, apart=apart, unseen=apart
        )
        for same, twice, apart in product(*_GRID)
    ]
    return max(tried, key=lambda one: _pair_f(group(members, pairs, (), one), members, told))


def _pair_f(clusters: Sequence[frozenset[int]], members: Sequence[Member], told: Sequence[tuple[int, str]]) -> float:
    """F of the pairs of tellings by two reports that stand together, precision weighing `_PRECISION_WEIGHS` times."""
    home = {seq: number for number, cluster in enumerate(clusters) for seq in cluster}
    report = {member.seq: member.report for member in members}
    both = [
        (home[one] == home[other], truth == claim)
        for (one, truth), (other, claim) in combinations(told, 2)
        if report[one] != report[other] and (home[one] == home[other] or truth == claim)
    ]
    joined, same = sum(j for j, _ in both), sum(s for _, s in both)
    right, square = sum(j and s for j, s in both), _PRECISION_WEIGHS**-2
    return (1 + square) * right / (joined + square * same) if joined else 0.0


def with_unknown_day(weights: Weights, pairs: Sequence[Pair], answers: Any) -> Weights:
    """The weight of an unknown day, from candidates that have none, all other weights standing as they are.

    Without days many more pairs are candidates, so that fewer of them are one incident: the weight says how much.
    """
    rest = np.array([sum(weights.bits(n, level) for n, level in p.levels.items() if n != "day") for p in pairs])
    unknown, before = np.isnan(answers), np.log2(weights.prior / (1 - weights.prior))
    counts, bits = np.where(unknown, _UNKNOWN_COUNTS, 1.0), 0.0
    for _ in range(_ROUNDS):
        chance = np.where(unknown, 1 / (1 + np.exp2(-(before + bits + rest))), answers)
        share = (chance * counts).sum() / counts.sum()
        bits = float(np.log2(share / (1 - share)) - before)
    u = weights.comparisons["day"]["unknown"].u
    day = {**weights.comparisons["day"], "unknown": Odds(float(f"{u * 2**bits:.4g}"), u)}
    return msgspec.structs.replace(weights, comparisons={**weights.comparisons, "day": day})


def main() -> int:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    groups = read_groups(args.groups, args.half)
    origin = (
        f"fitted by quality.link_fitting on {len(groups)} groups of {args.groups.name} "
        "(readings of reports behind records of Airwars); numeric weights only"
    )
    weights = fit_groups(groups, load_scorer(args.scorer), origin)
    args.output.write_bytes(msgspec.json.format(msgspec.json.encode(weights), indent=1) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
