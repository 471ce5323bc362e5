"""Finding names of a long list (the gazetteer's) among words: a dictionary look-up per word, clitics allowed."""

from collections.abc import Iterable

from isnad.text.tokens import Tokens

_REMEMBERED = 12_000  # and as many again that were met before these
_LONGEST = 5


class NameScanner:
    """Finds the longest name of a list at each word. A name keeps its article; "و", "ف", "ب", "ل", "ك" may stand before."""

    def __init__(self, names: Iterable[str]) -> None:
        self._ids = {name: index for index, name in enumerate(names)}
        self._first = _first_words(self._ids)
        self._known: dict[str, tuple[tuple[int, str, int], ...]] = {}
        self._older: dict[str, tuple[tuple[int, str, int], ...]] = {}

    def scan(self, tokens: Tokens) -> list[tuple[int, int, int]]:
        """(start, end, name id) in folded positions, clitics not included; at each word the longest name."""
        found, words = [], tokens.words
        if len(self._known) > _REMEMBERED:
            self._older, self._known = self._known, {}
        known, older = self._known, self._older
        for index, word in enumerate(words):
            starts = known.get(word)
            if starts is None:
                starts = older.get(word)
                starts = known[word] = tuple(self._starts(word)) if starts is None else starts
            for cut, stem, longest in starts:
                hit = self._longest(tokens, index, stem, longest)
                if hit is not None:
                    found.append((tokens.starts[index] + cut, tokens.ends[hit[0] - 1], hit[1]))
                    break
        return found

    def _starts(self, word: str) -> Iterable[tuple[int, str, int]]:
        """The ways a name may begin at a word: letters cut off, what is left, the most words of a name that begins so."""
        for cut, stem in _stems(word):
            longest = self._first.get(stem)
            if longest:
                yield cut, stem, longest

    def _longest(self, tokens: Tokens, index: int, stem: str, longest: int) -> tuple[int, int] | None:
        if longest > 1:
            for count in range(min(longest, len(tokens.words) - index), 1, -1):
                name = " ".join([stem, *tokens.words[index + 1 : index + count]])
                if name in self._ids:
                    return index + count, self._ids[name]
        found = self._ids.get(stem)
        return None if found is None else (index + 1, found)


def _first_words(names: Iterable[str]) -> dict[str, int]:
    """For each first word of a name, how many words the longest such name has."""
    first: dict[str, int] = {}
    for name in names:
        head, space, rest = name.partition(" ")
        count = min(rest.count(" ") + 2, _LONGEST) if space else 1
        if first.get(head, 0) < count:
            first[head] = count
    return first


def _stems(word: str) -> Iterable[tuple[int, str]]:
    """A word with fewer and fewer clitics: how many of its letters are cut off, and the stem (its article restored)."""
    yield 0, word
    cut = 1 if len(word) > 3 and word[0] in "وف" else 0
    if cut:
        yield 1, word[1:]
    if len(word) > cut + 2 and word[cut] in "بلك":
        if word.startswith("لل", cut):
            yield cut + 1, "ا" + word[cut + 1 :]
        yield cut + 1, word[cut + 1 :]
