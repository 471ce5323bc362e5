"""Counts of right, wrong and missed values, and the figures they give."""

from __future__ import annotations

from quality.agreement import same_member


class Tally:
    """True positives, false positives, false negatives of one figure."""

    def __init__(self) -> None:
        self.tp = self.fp = self.fn = 0

    def add(self, gold_present: bool, predicted_present: bool, right: bool) -> None:
        """Count one value: right, or else missed where gold has one and wrong where the prediction has one."""
        if gold_present and predicted_present and right:
            self.tp += 1
            return
        self.fp += predicted_present
        self.fn += gold_present

    def lists(self, gold: list[list[str]], predicted: list[list[str]]) -> None:
        """Count the members of a list, each a list of the forms it goes by; order does not matter."""
        left = list(gold)
        for name in predicted:
            hit = next((g for g in left if same_member(g, name)), None)
            if hit is None:
                self.fp += 1
            else:
                left.remove(hit)
                self.tp += 1
        self.fn += len(left)

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 in percent, with the counts behind them."""
        p = self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0
        f1 = round(200 * p * r / (p + r), 1) if p + r else 0.0
        return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": f1, "tp": self.tp, "fp": self.fp, "fn": self.fn}
