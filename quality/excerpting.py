"""Examples for the judge on assessments and situations: which cues tell of one, and where their words begin and end."""

from __future__ import annotations

from typing import Any

from isnad.coding.changes import cues_of
from isnad.coding.excerpts import begins_of, ends_of
from isnad.coding.judging import Features, names_of
from isnad.coding.quoting import content_begins, content_ends, statement_features
from isnad.coding.statements import may_state
from isnad.coding.workup import Workup
from isnad.lexicon.matching import Hit
from isnad.model.span import Span
from quality.agreement import same_name
from quality.choosing import Choice
from quality.learning import Examples

_MOST, _NEAR = 0.5, 12
_FIELD = {"assessment": "measure", "situation": "kind"}


def add_quotations(examples: Examples, work: Workup, doc: dict[str, Any], report: int) -> None:
    """The examples of one report; one without any annotated statement, assessment or situation teaches nothing.

    Our annotation of the corpus holds incidents only, so that its silence says nothing.
    """
    if not any(doc.get(name) for name in ("statements", "assessments", "situations")):
        return
    _add_statements(examples, work, doc["statements"], report)
    for question, field in _FIELD.items():
        for hit, sort, features in cues_of(work, question):
            gold = _telling(work, hit, doc[f"{question}s"])
            right = gold is not None and gold[field] == sort
            _add(examples, question, features, right, report)
            if gold is not None and right:
                _add_cuts(examples, work, hit, gold, report)


def _add_statements(examples: Examples, work: Workup, rows: list[dict[str, Any]], report: int) -> None:
    """Which attributions state something: those whose speaker and most of whose words are an annotated statement's."""
    reading = work.reading
    for at in may_state(work):
        attribution = work.attributions[at]
        speaker = attribution.chain[-1]
        name = reading.span(speaker.first, speaker.last, speaker.skip).text
        span = reading.span(attribution.start, attribution.end)
        gold = next((row for row in rows if _states(row, name, span)), None)
        _add(examples, "statement", statement_features(work, at), gold is not None, report)
        if gold is not None:
            begins, ends = content_begins(work, at), content_ends(work, at)
            _choose(examples, "statement begin", begins, _nearest(work, begins, gold["start"], 0), report)
            _choose(examples, "statement end", ends, _nearest(work, ends, gold["end"], 1), report)


def _states(row: dict[str, Any], name: str, span: Span) -> bool:
    shared = min(row["end"], span.end) - max(row["start"], span.start)
    return shared > _MOST * (row["end"] - row["start"]) and bool(row["speaker"]) and same_name(name, row["speaker"])


def _nearest(work: Workup, rows: list[tuple[int, Features]], position: int, back: int) -> int | None:
    """The cut nearest to a position of the text; none where none is near."""
    spans = [work.reading.span(word - back, word - back + 1) for word, _ in rows]
    far = [abs((span.end if back else span.start) - position) for span in spans]
    best = min(range(len(far)), key=far.__getitem__)
    return best if far[best] <= _NEAR and len(rows) > 1 else None


def _telling(work: Workup, hit: Hit, rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The annotated quotation that a cue stands in."""
    span = work.reading.span(hit.first, hit.last)
    return next((row for row in rows if row["start"] < span.end and span.start < row["end"]), None)


def _add_cuts(examples: Examples, work: Workup, hit: Hit, gold: dict[str, Any], report: int) -> None:
    reading = work.reading
    begins, ends = begins_of(reading, hit.first, hit.pos), ends_of(reading, hit.last, hit.pos)
    starts = [reading.span(word, word + 1).end > gold["start"] for word, _ in begins]
    stops = [reading.span(word - 1, word).start < gold["end"] for word, _ in ends]
    _choose(examples, "excerpt begin", begins, starts.index(True) if any(starts) else None, report)
    _choose(examples, "excerpt end", ends, sum(stops) - 1 if any(stops) else None, report)


def _choose(
    examples: Examples, question: str, rows: list[tuple[int, Features]], right: int | None, report: int
) -> None:
    marks = [number == right for number in range(len(rows))]
    if right is None:
        return
    examples.choose(question, Choice([list(names_of(features)) for _, features in rows], marks, [], report))


def _add(examples: Examples, question: str, features: Features, answer: bool, report: int) -> None:
    examples.add(question, list(names_of(features)), answer, report)
