"""The words themselves around acts, bare of clitics and article: what no list of ours foresees, the weights may know.

Names of actors and states are left out, so that no party is judged by its name: all are treated alike.
"""

import re
from functools import lru_cache
from importlib.resources import files

from isnad.coding.judging import Group
from isnad.coding.reading import Reading
from isnad.text.folding import fold

_ARTICLES = ("بال", "كال", "لل", "ال")
_PLACES = "123"  # so far off a word is told with its place
_AROUND = 6
_BEFORE, _AFTER = 8, 10
_NAMED = ""
_WORD = re.compile(r"\w+")


class Vocabulary:
    """The bare words of a report, "" where a word belongs to the name of an actor or a state."""

    def __init__(self, reading: Reading) -> None:
        self._edges = reading.edges
        self.words = [core_of(word) for word in reading.tokens.words]
        for kind in ("actors", "states"):
            for hit in reading.of(kind):
                self.words[hit.first : hit.last] = [_NAMED] * (hit.last - hit.first)

    def beside(self, sentence: int, first: int, last: int) -> list[str]:
        """The words next to words [first, last) with their place, and those a little farther with their side."""
        low, high = self._edges[sentence]
        words = self.words
        before, after = words[max(low, first - _AROUND) : first], words[last : min(high, last + _AROUND)]
        return [
            *[f"<{word}" for word in before if word],
            *[f"-{at}{word}" for at, word in zip(_PLACES, reversed(before), strict=False) if word],
            *[f">{word}" for word in after if word],
            *[f"+{at}{word}" for at, word in zip(_PLACES, after, strict=False) if word],
        ]

    def phrase(self, sentence: int, first: int, last: int) -> Group:
        """The two words before words [first, last) and the one after, in their sentence, with their place."""
        low, high = self._edges[sentence]
        words = self.words
        before = [f"{at - first}:{words[at]}" for at in range(max(low, first - 2), first) if words[at]]
        return (*before, f"+:{words[last]}") if last < high and words[last] else tuple(before)

    def content(self, sentence: int, first: int, last: int) -> frozenset[str]:
        """The words around words [first, last) that are not common to all reports."""
        low, high = self._edges[sentence]
        near = self.words[max(low, first - _BEFORE) : first] + self.words[last : min(high, last + _AFTER)]
        return frozenset(near) - common_words()


@lru_cache(maxsize=20_000)
def core_of(word: str) -> str:
    """A word without "و" or "ف" before it, without the article, and without "ب" or "ل" where it is long enough."""
    if len(word) > 3 and word[0] in "وف":
        word = word[1:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            return word[len(article) :]
    return word[1:] if len(word) > 4 and word[0] in "بل" else word


@lru_cache(maxsize=4096)
def cores_of(name: str) -> frozenset[str]:
    """The bare words of a name, folded."""
    return frozenset(core_of(word) for word in _WORD.findall(fold(name)))


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The bare words that stand in most reports; sharing them says nothing."""
    content = files("isnad").joinpath("text", "common_words.txt").read_text("utf-8")
    return frozenset(content.split()) | {_NAMED}
