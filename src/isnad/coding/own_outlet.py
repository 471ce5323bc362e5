"""The outlet that published a report, as the report itself names it: in its dateline, or by the name it was given with.

It is never part of a chain (codebook, `according_to`).
"""

import re
from bisect import bisect_right

from msgspec import Struct

from isnad.coding.reading import Reading
from isnad.coding.subjects import Speaker
from isnad.coding.vocabulary import core_of, cores_of

_HEAD = 120  # letters at the head of a report in which a dateline stands
_LINES = 3
_NAMED = 6  # words of a dateline at most
_DATELINE = re.compile(r"^\s*([^\n:،.]{2,60}?)\s*(?:[-–—:]|\()")
_IN_BRACKETS = re.compile(r"\(([^()\n]{2,24})\)\s*[-–—]")
_WORD = re.compile(r"\w+")
_COMMON = frozenset("وكاله صحيفه جريده قناه موقع شبكه اذاعه مراسل مراسله مراسلنا مندوب مصدر خاص ل".split())


class OwnOutlet(Struct, frozen=True):
    """The bare words that name the outlet, and the ids of actors that are it."""

    words: frozenset[str]
    ids: frozenset[str]

    def is_outlet(self, reading: Reading, speaker: Speaker) -> bool:
        """Is the speaker the outlet itself or one of its own people ("مراسل" with the outlet's name)."""
        hit = reading.at("actors", speaker.first)
        if hit is not None and reading.lexicon.actors[hit.entry].id in self.ids:
            return True
        words = {core_of(word) for word in reading.tokens.words[speaker.first : speaker.last]} - _CORES
        return bool(words) and words <= self.words


def own_outlet(reading: Reading) -> OwnOutlet:
    """The outlet by the report's `outlet` and by its dateline ("الخرطوم (سونا) -", "صوت الوادي - خاص")."""
    given = cores_of(reading.report.outlet or "")
    lines = reading.folded.text[: _HEAD * _LINES].split("\n")[:_LINES]
    named = {core_of(word) for line in lines for word in _of_dateline(line)}
    end = bisect_right(reading.tokens.starts, _HEAD)
    ids = set()
    for hit in reading.of("actors"):
        actor = reading.lexicon.actors[hit.entry]
        if actor.kind != "media" or actor.id in ids:
            continue
        own = {core_of(word) for word in reading.tokens.words[hit.first : hit.last]}
        if cores_of(actor.name) <= given or own <= given or (hit.first < end and own <= named):
            ids.add(actor.id)
    return OwnOutlet(frozenset(given | named), frozenset(ids))


def _of_dateline(line: str) -> list[str]:
    """The words of a line's dateline, if it has one."""
    bracketed = _IN_BRACKETS.search(line[:_HEAD])
    if bracketed is not None:
        return _WORD.findall(bracketed[1])
    led = _DATELINE.match(line)
    words = _WORD.findall(led[1]) if led is not None else []
    after = line[led.end() :] if led is not None else ""
    parts = words + _WORD.findall(after)
    return parts if words and len(parts) <= _NAMED else []


_CORES = frozenset(core_of(word) for word in _COMMON)
