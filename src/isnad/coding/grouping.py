"""Grouping: which acts of a report are mentions of one incident (codebook, "The unit").

Acts are taken in order; each joins the incident whose acts it most resembles, or begins a new one. The likeness of two
acts is the judge's answer to the question `same`.
"""

from collections.abc import Iterator
from functools import lru_cache

from isnad.coding.acts import Act
from isnad.coding.judging import Features, Group, Judge
from isnad.coding.local import Local
from isnad.coding.nearness import apart, step
from isnad.coding.reading import COUNT_OF, Reading

_COMPARED = 6
_BEST = 0.35  # how much the best likeness counts beside the mean; chosen by totals on dev and train, not by cross-validation
_GROUPS = 40
_BARE = 0.1  # how much less likeness an act needs to join when it tells nothing of its own; by five-fold totals and dev
_EXPLOSIVE = frozenset(
    {"suicide_bombing", "bombing", "landmine", "shelling", "air_strike", "drone_strike", "chemical_attack"}
)
_VIOLENT = _EXPLOSIVE | {"armed_attack", "clash", "assassination", "killing", "execution", "prison_break"}


def group_acts(reading: Reading, acts: list[Act], locals_: dict[int, Local], judge: Judge) -> list[list[Act]]:
    """The acts of each incident, incidents in order of their first act."""
    groups: list[list[Act]] = []
    threshold = judge.threshold("same")
    for act in acts:
        marks = [_likeness(reading, group, act, locals_, judge) for group in groups[-_GROUPS:]]
        asked = threshold - _BARE if _tells_nothing(act, locals_[act.index]) else threshold
        if marks and max(marks) >= asked:
            groups[len(groups) - len(marks) + marks.index(max(marks))].append(act)
        else:
            groups.append([act])
    return groups


def _tells_nothing(act: Act, local: Local) -> bool:
    """Does a trigger come without a place, time or loss of its own: then it is likelier a repeat than an act by itself."""
    return act.kind == "trigger" and not local.places and local.days is None and not local.losses


def _likeness(reading: Reading, group: list[Act], act: Act, locals_: dict[int, Local], judge: Judge) -> float:
    """The mean likeness to a group's first and last acts, a little nearer to the best of them."""
    members = group if len(group) <= _COMPARED else [*group[:2], *group[-_COMPARED + 2 :]]
    marks = [judge.chance("same", same_features(reading, other, act, locals_)) for other in members]
    return _BEST * max(marks) + (1.0 - _BEST) * sum(marks) / len(marks)


def same_features(reading: Reading, one: Act, two: Act, locals_: dict[int, Local]) -> Features:
    """Features for the question `same` of two acts, `one` standing before `two`."""
    sentences = two.sentence - one.sentence
    words = "" if one.id != two.id else "weak" if one.weak else "same"
    kinship = _kinship(one.kind, one.type, two.kind, two.type, words)
    plural = (two.pos == "plural") - (one.pos == "plural")
    before, local = locals_[one.index], locals_[two.index]
    found = [
        kinship,
        _agreement(before, local, sentences),
        local.reference,
        _pair(one.id, one.pos, one.hit.article, two.id, two.pos, two.hit.article),
        _order(min(one.sentence, 3), min(two.sentence, 4), min(local.rank - before.rank - 1, 5)),
        _last(two.sentence + 1 == len(reading.edges)),
        _shared(before.words, local.words, one.type == two.type, sentences > 0),
    ]
    if two.kind == "trigger":
        own = (bool(local.places), local.days is not None, bool(local.losses))
        beside = local.rank - before.rank == 1
        found.append(_own(two.hit.article, own, one.sentence == 0, min(sentences, 2), beside))
    if sentences:
        told = reading.sentences
        headed = told[one.sentence].heading
        found.append(_parted(min(sentences, 4), headed, one.sentence == 0, told[two.sentence].heading, plural))
        return found
    found.append(_JOINED[plural])
    found += _within_sentence(reading, one, two)
    return found


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


@lru_cache(maxsize=2)
def _last(last: bool) -> Group:
    return (f"last sentence:{last}",)


def _shared(one: frozenset[str], two: frozenset[str], same: bool, parted: bool) -> Group:
    """How many telling words stand around both, and how many only around the later."""
    shared = len(one & two)
    return _counted(min(shared, 4), min(len(two) - shared, 6), same, parted)


@lru_cache(maxsize=256)
def _counted(shared: int, new: int, same: bool, parted: bool) -> Group:
    within = "" if parted else "within "
    return f"{within}shared:{shared}", f"{within}new:{new}", f"type:{same}:shared:{min(shared, 3)}"


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


def _agreement(one: Local, two: Local, sentences: int) -> Group:
    """Do the places, times, parties and losses near the two agree."""
    found: list[str] = []
    if one.places and two.places:
        if not one.places.isdisjoint(two.places):
            found.append("place:same")
        else:
            found.append("place:differs" if one.divisions.isdisjoint(two.divisions) else "place:division")
            found.append("place:differs:False" if sentences else "place:differs:True")
    if one.days and two.days:
        meet = one.days[0] <= two.days[1] and two.days[0] <= one.days[1]
        found.append("days:meet" if meet else "days:apart")
    elif one.days or two.days:
        found.append("days:first only" if one.days else "days:second only")
    if one.turn == two.turn:
        found.append("turn:same" if one.turn != "happened" else "turn:none")
    else:
        found += ("turn:differs", "turn:differs:False" if sentences else "turn:differs:True")
    if one.parties and two.parties:
        shared = len(one.parties & two.parties)
        found.append(f"parties:shared{min(shared, 2)}" if shared else "parties:none shared")
    if one.named and two.named:
        found.append("named:differ" if one.named.isdisjoint(two.named) else "named:same")
    if sentences and one.losses and two.losses:
        if not one.losses.isdisjoint(two.losses):
            found.append("losses:same")
        elif not one.slots.isdisjoint(two.slots):
            found.append("losses:differ")
    return tuple(found)
