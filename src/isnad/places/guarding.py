"""Guards: how much the text must speak for a place before a name of the gazetteer counts as one (see `Columns`)."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import msgspec
import yaml

from isnad.lexicon.loading import load_lexicon
from isnad.places.gazetteer import ARTICLE
from isnad.places.stock import KNOWN_TOWN, Stock
from isnad.places.words import read_words
from isnad.text.folding import fold

KNOWN_CITY = 200_000
SHORT_NAME = 4
NEEDS_PREPOSITION, NEEDS_HEAD, HEAD_ONLY, NEVER = 1, 2, 3, 4
LISTS = ((NEEDS_PREPOSITION, "after_preposition"), (NEEDS_HEAD, "after_head"), (HEAD_ONLY, "only_after_head"))


def guard_names(stock: Stock, names: dict[str, list[int]]) -> dict[str, int]:
    """The guard of each of `names`, which lead to rows of `stock`."""
    guards = {name: _guard_of(stock, name, rows) for name, rows in names.items()}
    guards.update(_named_guards(guards, stock, names))
    return guards


def _guard_of(stock: Stock, name: str, rows: list[int]) -> int:
    if any(row in stock.chosen for row in rows):
        return NEEDS_HEAD if name in read_words().heads or name in read_words().prepositions else 0
    if all(row in stock.minor for row in rows):
        return guard_imported(name)
    return _guard(name, stock, [row for row in rows if row not in stock.minor])


def guard_imported(name: str) -> int:
    """The guard of a name that only imported places bear: large gazetteers list hamlets called like most words."""
    words, parts = read_words(), name.split()
    personal = parts[0] in words.given or not name.replace(" ", "").isalpha()
    if name in ordinary_names() or name in refused_names() or personal or _is_word(name):
        return HEAD_ONLY
    return 0 if len(parts) > 1 and len(name) > SHORT_NAME + 2 else NEEDS_PREPOSITION


def is_no_name(name: str) -> bool:
    """Is it a preposition, a head or the first half of a name, which large gazetteers also list as villages."""
    words = read_words()
    return any(name in table for table in (words.prepositions, words.heads, words.openers, words.not_names))


def _is_word(name: str) -> bool:
    """Is the name, with its article or without, a word of our tables or of the lexicon."""
    words = read_words()
    tables = (words.heads, words.relations, words.prepositions, words.not_names, words.winds, lexicon_words())
    forms = [name, name.removeprefix(ARTICLE)]
    if name.startswith("ل"):
        forms += [f"ا{name}", name[1:]]  # "للشعب" reads as "ل" and "لشعب" too
    return any(form in table for table in (*tables, ordinary_names()) for form in forms)


@lru_cache(maxsize=1)
def lexicon_words() -> frozenset[str]:
    """The lexicon's forms of one word."""
    forms = load_lexicon().forms
    return frozenset(word for word, found in forms.items() if any(not form.rest for form in found))


@lru_cache(maxsize=1)
def ordinary_names() -> frozenset[str]:
    """The words of `data/ordinary.txt`."""
    text = files("isnad.places").joinpath("data/ordinary.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def refused_names() -> frozenset[str]:
    """Folded names that are never taken for a place of ours."""
    return frozenset(fold(name) for name in ambiguous_names()["refused"])


def cover_names() -> set[str]:
    """Folded longer names of something else that cover the place name in them."""
    return {fold(name) for name in ambiguous_names()["covers"]}


def _guard(name: str, stock: Stock, rows: list[int]) -> int:
    """How much a name must be vouched for when no list names it.

    Words that announce places, and given names, need a head; so does nothing else. A single word that only small
    GeoNames towns bear needs a preposition or another place beside it; a short one is held to a larger town.
    """
    words = read_words()
    if name in words.heads or name in words.relations or name in words.given or name in words.prepositions:
        return NEEDS_HEAD
    enough = KNOWN_TOWN if len(name) > SHORT_NAME else KNOWN_CITY
    known = any(row in stock.own or stock.places[row].population >= enough for row in rows)
    return 0 if known or " " in name else NEEDS_PREPOSITION


def names_without_heads(stock: Stock, names: dict[str, list[int]]) -> dict[str, list[int]]:
    """Own names without the head they begin with, where nothing else is called so ("تشرين" of "سد تشرين")."""
    words, found = read_words(), dict[str, list[int]]()
    for name, rows in names.items():
        head, _, rest = name.partition(" ")
        fits = [row for row in rows if row in stock.own and stock.places[row].kind in words.heads.get(head, ())]
        if (
            fits
            and head in words.settling
            and len(rest) > SHORT_NAME - 1
            and _is_free(stock, names.get(rest, ()))
            and rest not in refused_names()
        ):
            found.setdefault(rest, []).extend(fits)
    return {rest: [*fits, *names.get(rest, ())] for rest, fits in found.items()}


def _is_free(stock: Stock, rows: Iterable[int]) -> bool:
    """Do imported hamlets alone bear the name, if anything does."""
    return all(row in stock.minor for row in rows)


def ambiguous_names() -> dict[str, list[str]]:
    """The lists of `data/ambiguous.yaml`, names as written there."""
    text = files("isnad.places").joinpath("data/ambiguous.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), dict[str, list[str]])


def _named_guards(known: Iterable[str], stock: Stock, names: dict[str, list[int]]) -> dict[str, int]:
    """Guards stated by name in `ambiguous.yaml`, for names that exist."""
    wanted = {fold(n): level for level, key in LISTS for n in ambiguous_names()[key]}
    return {
        name: wanted[name] for name in known if name in wanted and not any(row in stock.chosen for row in names[name])
    }
