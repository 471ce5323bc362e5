"""Acts: the words of a report that may speak of an incident, each a candidate mention."""

from msgspec import Struct

from isnad.coding.reading import Reading
from isnad.lexicon.matching import Hit
from isnad.model.coded import IncidentType

_OBJECT_REACH = 6
_DEFINITE = ("ال", "وال", "فال", "بال", "كال", "لل")


class Act(Struct, frozen=True, gc=False):
    """Words [first, last) that may mention an incident; `kind` is `trigger` or `harm`.

    `type` is what the words alone would make it; None where they only tell of harm ("إصابة").
    """

    index: int
    first: int
    last: int
    kind: str
    id: str
    type: IncidentType | None
    pos: str
    sentence: int
    weak: bool
    backward: bool
    hit: Hit
    definite: bool = False  # the words have the article: "الهجوم", "الهجوم على السجن"


def find_acts(reading: Reading) -> list[Act]:
    """All candidate mentions in order: triggers, and harm words where no trigger stands on the same words."""
    lexicon = reading.lexicon
    found: list[tuple[Hit, str]] = []
    covered: set[int] = set()
    dated = reading.dated
    for hit in _longest([hit for hit in reading.of("triggers") if _is_whole(reading, hit)]):
        if hit.first in dated:
            continue
        found.append((hit, "trigger"))
        covered.update(range(hit.first, hit.last))
    for hit in _longest(reading.of("harms")):
        if (
            hit.first not in covered
            and hit.first not in dated
            and lexicon.harms[hit.entry].slot in ("killed", "wounded")
        ):
            found.append((hit, "harm"))
            covered.update(range(hit.first, hit.last))
    found.sort(key=lambda pair: pair[0].first)
    return [_act(reading, index, hit, kind) for index, (hit, kind) in enumerate(found)]


def _is_whole(reading: Reading, hit: Hit) -> bool:
    """Does a verb that means an act only with its object have it soon after, and no word follow that makes it another thing."""
    trigger = reading.lexicon.triggers[hit.entry]
    objects, words = trigger.objects, reading.tokens.words
    if trigger.unless and hit.last < len(words) and words[hit.last] in trigger.unless:
        return False
    if not objects:
        return True
    clauses = reading.clauses
    limit = min(reading.edges[reading.sentence_of[hit.first]][1], hit.last + _OBJECT_REACH)
    return any(words[at] in objects and clauses[at] == clauses[hit.first] for at in range(hit.last, limit))


def _longest(hits: list[Hit]) -> list[Hit]:
    """One reading for each stretch of words: the longest, then the first in the lexicon's order."""
    kept: list[Hit] = []
    reach = 0
    for hit in sorted(hits, key=lambda h: (h.first, -h.last, len(h.prefix) + len(h.pronoun), h.entry)):
        if hit.first >= reach:
            kept.append(hit)
            reach = hit.last
    return kept


def _act(reading: Reading, index: int, hit: Hit, kind: str) -> Act:
    sentence = reading.sentence_of[hit.first]
    named = hit.pos not in ("verb", "passive") and reading.tokens.words[hit.first].startswith(_DEFINITE)
    definite = hit.article or named
    if kind == "trigger":
        trigger = reading.lexicon.triggers[hit.entry]
        return Act(
            index,
            hit.first,
            hit.last,
            kind,
            trigger.id,
            trigger.type,
            hit.pos,
            sentence,
            trigger.weak,
            trigger.backward,
            hit,
            definite,
        )
    harm = reading.lexicon.harms[hit.entry]
    return Act(index, hit.first, hit.last, kind, harm.id, harm.type, hit.pos, sentence, False, False, hit, definite)
