"""Rare words: what two tellings of one incident share, and tellings of two hardly ever do (names, villages, streets).

A word is rare where it is not among the everyday words of such reports (`everyday_words.txt`). The list is fixed, not
counted over the record: a pair's chance must not change with what else is on record, else the order of arrival would
matter (decision 9).
"""

import re
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files

from isnad.model.mention import Mention
from isnad.text.folding import Folded, fold
from isnad.text.sentences import split_sentences

MOST_WORDS = 20
MOST_SAID = 60
_WORD = re.compile(r"[ء-ي]{3,}")  # what stands in Latin letters is mostly the page's furniture
_ARTICLES = ("وبال", "وال", "بال", "فال", "كال", "ولل", "ال", "لل")
_LEAST = 3


@lru_cache(maxsize=1)
def everyday_words() -> frozenset[str]:
    """Bare words (see `bare`) that stand in many reports and so say nothing of which incident is told."""
    return frozenset(files("isnad.linking").joinpath("everyday_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Bare words that stand in one report of five: "said", "forces", "town"; they tell nothing at all."""
    return frozenset(files("isnad.linking").joinpath("common_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A folded word without the article and what is written onto it: المزرعة and بالمزرعة are one word."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _LEAST:
            return word[len(article) :]
    return word


def bare_words(folded: str) -> list[str]:
    """The bare words of a folded text, in order."""
    return [bare(word) for word in _WORD.findall(folded)]


def rare_words(mention: Mention, text: str) -> tuple[str, ...]:
    """At most `MOST_WORDS` rare words of a mention, sorted: first those of its place, then those nearest to its spans.

    `text` is the report's text as given; only the sentences that the spans stand in are read, since the next sentence
    of a round-up tells another incident.
    """
    everyday = everyday_words()
    found: dict[str, None] = {}
    for word in (*place_words(mention), *_near(mention, text)):
        if word not in everyday and len(found) < MOST_WORDS:
            found[word] = None
    return tuple(sorted(found))


def place_words(mention: Mention) -> tuple[str, ...]:
    """The rare words of a mention's place, as the report writes it, sorted: they name a place no gazetteer has, too."""
    where = mention.incident.where
    return tuple(sorted(set(bare_words(fold(where.text))) - everyday_words())) if where else ()


def said_words(mention: Mention, text: str) -> tuple[int, ...]:
    """At most `MOST_SAID` words of a mention's own sentences as numbers, sorted: those nearest to its spans.

    All words but the common ones count: what is no rare word by itself (a town's name, "market", "tractor") tells an
    incident from others together with more of its kind.
    """
    found: dict[str, None] = {}
    for word in _near(mention, text):
        if word not in common_words() and len(found) < MOST_SAID:
            found[word] = None
    return tuple(sorted(map(word_number, found)))


def name_words(mention: Mention) -> tuple[int, ...]:
    """All words of a mention's place but the common ones, as numbers, sorted; for `said_words` to be looked through."""
    where = mention.incident.where
    words = set(bare_words(fold(where.text))) - common_words() if where else set()
    return tuple(sorted(map(word_number, words)))


@lru_cache(maxsize=65536)
def word_number(word: str) -> int:
    """A number for a word, the same on every machine: sentences are kept and compared as such."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest())


def _near(mention: Mention, text: str) -> list[str]:
    """Bare words of the mention's own sentences, those nearest to one of its spans first."""
    folded = _folded(text)
    spans = [(span.start, span.end) for span in mention.incident.mentions]
    ranked: list[tuple[int, int, str]] = []
    for sentence in split_sentences(folded.text):
        start, end = folded.span(sentence.start, sentence.end)
        inside = [span for span in spans if span[0] < end and start < span[1]]
        if not inside:
            continue
        for hit in _WORD.finditer(folded.text, sentence.start, sentence.end):
            at = folded.original(hit.start())
            away = min(abs(at - span[0]) for span in inside)
            ranked.append((away, at, bare(hit.group())))
    return [word for _, _, word in sorted(ranked)]


@lru_cache(maxsize=8)
def _folded(text: str) -> Folded:
    """A report's mentions come one after the other: its text is folded once for them all."""
    return Folded(text)
