"""Statements: every attributed utterance that bears on the conflict (codebook, "Statements")."""

from bisect import bisect_left
from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.attribution import Attribution
from isnad.coding.reading import Reading
from isnad.coding.speakers import speaker_party
from isnad.coding.workup import Workup
from isnad.model.coded import Statement, StatementKind

_SHORTEST = 4


def find_statements(work: Workup) -> tuple[Statement, ...]:
    """The statements of a report in order; a quotation is told once."""
    found: dict[tuple[int, int], Statement] = {}
    for at in range(len(work.attributions)):
        statement = _statement(work, at)
        if statement is not None:
            found.setdefault((statement.start, statement.end), statement)
    return tuple(found.values())


def _statement(work: Workup, at: int) -> Statement | None:
    reading, attribution = work.reading, work.attributions[at]
    if attribution.end - attribution.start < _SHORTEST or not attribution.chain:
        return None
    if not attribution.that and attribution.pattern == "verb":
        return None
    chain = tuple(speaker_party(reading, speaker) for speaker in attribution.chain)
    end = _trimmed(work, at)
    span = reading.span(attribution.start, end)
    saying = reading.lexicon.sayings[attribution.saying] if attribution.saying >= 0 else None
    verb = reading.span(attribution.verb, attribution.verb_last).text if saying else None
    start = reading.tokens.starts[attribution.start]
    quotation = reading.quotation_at(start)
    return Statement(
        start=span.start,
        end=span.end,
        text=span.text,
        speaker=chain[-1],
        chain=chain,
        direct=quotation is not None and start - quotation.start <= 2,
        medium=_medium(reading, attribution),
        kind=_kind(work, attribution, saying.kind if saying else "report"),
        verb=verb,
        stance=saying.stance if saying else "asserts",
    )


def _trimmed(work: Workup, at: int) -> int:
    """The end of the content: before a further verb of saying that opens a clause of its own ("مشيرا إلى أن")."""
    attribution = work.attributions[at]
    for other in _of_sentence(work, at):
        inside = attribution.start + _SHORTEST < other.verb < attribution.end
        if inside and other.chain and other.chain[-1].carried:
            return other.verb
    return attribution.end


def _of_sentence(work: Workup, at: int) -> Sequence[Attribution]:
    """The attributions of the sentence that attribution `at` stands in; all are kept in order of their sentences."""
    rows, sentence = work.attributions, work.attributions[at].sentence
    first, last = at, at + 1
    while first and rows[first - 1].sentence == sentence:
        first -= 1
    while last < len(rows) and rows[last].sentence == sentence:
        last += 1
    return rows[first:last]


def _medium(reading: Reading, attribution: Attribution) -> str | None:
    """ "في بيان", "عبر تليغرام": between the verb and the content."""
    low, high = min(attribution.verb, attribution.start), max(attribution.verb_last, attribution.start)
    for hit in reading.within("sources", low, min(high, low + 24)):
        if reading.lexicon.sources[hit.entry].medium:
            return reading.span(hit.first, hit.last, len(hit.prefix)).text
    for hit in reading.within("actors", low, min(high, low + 24)):
        if reading.lexicon.actors[hit.entry].kind == "platform":
            return reading.span(hit.first, hit.last, len(hit.prefix)).text
    return None


def _kind(work: Workup, attribution: Attribution, stated: StatementKind) -> StatementKind:
    """The kind by its verb, else by whether the words tell of acts."""
    if stated != "report":
        return stated
    next_act = bisect_left(work.acts, attribution.start, key=_first)
    held = next_act < len(work.acts) and work.acts[next_act].first < attribution.end
    return "report" if held else "comment"


def _first(act: Act) -> int:
    return act.first
