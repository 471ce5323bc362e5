"""Learning weights: logistic regression over named yes-or-no features, thresholds by cross-validation."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

LEAST_SEEN = 4
SMALLEST = 0.02


class Examples:
    """Labelled examples of each question: features, answer, and the report they come from."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[list[str], int, int]]] = defaultdict(list)
        self.statuses: list[tuple[list[str], str, int]] = []
        self.choices: dict[str, list[Any]] = defaultdict(list)
        self.given: set[int] = set()
        """The reports whose annotation is not our own reading of a corpus."""

    def add(self, question: str, features: list[str], answer: bool, report: int) -> None:
        """Add one labelled example of a question."""
        self.rows[question].append((features, int(answer), report))

    def choose(self, question: str, choice: Any) -> None:
        """Add one slot to fill; one without candidates teaches nothing."""
        if choice.candidates:
            self.choices[question].append(choice)


def vectorise(rows: list[tuple[list[str], int, int]], least: int = LEAST_SEEN) -> tuple[DictVectorizer, Any]:
    """A sparse table of the features seen at least `least` times."""
    seen = Counter(f for features, _, _ in rows for f in set(features))
    kept = {f for f, n in seen.items() if n >= least}
    vectoriser = DictVectorizer(dtype=np.float32)
    return vectoriser, vectoriser.fit_transform([{f: 1.0 for f in features if f in kept} for features, _, _ in rows])


def weigh(
    rows: list[tuple[list[str], int, int]], strength: float, counts: np.ndarray | None = None
) -> dict[str, float]:
    """The weights of a yes-or-no question; `counts`: how much each row counts, 1 on the mean."""
    vectoriser, table = vectorise(rows)
    answers = np.array([answer for _, answer, _ in rows])
    return _weights(_model(strength).fit(table, answers, sample_weight=counts), vectoriser)


def counted(rows: list[tuple[list[str], int, int]], given: set[int], much: float) -> np.ndarray:
    """How much each row counts, 1 on the mean: those of the `given` reports `much` times as much as the others."""
    found = np.array([much if report in given else 1.0 for _, _, report in rows])
    return np.asarray(found / found.mean())


def _weights(model: LogisticRegression, vectoriser: DictVectorizer, row: int = 0) -> dict[str, float]:
    named = zip(vectoriser.get_feature_names_out(), model.coef_[row], strict=True)
    weights = {name: round(float(w), 3) for name, w in named if abs(w) >= SMALLEST}
    return weights | {"bias": round(float(model.intercept_[row]), 3)}


def fit(rows: list[tuple[list[str], int, int]], strength: float) -> tuple[np.ndarray, np.ndarray]:
    """The out-of-fold chance of each example, and its answer."""
    _, table = vectorise(rows)
    answers = np.array([answer for _, answer, _ in rows])
    reports = np.array([report for _, _, report in rows])
    chances = np.full(len(rows), answers.mean())
    folds = min(5, len(set(reports)))
    if answers.sum() >= 5 and folds > 1:
        for train, test in GroupKFold(folds).split(table, answers, reports):
            if len(set(answers[train])) > 1:
                chances[test] = _model(strength).fit(table[train], answers[train]).predict_proba(table[test])[:, 1]
    return chances, answers


def weigh_many(rows: list[tuple[list[str], str, int]], strength: float) -> dict[str, dict[str, float]]:
    """The weights of a choice among several answers, by answer."""
    vectoriser, table = vectorise([(features, 0, report) for features, _, report in rows])
    model = _model(strength).fit(table, np.array([answer for _, answer, _ in rows]))
    return {str(answer): _weights(model, vectoriser, row) for row, answer in enumerate(model.classes_)}


def share_right(rows: list[tuple[list[str], str, int]], strength: float) -> float:
    """The share of a choice among several answers that is right out of fold."""
    _, table = vectorise([(features, 0, report) for features, _, report in rows])
    answers = np.array([answer for _, answer, _ in rows])
    reports = np.array([report for _, _, report in rows])
    right = np.zeros(len(rows))
    for train, test in GroupKFold(min(5, len(set(reports)))).split(table, answers, reports):
        right[test] = _model(strength).fit(table[train], answers[train]).predict(table[test]) == answers[test]
    return float(right.mean())


def _model(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=2000)


def best_threshold(
    chances: np.ndarray, answers: np.ndarray, *, beta: float = 1.0, missed: int = 0
) -> tuple[float, float]:
    """The threshold with the greatest F-measure over out-of-fold chances; `missed` answers had no candidate at all."""
    top, at = 0.0, 0.5
    for threshold in np.arange(0.1, 0.9, 0.02):
        yes = chances >= threshold
        hits = int((yes & (answers == 1)).sum())
        if not hits:
            continue
        precision, recall = hits / yes.sum(), hits / (answers.sum() + missed)
        value = (1 + beta**2) * precision * recall / (beta**2 * precision + recall)
        if value > top:
            top, at = value, float(threshold)
    return round(at, 2), top
