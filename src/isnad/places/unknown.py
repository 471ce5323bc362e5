"""Places that no gazetteer knows: the name after a head word ("قرية X", "شارع X"), kept with the smallest known container.

An unknown place keeps its name, has no gazetteer id and no point of its own: it takes country, division and point, as
wide as they are, from the known place it is most likely in: the next one named in its sentence, else the last one
named before. Its precision is 4 (a division) at best.
"""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from msgspec import Struct

from isnad.model.place import Place
from isnad.places.governing import told_divisions
from isnad.places.mentions import Mentioned
from isnad.places.resolving import Resolved
from isnad.places.words import Words, read_words

UNKNOWN = -1
_RADIUS_KM = 25.0
FEW = 3
_ADJECTIVE = ("يه", "ي", "يا")
_GOVERNING = "بل"
_FEMININE = "يه"
_SHORTEST = 3
_LONGEST_QUOTED = 4
_OPENING = ('"', "\u201c", "\u201d", "\u00ab", "'", "\u2018", "(")
_CLOSING = "\"\u201d\u201c\u00bb'\u2019)"


class NewName(Struct, frozen=True):
    """Words [first, last) of a name that no gazetteer has, after the head word `head`, "" where none announces it.

    `skip`: letters of the first word that are no part of the name ("و" of the next in a list). `definite`: does a word of
    it bear the article.
    """

    first: int
    last: int
    head: str
    skip: int = 0
    definite: bool = True


class Ground(Struct, frozen=True):
    """A text as the finder of new names sees it: words, those of known places, the lexicon's, and the gaps.

    `taken` words belong to known places; `common` says which are the lexicon's; `gap` what stands after a word.
    """

    words: Sequence[str]
    taken: Collection[int]
    common: Callable[[int], bool]
    gap: Callable[[int], str]


def find_new_names(ground: Ground, listers: Collection[int] = ()) -> list[NewName]:
    """Names after a head word that stands without article, those listed on with them, and those that words after them place.

    A name is one word, or two where the first opens compound names ("تل X", "أبو X") or the second bears the article;
    all that stands in quotes right after a head. `listers`: the last words of known places that a head of several
    names ("قرى X وY") stands before.
    """
    words, several = ground.words, read_words().several
    found: list[NewName] = []
    ends = set(listers)
    announcing = _announcing()
    for index, word in enumerate(words[:-1]):
        if word not in announcing and index not in ends:
            continue
        head = _namer(words[index])
        if head is not None:
            name = _named(ground, index, head)
        elif index in ends:
            name = _listed(ground, index)
        else:
            name = _placed(ground, index)
        if name is None or (found and name.first < found[-1].last):
            continue
        found.append(name)
        if index in ends or head in several:
            ends.add(name.last - 1)
    return found


@lru_cache(maxsize=1)
def _announcing() -> frozenset[str]:
    """All words after which a new name may stand, with the clitics they may have."""
    table = read_words()
    namers = (clitic + word for word in table.namers for clitic in ("", *"وبلف"))
    return frozenset([*namers, *table.leading, *("و" + word for word in table.leading)])


def _namer(word: str) -> str | None:
    """The head word that this one is, a clitic before it left out."""
    namers = read_words().namers
    if word in namers:
        return word
    return word[1:] if word[1:] in namers and word[0] in "وبلف" else None


def _named(ground: Ground, index: int, head: str) -> NewName | None:
    """The name after the head at `index`."""
    first = index + 1
    quoted = _quoted(ground, first)
    if quoted is not None:
        return NewName(first, quoted, head)
    last = _reach(ground, first, ground.words[first], feminine=head.endswith("ه"))
    return None if last is None else NewName(first, last, head)


def _listed(ground: Ground, index: int) -> NewName | None:
    """The name listed on after the word at `index` ("قرى X وY")."""
    word = ground.words[index + 1]
    if not word.startswith("و") or ground.gap(index).strip():
        return None
    last = _reach(ground, index + 1, word[1:], feminine=False)
    return None if last is None else NewName(index + 1, last, "", 1)


def _placed(ground: Ground, index: int) -> NewName | None:
    """A name that nothing announces but the preposition before and the known place it lies in after ("في X بريف Y")."""
    words, table = ground.words, read_words()
    first = index + 1
    if words[index].removeprefix("و") not in table.leading:
        return None
    word = words[first]
    if word.startswith("ال") or word in table.heads or word in table.links:
        return None
    last = _reach(ground, first, word, feminine=False)
    if last is None or last >= len(words) or words[last] not in table.trailing:
        return None
    near = range(last + 1, min(last + 4, len(words)))
    plain = all(not ground.gap(at).strip() for at in range(index, last))
    return NewName(first, last, "") if plain and any(at in ground.taken for at in near) else None


def _quoted(ground: Ground, first: int) -> int | None:
    """Where the quotation ends that opens right before word `first`, if it is as short as a name."""
    if ground.gap(first - 1).strip(" ") not in _OPENING:
        return None
    if first in ground.taken:
        return None
    for last in range(first, min(first + _LONGEST_QUOTED, len(ground.words))):
        gap = ground.gap(last).strip()
        if gap:
            return last + 1 if gap[0] in _CLOSING else None
    return None


def _reach(ground: Ground, first: int, word: str, *, feminine: bool) -> int | None:
    """Where the name ends that begins with word `first`, which is `word` without its clitic; None where none does.

    `feminine`: an adjective of the head would be feminine, so that a name may end like a masculine one.
    """
    if first in ground.taken or not _fits(ground, first, word, feminine=feminine):
        return None
    last = first + 1
    if last < len(ground.words) and last not in ground.taken and _goes_on(ground, first, word):
        return last + 1
    return None if len(word) < _SHORTEST else last


def _fits(ground: Ground, index: int, word: str, *, feminine: bool) -> bool:
    table = read_words()
    if not word.isalpha() or (len(word) < _SHORTEST and word not in table.openers):
        return False
    if word.startswith(("الت", "الذ", "لل")) or ground.common(index):
        return False
    if _is_plain(word, table) or (word[0] in _GOVERNING and _is_plain(word[1:], table)):
        return False
    return word.startswith("ال") or not word.endswith(_FEMININE if feminine else _ADJECTIVE)


def _is_plain(word: str, table: Words) -> bool:
    """Is it a word around names, or one that is none."""
    return (
        word in table.prepositions
        or word in table.relations
        or word in table.winds
        or word in table.not_names
        or (word in table.namers and word not in table.openers)
    )


def _goes_on(ground: Ground, first: int, word: str) -> bool:
    following = ground.words[first + 1]
    if ground.gap(first).strip():
        return False
    if word in read_words().openers:
        return len(following) > 2 and not ground.common(first + 1)
    return (
        following.startswith("ال") and not word.startswith("ال") and not ground.common(first + 1) and len(following) > 4
    )


def place_new_name(
    text: str, before: Sequence[Resolved | None], after: Sequence[Resolved | None], home: Resolved | None = None
) -> Resolved:
    """The new place as resolved as it can be: country, division and point of its container, as wide as that is.

    `before` and `after` are the known places of the report around it, nearest first; only the nearest few count. A town
    beside it is no container, but the new place is near: its point, with a radius of `_RADIUS_KM` at least. `home`: the
    country that the report speaks of, where none is near.
    """
    container = _container([*after[:1], *before[:FEW], *after[1:FEW]]) or home
    if container is None:
        place = Place(id=f"unknown:{text}", name=text, kind="site", radius_km=_RADIUS_KM)
        return Resolved(place=place, precision=5, radius_km=_RADIUS_KM, reasons=(_reason("nothing known"),))
    known = container.place
    radius = container.radius_km if known.kind in ("country", "admin1") else max(_RADIUS_KM, container.radius_km)
    latitude, longitude = container.point or (known.latitude, known.longitude)
    place = Place(
        id=f"unknown:{text}",
        name=text,
        kind="site",
        country=known.country,
        admin1=known.admin1,
        admin1_code=known.admin1_code,
        admin2=known.admin2 if known.kind == "admin2" or told_divisions(known)[0] != known.admin1 else None,
        latitude=latitude,
        longitude=longitude,
        radius_km=radius,
    )
    return Resolved(
        place=place,
        point=(latitude, longitude) if latitude is not None and longitude is not None else None,
        precision=max(4, container.precision) if known.admin1 else 6 if known.kind == "country" else 5,
        radius_km=radius,
        reasons=(_reason(known.name),),
    )


def _reason(container: str) -> str:
    return f"place: not in the gazetteer, in {container}"


def _container(around: Sequence[Resolved | None]) -> Resolved | None:
    """The first known place on land; one with a division before a country."""
    known = [r for r in around if r is not None and r.place.kind != "water" and r.place.country]
    return next((r for r in known if r.place.admin1), known[0] if known else None)


def mentioned(start: int, end: int, head: str, head_start: int) -> Mentioned:
    """The mention of a new name, [start, end) in the folded text."""
    begin = head_start if head else start
    return Mentioned(start=start, end=end, name_id=UNKNOWN, head=head or None, head_start=begin)
