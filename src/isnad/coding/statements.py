"""Statements: every attributed utterance that bears on the conflict (codebook, "Statements")."""

from bisect import bisect_left

from isnad.coding.acts import Act
from isnad.coding.attribution import Attribution
from isnad.coding.judging import Judge
from isnad.coding.quoting import SHORTEST, content_begins, content_ends, likeliest, statement_features
from isnad.coding.reading import Reading
from isnad.coding.speakers import speaker_party
from isnad.coding.workup import Workup
from isnad.model.coded import Statement, StatementKind


def find_statements(work: Workup, judge: Judge) -> tuple[Statement, ...]:
    """The statements of a report in order; a quotation is told once."""
    found: dict[tuple[int, int], Statement] = {}
    least = judge.threshold("statement")
    for at in may_state(work):
        if judge.chance("statement", statement_features(work, at)) >= least:
            statement = _statement(work, at, judge)
            if statement.text:  # nothing but the speaker's own words may be left
                found.setdefault((statement.start, statement.end), statement)
    return tuple(found.values())


def may_state(work: Workup) -> list[int]:
    """The attributions whose content may be a statement: all but those too short to be one."""
    rows = enumerate(work.attributions)
    return [at for at, row in rows if row.chain and row.end - row.start >= SHORTEST]


def _statement(work: Workup, at: int, judge: Judge) -> Statement:
    reading, attribution = work.reading, work.attributions[at]
    chain = tuple(speaker_party(reading, who, work.fuller_speakers.get(who.first)) for who in attribution.chain)
    first = likeliest(judge, "statement begin", content_begins(work, at))
    last = likeliest(judge, "statement end", content_ends(work, at))
    span = reading.span(first, last)
    saying = reading.lexicon.sayings[attribution.saying] if attribution.saying >= 0 else None
    verb = reading.span(attribution.verb, attribution.verb_last).text if saying else None
    start = reading.tokens.starts[first]
    quotation = reading.quotation_at(start)
    return Statement(
        start=span.start,
        end=span.end,
        text=span.text,
        speaker=chain[-1],
        chain=chain,
        direct=quotation is not None and start - quotation.start <= 2,
        medium=_medium(reading, attribution),
        kind=_kind(work, first, last, saying.kind if saying else "report"),
        verb=verb,
        stance=saying.stance if saying else "asserts",
    )


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


def _kind(work: Workup, first: int, last: int, stated: StatementKind) -> StatementKind:
    """The kind by its verb, else by whether the words tell of acts."""
    if stated != "report":
        return stated
    next_act = bisect_left(work.acts, first, key=_first)
    held = next_act < len(work.acts) and work.acts[next_act].first < last
    return "report" if held else "comment"


def _first(act: Act) -> int:
    return act.first
