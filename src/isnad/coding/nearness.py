"""How near a word stands to an incident's acts, and whether another incident stands nearer."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.reading import Reading

_FAR = 10_000
_STEPS = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (7, "7"), (12, "12"), (20, "20"), (40, "40"))


class Nearness(Struct, frozen=True, gc=False):
    """The act nearest to a word, how many words lie between, whether the word comes after it, sentences between."""

    act: Act
    words: int
    after: bool
    sentences: int


class Ground:
    """An incident's acts against those of its rivals, for one report."""

    def __init__(self, reading: Reading, groups: Sequence[Sequence[Act]]) -> None:
        self._reading = reading
        self._groups = groups
        self._all = sorted((act.first, number, act.sentence) for number, acts in enumerate(groups) for act in acts)
        self._starts = [first for first, _, _ in self._all]
        self.far: dict[tuple[object, ...], list[str]] = {}

    def acts(self, group: int) -> Sequence[Act]:
        """The acts of one incident."""
        return self._groups[group]

    def sentences(self, group: int) -> list[int]:
        """The sentences that hold one incident's acts, in order."""
        return sorted({act.sentence for act in self._groups[group]})

    def nearest(self, group: int, first: int, last: int) -> Nearness:
        """The group's act nearest to words [first, last); acts of the same sentence come first."""
        sentence = self._reading.sentence_of[first]
        best, *others = self._groups[group]
        fewest, gap = abs(best.sentence - sentence), _gap(best, first, last)
        for act in others:
            sentences = abs(act.sentence - sentence)
            if sentences > fewest:
                continue
            words = _gap(act, first, last)
            if sentences < fewest or words < gap:
                best, fewest, gap = act, sentences, words
        return Nearness(best, gap, first >= best.first, sentence - best.sentence)

    def rivals(self, group: int, nearness: Nearness, first: int) -> list[str]:
        """Features that say whether another incident's act stands nearer to the words at `first`."""
        sentence = self._reading.sentence_of[first]
        at = bisect_left(self._starts, first)
        closest = _FAR
        for other_first, number, other_sentence in self._all[max(0, at - 4) : at + 4]:
            if other_sentence == sentence and number != group:
                distance = other_first - first if other_first > first else first - other_first
                if distance < closest:
                    closest = distance
        if closest == _FAR:
            return ["rival:none"]
        mine = abs(nearness.act.first - first) if nearness.sentences == 0 else _FAR
        return ["rival:nearer" if closest < mine else "rival:farther"]


def _gap(act: Act, first: int, last: int) -> int:
    """Words between an act and words [first, last); 0 where they touch or overlap."""
    if first >= act.last:
        return first - act.last
    if act.first >= last:
        return act.first - last
    return 0


def step(words: int) -> str:
    """A number of words as one of a few names."""
    return _STEP_NAMES[words] if words < len(_STEP_NAMES) else "more"


_STEP_NAMES = [next(name for most, name in _STEPS if words <= most) for words in range(_STEPS[-1][0] + 1)]


def apart(sentences: int) -> str:
    """A distance in sentences as one of a few names, with its side."""
    return _APART[max(-4, min(sentences, 4))]


_APART = {0: "same", 1: "+1", 2: "+2", 3: "+3", 4: "+more", -1: "-1", -2: "-2", -3: "-3", -4: "-more"}


def between_features(reading: Reading, nearness: Nearness, first: int, last: int) -> list[str]:
    """What stands between an act and words of its sentence: little words, clause borders, other acts."""
    act = nearness.act
    if nearness.sentences:
        return [f"apart:{apart(nearness.sentences)}"]
    low, high = (act.last, first) if nearness.after else (last, act.first)
    side = ">" if nearness.after else "<"
    same = reading.clauses[act.first] == reading.clauses[first]
    found = _side_features(side, step(nearness.words), same, act.kind, act.pos).copy()
    if low < high:
        found += [
            f"between:{kind}{side}" for kind in ("triggers", "harms", "sayings") if reading.holds(kind, low, high)
        ]
        cues = dict.fromkeys(reading.lexicon.cues[hit.entry].cue for hit in reading.within("cues", low, high))
        found += [f"between:{cue}{side}" for cue in cues if cue in ("by", "against", "result", "anaphora", "repeat")]
        if reading.holds("actors", low, high) or reading.holds("people", low, high):
            found.append(f"between:party{side}")
    return found


@lru_cache(maxsize=4096)
def _side_features(side: str, words: str, same: bool, kind: str, pos: str) -> list[str]:
    """Side and distance of the words, and whether they share the clause with an act of this kind; to be copied."""
    clause = "clause:same" if same else "clause:other"
    return [f"side{side}", f"step{side}{words}", clause, f"clause:{same}{side}{kind}/{pos}"]


def link_of(reading: Reading, first: int, prefix: str) -> str:
    """The preposition that governs the words at `first`: a clitic, or the word before."""
    if prefix and prefix[-1] in "بلك":
        return prefix[-1] + "-"
    before = reading.tokens.words[first - 1] if first else "^"
    bare = before[1:] if len(before) > 2 and before[0] in "وف" and before[1:] in _PREPOSITIONS else before
    if bare in _PREPOSITIONS:
        return bare
    return "و-" if prefix else ""


_PREPOSITIONS = frozenset(
    "في علي من الي عن مع بين ضد قرب عند داخل خارج امام شمال جنوب شرق غرب شمالي جنوبي شرقي غربي باتجاه نحو حول وسط لدي قبل "
    "بعد خلال منذ يد ايدي بحق مدينه بلده قريه منطقه محافظه ولايه اقليم مخيم حي ريف محيط جنوب اثر عبر".split()
)
