"""Roles: which parties did it, and to whom (codebook, `perpetrators`, `targets`): features for the judge."""

from collections.abc import Sequence

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.judging import Features
from isnad.coding.nearness import Ground, between_features, link_of, step
from isnad.coding.parties import Candidate
from isnad.coding.reading import Reading, counts_of
from isnad.coding.vocabulary import core_of
from isnad.coding.weighing import Group, known

_COMMON = frozenset({"people", "facility", "body"})
_LEADING = frozenset({"by", "against", "blame", "claim", "result", "denial"})
_BEFORE = counts_of("cues", "sayings", "harms", "triggers")
_AFTER = counts_of("sayings", "triggers")


class PartyFacts(Struct, frozen=True, gc=False):
    """What is so of a candidate whichever incident is asked about.

    `what` it is, the preposition that governs it, its features; `before` and `after` are the triggers that touch it: the
    first word and what is said of them.
    """

    what: str
    link: str
    steady: tuple[Group, ...]
    before: tuple[int, str] | None
    after: tuple[int, str] | None


def party_facts(reading: Reading, candidate: Candidate) -> PartyFacts:
    """The facts of one candidate."""
    noun = candidate.quantity.last if candidate.quantity else candidate.first
    link = link_of(reading, noun if candidate.first == noun else candidate.first, candidate.prefix)
    sort = candidate.sort
    what = f"{sort}/{candidate.group}"
    steady = [_identity(what, link, candidate.fights)]
    steady.append(_length(min(candidate.last - candidate.first, 5), sort in _COMMON))
    if sort in _COMMON and not candidate.actor:  # never by the name of an actor: all parties alike
        words = reading.tokens.words
        steady.append((f"head:{core_of(words[candidate.first])}", f"tail:{core_of(words[candidate.last - 1])}"))
    first, last = reading.edges[candidate.sentence]
    before = after = None
    if reading.counts(max(first, candidate.first - 5), candidate.first) & _BEFORE:
        led = tuple(_led(reading, candidate, first))
        steady += [led] if led else []
        trigger = reading.within("triggers", max(first, candidate.first - 3), candidate.first)
        if trigger and trigger[-1].last == candidate.first:
            form = f"{reading.lexicon.triggers[trigger[-1].entry].id}/{trigger[-1].pos}"
            before = (trigger[-1].first, f"after trigger:{form}")
    if candidate.last < last and reading.counts(candidate.last, candidate.last + 1) & _AFTER:
        if reading.at("sayings", candidate.last) is not None:
            steady.append(("speaks after",))
        following = reading.at("triggers", candidate.last)
        if following is not None:
            after = (following.first, f"before trigger:{following.pos}")
    return PartyFacts(what, link, tuple(steady), before, after)


@known(16)
def _length(words: int, common: bool) -> Group:
    return f"length:{words}", f"length:{words}:{common}"


@known(4096)
def _identity(what: str, link: str, fights: bool) -> Group:
    return f"what:{what}", f"link:{link}", f"fights:{fights}"


def _led(reading: Reading, candidate: Candidate, first: int) -> list[str]:
    """Words before a candidate that give its role away: "على يد X", "تبناه X", "اتهم X"."""
    found = []
    for hit in reading.within("cues", max(first, candidate.first - 4), candidate.first):
        cue = reading.lexicon.cues[hit.entry].cue
        if cue in _LEADING and hit.last >= candidate.first - 2:
            found.append(f"led by:{cue}")
    sayings = reading.within("sayings", max(first, candidate.first - 3), candidate.first)
    if any(hit.last >= candidate.first - 1 for hit in sayings):
        found.append("speaks")
    governing = reading.within("harms", max(first, candidate.first - 5), candidate.first)
    if governing:
        before = reading.at("harms", candidate.first - 1)
        if before is not None:
            found.append(f"suffers:{before.pos}")
        if not reading.holds("triggers", governing[-1].last, candidate.first):
            found.append("under harm")
    return found


def role_features(
    reading: Reading,
    candidates: Sequence[Candidate],
    facts: Sequence[PartyFacts],
    at: int,
    ground: Ground,
    group: int,
    kind: str,
) -> Features:
    """Features of candidate `at`, in a sentence of an incident of type `kind`, for `perpetrator` and `target`."""
    candidate, fact = candidates[at], facts[at]
    nearness = ground.nearest(group, candidate.first, candidate.last)
    act, after = nearness.act, nearness.after
    what, link = fact.what, fact.link
    near = "adjacent" if nearness.words == 0 else step(nearness.words)
    found = [
        *between_features(reading, nearness, candidate.first, candidate.last),
        ground.rivals(group, nearness, candidate.first),
        *fact.steady,
        _of_type(kind, what, after),
        _frame(act.kind, act.pos, act.id, after, link),
        _nearby(act.kind, act.pos, act.id, after, near),
        _governed(act.kind, act.pos, after, what, link),
        _ranked(act.kind, act.pos, after, _rank(candidates, at, act)),
    ]
    if candidate.quantity or act.hit.pronoun:
        found.append(_counted(act.kind, act.pos, after, bool(candidate.quantity), bool(act.hit.pronoun)))
    for trigger in (fact.before, fact.after):
        if trigger is not None:
            found.append((trigger[1] if trigger[0] == act.first else f"{trigger[1]} other",))
    return found


@known(4096)
def _of_type(kind: str, what: str, after: bool) -> Group:
    return f"type:{kind}:{what}", f"type:{kind}:{'>' if after else '<'}"


@known(4096)
def _frame(kind: str, pos: str, act: str, after: bool, link: str) -> Group:
    side = ">" if after else "<"
    return f"frame:{kind}/{pos}{side}{link}", f"frame:{act}{side}{link}"


@known(4096)
def _nearby(kind: str, pos: str, act: str, after: bool, near: str) -> Group:
    side = ">" if after else "<"
    return f"frame:{kind}/{pos}{side}{near}", f"frame:{act}{side}{near if near == 'adjacent' else 'apart'}"


@known(4096)
def _governed(kind: str, pos: str, after: bool, what: str, link: str) -> Group:
    return (f"frame:{what}{'>' if after else '<'}{kind}/{pos}{link}",)


@known(4096)
def _ranked(kind: str, pos: str, after: bool, rank: int) -> Group:
    side = ">" if after else "<"
    return f"rank:{side}{rank}", f"rank:{kind}/{pos}{side}{rank}"


@known(4096)
def _counted(kind: str, pos: str, after: bool, quantity: bool, pronoun: bool) -> Group:
    form = f"{kind}/{pos}{'>' if after else '<'}"
    return (*([f"quantity:{form}"] if quantity else []), *([f"pronoun:{form}"] if pronoun else []))


def _rank(candidates: Sequence[Candidate], at: int, act: Act) -> int:
    """Which of the parties on its side of the act a candidate is, counted from the act; 3 for all after the third."""
    first = candidates[at].first
    low, high = (act.first, first) if first >= act.first else (first + 1, act.first)
    passed = len([other for other in candidates if low <= other.first < high])
    return passed if passed < 3 else 3
