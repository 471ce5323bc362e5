"""Does `confidence` mean what it says: `python -m quality.reliability GOLD.jsonl [--groups N]`.

The share of right records (as the scorer's `record` has it) among those of like confidence, the expected calibration error
and the area under the ROC curve. Guo et al., "On Calibration of Modern Neural Networks" (2017), section 2; Fawcett, "An
introduction to ROC analysis" (2006). An incident that pairs with an optional annotated row is left out, as in the scorer.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from quality.agreement import Row
from quality.gold import code_rows, open_coder, read_rows
from quality.scoring import verdicts_of

BINS = 10


class Sample(Struct, frozen=True):
    """One record: the chance told that it is right, and whether it is."""

    chance: float
    right: bool


class Bin(Struct, frozen=True):
    """Records of like confidence: how many, their mean confidence, the share of them that is right (both 0 to 1)."""

    count: int
    told: float
    right: float


def samples_of(docs: Iterable[Row], coded: Iterable[Row]) -> list[Sample]:
    """The confidence of every coded incident that the scorer counts, and whether its record is right."""
    by_id = {row["id"]: row for row in coded}
    return [
        Sample(verdict.predicted["confidence"], verdict.record)
        for doc in docs
        for verdict in verdicts_of(doc, by_id.get(doc["id"]))
        if verdict.predicted is not None
    ]


def equal_widths(samples: Sequence[Sample], bins: int = BINS) -> list[Bin]:
    """The samples by tenths of their chance (or other equal parts); empty bins are left out."""
    held: dict[int, list[Sample]] = {}
    for sample in samples:
        held.setdefault(min(bins - 1, int(sample.chance * bins)), []).append(sample)
    return [_binned(held[number]) for number in sorted(held)]


def equal_counts(samples: Sequence[Sample], bins: int) -> list[Bin]:
    """The samples in order of their chance, cut into as many bins of like size."""
    ordered = sorted(samples, key=lambda sample: sample.chance)
    cuts = [round(len(ordered) * number / bins) for number in range(bins + 1)]
    return [_binned(ordered[low:high]) for low, high in pairwise(cuts) if low < high]


def _binned(samples: Sequence[Sample]) -> Bin:
    count = len(samples)
    return Bin(count, sum(s.chance for s in samples) / count, sum(s.right for s in samples) / count)


def calibration_error(samples: Sequence[Sample], bins: int = BINS) -> float:
    """The expected calibration error: how far told and right lie apart in bins of equal width, weighted by their counts."""
    parts = equal_widths(samples, bins)
    return sum(part.count * abs(part.told - part.right) for part in parts) / max(1, len(samples))


def area_under_curve(samples: Sequence[Sample]) -> float | None:
    """The chance that a right record has the greater confidence of a right and a wrong one, ties counting half.

    None where all are right or all are wrong: there is nothing to tell apart.
    """
    right = [sample.chance for sample in samples if sample.right]
    wrong = [sample.chance for sample in samples if not sample.right]
    if not right or not wrong:
        return None
    won = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    return won / (len(right) * len(wrong))


def summary(samples: Sequence[Sample], groups: int = 0) -> str:
    """The reliability table in tenths (or `groups` bins of equal count), and both figures."""
    lines = [f"{'records':>8}{'told':>8}{'right':>8}"]
    for part in equal_counts(samples, groups) if groups else equal_widths(samples):
        lines.append(f"{part.count:8}{100 * part.told:7.1f}%{100 * part.right:7.1f}%")
    area = area_under_curve(samples)
    shown = "–" if area is None else f"{area:.3f}"
    lines.append(
        f"records {len(samples)}  calibration error {calibration_error(samples):.3f}  area under curve {shown}"
    )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m quality.reliability", description="Is the confidence to be relied on?"
    )
    parser.add_argument("gold", type=Path, help="annotated reports, one JSON object a line")
    parser.add_argument("--groups", type=int, default=0, metavar="N", help="N groups of equal count instead of tenths")
    parser.add_argument("--coder-weights", type=Path, metavar="FILE", help="weights other than those that ship")
    asked = parser.parse_args(arguments)
    docs = read_rows(asked.gold)
    print(summary(samples_of(docs, code_rows(docs, open_coder(asked.coder_weights))), asked.groups))
    return 0


if __name__ == "__main__":
    sys.exit(main())
