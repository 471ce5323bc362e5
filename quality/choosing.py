"""Learning to choose: a conditional logit among the candidates of a slot and "none of them".

McFadden, "Conditional logit analysis of qualitative choice behavior" (1974). A candidate's chance is exp(score) over the
sum of all candidates' and of none's; several candidates may be right (a place named twice), and then their chances add up.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from isnad.coding.judging import NONE
from quality.learning import LEAST_SEEN, SMALLEST


class Choice(Struct, frozen=True):
    """One slot to fill: each candidate's features and whether it is right, what speaks for none, and the report."""

    candidates: list[list[str]]
    right: list[bool]
    absent: list[str]
    report: int


def fit_choices(choices: list[Choice], strength: float) -> dict[str, float]:
    """The weights of candidates' and none's features, by penalised likelihood (`strength` as scikit-learn's C)."""
    rows = [features for choice in choices for features in [*choice.candidates, [NONE, *choice.absent]]]
    right = np.array([mark for choice in choices for mark in [*choice.right, not any(choice.right)]])
    group = np.repeat(np.arange(len(choices)), [len(choice.candidates) + 1 for choice in choices])
    seen = Counter(feature for features in rows for feature in set(features))
    vectoriser = DictVectorizer(dtype=np.float64)
    table = vectoriser.fit_transform([{f: 1.0 for f in features if seen[f] >= LEAST_SEEN} for features in rows])
    found = minimize(
        _loss,
        np.zeros(table.shape[1]),
        args=(csr_matrix(table), right, group, strength),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 300},
    )
    named = zip(vectoriser.get_feature_names_out(), found.x, strict=True)
    return {str(name): round(float(weight), 3) for name, weight in named if abs(weight) >= SMALLEST}


def _loss(weights: np.ndarray, table: Any, right: np.ndarray, group: np.ndarray, strength: float) -> tuple[float, Any]:
    """Negative log likelihood with its penalty, and its gradient."""
    chances = _shares(table @ weights, group)
    of_right = np.bincount(group, weights=chances * right)
    posterior = np.where(right, chances / of_right[group], 0.0)
    penalty = weights / strength
    return float(-np.log(of_right).sum() + weights @ penalty / 2), table.T @ (chances - posterior) + penalty


def _shares(scores: np.ndarray, group: np.ndarray) -> np.ndarray:
    """The chance of each row within its group."""
    top = np.full(group[-1] + 1, -np.inf)
    np.maximum.at(top, group, scores)
    raised = np.exp(scores - top[group])
    return np.asarray(raised / np.bincount(group, weights=raised)[group])
