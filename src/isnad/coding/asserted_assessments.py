"""The assessments of a coded report as assertions, and those its judge passed over that are worded beyond doubt."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from isnad.coding.asserted_days import SHORTEST
from isnad.coding.asserted_parties import ids_of
from isnad.coding.asserted_phrase import Pivot, phrase_of, pivot_of, strong_pivots
from isnad.coding.asserted_sentence import read_pivot, read_words
from isnad.coding.attribution import Attribution, find_attributions
from isnad.coding.reading import Reading
from isnad.model.assertion import Assertion, Refusal
from isnad.model.coded import Assessment
from isnad.model.slots import Party
from isnad.model.stretches import Days, length_of

_PAUSES = "،؛.\n:"
_CLAUSES = 2  # before the pivot that may still belong to it

Told = tuple[int, int, Assertion | Refusal]
"""From where to where in the report's text, and what is asserted there."""


def told_in(reading: Reading, assessments: Sequence[Assessment]) -> Iterator[Told]:
    """What the assessments of a report assert; then the surely worded pivots that stand in none of them."""
    attributions = find_attributions(reading)
    taken: set[int] = set()
    for assessment in assessments:
        first, last = _words(reading, assessment)
        taken |= set(range(first, last))
        yield assessment.start, assessment.end, _assessed(reading, assessment, first, last, attributions)
    for first, last in reading.edges:
        pivots = [pivot for pivot in strong_pivots(phrase_of(reading, first, last)) if pivot.first not in taken]
        for pivot in pivots:
            begin, end = _around(reading, first, last, pivots)
            said = read_pivot(phrase_of(reading, begin, end), pivot, attributions)
            if isinstance(said, Assertion):
                span = reading.span(begin, end)
                yield span.start, span.end, said


def _around(reading: Reading, first: int, last: int, pivots: Sequence[Pivot]) -> tuple[int, int]:
    """The words of a long sentence that the pivots stand in: up to the pause after them, from where their credit ends."""
    at, end = pivots[0].first, max(pivot.last for pivot in pivots)
    while end < last and not any(sign in reading.tokens.gap(end - 1) for sign in _PAUSES):
        end += 1
    begin = first
    for word in range(first + 1, at):
        if reading.clauses[at] - reading.clauses[word - 1] > _CLAUSES:
            begin = word
    return begin, end


def _assessed(
    reading: Reading, assessment: Assessment, first: int, last: int, attributions: list[Attribution]
) -> Assertion | Refusal:
    """An assessment read in its own words, with the coder's slots where these say none.

    Where nothing in its words changes but a manner is told ("هجمات منسقة ومتزامنة"), the coder's direction stands.
    """
    phrase = phrase_of(reading, first, last)
    said = read_words(reading, first, last, attributions)
    manners = phrase.of("manner")
    fills = assessment.direction != "record" and manners and pivot_of(phrase) is None
    if isinstance(said, Refusal) and said.reason == "no_change" and fills:
        pivot = Pivot(manners[0].first, manners[0].last, assessment.direction, manners[0].word.measure)
        said = read_pivot(phrase, pivot, attributions)
    if isinstance(said, Refusal):
        return said
    if _is_bare_toll(said):
        return Refusal(text=assessment.text, reason="toll")
    if assessment.measure == "capability" and said.direction != "record":
        return Refusal(text=assessment.text, reason="not_measured")
    return _filled(reading, said, assessment)


def _filled(reading: Reading, said: Assertion, assessment: Assessment) -> Assertion:
    """An assertion with the coder's actor, place, time and credit where its words name none."""
    period = _period_of(assessment) if said.since is None and said.direction != "record" else None
    actor = said.actor or _armed(reading, assessment.actor)
    return replace(
        said,
        actor=actor,
        actors=said.actors or (tuple(ids_of(reading, actor, False)) if actor else ()),
        areas=said.areas or ((assessment.where,) if assessment.where and assessment.where.country else ()),
        period=said.period or period,
        chain=said.chain or assessment.according_to,
    )


def _period_of(assessment: Assessment) -> Days | None:
    """The coder's period, unless it is only the time of an act."""
    when = assessment.period
    if when is None or length_of((when.earliest, when.latest)) < SHORTEST:
        return None
    return when.earliest, when.latest


def _is_bare_toll(said: Assertion) -> bool:
    """ "ارتفاع حصيلة القتلى", without any time: in a report that is the toll of the act it tells of."""
    times = (said.period, said.compared, said.since, said.size)
    return said.measure == "lethality" and not said.per_incident and said.direction != "record" and not any(times)


def _armed(reading: Reading, actor: Party | None) -> Party | None:
    """The coder's actor, but no state: "في شمال سورية" names a place."""
    states = {entry.id for entry in reading.lexicon.states}
    return None if actor is None or actor.id is None or actor.id in states else actor


def _words(reading: Reading, assessment: Assessment) -> tuple[int, int]:
    """The words of an assessment in its report."""
    starts = [reading.folded.original(start) for start in reading.tokens.starts]
    inside = [word for word, start in enumerate(starts) if assessment.start <= start < assessment.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
