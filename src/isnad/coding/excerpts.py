"""Excerpts: the words a report tells a change or a condition with, found from a cue, cut where the judge would cut them.

A cue of `assessments.yaml` or `situations.yaml` is only a candidate: the judge decides whether it tells of a change
(question `assessment`) or a condition (`situation`), and among the words before and after it where the quotation begins and
ends (questions `excerpt begin`, `excerpt end`, the same for both).
"""

from collections.abc import Iterator
from functools import lru_cache

from isnad.coding.judging import Features
from isnad.coding.nearness import step
from isnad.coding.reading import COUNT_OF, Reading, counts_of
from isnad.coding.vocabulary import core_of
from isnad.coding.weighing import Group, known
from isnad.coding.workup import Workup
from isnad.lexicon.matching import Hit

_BEFORE, _AFTER, _SUBJECT = 24, 36, 6
_FUNCTION = frozenset(
    "ان انه انها انهم التي الذي الذين حيث فيما بينما لكن الا كما وقد قد كان كانت وكان وكانت حين عن علي في من الي مع بعد قبل منذ "
    "خلال عند رغم وسط بعدما عندما مما ما ولا لا لم ليكون لتصبح هي هو وهي وهو اذ اذا بان مثل ضد اثر اكثر هذا هذه".split()
)
_RELATIVE = frozenset("التي الذي الذين اللذين اللتين حيث".split())
_NAMING = ("actors", "people", "facilities", "states", "triggers", "harms", "sources")
_NAMED = counts_of(*_NAMING)
_PAUSES = ("،", "؛", ":", ".", "(", ")", '"', "“", "”", "«", "»", "\n", "؟", "-")


def cue_features(work: Workup, hit: Hit, kind: str, sort: str) -> Features:
    """Features of a cue: does it tell of a change, of a condition? `sort`: the measure or kind that its entry stands for."""
    reading = work.reading
    sentence = reading.sentence_of[hit.first]
    first, last = reading.edges[sentence]
    cue = (
        reading.lexicon.assessments[hit.entry].id if kind == "assessments" else reading.lexicon.situations[hit.entry].id
    )
    own = core_of(reading.tokens.words[hit.first])
    found: list[Group] = [
        _cued(cue, sort, hit.pos, own, hit.last - hit.first, hit.article),
        _placed(min(sentence, 4), reading.sentences[sentence].heading, hit.first == first),
        tuple(work.vocabulary.beside(sentence, hit.first, hit.last)),
        *_company(reading, hit, first, last, sort),
    ]
    places = [word for word, _ in work.surroundings.places.get(sentence, ())]
    times = [word for word, _ in work.surroundings.times.get(sentence, ())]
    found.append(_where_and_when("place", sort, _side(places, hit)))
    found.append(_where_and_when("time", sort, _side(times, hit)))
    if kind == "assessments":
        found.append(_changing(cue, *_nearest_subject(reading, hit, first, last)))
    elif hit.pos == "verb":
        led = reading.tokens.words[hit.first - 1] if hit.first > first else "^"
        found.append(_tensed(_is_present(own), led in _RELATIVE, cue, sort))
    acts = reading.holds("triggers", hit.first, hit.last)
    found.append((f"act in cue:{acts}", f"act in cue:{acts}:{cue}"))
    return found


def _is_present(word: str) -> bool:
    """Is a verb in the present: "يسيطر", "تسيطر", but not "تمركزت"."""
    return word[:1] == "ي" or (word[:1] == "ت" and not word.endswith(("ت", "وا")))


@known(256)
def _tensed(present: bool, relative: bool, cue: str, sort: str) -> Group:
    return (
        f"present:{present}",
        f"present:{present}:{sort}",
        f"present:{present}:{cue}",
        f"present:{present}:{relative}",
    )


def _nearest_subject(reading: Reading, hit: Hit, first: int, last: int) -> tuple[str, str]:
    """What may be changing, the violence or the dead, nearest to a cue; on which side and how far."""
    low, high = max(first, hit.first - _SUBJECT), min(last, hit.last + _SUBJECT)
    named = [
        (other.first - hit.last if other.first >= hit.last else hit.first - other.last, other)
        for other in reading.within("assessments", low, high)
        if other is not hit and reading.lexicon.assessments[other.entry].direction is None
    ]
    if not named:
        return "none", ""
    words, subject = min(named, key=lambda row: (row[0], row[1].first))
    side = "<" if subject.first < hit.first else ">"
    return reading.lexicon.assessments[subject.entry].id, side + step(max(0, words))


def _side(words: list[int], hit: Hit) -> str:
    """Where the nearest of some words of the sentence stands."""
    near = min(words, key=lambda word: abs(word - hit.first), default=None)
    if near is None:
        return "none"
    return f"{'<' if near < hit.first else '>'}{step(abs(near - hit.first))}"


@known(4096)
def _cued(cue: str, sort: str, pos: str, word: str, words: int, article: bool) -> Group:
    return (
        f"cue:{cue}",
        f"sort:{sort}",
        f"cue:{cue}:{pos}",
        f"word:{word}",
        f"word:{word}:{sort}",
        f"words:{words}",
        f"article:{article}:{pos}",
    )


@known(4096)
def _changing(cue: str, subject: str, side: str) -> Group:
    return f"subject:{subject}", f"subject:{subject}{side}", f"subject:{subject}{side[:1]}:{cue}"


@known(256)
def _placed(sentence: int, heading: bool, opens: bool) -> Group:
    return f"sentence:{sentence}", f"heading:{heading}", f"opens:{opens}"


@known(4096)
def _where_and_when(what: str, sort: str, side: str) -> Group:
    return f"{what}:{side}", f"{what}:{side[0]}:{sort}"


def _company(reading: Reading, hit: Hit, first: int, last: int, sort: str) -> Iterator[Group]:
    """What stands near the cue: parties, acts, other cues, relative and little words."""
    low, high = max(first, hit.first - 6), min(last, hit.last + 6)
    before, after = reading.counts(low, hit.first), reading.counts(hit.last, high)
    for kind in ("actors", "people", "triggers", "harms", "assessments", "situations", "sayings"):
        bits = COUNT_OF[kind]
        yield _near(kind, sort, bool(before & bits), bool(after & bits))
    if reading.counts(low, high) & COUNT_OF["states"]:
        yield ("near state",)
    words = reading.tokens.words
    if hit.first > first:
        yield (f"before:{words[hit.first - 1]}",)
    if "منذ" in words[hit.last : high]:
        yield ("since",)
    inside = reading.quotation_at(reading.tokens.starts[hit.first]) is not None
    yield (f"quoted:{inside}",)


@known(1024)
def _near(kind: str, sort: str, before: bool, after: bool) -> Group:
    return f"{kind}<{before}", f"{kind}>{after}", f"{kind}:{sort}:{before}:{after}"


def begins_of(reading: Reading, at: int, pos: str) -> list[tuple[int, Features]]:
    """The words an excerpt around the cue at word `at` may begin with, each with its features."""
    first = reading.edges[reading.sentence_of[at]][0]
    found: list[tuple[int, Features]] = []
    for word in range(max(first, at - _BEFORE), at + 1):
        before = "^" if word == first else pause_of(reading.tokens.gap(word - 1))
        led = plain(reading.tokens.words[word - 1]) if word > first else "^"
        own = reading.tokens.words[word]
        clauses = min(3, reading.clauses[at] - reading.clauses[word])
        features = _cut(reading, word, before, led, plain(own), step(at - word), clauses, pos)
        onward = plain(reading.tokens.words[word + 1]) if word < at else "cue"
        relative = next((n for n, w in enumerate(reading.tokens.words[word + 1 : word + 5], 1) if w in _RELATIVE), 0)
        found.append((word, (*features, _onward(onward, before, relative))))
    return found


@known(4096)
def _onward(word: str, sign: str, relative: int) -> Group:
    return f"next:{word}", f"next:{word}:{sign}", f"relative in:{relative}", f"relative in:{relative}:{sign}"


def ends_of(reading: Reading, last: int, pos: str) -> list[tuple[int, Features]]:
    """The words an excerpt whose cue ends before word `last` may end before, each with its features."""
    end = reading.edges[reading.sentence_of[last - 1]][1]
    found = []
    for word in range(last, min(end, last + _AFTER) + 1):
        after = "$" if word == end else pause_of(reading.tokens.gap(word - 1))
        following = plain(reading.tokens.words[word]) if word < end else "$"
        own = plain(reading.tokens.words[word - 1])
        clauses = min(3, reading.clauses[word - 1] - reading.clauses[last - 1])
        found.append((word, _cut(reading, min(word, end - 1), after, following, own, step(word - last), clauses, pos)))
    return found


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A little word as it stands; of others their first letters, which tell clitics, article and person."""
    if word in _FUNCTION or word[1:] in _FUNCTION:
        return word
    return (
        word[:3] + "…"
        if word.startswith(("وال", "بال", "لل"))
        else word[:2] + "…"
        if word[:2] == "ال"
        else word[0] + "…"
    )


def pause_of(gap: str) -> str:
    """The first sign in the gap between two words, "" for none."""
    return "" if gap == " " else next((sign for sign in gap if sign in _PAUSES), "")


def _cut(
    reading: Reading, word: int, sign: str, beyond: str, own: str, distance: str, clauses: int, pos: str
) -> Features:
    begun = reading.counts(word, word + 1) & _NAMED
    kinds = tuple([kind for kind in _NAMING if begun & COUNT_OF[kind]]) if begun else ()
    return [
        _edge(sign, beyond, own),
        _reach(distance, clauses, pos, sign),
        tuple([f"at:{kind}" for kind in kinds]) + tuple([f"at:{kind}:{beyond}" for kind in kinds]),
    ]


@known(8192)
def _edge(sign: str, beyond: str, own: str) -> Group:
    return f"sign:{sign}", f"beyond:{beyond}", f"own:{own}", f"{sign}|{beyond}", f"{beyond}|{own}", f"{sign}|own:{own}"


@known(4096)
def _reach(distance: str, clauses: int, pos: str, sign: str) -> Group:
    return (
        f"distance:{distance}",
        f"clauses:{clauses}",
        f"distance:{distance}:{pos}",
        f"clauses:{clauses}:{sign}",
        f"distance:{distance}:{clauses}",
    )
