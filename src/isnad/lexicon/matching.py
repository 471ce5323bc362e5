"""One scan of a text's words against the lexicon, clitics allowed at the edges.

Each distinct word is analysed once and remembered: which forms may begin at it, after which clitics are taken off.
News repeats its words, so the scan is a dictionary look-up per word (docs/decisions/0003).
"""

from collections.abc import Iterator

from msgspec import Struct

from isnad.lexicon.compiling import Form
from isnad.text.tokens import Tokens

_REMEMBERED = 200_000
_PRONOUNS = ("هما", "هم", "ها", "هن", "نا", "كم", "ه", "ا")


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


class _Reading(Struct, frozen=True, gc=False):
    form: Form
    prefix: str
    article: bool
    pronoun: str


class Scanner:
    """Finds lexicon forms and place names among words. Safe to share between calls; holds only a bounded memory."""

    def __init__(self, table: dict[str, list[Form]]) -> None:
        self._table = table
        self._known: dict[str, tuple[_Reading, ...]] = {}

    def scan(self, tokens: Tokens) -> list[Hit]:
        """All hits in order of their first word; a hit inside a longer one of its own kind is left out."""
        words, known, found = tokens.words, self._known, []
        if len(known) > _REMEMBERED:
            known.clear()
        for index, word in enumerate(words):
            readings = known.get(word)
            if readings is None:
                readings = known[word] = tuple(self._read(word))
            for reading in readings:
                rest = reading.form.rest
                if rest:
                    last = index + 1 + len(rest)
                    if tuple(words[index + 1 : last]) != rest:
                        continue
                else:
                    last = index + 1
                form = reading.form
                found.append(
                    Hit(index, last, form.kind, form.entry, form.pos, reading.prefix, reading.article, reading.pronoun)
                )
        return _longest(found)

    def _read(self, word: str) -> Iterator[_Reading]:
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
                        yield _Reading(form, prefix, article, pronoun)

    def _forms(self, stem: str, article: bool) -> Iterator[tuple[str, Form]]:
        for form in self._table.get(stem, ()):
            if not article or (form.bare and form.pos not in ("verb", "passive")):
                yield "", form
        if article:
            return
        for pronoun in _PRONOUNS:
            if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 2:
                for base in _bases(stem[: -len(pronoun)]):
                    for form in self._table.get(base, ()):
                        if form.bare and not form.rest and (pronoun != "ا" or form.pos == "plural"):
                            yield pronoun, form


def _bases(stem: str) -> Iterator[str]:
    """What a word was before a pronoun: ta marbuta opens ("غارته"), the plural's alef goes ("قتلوه"), nun goes ("مقاتلوه")."""
    yield stem
    if stem.endswith("ت"):
        yield stem[:-1] + "ه"
    elif stem.endswith("و"):
        yield stem + "ا"
        yield stem + "ن"
    elif stem.endswith("ي"):
        yield stem + "ن"
    elif stem.endswith("ا"):
        yield stem[:-1] + "ي"


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


def _longest(found: list[Hit]) -> list[Hit]:
    """Without the hits of one kind that lie inside a longer hit of the same kind."""
    kept: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(found, key=lambda h: (h.first, -h.last)):
        if hit.last > reach.get(hit.kind, 0) or (kept and _same_stretch(kept, hit)):
            kept.append(hit)
            reach[hit.kind] = max(hit.last, reach.get(hit.kind, 0))
    return kept


def _same_stretch(kept: list[Hit], hit: Hit) -> bool:
    """Is there a kept hit of this kind on exactly these words: the word is ambiguous and both readings stay."""
    for other in reversed(kept):
        if other.first < hit.first:
            return False
        if other.kind == hit.kind and other.first == hit.first and other.last == hit.last:
            return True
    return False
