"""Likeness: the features for the question `same`, whether two acts of a report are mentions of one incident."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from isnad.coding.acts import Act
from isnad.coding.agreement import agreement, shared_words
from isnad.coding.course import Course
from isnad.coding.judging import Features, Group
from isnad.coding.local import Local
from isnad.coding.nearness import apart, step
from isnad.coding.reading import COUNT_OF, Reading
from isnad.coding.workup import Workup

_EXPLOSIVE = frozenset(
    {"suicide_bombing", "bombing", "landmine", "shelling", "air_strike", "drone_strike", "chemical_attack"}
)
_VIOLENT = _EXPLOSIVE | {"armed_attack", "clash", "assassination", "killing", "execution", "prison_break"}


class Likeness:
    """What speaks for two acts of one report being one; `acts` are those that may be mentions, in order."""

    def __init__(self, work: Workup, acts: Sequence[Act]) -> None:
        self._work = work
        self._reading = work.reading
        self._locals = work.locals_of(acts)
        self._course = Course(work, acts, self._locals)

    def features(self, one: Act, two: Act) -> Features:
        """Features for the question `same` of two acts, `one` standing before `two`, but for those of `two` alone."""
        sentences = two.sentence - one.sentence
        words = "" if one.id != two.id else "weak" if one.weak else "same"
        plural = (two.pos == "plural") - (one.pos == "plural")
        before, local = self._locals[one.index], self._locals[two.index]
        found = [
            _kinship(one.kind, one.type, two.kind, two.type, words),
            agreement(before, local, sentences, one.type is not None and one.type == two.type),
            _pair(one.id, one.pos, one.definite, two.id, two.pos, two.definite),
            _order(min(one.sentence, 3), min(two.sentence, 4), min(local.rank - before.rank - 1, 5)),
            shared_words(before.words, local.words, one.type == two.type, sentences > 0),
            self._course.told_between(one, before, two, local),
            self._course.aged(before, local),
        ]
        if two.kind == "trigger":
            beside = local.rank - before.rank == 1
            found.append(_own(two.definite, _told(local), one.sentence == 0, min(sentences, 2), beside))
        if sentences:
            told = self._reading.sentences
            headed = told[one.sentence].heading
            found.append(_parted(min(sentences, 4), headed, one.sentence == 0, told[two.sentence].heading, plural))
            found += (self._course.across, self._course.opening(two))
            found += self._course.sentences(one.sentence, two.sentence)
            return found
        found += (_JOINED[plural], self._course.within)
        found += _within_sentence(self._reading, one, two)
        return found

    def own(self, act: Act) -> list[str]:
        """The features of the later act alone, whatever stands before it."""
        last = act.sentence + 1 == len(self._reading.edges)
        around = [f"two{word}" for word in self._work.mention_words(act) if word[0] in "<>"]
        return [f"last sentence:{last}", *self._locals[act.index].reference, *around]

    def tells_nothing(self, act: Act) -> bool:
        """Does a trigger come without a place, time or loss of its own: then it is likelier a repeat than an act by itself."""
        return act.kind == "trigger" and not any(_told(self._locals[act.index]))


def _told(local: Local) -> tuple[bool, bool, bool]:
    """Does an act tell a place, a time and a loss of its own."""
    return bool(local.places), local.days is not None, bool(local.losses)


@lru_cache(maxsize=16_384)
def _pair(one: str, one_pos: str, one_article: bool, two: str, two_pos: str, two_article: bool) -> Group:
    """Which words the two acts are: some go together ("هجوم", "قتلى"), some begin anew."""
    return (
        f"pair:{one}+{two}",
        f"two:{two}:{two_article}",
        f"two:{two}/{two_pos}",
        f"one:{one}/{one_pos}",
        f"forms:{one_pos}-{two_pos}",
        f"articles:{one_article}-{two_article}",
    )


@lru_cache(maxsize=512)
def _own(article: bool, own: tuple[bool, bool, bool], leading: bool, sentences: int, beside: bool) -> Group:
    """What the later act (a trigger) tells of its own (place, time, losses): with the article and none, it likely refers back."""
    told = "".join(letter for letter, holds in zip("ptl", own, strict=True) if holds)
    named = f"own:{'the' if article else 'a'}:{told}"
    return (
        named,
        f"{named}:{sentences}",
        f"own:{article}:{leading}:{sentences}",
        f"own:{article}:{beside}:{sentences}",
        f"own:{told}:{leading}",
    )


@lru_cache(maxsize=256)
def _order(one: int, two: int, between: int) -> Group:
    """Where in the report the two stand, and how many other acts lie between."""
    return f"acts between:{between}", f"sentence:{two}", f"sentences:{one}-{min(two, 3)}"


_JOINED: dict[int, Group] = {
    0: ("apart:same",),
    1: ("apart:same", "number:one-many"),
    -1: ("apart:same", "number:many-one"),
}


@lru_cache(maxsize=4096)
def _parted(sentences: int, headed: bool, first: bool, heading: bool, plural: int) -> Group:
    """Two acts so many sentences apart; whether the one stands in a heading, the first, and whether the other does."""
    found = [f"apart:{apart(sentences)}"]
    if headed:
        found += ["from heading" if first else "from subheading", f"from heading:{apart(sentences)}"]
    if heading:
        found.append("to heading")
    return (*found, *_JOINED[plural][1:])


@lru_cache(maxsize=4096)
def _kinship(one_kind: str, one: str | None, two_kind: str, two: str | None, words: str) -> Group:
    """How the types (`one`, `two`) and kinds of two acts relate; `words`: "same", "weak" where the same but weak, or ""."""
    found = [f"kinds:{one_kind}-{two_kind}"]
    if words == "weak":
        found.append("id:same weak")
    elif words == "same":
        found += ["id:same", f"id:same:{one_kind}"]
    if one is not None and one == two:
        found += ["type:same", f"type:same:{one}"]
    elif one in _VIOLENT and two in _VIOLENT:
        kin = "explosive" if one in _EXPLOSIVE and two in _EXPLOSIVE else "violent"
        found += [f"type:{kin}", f"types:{min(one, two)}+{max(one, two)}"]
    elif "harm" not in (one_kind, two_kind):
        found += ["type:other", f"types:{min(str(one), str(two))}+{max(str(one), str(two))}"]
    else:
        found.append(f"harm with:{one if two_kind == 'harm' else two}")
    return tuple(found)


def _within_sentence(reading: Reading, one: Act, two: Act) -> Iterator[Group]:
    gap = max(0, two.first - one.last)
    yield _stepped(step(gap), one.kind, two.kind, reading.clauses[one.first] == reading.clauses[two.first])
    if gap:
        before = reading.tokens.words[two.first - 1]
        if before in _LINKS:
            yield _linked("link", before, one.kind, two.kind)
    if two.hit.prefix:
        yield _linked("prefix", two.hit.prefix, one.kind, two.kind)[1:]
    if gap:
        counts = reading.counts(one.last, two.first)
        if counts & COUNT_OF["cues"]:
            cues = [reading.lexicon.cues[hit.entry].cue for hit in reading.within("cues", one.last, two.first)]
            yield tuple([f"between:{cue}" for cue in cues if cue in _TOLD_BETWEEN])
        if counts & COUNT_OF["triggers"]:
            yield _TRIGGER_BETWEEN


_TOLD_BETWEEN = frozenset({"result", "repeat", "by", "against", "anaphora"})
_TRIGGER_BETWEEN: Group = ("between:trigger",)
_LINKS = frozenset("في عن الي اثر جراء بعد خلال من علي وعن نتيجه بسبب عقب حين عندما ان".split())


@lru_cache(maxsize=4096)
def _stepped(words: str, one: str, two: str, same: bool) -> Group:
    return f"step:{words}", f"step:{one}-{two}:{words}", f"clause:{same}"


@lru_cache(maxsize=4096)
def _linked(name: str, word: str, one: str, two: str) -> Group:
    return f"{name}:{word}", f"{name}:{word}:{one}-{two}"
