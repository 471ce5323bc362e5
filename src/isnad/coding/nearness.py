"""How near a word stands to an incident's acts, and whether another incident stands nearer."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.judging import Features
from isnad.coding.reading import COUNT_OF, Reading, counts_of
from isnad.coding.weighing import Group, known
from isnad.coding.witnessing import Witness

_FAR = 1_000_000
_BESIDE = 4  # so many acts on each side are looked at
_STEPS = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (7, "7"), (12, "12"), (20, "20"), (40, "40"))
_NO_RIVAL: Group = ("rival:none",)
_NEARER_RIVAL: Group = ("rival:nearer",)
_FARTHER_RIVAL: Group = ("rival:farther",)


class Nearness(Struct, frozen=True, gc=False):
    """The act nearest to a word, how many words lie between, whether the word comes after it, sentences between."""

    act: Act
    words: int
    after: bool
    sentences: int


class Ground:
    """An incident's acts against those of its rivals, for one report."""

    def __init__(self, reading: Reading, groups: Sequence[Sequence[Act]], witness: Witness | None = None) -> None:
        self._reading = reading
        self._groups = groups
        self.witness = witness
        """Who keeps what is asked about the incidents; nobody, unless an explanation is wanted."""
        self.chosen: dict[tuple[str, int], Hashable] = {}
        """What was chosen for a slot ("place", "time") of an incident; those after it are asked with it in view."""
        self.sure: dict[tuple[str, int], float] = {}
        """The chance of what was decided about an incident ("mention", "type", "place", "time", a toll's slot)."""
        self.credited: dict[int, frozenset[int]] = {}
        """Where the attributions begin that an incident was credited to."""
        self._beginning: dict[int, list[tuple[int, int]]] = {}
        for first, number, sentence in sorted(
            (act.first, number, act.sentence) for number, acts in enumerate(groups) for act in acts
        ):
            self._beginning.setdefault(sentence, []).append((first, number))
        self._nearest: dict[tuple[int, int], list[Act]] = {}
        self._sentences: dict[int, list[int]] = {}
        self._beside: dict[int, tuple[int, int, int]] = {}

    def acts(self, group: int) -> Sequence[Act]:
        """The acts of one incident."""
        return self._groups[group]

    def sentences(self, group: int) -> list[int]:
        """The sentences that hold one incident's acts, in order."""
        found = self._sentences.get(group)
        if found is None:
            found = self._sentences[group] = sorted({act.sentence for act in self._groups[group]})
        return found

    def nearest(self, group: int, first: int, last: int) -> Nearness:
        """The group's act nearest to words [first, last); acts of the same sentence come first."""
        sentence = self._reading.sentence_of[first]
        acts = self._nearest.get((group, sentence))
        if acts is None:
            fewest = min([abs(act.sentence - sentence) for act in self._groups[group]])
            acts = [act for act in self._groups[group] if abs(act.sentence - sentence) == fewest]
            self._nearest[group, sentence] = acts
        best, gap = acts[0], _FAR
        for act in acts:
            # Words between; 0 where they touch or overlap.
            words = first - act.last if first >= act.last else act.first - last if act.first > last else 0
            if words < gap:
                best, gap = act, words
        return Nearness(best, gap, first >= best.first, sentence - best.sentence)

    def rivals(self, group: int, nearness: Nearness, first: int) -> Group:
        """Features that say whether another incident's act stands nearer to the words at `first`."""
        closest, number, next_closest = self._beside.get(first) or self._find_beside(first)
        if number == group:
            closest = next_closest
        if closest == _FAR:
            return _NO_RIVAL
        mine = abs(nearness.act.first - first) if nearness.sentences == 0 else _FAR
        return _NEARER_RIVAL if closest < mine else _FARTHER_RIVAL

    def around(self, group: int, first: int) -> Group:
        """Whose the last act before the words at `first` is, and whose the next one: this incident's or another's."""
        acts = self._beginning.get(self._reading.sentence_of[first], [])
        at = bisect_left(acts, (first,))
        before = "none" if not at else "own" if acts[at - 1][1] == group else "other"
        after = "none" if at == len(acts) else "own" if acts[at][1] == group else "other"
        return _between_acts(before, after)

    def others_within(self, group: int, first: int, last: int) -> int:
        """How many acts of other incidents begin among words [first, last), which lie in one sentence."""
        acts = self._beginning.get(self._reading.sentence_of[first], ()) if first < last else ()
        return sum(first <= begin < last and number != group for begin, number in acts)

    def _find_beside(self, first: int) -> tuple[int, int, int]:
        """How far the closest act of the words' sentence is, whose it is, and how far the closest of any other incident."""
        acts = self._beginning.get(self._reading.sentence_of[first], [])
        if len(acts) > _BESIDE:
            at = bisect_left(acts, (first,))
            acts = acts[max(0, at - _BESIDE) : at + _BESIDE]
        closest, whose, other = _FAR, -1, _FAR
        for begin, number in acts:
            distance = begin - first if begin > first else first - begin
            if distance < closest:
                if number != whose:
                    other = closest
                closest, whose = distance, number
            elif distance < other and number != whose:
                other = distance
        found = self._beside[first] = (closest, whose, other)
        return found


@known(16)
def _between_acts(before: str, after: str) -> Group:
    return f"act before:{before}", f"act after:{after}", f"acts around:{before}:{after}"


def step(words: int) -> str:
    """A number of words as one of a few names."""
    return _STEP_NAMES[words] if words < len(_STEP_NAMES) else "more"


_STEP_NAMES = [next(name for most, name in _STEPS if words <= most) for words in range(_STEPS[-1][0] + 1)]


def apart(sentences: int) -> str:
    """A distance in sentences as one of a few names, with its side."""
    return _APART[max(-4, min(sentences, 4))]


_APART = {0: "same", 1: "+1", 2: "+2", 3: "+3", 4: "+more", -1: "-1", -2: "-2", -3: "-3", -4: "-more"}
_APART_ONLY: dict[int, Features] = {sentences: ((f"apart:{name}",),) for sentences, name in _APART.items()}
_TOLD_BETWEEN = ("by", "against", "result", "anaphora", "repeat")
_KINDS_BETWEEN = counts_of("triggers", "harms", "sayings", "cues", "actors", "people")
_CUES, _TRIGGERS, _HARMS, _SAYINGS = (COUNT_OF[kind] for kind in ("cues", "triggers", "harms", "sayings"))
_PARTIES = counts_of("actors", "people")


def between_features(reading: Reading, nearness: Nearness, first: int, last: int) -> Features:
    """What stands between an act and words of its sentence: little words, clause borders, other acts."""
    sentences = nearness.sentences
    if sentences:
        return _APART_ONLY[max(-4, min(sentences, 4))]
    act, after = nearness.act, nearness.after
    low, high = (act.last, first) if after else (last, act.first)
    same = reading.clauses[act.first] == reading.clauses[first]
    beside = _side_features(after, step(nearness.words), same, act.kind, act.pos)
    counts = reading.counts(low, high) if low < high else 0
    if not counts & _KINDS_BETWEEN:
        return (beside,)
    cues: Group = ()
    if counts & _CUES:
        found = dict.fromkeys([reading.lexicon.cues[hit.entry].cue for hit in reading.within("cues", low, high)])
        cues = tuple([cue for cue in found if cue in _TOLD_BETWEEN])
    kinds = (bool(counts & _TRIGGERS), bool(counts & _HARMS), bool(counts & _SAYINGS), bool(counts & _PARTIES))
    return beside, _between(after, kinds, cues)


@known(4096)
def _side_features(after: bool, words: str, same: bool, kind: str, pos: str) -> Group:
    """Side and distance of the words, and whether they share the clause with an act of this kind."""
    side = ">" if after else "<"
    clause = "clause:same" if same else "clause:other"
    return f"side{side}", f"step{side}{words}", clause, f"clause:{same}{side}{kind}/{pos}"


@known(4096)
def _between(after: bool, kinds: tuple[bool, ...], cues: Group) -> Group:
    """Which of triggers, harms, sayings and parties stand between, and the cues."""
    side = ">" if after else "<"
    named = [kind for kind, holds in zip(("triggers", "harms", "sayings", "party"), kinds, strict=True) if holds]
    return tuple([f"between:{name}{side}" for name in (*named, *cues)])


_VERBS = ("triggers", "harms", "sayings")
_REACH = 12


def last_verb(reading: Reading, word: int) -> Group:
    """Of which kind the last word for an act, a harm or a saying before `word` is, and how far it stands."""
    first = max(reading.edges[reading.sentence_of[word]][0], word - _REACH)
    last, kind = -1, "none"
    for each in _VERBS:
        hits = reading.within(each, first, word)
        if hits and hits[-1].first > last:
            last, kind = hits[-1].first, each
    return _verb(kind, min(3, word - last) if last >= 0 else 9)


@known(64)
def _verb(kind: str, far: int) -> Group:
    return f"last verb:{kind}", f"last verb:{kind}:{far}"


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
