"""Sites: buildings and grounds told by what they are ("مقر قيادة الجيش", "السفارة الهندية"), which no gazetteer has.

A site is where an act took place as well as a village is (codebook, `where`: the most specific named place). It has no
point of its own and is resolved like any name that no gazetteer knows. Which words make one is data (`data/sites.yaml`).
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from isnad.places.gazetteer import ARTICLE
from isnad.places.unknown import Ground, NewName
from isnad.places.words import read_table

_CLITICS = ("ب", "ل")
_LONGEST = 4
_LEAST = 3


class Sites(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tables of `data/sites.yaml`; the file says what each means."""

    scenes: frozenset[str]
    leading: frozenset[str]
    stops: frozenset[str]


@lru_cache(maxsize=1)
def read_sites() -> Sites:
    """The words; SettingsError where the file is wrong."""
    return read_table("sites.yaml", Sites)


@lru_cache(maxsize=1)
def _openings() -> dict[str, tuple[str, int, bool, bool]]:
    """Each form of a scene: the bare noun, letters of clitics before it, whether one governs it, whether it is definite."""
    found = {}
    for noun in read_sites().scenes:
        for joined in ("", "و", "ف"):
            found[joined + noun] = (noun, len(joined), False, False)
            found[joined + ARTICLE + noun] = (noun, len(joined), False, True)
            for clitic in _CLITICS:
                found[joined + clitic + noun] = (noun, len(joined) + 1, True, False)
            found[joined + "ب" + ARTICLE + noun] = (noun, len(joined) + 1, True, True)
    return found


def find_sites(ground: Ground) -> Iterator[NewName]:
    """The sites of a text after words that say something took place there, none of them over known places."""
    words, openings, leading = ground.words, _openings(), read_sites().leading
    end = 0
    for index, word in enumerate(words):
        opening = openings.get(word)
        if opening is None or index < end or index in ground.taken:
            continue
        noun, skip, governed, definite = opening
        if not governed and (not index or words[index - 1].removeprefix("و") not in leading):
            continue
        last = _end(ground, index + 1, definite=definite)
        end = last
        definite = definite or any(word.startswith(ARTICLE) for word in words[index + 1 : last])
        yield NewName(index, last, noun, skip, definite)


def _end(ground: Ground, first: int, *, definite: bool) -> int:
    """Where the words end that say which site it is, beginning with word `first`."""
    words, stops = ground.words, read_sites().stops
    last = first
    while last < len(words) and last - first < _LONGEST and last not in ground.taken:
        word = words[last]
        bears = word.startswith(ARTICLE)
        if ground.gap(last - 1).strip(' "\u201c\u00ab(') or word in stops or (definite and not bears):
            break
        if not bears and (len(word) < _LEAST or word[0] in "وبلف" or ground.common(last)):
            break
        definite = definite or bears
        last += 1
    return last
