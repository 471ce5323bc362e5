"""Quoting: which attributions are statements, and where the words of a statement begin and end (codebook, "Statements").

Questions for the judge: `statement` (is what is credited an utterance that bears on the conflict?), `statement begin` and
`statement end` (at which border of a clause do its words begin and end?).
"""

from collections.abc import Iterator

from isnad.coding.attribution import Attribution
from isnad.coding.crediting import speaker_features
from isnad.coding.excerpts import pause_of, plain
from isnad.coding.judging import Features, Judge
from isnad.coding.nearness import step
from isnad.coding.reading import Reading
from isnad.coding.vocabulary import core_of
from isnad.coding.weighing import Group, known
from isnad.coding.workup import Workup

SHORTEST = 3
_MOST = 24


def statement_features(work: Workup, at: int) -> Features:
    """Features of attribution `at` for the question `statement`."""
    reading, attribution = work.reading, work.attributions[at]
    speaker = attribution.chain[-1]
    start, end = attribution.start, attribution.end
    saying = reading.lexicon.sayings[attribution.saying].id if attribution.saying >= 0 else "none"
    verb = core_of(reading.tokens.words[attribution.verb])
    found: list[Group] = [
        _how(attribution.pattern, attribution.that, saying, verb, speaker.carried),
        speaker_features(reading, attribution, attribution.that),
        (f"speaker:{step(speaker.last - speaker.first)}", f"content:{step(end - start)}"),
        (f"heading:{reading.sentences[attribution.sentence].heading}", f"sentence:{min(attribution.sentence, 3)}"),
        tuple(_content(reading, start, end, attribution.that)),
        tuple(_opening(reading, attribution)),
        tuple(work.vocabulary.beside(attribution.sentence, attribution.verb, attribution.verb_last)),
    ]
    inside = any(other.start <= attribution.verb < other.end for other in _beside(work, at))
    holds = any(start <= other.verb < end for other in _beside(work, at))
    found.append((f"inside another:{inside}", f"holds another:{holds}", f"nested:{inside}:{holds}:{attribution.that}"))
    return found


@known(4096)
def _how(pattern: str, that: bool, saying: str, verb: str, carried: bool) -> Group:
    return (
        f"pattern:{pattern}:{that}",
        f"saying:{saying}:{that}",
        f"verb:{verb}",
        f"verb:{verb}:{that}",
        f"carried:{carried}:{pattern}",
        f"carried:{carried}:{saying}",
    )


def _content(reading: Reading, start: int, end: int, that: bool) -> Iterator[str]:
    for kind in ("triggers", "harms", "actors", "people", "states", "facilities"):
        held = reading.holds(kind, start, end)
        yield f"content {kind}:{held}"
        yield f"content {kind}:{held}:{that}"


def _opening(reading: Reading, attribution: Attribution) -> Iterator[str]:
    """The first word of the content, the word and the sign before it, and whether a quotation opens it."""
    start = attribution.start
    position = reading.tokens.starts[start]
    quotation = reading.quotation_at(position)
    quoted = quotation is not None and position - quotation.start <= 2
    yield f"opens:{plain(reading.tokens.words[start])}"
    yield f"after:{plain(reading.tokens.words[start - 1]) if start else '^'}"
    yield f"sign:{pause_of(reading.tokens.gap(start - 1)) if start else '^'}"
    yield f"quoted:{quoted}:{attribution.that}"


def _beside(work: Workup, at: int) -> list[Attribution]:
    """The other attributions of the sentence."""
    rows, sentence = work.attributions, work.attributions[at].sentence
    first, last = at, at + 1
    while first and rows[first - 1].sentence == sentence:
        first -= 1
    while last < len(rows) and rows[last].sentence == sentence:
        last += 1
    return [*rows[first:at], *rows[at + 1 : last]]


def content_begins(work: Workup, at: int) -> list[tuple[int, Features]]:
    """Where the words of attribution `at` may begin: as credited, and where they precede the verb at each clause before it."""
    reading, attribution = work.reading, work.attributions[at]
    found = [attribution.start]
    if attribution.end <= attribution.verb:
        borders = range(attribution.start + 1, attribution.end - SHORTEST)
        found += [word for word in borders if _borders(reading, word)][-_MOST:]
    return [(word, _cut(work, attribution, word, attribution.end, word == attribution.start)) for word in found]


def content_ends(work: Workup, at: int) -> list[tuple[int, Features]]:
    """Where the words of attribution `at` may end: at each border of a clause, before each further verb of saying, at the end."""
    reading, attribution = work.reading, work.attributions[at]
    first, end = attribution.start + SHORTEST, attribution.end
    found = [word for word in range(first, end) if _borders(reading, word)][:_MOST]
    return [(word, _cut(work, attribution, word, attribution.start, word == end)) for word in (*found, end)]


def _borders(reading: Reading, word: int) -> bool:
    """Does a clause, a quotation or a further saying begin at this word."""
    if pause_of(reading.tokens.gap(word - 1)):
        return True
    return reading.at("sayings", word) is not None or reading.tokens.words[word] in (
        "فيما",
        "بينما",
        "لكن",
        "حسب",
        "حيث",
    )


def _cut(work: Workup, attribution: Attribution, word: int, fixed: int, outermost: bool) -> Features:
    reading = work.reading
    low, high = min(word, fixed), max(word, fixed)
    sign = pause_of(reading.tokens.gap(word - 1)) if word else "^"
    words = reading.tokens.words
    beyond = plain(words[word]) if word < len(words) else "$"
    hit = reading.at("sayings", word) if word < len(words) else None
    said = reading.lexicon.sayings[hit.entry].id + ":" + hit.pos if hit is not None else "none"
    acts = reading.holds("triggers", low, high)
    return [
        _border(sign, beyond, plain(words[word - 1]) if word else "^", outermost),
        _size(
            step(high - low), min(3, reading.clauses[high - 1] - reading.clauses[low]), outermost, attribution.pattern
        ),
        (f"says:{said}", f"says:{said}:{sign}", f"led:{hit.prefix if hit is not None else ''}:{said}"),
        (f"acts:{acts}", f"acts:{acts}:{outermost}"),
    ]


@known(8192)
def _border(sign: str, beyond: str, own: str, outermost: bool) -> Group:
    return f"sign:{sign}", f"beyond:{beyond}", f"own:{own}", f"{sign}|{beyond}", f"outermost:{outermost}:{sign}"


@known(4096)
def _size(words: str, clauses: int, outermost: bool, pattern: str) -> Group:
    return f"size:{words}:{outermost}", f"clauses:{clauses}:{outermost}", f"outermost:{outermost}:{pattern}"


def likeliest(judge: Judge, question: str, rows: list[tuple[int, Features]]) -> int:
    """The word of the likeliest of several cuts."""
    if len(rows) == 1:
        return rows[0][0]
    shares = judge.shares(question, [features for _, features in rows], ())
    return rows[max(range(len(rows)), key=shares.__getitem__)][0]
