"""Linking held against verified groups: `python -m quality.linking GROUPS.jsonl.gz [--half even|odd] [--crossed] …`.

Codes the reports, links their mentions in memory and prints what `link_score.py` says. `--without-publication` withholds
the day of publication from linking; `--crossed` fits weights and thresholds on one half of the groups and judges
on the other, both ways, for five splits made by lot.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import mean, pstdev
from types import ModuleType
from typing import Any

from isnad.linking.clustering import group, member_of
from isnad.linking.rows import WEAK_DAYS, to_row
from isnad.linking.scoring import score_pairs
from isnad.linking.weights import Weights, load_weights
from isnad.model.mention import Mention
from isnad.model.slots import When, Where
from quality.link_fitting import SCORER, fit_groups
from quality.link_groups import Group, code_groups, load_scorer, mentions_of, read_groups, split_groups

Line = dict[str, Any]
SPLITS = 5


def link_groups(groups: Sequence[Group], weights: Weights, *, use_publication: bool = True) -> list[Line]:
    """The incidents of all reports of the groups, in the form of `isnad list --format jsonl`."""
    told = mentions_of(code_groups(groups))
    rows = [to_row(mention, text, use_publication=use_publication) for mention, text in told]
    pairs = score_pairs(rows, (), weights)
    clusters = group([member_of(mention) for mention, _ in told], pairs, (), weights.thresholds)
    by_seq = {mention.seq: mention for mention, _ in told}
    return [_incident([by_seq[seq] for seq in sorted(cluster)]) for cluster in clusters]


def _incident(mentions: Sequence[Mention]) -> Line:
    """A cluster with its most supported day, place and toll; the record's own assembling does more."""
    when, where = _when(mentions), _best([m.incident.where for m in mentions], _place_key, lambda w: w.precision)
    killed = _best([m.incident.killed for m in mentions], lambda k: (k.low, k.high), lambda k: k.low)
    spans: dict[str, list[Line]] = {}
    for m in mentions:
        spans.setdefault(m.report.id, []).extend({"start": s.start, "end": s.end} for s in m.incident.mentions)
    return {
        "id": mentions[0].id,
        "when": when,
        "where": {"latitude": where.latitude, "longitude": where.longitude} if where else None,
        "killed": {"low": killed.low, "high": killed.high} if killed else None,
        "reports": [{"id": report, "mentions": found} for report, found in spans.items()],
    }


def _when(mentions: Sequence[Mention]) -> Line | None:
    """The interval that most tell, the shortest of equals; without any, the days up to the first publication."""
    best: When | None = _best(
        [m.incident.when for m in mentions], lambda w: (w.earliest, w.latest), lambda w: (w.latest - w.earliest).days
    )
    if best:
        return {"earliest": best.earliest.isoformat(), "latest": best.latest.isoformat()}
    published = min((m.report.published for m in mentions if m.report.published), default=None)
    if published is None:
        return None
    return {"earliest": (published - timedelta(WEAK_DAYS)).isoformat(), "latest": published.isoformat()}


def _place_key(where: Where) -> Hashable:
    return where.gazetteer_id or where.name


def _best(values: Iterable[Any], key: Any, cost: Any) -> Any:
    """The value whose key most share; of equals the one of least cost."""
    given = [value for value in values if value is not None]
    votes = Counter(map(key, given))
    return min(given, key=lambda value: (-votes[key(value)], cost(value)), default=None)


def show(name: str, scorer: ModuleType, groups: Sequence[Group], lines: list[Line]) -> None:
    """One row of figures."""
    print(f"{name:28}" + _said(figures_of(scorer, groups, lines)), flush=True)


def cross(groups: Sequence[Group], scorer: ModuleType, *, use_publication: bool) -> None:
    """Weights and thresholds fitted on each half of `SPLITS` splits and judged on the other: each, mean and spread."""
    met: list[dict[str, float]] = []
    for seed in range(SPLITS):
        halves = split_groups(groups, seed)
        for fitted, judged in (halves, halves[::-1]):
            lines = link_groups(judged, fit_groups(fitted, scorer, "half"), use_publication=use_publication)
            met.append(figures_of(scorer, judged, lines))
            print(f"{f'split {seed}, {len(judged)} groups':28}" + _said(met[-1]), flush=True)
    for name, figure in (("mean of all halves", mean), ("spread (deviation)", pstdev)):
        print(f"{name:28}" + _said({key: round(figure([one[key] for one in met]), 1) for key in met[0]}))


def figures_of(scorer: ModuleType, groups: Sequence[Group], lines: list[Line]) -> dict[str, float]:
    """What `link_score.py` says, shares in percent."""
    result = json.loads(json.dumps(scorer.score(list(groups), lines)))
    return {key: value["share"] if isinstance(value, dict) else value for key, value in result.items()}


def _said(figures: dict[str, float]) -> str:
    return "  ".join(f"{key} {value}" for key, value in figures.items())


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", type=Path)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--without-publication", action="store_true")
    parser.add_argument("--crossed", action="store_true")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--output", type=Path, help="also write the incidents here")
    args = parser.parse_args()
    scorer, use = load_scorer(args.scorer), not args.without_publication
    if args.crossed:
        cross(read_groups(args.groups), scorer, use_publication=use)
        return 0
    groups = read_groups(args.groups, args.half)
    lines = link_groups(groups, load_weights(), use_publication=use)
    show(args.half or "all", scorer, groups, lines)
    if args.output:
        args.output.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
