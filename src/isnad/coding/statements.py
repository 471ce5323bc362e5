"""Statements: every attributed utterance that bears on the conflict (codebook, "Statements")."""

from isnad.coding.attribution import Attribution
from isnad.coding.speakers import speaker_party
from isnad.coding.reading import Reading
from isnad.coding.workup import Workup
from isnad.model.coded import Statement, StatementKind

_SHORTEST = 4


def find_statements(work: Workup) -> tuple[Statement, ...]:
    """The statements of a report in order; a quotation is told once."""
    found: list[Statement] = []
    for attribution in work.attributions:
        statement = _statement(work, attribution)
        if statement is not None and not any(s.start == statement.start and s.end == statement.end for s in found):
            found.append(statement)
    return tuple(found)


def _statement(work: Workup, attribution: Attribution) -> Statement | None:
    reading = work.reading
    if attribution.end - attribution.start < _SHORTEST or not attribution.chain:
        return None
    if not attribution.that and attribution.pattern == "verb":
        return None
    chain = tuple(speaker_party(reading, speaker) for speaker in attribution.chain)
    end = _trimmed(work, attribution)
    span = reading.span(attribution.start, end)
    saying = reading.lexicon.sayings[attribution.saying] if attribution.saying >= 0 else None
    verb = reading.span(attribution.verb, attribution.verb_last).text if saying else None
    start = reading.tokens.starts[attribution.start]
    quotation = reading.quotation_at(start)
    return Statement(
        start=span.start, end=span.end, text=span.text, speaker=chain[-1], chain=chain,
        direct=quotation is not None and start - quotation.start <= 2, medium=_medium(reading, attribution),
        kind=_kind(work, attribution, saying.kind if saying else "report"), verb=verb,
        stance=saying.stance if saying else "asserts",
    )  # fmt: skip


def _trimmed(work: Workup, attribution: Attribution) -> int:
    """The end of the content: before a further verb of saying that opens a clause of its own ("مشيرا إلى أن")."""
    for other in work.attributions:
        if other.sentence == attribution.sentence and attribution.start + _SHORTEST < other.verb < attribution.end:
            if other.chain and other.chain[-1].carried:
                return other.verb
    return attribution.end


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
    held = any(attribution.start <= act.first < attribution.end for act in work.acts)
    return "report" if held else "comment"
