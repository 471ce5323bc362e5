"""What people said of pairs of mentions; whether a new word of theirs can stand beside it is told by the record."""

from collections.abc import Iterable
from typing import Literal

from isnad.model.judgement import Judgement

Verdict = Literal["same", "different", "unsure"]


def verdicts(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Verdict]:
    """The standing verdict on each pair of mention ids (sorted), by the number of its judgement.

    A later judgement on the same pair takes the place of an earlier one; undone ones do not stand.
    """
    found: dict[tuple[str, str], Verdict] = {}
    for judgement in sorted(judgements, key=lambda judgement: judgement.seq):
        if judgement.undone or len(judgement.mentions) != 2:
            continue
        if judgement.kind in ("same", "different", "unsure"):
            one, other = sorted(judgement.mentions)
            found.pop((one, other), None)
            found[one, other] = judgement.kind
    return found
