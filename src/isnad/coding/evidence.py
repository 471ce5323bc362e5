"""What stands around an act: the features by which the judge tells incidents from mere words."""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.reading import Reading
from isnad.coding.standing import turn_of

_NEAR = 8
_LINKS = frozenset(
    "في علي ضد من بين عن الي مع ب ل قرب امس اليوم الذي التي اثر جراء خلال بعد قبل منذ عقب هذا هذه ذلك تلك اي كل ان "
    "انه حيث كما وقد قد كان كانت تم لم لا لن سوف عند عبر نتيجه بسبب احد عده عدد سلسله مكافحه ضحايا محاوله تنفيذ شن".split()
)


class Setting(Struct, frozen=True):
    """What holds for a whole report: how much of it is war, sport, accident, fiction.

    `places` and `times` are where they begin in the folded text, in order; `numbers` the first words of its quantities.
    """

    features: tuple[str, ...]
    places: list[int] = []
    times: list[int] = []
    numbers: list[int] = []


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
        sorted(quantity.first for quantity in reading.quantities),
    )


def mention_features(reading: Reading, act: Act, setting: Setting) -> list[str]:
    """Features for the question `mention`: do these words speak of an incident (codebook, "The unit")?"""
    first, last = reading.edges[act.sentence]
    sentence = reading.sentences[act.sentence]
    low, high = max(first, act.first - _NEAR), min(last, act.last + _NEAR)
    form = f"{act.id}/{act.pos}"
    found = [
        f"id:{act.id}",
        f"form:{form}",
        f"kind:{act.kind}/{act.pos}",
        f"article:{act.id}:{act.hit.article}",
        f"prefix:{act.hit.prefix}",
        f"sentence:{min(act.sentence, 4)}",
        "heading" if sentence.heading else "body",
        *setting.features,
        *_around(reading, act, setting, low, high),
        *_links(reading, act, first, last),
        *_cues(reading, act, first, last),
    ]
    turn = turn_of(reading, act)
    if turn != "happened":
        found += [f"turn:{turn}", f"turn:{act.kind}/{act.pos}"]
    if any(
        hit.first <= act.first < hit.last for hit in reading.within("situations", max(first, act.first - 3), act.last)
    ):
        found += ["inside situation", f"inside situation:{act.id}"]
    if act.weak:
        found.append("weak")
    if act.weak and "near:place" in found:
        found.append("weak+place")
    return found


def _around(reading: Reading, act: Act, setting: Setting, low: int, high: int) -> Iterator[str]:
    """Which kinds of things stand within a few words, before and after."""
    for kind in ("actors", "people", "facilities", "weapons", "triggers", "harms", "states"):
        if reading.holds(kind, low, act.first):
            yield f"near:{kind}<"
            if act.weak:
                yield f"weak:{kind}<"
        if reading.holds(kind, act.last, high):
            yield f"near:{kind}>"
            yield f"{act.kind}/{act.pos}:{kind}>"
            if reading.at(kind, act.last) is not None:
                yield f"next:{kind}"
                yield f"next:{kind}:{act.id}"
    start, end = reading.tokens.starts[low], reading.tokens.ends[high - 1]
    if bisect_left(setting.places, start) < bisect_left(setting.places, end):
        yield "near:place"
    if bisect_left(setting.times, start) < bisect_left(setting.times, end):
        yield "near:time"
    if bisect_left(setting.numbers, low) < bisect_left(setting.numbers, high):
        yield "near:quantity"


def _links(reading: Reading, act: Act, first: int, last: int) -> Iterator[str]:
    """The little words right before and after."""
    words = reading.tokens.words
    before = words[act.first - 1] if act.first > first else "^"
    after = words[act.last] if act.last < last else "$"
    for name, word in (("before", before), ("after", after)):
        bare = word.lstrip("وف") if len(word) > 3 else word
        if word in _LINKS or bare in _LINKS or word in "^$":
            yield f"{name}:{bare or word}"
            yield f"{name}:{bare or word}:{act.kind}/{act.pos}"
        elif word[:1] == "ل":
            yield f"{name}:ل-"
        elif word[:1] == "ب":
            yield f"{name}:ب-"


def _cues(reading: Reading, act: Act, first: int, last: int) -> Iterator[str]:
    """Turning words in the same clause before the act, and anywhere in its sentence."""
    clause = reading.clauses[act.first]
    for hit in reading.within("cues", first, last):
        cue = reading.lexicon.cues[hit.entry].cue
        yield f"cue:{cue}"
        if hit.first <= act.first and reading.clauses[hit.first] == clause and act.first - hit.first <= 10:
            yield f"cue:{cue}<"
            if act.first - hit.last <= 2:
                yield f"cue:{cue}<<"
    if reading.within("assessments", first, last):
        yield "sentence:assessment"
    if reading.within("situations", first, last):
        yield "sentence:situation"
