"""One scan of a text's words against the lexicon, clitics allowed at the edges.

Each distinct word is analysed once and remembered: which forms may begin at it, after which clitics are taken off.
News repeats its words, so the scan is a dictionary look-up per word (docs/decisions/0003).
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from isnad.lexicon.compiling import Form
from isnad.text.tokens import Tokens

_REMEMBERED = 12_000  # and as many again that were met before these
_PRONOUNS = ("هما", "هم", "ها", "هن", "نا", "كم", "ه", "ا")
_PRONOUNS_BY_END = {end: tuple(p for p in _PRONOUNS if p[-1] == end) for end in {p[-1] for p in _PRONOUNS}}


class Hit(Struct, frozen=True, gc=False):
    """Words [first, last) that are a form of an entry. `prefix` holds the clitics before it, `article` its article."""

    first: int
    last: int
    kind: str
    entry: int
    pos: str
    prefix: str = ""
    article: bool = False
    pronoun: str = ""


# What a hit takes from the word it begins at: kind, entry, part of speech, clitics before, article, pronoun after.
_Traits = tuple[str, int, str, str, bool, str]


class _Beginnings(Struct, frozen=True, gc=False):
    """The forms that may begin at a word: those of one word, and longer ones (longest first) by their second word."""

    alone: tuple[_Traits, ...]
    longer: dict[str, tuple[tuple[tuple[str, ...], _Traits], ...]]


class Scanner:
    """Finds lexicon forms among words. Safe to share between calls; remembers a bounded number of words."""

    def __init__(self, table: Mapping[str, Sequence[Form]]) -> None:
        self._table = table
        self._known: dict[str, _Beginnings | None] = {}
        self._older: dict[str, _Beginnings | None] = {}

    def scan(self, tokens: Tokens) -> list[Hit]:
        """All hits in order of their first word, longer before shorter; one inside a longer one of its kind is left out.

        Two readings of the very same words are both kept, whatever their kinds: the word is ambiguous.
        """
        words, count = tokens.words, len(tokens.words)
        found: list[Hit] = []
        latest: dict[str, Hit] = {}  # by kind; its end is how far the kind reaches
        for index, beginnings in enumerate(self._look_up(words)):
            if beginnings is None:
                continue
            if beginnings.longer and index + 1 < count:
                for rest, traits in beginnings.longer.get(words[index + 1], ()):
                    last = index + 1 + len(rest)
                    if len(rest) == 1 or tuple(words[index + 1 : last]) == rest:
                        _keep(found, latest, index, last, traits)
            for traits in beginnings.alone:
                # What `_keep` does, for most hits are of one word.
                held = latest.get(traits[0])
                if held is None or index >= held.last or (index == held.first and index + 1 == held.last):
                    latest[traits[0]] = hit = Hit(index, index + 1, *traits)
                    found.append(hit)
        return found

    def _look_up(self, words: list[str]) -> list[_Beginnings | None]:
        """What may begin at each word; words not met before are analysed."""
        known = self._known
        new = set(words).difference(known)
        if len(known) + len(new) > _REMEMBERED:
            self._older, self._known = known, {}
            known, new = self._known, set(words)
        older = self._older
        for word in new:
            known[word] = older[word] if word in older else self._begin(word)
        return [known[word] for word in words]

    def _begin(self, word: str) -> _Beginnings | None:
        alone: list[_Traits] = []
        longer: dict[str, list[tuple[tuple[str, ...], _Traits]]] = {}
        for form, traits in self._read(word):
            if form.rest:
                longer.setdefault(form.rest[0], []).append((form.rest, traits))
            else:
                alone.append(traits)
        if not alone and not longer:
            return None
        by_length = {word: tuple(sorted(forms, key=lambda each: -len(each[0]))) for word, forms in longer.items()}
        return _Beginnings(tuple(alone), by_length)

    def _read(self, word: str) -> Iterator[tuple[Form, _Traits]]:
        """The forms that may begin at a word, those with the fewest clitics taken off first."""
        seen: set[tuple[int, str, tuple[str, ...]]] = set()
        for prefix, stem in _without_prefix(word):
            for article, bare in _without_article(stem):
                for pronoun, form in self._forms(bare, article):
                    if prefix[-1:] in ("ب", "ل", "ك") and form.pos in ("verb", "passive"):
                        continue
                    key = (form.entry, form.kind, form.rest)
                    if key not in seen:
                        seen.add(key)
                        yield form, (form.kind, form.entry, form.pos, prefix, article, pronoun)

    def _forms(self, stem: str, article: bool) -> Iterator[tuple[str, Form]]:
        for form in self._table.get(stem, ()):
            if not article or (form.bare and form.pos not in ("verb", "passive")):
                yield "", form
        if article:
            return
        for pronoun in _PRONOUNS_BY_END.get(stem[-1:], ()):
            if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
                for base in _bases(stem[: -len(pronoun)]):
                    for form in self._table.get(base, ()):
                        if form.bare and not form.rest and (pronoun != "ا" or form.pos == "plural"):
                            if pronoun == "ه" and form.kind == "people" and base[-1] == "ي":
                                continue  # "عسكريه": a feminine adjective, hardly ever "his soldier"
                            yield pronoun, form


def _bases(stem: str) -> Iterator[str]:
    """What a word was before a pronoun.

    Ta marbuta opens ("غارته"), the plural's alef goes ("قتلوه"), nun goes ("مقاتلوه"), hamza takes a seat ("أبنائه", "أبناؤه"), alef maqsura straightens: "قتلاهم"
    is "their dead" before it is "the two killed them".
    """
    if stem.endswith("ا"):
        yield stem[:-1] + "ي"
    yield stem
    if stem.endswith("ت"):
        yield stem[:-1] + "ه"
    elif stem.endswith("و"):
        yield stem + "ا"
        yield stem + "ن"
    elif stem.endswith("ي"):
        yield stem + "ن"
    if stem.endswith(("او", "اي")):
        yield stem[:-1] + "ء"


def _without_prefix(word: str) -> Iterator[tuple[str, str]]:
    """The word with and without "و" or "ف", then "ب", "ل" or "ك"; the longest reading first."""
    yield "", word
    length = len(word)
    if length < 3:
        return
    if word[0] in "وف":
        yield word[0], word[1:]
        if length > 4 and word[1] in "بلك":
            yield word[:2], _after_preposition(word[1:])
    elif word[0] in "بلك":
        yield word[0], _after_preposition(word)


def _after_preposition(word: str) -> str:
    """ "للجيش" is "ل" and "الجيش"."""
    return "ا" + word[1:] if word.startswith("لل") else word[1:]


def _without_article(stem: str) -> Iterator[tuple[bool, str]]:
    yield False, stem
    if stem.startswith("ال") and len(stem) > 4:
        yield True, stem[2:]


def _keep(found: list[Hit], latest: dict[str, Hit], first: int, last: int, traits: _Traits) -> None:
    """Take a hit unless it lies inside a longer one of its kind.

    Hits come by first word, longest first; so the latest of a kind reaches furthest, and only it may be on these words.
    """
    held = latest.get(traits[0])
    if held is None or last > held.last or (first == held.first and last == held.last):
        hit = latest[traits[0]] = Hit(first, last, *traits)
        found.append(hit)
