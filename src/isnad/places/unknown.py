"""Places that no gazetteer knows: the name after a head word ("قرية X", "شارع X"), kept with the smallest known container.

An unknown place keeps its name, has no gazetteer id and no point of its own: it takes country, division and point, as
wide as they are, from the known place it is most likely in: the next one named in its sentence, else the last one
named before. Its precision is 4 (a division) at best.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from isnad.model.place import Place
from isnad.places.mentions import Mentioned
from isnad.places.resolving import Resolved
from isnad.places.words import read_words

UNKNOWN = -1
_RADIUS_KM = 25.0
_FEW = 3
_ADJECTIVE = ("يه", "ي", "يا")


class NewName(Struct, frozen=True):
    """Words [first, last) of a name that no gazetteer has, after the head word `head`."""

    first: int
    last: int
    head: str


def find_new_names(words: Sequence[str], taken: set[int], common: Callable[[int], bool]) -> list[NewName]:
    """Names after a head word that stands without article; `taken` words belong to known places, `common` ones to the lexicon.

    A name is one word, or two where the first opens compound names ("تل X", "أبو X") or the second bears the article.
    """
    namers, found = read_words().namers, []
    for index in range(len(words) - 1):
        head = words[index]
        if head not in namers:
            if head[1:] not in namers or head[0] not in "وبلف":
                continue
            head = head[1:]
        if index + 1 in taken or not _fits(words, index + 1, common):
            continue
        first = index + 1
        last = first + 1
        if last < len(words) and last not in taken and _goes_on(words, first, common):
            last += 1
        found.append(NewName(first, last, head))
    return found


def _fits(words: Sequence[str], index: int, common: Callable[[int], bool]) -> bool:
    word, table = words[index], read_words()
    if len(word) < 3 or not word.isalpha() or word.startswith(("الت", "الذ", "لل")) or common(index):
        return False
    if word in table.prepositions or word in table.relations or word in table.winds or word in table.not_names:
        return False
    return word.startswith("ال") or not word.endswith(_ADJECTIVE)


def _goes_on(words: Sequence[str], first: int, common: Callable[[int], bool]) -> bool:
    table = read_words()
    following = words[first + 1]
    if words[first] in table.openers:
        return len(following) > 2 and not common(first + 1)
    return (
        following.startswith("ال")
        and not words[first].startswith("ال")
        and not common(first + 1)
        and len(following) > 4
    )


def place_new_name(text: str, before: Sequence[Resolved | None], after: Sequence[Resolved | None]) -> Resolved:
    """The new place as resolved as it can be: country, division and point of its container, as wide as that is.

    `before` and `after` are the known places of the report around it, nearest first; only the nearest few count. A town
    beside it is no container, but the new place is near: its point, with a radius of `_RADIUS_KM` at least.
    """
    container = _container([*after[:1], *before[:_FEW], *after[1:_FEW]])
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
        admin2=known.admin2 if known.kind == "admin2" else None,
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
    return Mentioned(start=start, end=end, name_id=UNKNOWN, head=head, head_start=head_start)
