"""What stands around an act: the features by which the judge tells incidents from mere words."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import compress

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.judging import Features
from isnad.coding.reading import COUNT_OF, Reading
from isnad.coding.standing import turn_of
from isnad.coding.weighing import Group, known

_NEAR = 8
_LINKS = frozenset(
    "في علي ضد من بين عن الي مع ب ل قرب امس اليوم الذي التي اثر جراء خلال بعد قبل منذ عقب هذا هذه ذلك تلك اي كل ان "
    "انه حيث كما وقد قد كان كانت تم لم لا لن سوف عند عبر نتيجه بسبب احد عده عدد سلسله مكافحه ضحايا محاوله تنفيذ شن".split()
)


class Setting(Struct, frozen=True):
    """What holds for a whole report: how much of it is war, sport, accident, fiction.

    `places` and `times` are where they begin in the folded text, in order, `history` the times too long ago for an incident
    (codebook, "Not incidents"); `numbers` the first words of its quantities; `cues` what the sentences asked about so far say
    as a whole.
    """

    features: tuple[str, ...]
    places: list[int] = []
    times: list[int] = []
    history: list[int] = []
    numbers: list[int] = []
    cues: dict[int, Group] = {}


def read_setting(reading: Reading, acts: list[Act]) -> Setting:
    """Features of the report as a whole."""
    counts = {"sport": 0, "accident": 0, "fiction": 0, "exercise": 0, "legal": 0, "metaphor": 0}
    for hit in reading.of("cues"):
        cue = reading.lexicon.cues[hit.entry].cue
        if cue in counts:
            counts[cue] += 1
    found = [f"report:{cue}" for cue, count in counts.items() if count >= 2]
    found += [f"report:{cue}+" for cue, count in counts.items() if count >= 5]
    strong = sum(not act.weak for act in acts)
    armed = sum(reading.lexicon.actors[h.entry].kind == "non_state" for h in reading.of("actors"))
    armed += sum(reading.lexicon.people[h.entry].fights for h in reading.of("people"))
    found.append(f"report:acts{min(strong, 6)}")
    found.append(f"report:armed{min(armed, 4)}")
    if strong * 60 > len(reading.tokens):
        found.append("report:dense")
    return Setting(
        tuple(found),
        sorted(place.start for place in reading.places),
        sorted(time.start for time in reading.times),
        _history(reading),
        sorted(quantity.first for quantity in reading.quantities),
    )


def _history(reading: Reading) -> list[int]:
    """Where times begin that ended more than ten years before publication."""
    published = reading.published
    if published is None or published - date.min < _TOO_OLD:
        return []
    limit = published - _TOO_OLD
    return sorted(time.start for time in reading.times if time.latest is not None and time.latest < limit)


_TOO_OLD = timedelta(days=3653)


def mention_features(reading: Reading, act: Act, setting: Setting) -> Features:
    """Features for the question `mention`: do these words speak of an incident (codebook, "The unit")?"""
    first, last = reading.edges[act.sentence]
    found = [
        _formed(act.id, act.kind, act.pos, act.hit.article, act.hit.prefix),
        _standing(min(act.sentence, 4), reading.sentences[act.sentence].heading),
        setting.features,
        *_around(reading, act, setting, max(first, act.first - _NEAR), min(last, act.last + _NEAR)),
        *_links(reading, act, first, last),
        *_cues(reading, act, setting),
    ]
    turn = turn_of(reading, act)
    if turn != "happened":
        found.append((f"turn:{turn}", f"turn:{act.kind}/{act.pos}"))
    situations = reading.within("situations", max(first, act.first - 3), act.last)
    if any(hit.first <= act.first < hit.last for hit in situations):
        found.append(("inside situation", f"inside situation:{act.id}"))
    return found


@known(4096)
def _formed(act: str, kind: str, pos: str, article: bool, prefix: str) -> Group:
    return f"id:{act}", f"form:{act}/{pos}", f"kind:{kind}/{pos}", f"article:{act}:{article}", f"prefix:{prefix}"


@known(16)
def _standing(sentence: int, heading: bool) -> Group:
    return f"sentence:{sentence}", "heading" if heading else "body"


_KINDS_NEAR = ("actors", "people", "facilities", "weapons", "triggers", "harms", "states")
_COUNTS_NEAR = [COUNT_OF[kind] for kind in _KINDS_NEAR]


def _around(reading: Reading, act: Act, setting: Setting, low: int, high: int) -> Iterator[Group]:
    """Which kinds of things stand within a few words, before and after."""
    counts = reading.counts(low, act.first)
    if counts:
        yield _before(tuple([counts & kind > 0 for kind in _COUNTS_NEAR]), act.weak)
    counts = reading.counts(act.last, high)
    if counts:
        yield _after(tuple([counts & kind > 0 for kind in _COUNTS_NEAR]), act.kind, act.pos)
        counts = reading.counts(act.last, act.last + 1)
        if counts:
            yield _beside(tuple([counts & kind > 0 for kind in _COUNTS_NEAR]), act.id)
    start, end = reading.tokens.starts[low], reading.tokens.ends[high - 1]
    place, time = _holds(setting.places, start, end), _holds(setting.times, start, end)
    if setting.history and _holds(setting.history, start, end):
        yield _HISTORY
    yield _things(place, time, _holds(setting.numbers, low, high), act.weak)


_HISTORY: Group = ("near:history",)


def _holds(positions: list[int], low: int, high: int) -> bool:
    at = bisect_left(positions, low)
    return at < len(positions) and positions[at] < high


@known(4096)
def _before(near: tuple[bool, ...], weak: bool) -> Group:
    kinds = list(compress(_KINDS_NEAR, near))
    return (*(f"near:{kind}<" for kind in kinds), *(f"weak:{kind}<" for kind in kinds if weak))


@known(4096)
def _after(near: tuple[bool, ...], act: str, pos: str) -> Group:
    kinds = list(compress(_KINDS_NEAR, near))
    return (*(f"near:{kind}>" for kind in kinds), *(f"{act}/{pos}:{kind}>" for kind in kinds))


@known(4096)
def _beside(near: tuple[bool, ...], act: str) -> Group:
    kinds = list(compress(_KINDS_NEAR, near))
    return (*(f"next:{kind}" for kind in kinds), *(f"next:{kind}:{act}" for kind in kinds))


@known(16)
def _things(place: bool, time: bool, quantity: bool, weak: bool) -> Group:
    named = (("near:place", place), ("near:time", time), ("near:quantity", quantity), ("weak", weak))
    return tuple(name for name, holds in (*named, ("weak+place", weak and place)) if holds)


def _links(reading: Reading, act: Act, first: int, last: int) -> Iterator[Group]:
    """The little words right before and after."""
    words = reading.tokens.words
    before = words[act.first - 1] if act.first > first else "^"
    after = words[act.last] if act.last < last else "$"
    for name, word in (("before", before), ("after", after)):
        bare = word.lstrip("وف") if len(word) > 3 else word
        if word in _LINKS or bare in _LINKS or word in "^$":
            yield _linked(name, bare or word, act.kind, act.pos)
        elif word[:1] == "ل" or word[:1] == "ب":
            yield _led(name, word[0])


@known(4096)
def _linked(name: str, word: str, kind: str, pos: str) -> Group:
    return f"{name}:{word}", f"{name}:{word}:{kind}/{pos}"


@known(16)
def _led(name: str, clitic: str) -> Group:
    return (f"{name}:{clitic}-",)


def _cues(reading: Reading, act: Act, setting: Setting) -> Iterator[Group]:
    """Turning words in the same clause before the act, and anywhere in its sentence."""
    told = setting.cues.get(act.sentence)
    if told is None:
        told = setting.cues[act.sentence] = tuple(_told(reading, act.sentence))
    if not told:
        return
    yield told
    low = max(reading.edges[act.sentence][0], act.first - 10)
    if reading.counts(low, act.first + 1) & COUNT_OF["cues"]:
        found, clause = [], reading.clauses[act.first]
        for hit in reading.within("cues", low, act.first + 1):
            if reading.clauses[hit.first] == clause:
                cue = reading.lexicon.cues[hit.entry].cue
                found.append(f"cue:{cue}<")
                if act.first - hit.last <= 2:
                    found.append(f"cue:{cue}<<")
        yield tuple(found)


def _told(reading: Reading, sentence: int) -> Iterator[str]:
    """The turning words of a sentence, and whether it speaks of a trend or a lasting condition."""
    first, last = reading.edges[sentence]
    for hit in reading.within("cues", first, last):
        yield f"cue:{reading.lexicon.cues[hit.entry].cue}"
    if reading.holds("assessments", first, last):
        yield "sentence:assessment"
    if reading.holds("situations", first, last):
        yield "sentence:situation"
