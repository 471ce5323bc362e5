"""Scores coded reports against annotated ones; every figure is end to end.

A slot of an incident that was missed, or that should not exist, counts against its figure. All figures are F1 in percent
unless said: `incidents` (found at all), `typed` (and the same type), `coarse` (and the same group of types), `not_happened`
(rows whose status is other than `happened`), `when` (day intervals with intersection over union of at least a half),
`place` (same named place), `country`, `admin1`, `perpetrators`, `targets`, `killed`, `wounded` (low and high both right),
`according_to` (members of the chain), `chain` (the whole chain), `record` (type, when, place or admin1, and killed all right),
`sourced_record` (a right record of the right status, with a right source where gold names any), `statements` (quote and
speaker), `assessments` (quote and measure), `situations` (quote and kind). `status` and `empty` (reports without incidents
that got none) are accuracies; `on_pairs` is the share right, on pairs alone, of what gold fills.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from quality.agreement import Row, names, same_member
from quality.pairing import pair
from quality.quotations import AGREE, count_quotations
from quality.tally import Tally
from quality.verdict import SLOTS, Verdict, chain_of, compare, status_of

FIGURES: Final = (
    "incidents", "typed", "coarse", "not_happened", "when", "place", "country", "admin1", "perpetrators", "targets",
    "killed", "wounded", "according_to", "chain", "record", "sourced_record", "statements", "assessments", "situations",
)  # fmt: skip
ON_PAIRS: Final = ("typed", "coarse", "status", "when", "place", "country", "admin1", "killed", "wounded")


class Scorecard:
    """The running counts of all figures; reports are added one by one."""

    def __init__(self) -> None:
        self._tallies = {name: Tally() for name in FIGURES}
        self._shares: dict[str, list[bool]] = {name: [] for name in ON_PAIRS}
        self._empty: list[bool] = []
        self._reports = self._missing = 0
        self.wrong: list[Row] = []
        """Rows that are no right record: `{"id", "gold", "predicted"}`."""

    def add_report(self, gold: Row, coded: Row | None) -> None:
        """Count one annotated report; `coded` is None where there is no line for it."""
        self._reports += 1
        self._missing += coded is None
        verdicts = verdicts_of(gold, coded)
        if all(verdict.gold is None for verdict in verdicts):
            self._empty.append(not verdicts and coded is not None and "error" not in coded)
        for verdict in verdicts:
            self._add_verdict(verdict)
            if not verdict.record:
                self.wrong.append({"id": gold["id"], "gold": verdict.gold, "predicted": verdict.predicted})
        for figure in AGREE:
            told = (coded or {}).get(figure) or []
            count_quotations(self._tallies[figure], figure, gold.get(figure) or [], told)

    def result(self) -> dict[str, Any]:
        """All figures as the scorer's JSON gives them."""
        figures: dict[str, Any] = {name: tally.figures() for name, tally in self._tallies.items()}
        figures["on_pairs"] = {name: {"right": _percent(s), "of": len(s)} for name, s in self._shares.items()}
        figures["status"] = {"accuracy": _percent(self._shares["status"]), "pairs": len(self._shares["status"])}
        figures["empty"] = {"accuracy": _percent(self._empty), "reports": len(self._empty)}
        return figures | {"reports": self._reports, "missing": self._missing}

    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Right, wrong and missed values of each figure; of `on pairs …` right and wrong ones, and no missed ones."""
        found = {name: (tally.tp, tally.fp, tally.fn) for name, tally in self._tallies.items()}
        return found | {f"on pairs {name}": (sum(s), len(s) - sum(s), 0) for name, s in self._shares.items()}

    def _add_verdict(self, verdict: Verdict) -> None:
        in_gold, in_predicted = verdict.gold is not None, verdict.predicted is not None
        for slot in SLOTS:
            filled = verdict.filled(slot)
            self._tallies[slot].add(*filled, verdict.right[slot])
            if verdict.paired and filled[0] and slot in self._shares:
                self._shares[slot].append(verdict.right[slot])
        if verdict.paired:
            self._shares["status"].append(verdict.status)
        odd_gold, odd_predicted = status_of(verdict.gold) != "happened", status_of(verdict.predicted) != "happened"
        self._tallies["not_happened"].add(odd_gold, odd_predicted, verdict.status)
        self._add_parties(verdict.gold or {}, verdict.predicted or {})
        self._add_chain(verdict)
        self._tallies["record"].add(in_gold, in_predicted, verdict.record)
        self._tallies["sourced_record"].add(in_gold, in_predicted, verdict.sourced)

    def _add_parties(self, gold: Row, predicted: Row) -> None:
        """Perpetrators and targets; which side of a clash is which does not matter, so both count as perpetrators."""
        sides = ("perpetrators", "targets")
        if gold.get("type", predicted.get("type")) == "clash":
            mine, theirs = ([name for side in sides for name in names(row.get(side))] for row in (gold, predicted))
            self._tallies["perpetrators"].lists(mine, theirs)
            return
        for side in sides:
            self._tallies[side].lists(names(gold.get(side)), names(predicted.get(side)))

    def _add_chain(self, verdict: Verdict) -> None:
        mine, theirs = chain_of(verdict.gold), chain_of(verdict.predicted)
        whole = verdict.paired and len(mine) == len(theirs) and all(map(same_member, mine, theirs))
        self._tallies["according_to"].lists(mine, theirs)
        self._tallies["chain"].add(bool(mine), bool(theirs), whole)


def verdicts_of(gold: Row, coded: Row | None) -> list[Verdict]:
    """The verdicts on one report: the required gold rows in order, then the predictions that stand for nothing annotated."""
    rows, predicted = gold.get("incidents") or [], (coded or {}).get("incidents") or []
    pairs = pair(rows, predicted, gold["text"])
    mate = {i: predicted[j] for i, j in pairs}
    taken = {j for _, j in pairs}
    asked = [compare(row, mate.get(i)) for i, row in enumerate(rows) if not row.get("optional")]
    return asked + [compare(None, row) for j, row in enumerate(predicted) if j not in taken]


def score(gold: Sequence[Row], coded: Sequence[Row]) -> Scorecard:
    """The scorecard of coded reports against annotated ones, matched by `id`."""
    by_id = {doc["id"]: doc for doc in coded}
    card = Scorecard()
    for doc in gold:
        card.add_report(doc, by_id.get(doc["id"]))
    return card


def table(result: dict[str, Any]) -> str:
    """The figures as a table for people."""
    lines = [f"{'':14}{'P':>7}{'R':>7}{'F1':>7}{'tp':>6}{'fp':>6}{'fn':>6}"]
    for name in FIGURES:
        f = result[name]
        lines.append(f"{name:14}{f['p']:7}{f['r']:7}{f['f1']:7}{f['tp']:6}{f['fp']:6}{f['fn']:6}")
    on = "  ".join(f"{name} {v['right']} of {v['of']}" for name, v in result["on_pairs"].items())
    lines.append(f"on pairs: {on}")
    lines.append(f"empty {result['empty']}  reports {result['reports']}  missing {result['missing']}")
    return "\n".join(lines)


def _percent(answers: list[bool]) -> float | None:
    return round(100 * sum(answers) / len(answers), 1) if answers else None
