"""Persons: the words that name somebody, told by given names, titles and "father of", "son of" (codebook, `targets`).

No list holds all names; one that is known opens the name, and the words after it that no lexicon knows go on with it.
"""

from isnad.coding.reading import Reading
from isnad.coding.vocabulary import common_words, core_of
from isnad.lexicon.matching import Hit

_LONGEST = 6
_OTHER_KINDS = (
    "triggers", "harms", "people", "facilities", "weapons", "sayings", "sources", "cues", "states", "bodies"
)  # fmt: skip
_CLITICS = "وفبكل"
_PARTING = frozenset("،,؛;:.\n(-–/")


def person_at(reading: Reading, hit: Hit, limit: int) -> int:
    """The end of the person's name that a word of names opens; its own first word where it opens none."""
    part = reading.lexicon.names[hit.entry].part
    if _may_be_on(reading, hit.first) and (_is_on(reading, hit.first) or reading.at("names", hit.last) is None):
        return hit.first
    if (
        part == "maybe"
        or (part == "link" and not _opens_kunya(reading, hit))
        or (part != "given" and not _goes_on(reading, hit.last, limit))
    ):
        return hit.first
    last, known = hit.last, part == "given"
    while last < min(limit, hit.first + _LONGEST) and _goes_on(reading, last, limit):
        following = reading.at("names", last)
        known = known or following is not None
        last = following.last if following is not None else last + 1
    while last > hit.last and _is_link(reading, last - 1):
        last -= 1
    return last if last - hit.first > 1 and (known or part == "title" or _opens_kunya(reading, hit)) else hit.first


def _goes_on(reading: Reading, at: int, limit: int) -> bool:
    """May the word at `at` be part of the name before it: one of names, or one nothing else is known of."""
    if at >= limit or not _PARTING.isdisjoint(reading.tokens.gap(at - 1)) or at in reading.dated:
        return False
    name = reading.at("names", at)
    if name is not None:
        if _may_be_on(reading, at) and _is_on(reading, at):
            return False
        return name.prefix == "" and reading.lexicon.names[name.entry].part != "title"
    word = reading.tokens.words[at]
    if (
        len(word) < 3
        or word[0] == "ي"
        or (word[0] in _CLITICS and len(word) > 4)
        or any(map(str.isdigit, word))
        or core_of(word) in common_words()
    ):
        return False
    return not any(reading.at(kind, at) for kind in _OTHER_KINDS)


def _is_link(reading: Reading, at: int) -> bool:
    name = reading.at("names", at)
    return name is not None and reading.lexicon.names[name.entry].part == "link"


def _opens_kunya(reading: Reading, hit: Hit) -> bool:
    return reading.tokens.words[hit.first].removeprefix(hit.prefix) in ("ابو", "ابي")


def _may_be_on(reading: Reading, at: int) -> bool:
    """Folding makes "على" (on) and the name "علي" one; some outlets write both alike."""
    return reading.tokens.words[at].lstrip("وف") == "علي"


def _is_on(reading: Reading, at: int) -> bool:
    """Does the text as given write the word as "on"."""
    return reading.folded.raw[reading.folded.original(reading.tokens.ends[at] - 1)] == "ى"
