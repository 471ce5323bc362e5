"""What to ask a person: the pairs of incidents that the machine is unsure of, those that matter most first."""

from collections.abc import Iterable, Mapping
from math import log2

from msgspec import Struct

from isnad.linking.clustering import Member
from isnad.linking.scoring import Pair
from isnad.linking.verdicts import verdicts
from isnad.linking.weights import Thresholds, load_weights
from isnad.model.judgement import Judgement


class Question(Struct, frozen=True):
    """A pair to be judged, standing for its two incidents; `matter` orders questions and has no unit."""

    pair: Pair
    matter: float


def unsure_pairs(
    members: Iterable[Member],
    pairs: Iterable[Pair],
    incidents: Iterable[frozenset[int]],
    judgements: Iterable[Judgement] = (),
    thresholds: Thresholds | None = None,
    dead: Mapping[int, int] | None = None,
) -> list[Question]:
    """The questions worth a person's time, most important first, ties by number.

    One for each two incidents that the machine left apart though a pair across them is at least as likely as the
    threshold `unsure` says: their likeliest pair that nobody has judged. A question matters the more the nearer its
    chance is to evens, the more mentions it would move, and the more `dead` (by mention number) would be counted twice.
    """
    chosen = thresholds or load_weights().thresholds
    of = {member.seq: member for member in members}
    home = {seq: incident for incident in incidents for seq in incident}
    human = verdicts(judgements)
    judged = {frozenset(pair) for pair, verdict in human.items()}
    seq_of = {member.id: seq for seq, member in of.items()}
    parted = {
        frozenset(home[seq_of[name]] for name in pair if name in seq_of)
        for pair, verdict in human.items()
        if verdict == "different"
    }
    best: dict[frozenset[frozenset[int]], Pair] = {}
    for pair in pairs:
        if pair.chance < chosen.unsure or pair.low not in of or pair.high not in of:
            continue
        one, other = of[pair.low], of[pair.high]
        across = frozenset((home[pair.low], home[pair.high]))
        if len(across) < 2 or one.report == other.report or across in parted or frozenset((one.id, other.id)) in judged:
            continue
        if across not in best or (-pair.chance, pair.low, pair.high) < _rank(best[across]):
            best[across] = pair
    found = [Question(pair, _matter(pair, across, dead or {})) for across, pair in best.items()]
    return sorted(found, key=lambda question: (-question.matter, question.pair.low, question.pair.high))


def _rank(pair: Pair) -> tuple[float, int, int]:
    return -pair.chance, pair.low, pair.high


def _matter(pair: Pair, across: frozenset[frozenset[int]], dead: Mapping[int, int]) -> float:
    doubt = 4 * pair.chance * (1 - pair.chance)
    moved = min(len(incident) for incident in across)
    twice = min(max(dead.get(seq, 0) for seq in incident) for incident in across)
    return (0.05 + doubt) * (1 + log2(1 + moved) + log2(1 + twice))
