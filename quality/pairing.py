"""Which predicted incident stands for which annotated one: they must touch the same sentence; best pairs first."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from quality.agreement import Row, count, same_place, same_when
from quality.assignment import assign
from quality.coarse import coarse

Spans: TypeAlias = list[tuple[int, int]]

LONGEST_MENTION: Final = 120
"""Code points of a mention that count: a mention as long as the report would touch every sentence."""
SENTENCE_END: Final = re.compile(r"[.!؟?\n]+(?=\s|$)")


def pair(gold: list[Row], predicted: list[Row], text: str) -> list[tuple[int, int]]:
    """One-to-one pairs (gold index, predicted index): most pairs, then likeness; required gold rows before optional ones."""
    bounds = sentences(text)
    weight = [[_weight(g, p, bounds) for p in predicted] for g in gold]
    return [(i, j) for i, j in assign(weight) if weight[i][j] > 0]


def _weight(gold: Row, predicted: Row, bounds: Spans) -> float:
    alike = likeness(gold, predicted, bounds)
    return alike and alike + (10.0 if gold.get("optional") else 1000.0)


def likeness(gold: Row, predicted: Row, bounds: Spans) -> float:
    """How well a prediction fits a gold row; 0 where they share no sentence."""
    mine, theirs = spans_of(gold), spans_of(predicted)
    if not touched(mine, bounds) & touched(theirs, bounds):
        return 0.0
    total = 1.0 + overlap(mine, theirs) + 1.0 * (gold.get("type") == predicted.get("type"))
    total += 0.4 * (coarse(gold) == coarse(predicted))
    total += 0.5 * same_place(gold.get("where"), predicted.get("where"))
    total += 0.5 * same_when(gold.get("when"), predicted.get("when"))
    dead = count(gold.get("killed"))
    return total + 0.5 * (dead is not None and dead == count(predicted.get("killed")))


def sentences(text: str) -> Spans:
    """Rough sentence spans; only used to decide which incidents may pair."""
    spans, start = [], 0
    for mark in SENTENCE_END.finditer(text):
        spans.append((start, mark.end()))
        start = mark.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def spans_of(item: Row) -> Spans:
    """Where a row stands in the text: its mentions, cut to `LONGEST_MENTION`, and its own span if it has one."""
    found = []
    for mention in item.get("mentions") or []:
        if isinstance(mention, dict):
            if mention.get("start") is not None:
                found.append(_cut(mention["start"], mention["end"]))
        else:
            found.append(_cut(mention[0], mention[1]))
    if item.get("start") is not None:
        found.append((item["start"], item["end"]))
    return found


def _cut(start: int, end: int) -> tuple[int, int]:
    return start, min(end, start + LONGEST_MENTION)


def touched(spans: Spans, bounds: Spans) -> set[int]:
    """Numbers of the sentences that spans reach into."""
    return {i for i, (s, e) in enumerate(bounds) for (a, b) in spans if a < e and s < b}


def overlap(one: Spans, other: Spans) -> bool:
    """Do any two spans share a code point."""
    return any(a < d and c < b for a, b in one for c, d in other)
