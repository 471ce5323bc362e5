"""Grouping: which acts of a report are mentions of one incident (codebook, "The unit").

Acts are taken in order; each joins the incident whose acts it most resembles, or begins a new one. The likeness of two
acts is the judge's answer to the question `same` (`isnad.coding.likeness`).
"""

from isnad.coding.acts import Act
from isnad.coding.judging import Judge
from isnad.coding.likeness import Likeness

_COMPARED = 4
_BEST = 0.2  # how much the best likeness counts beside the mean; by five-fold totals
_GROUPS = 12  # so many incidents back; more gain nothing and cost time in long round-ups
_BARE = 0.1  # how much less likeness an act needs to join when it tells nothing of its own; by five-fold totals and dev


def group_acts(acts: list[Act], likeness: Likeness, judge: Judge) -> list[list[Act]]:
    """The acts of each incident, incidents in order of their first act."""
    groups: list[list[Act]] = []
    threshold = judge.threshold("same")
    asking = _Asking(likeness, judge)
    for act in acts:
        own = judge.weight("same", likeness.own(act)) if groups else 0.0
        marks = [asking.mark(group, act, own) for group in groups[-_GROUPS:]]
        asked = threshold - _BARE if likeness.tells_nothing(act) else threshold
        if marks and max(marks) >= asked:
            groups[len(groups) - len(marks) + marks.index(max(marks))].append(act)
        else:
            groups.append([act])
    return groups


class _Asking:
    """The judge asked about one report's acts, two by two; what two sentences weigh is summed once."""

    def __init__(self, likeness: Likeness, judge: Judge) -> None:
        self._likeness = likeness
        self._judge = judge
        self._apart: dict[tuple[int, int], float] = {}

    def mark(self, group: list[Act], act: Act, own: float) -> float:
        """The mean likeness to a group's first and last acts, a little nearer to the best of them; `own`: what `act` weighs alone."""
        members = group if len(group) <= _COMPARED else [*group[:2], *group[-_COMPARED + 2 :]]
        chance, features = self._judge.chance, self._likeness.features
        marks = [chance("same", features(other, act), own + self._weigh_apart(other, act)) for other in members]
        return _BEST * max(marks) + (1.0 - _BEST) * sum(marks) / len(marks)

    def _weigh_apart(self, one: Act, two: Act) -> float:
        key = one.sentence, two.sentence
        found = self._apart.get(key)
        if found is None:
            found = self._apart[key] = self._judge.sum("same", self._likeness.apart(*key))
        return found
