"""Light stemming for search: what a word is looked up by, so that قصف finds القصف and غارة finds غارات.

Clitics in front (و ف ب ل ك س ال) and endings of number, gender and possession come off; broken plurals only where the
table has them. Which first letters belong to the word is told by a list of frequent words (`stemming_words.txt`, made
by `python -m quality.stem_words`): وزير keeps its و, وقصف does not. A stem is no lemma and is never shown to anyone.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Final

import msgspec
import yaml
from msgspec import Struct

from isnad.text.folding import fold
from isnad.text.tokens import Tokens

_SHORTEST: Final = 3


class StemmingTables(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tables of `stemming.yaml`: endings with the letters that must stay, prefixes, plurals no ending tells."""

    endings: dict[str, int]
    articles: tuple[str, ...]
    free: frozenset[str]
    bound: frozenset[str]
    irregular: dict[str, str]


def search_text(raw: str) -> str:
    """The stems of all words of `raw` in order, joined by blanks: the column that search looks in."""
    return " ".join(map(stem_word, Tokens(fold(raw)).words))


def search_terms(query: str) -> tuple[str, ...]:
    """The stems a query asks for, each once, in its order."""
    return tuple(dict.fromkeys(map(stem_word, Tokens(fold(query)).words)))


@lru_cache(maxsize=1 << 17)
def stem_word(word: str) -> str:
    """The stem of one folded word; the stem of a stem is itself."""
    while (shorter := strip_endings(_without_prefix(word))) != word:
        word = shorter
    return word


def strip_endings(word: str) -> str:
    """`word` without its endings; where a plural of the table is left, the stem of its singular."""
    while word not in _TABLES.irregular and (shorter := _without_ending(word)) != word:
        word = shorter
    return _TABLES.irregular.get(word, word)


def _without_ending(word: str) -> str:
    if word.endswith(_ANY_ENDING):
        length = len(word)
        for ending, least in _ENDINGS:
            if length >= least and word.endswith(ending):
                return word[: -len(ending)]
    return word


def prefixes(word: str) -> list[tuple[str, str]]:
    """The ways to part `word` into a clitic, or several with the article, and at least three letters."""
    found = [(start, word[len(start) :]) for start in _TABLES.articles if word.startswith(start)]
    if word[:1] in _TABLES.free or word[:1] in _TABLES.bound:
        found.append((word[0], word[1:]))
    return [(start, rest) for start, rest in found if len(rest) >= _SHORTEST]


def _without_prefix(word: str) -> str:
    if strip_endings(word) in _WORDS:
        return word
    return next((rest for start, rest in prefixes(word) if _comes_off(start, rest)), word)


def _comes_off(start: str, rest: str) -> bool:
    if len(start) > 1 or strip_endings(rest) in _WORDS:
        return True
    return start in _TABLES.free and len(rest) > _SHORTEST


def _read(name: str) -> str:
    return files("isnad.text").joinpath(name).read_text(encoding="utf-8")


_TABLES: Final = msgspec.convert(yaml.safe_load(_read("stemming.yaml")), StemmingTables)
_ENDINGS: Final = sorted(
    ((ending, len(ending) + staying) for ending, staying in _TABLES.endings.items()), key=lambda pair: -len(pair[0])
)  # each with the least letters of a word it comes off
_ANY_ENDING: Final = tuple(_TABLES.endings)
_WORDS: Final = frozenset(_read("stemming_words.txt").split())
