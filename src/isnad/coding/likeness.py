"""Likeness: the features for the question `same`, whether two acts of a report are mentions of one incident."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.agreement import agreement, shared_words
from isnad.coding.course import Course, aged
from isnad.coding.judging import Features
from isnad.coding.local import Local
from isnad.coding.nearness import apart, step
from isnad.coding.reading import COUNT_OF, Reading
from isnad.coding.weighing import Group, known
from isnad.coding.workup import Workup

_EXPLOSIVE = frozenset(
    {"suicide_bombing", "bombing", "landmine", "shelling", "air_strike", "drone_strike", "chemical_attack"}
)
_VIOLENT = _EXPLOSIVE | {"armed_attack", "clash", "assassination", "killing", "execution", "prison_break"}


class _Side(Struct, frozen=True, gc=False):
    """What is so of one act whatever it is compared with.

    `told`: does it tell a place, a time and a loss of its own; `age` of the day told; `form`: its word and form as the
    earlier of two; `opening`: the first words of the sentence it leads; its sentence, as the earlier and the later one.
    """

    local: Local
    told: tuple[bool, bool, bool]
    age: str
    form: Group
    opening: Group
    early: int
    late: int


class Likeness:
    """What speaks for two acts of one report being one; `acts` are those that may be mentions, in order.

    What two acts are asked with is told in three parts, of which two are the same for many pairs: what the later act says
    alone (`own`), what their sentences say (`apart`), and what the two say together (`features`).
    """

    def __init__(self, work: Workup, acts: Sequence[Act]) -> None:
        self._work = work
        self._reading = work.reading
        locals_ = work.locals_of(acts)
        self._course = Course(work, acts, locals_)
        self._sides = {act.index: self._side(act, locals_[act.index]) for act in acts}

    def _side(self, act: Act, local: Local) -> _Side:
        return _Side(
            local,
            (bool(local.places), local.days is not None, bool(local.losses)),
            self._course.age(local),
            (f"one:{act.id}/{act.pos}",),
            self._course.opening(act),
            min(act.sentence, 3),
            min(act.sentence, 4),
        )

    def features(self, one: Act, two: Act) -> Features:
        """Features for the question `same` of two acts together, `one` standing before `two`."""
        sentences = two.sentence - one.sentence
        words = "" if one.id != two.id else "weak" if one.weak else "same"
        before, later = self._sides[one.index], self._sides[two.index]
        here, there = before.local, later.local
        alike = one.type == two.type
        between = there.rank - here.rank - 1
        found = [
            _kinship(one.kind, one.type, two.kind, two.type, words),
            agreement(here, there, sentences, alike and one.type is not None),
            before.form,
            _pair(one.id, two.id),
            _forms(one.pos, one.definite, two.pos, two.definite),
            _order(before.early, later.late, between if between < 5 else 5),
            shared_words(here.words, there.words, alike, sentences > 0),
            self._course.told_between(one, here, two, there),
            aged(before.age, later.age),
        ]
        if two.kind == "trigger":
            found.append(
                _own(two.definite, later.told, one.sentence == 0, sentences if sentences < 2 else 2, between == 0)
            )
        if sentences:
            if later.opening:
                found.append(later.opening)
        else:
            found += _within_sentence(self._reading, one, two)
        return found

    def apart(self, one: int, two: int) -> Features:
        """The features of the sentences that two acts stand in."""
        if one == two:
            return _WITHIN, self._course.within
        told = self._reading.sentences
        parted = _parted(min(two - one, 4), told[one].heading, one == 0, told[two].heading)
        return parted, self._course.across, *self._course.sentences(one, two)

    def own(self, act: Act) -> list[str]:
        """The features of the later act alone, whatever stands before it."""
        last = act.sentence + 1 == len(self._reading.edges)
        around = [f"two{word}" for word in self._work.mention_words(act) if word[0] in "<>"]
        own = (f"two:{act.id}:{act.definite}", f"two:{act.id}/{act.pos}")
        return [f"last sentence:{last}", *own, *self._sides[act.index].local.reference, *around]

    def tells_nothing(self, act: Act) -> bool:
        """Does a trigger come without a place, time or loss of its own: then it is likelier a repeat than an act by itself."""
        return act.kind == "trigger" and not any(self._sides[act.index].told)


@known(8_192)
def _pair(one: str, two: str) -> Group:
    """Which words the two acts are: some go together ("هجوم", "قتلى")."""
    return (f"pair:{one}+{two}",)


@known(1024)
def _forms(one: str, one_article: bool, two: str, two_article: bool) -> Group:
    """The forms of the two acts, and whether one tells of many."""
    number = "" if (one == "plural") == (two == "plural") else "many-one" if one == "plural" else "one-many"
    found = (f"forms:{one}-{two}", f"articles:{one_article}-{two_article}")
    return (*found, f"number:{number}") if number else found


@known(512)
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


@known(256)
def _order(one: int, two: int, between: int) -> Group:
    """Where in the report the two stand, and how many other acts lie between."""
    return f"acts between:{between}", f"sentence:{two}", f"sentences:{one}-{min(two, 3)}"


_WITHIN: Group = ("apart:same",)


@known(64)
def _parted(sentences: int, headed: bool, first: bool, heading: bool) -> Group:
    """Two acts so many sentences apart; whether the one stands in a heading, the first, and whether the other does."""
    found = [f"apart:{apart(sentences)}"]
    if headed:
        found += ["from heading" if first else "from subheading", f"from heading:{apart(sentences)}"]
    if heading:
        found.append("to heading")
    return tuple(found)


@known(4096)
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


@known(4096)
def _stepped(words: str, one: str, two: str, same: bool) -> Group:
    return f"step:{words}", f"step:{one}-{two}:{words}", f"clause:{same}"


@known(4096)
def _linked(name: str, word: str, one: str, two: str) -> Group:
    return f"{name}:{word}", f"{name}:{word}:{one}-{two}"
