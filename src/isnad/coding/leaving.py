"""Leaving out: the sentences that hold a trigger but gave no incident, and why (contract, `unread`)."""

from collections.abc import Sequence

from isnad.coding.acts import Act
from isnad.coding.workup import Workup
from isnad.model.coded import Unread, UnreadReason

_BY_CUE: tuple[tuple[str, UnreadReason], ...] = (
    ("metaphor", "metaphor"),
    ("sport", "metaphor"),
    ("fiction", "metaphor"),
    ("exercise", "metaphor"),
    ("accident", "accident"),
    ("furniture", "furniture"),
    ("general", "generic"),
)


def find_unread(work: Workup, groups: Sequence[Sequence[Act]]) -> tuple[Unread, ...]:
    """One entry for each sentence with strong triggers none of which became a mention."""
    read = {act.sentence for group in groups for act in group}
    found: dict[int, Unread] = {}
    for act in work.acts:
        if act.weak or act.kind != "trigger" or act.sentence in read or act.sentence in found:
            continue
        sentence = work.reading.sentences[act.sentence]
        span = work.reading.raw_span(sentence.start, sentence.end)
        found[act.sentence] = Unread(
            start=span.start,
            end=span.end,
            text=span.text,
            trigger=work.reading.span(act.first, act.last).text,
            reason=_reason(work, act),
        )
    return tuple(found.values())


def _reason(work: Workup, act: Act) -> UnreadReason:
    first, last = work.reading.edges[act.sentence]
    cues = {work.reading.lexicon.cues[hit.entry].cue for hit in work.reading.within("cues", first, last)}
    for cue, reason in _BY_CUE:
        if cue in cues:
            return reason
    return "refused"
