"""Usual spellings of a place name: compounds are written together or apart ("كفر نبل", "كفرنبل")."""

from collections.abc import Iterable

from isnad.text.folding import fold

PARTED_EITHER_WAY = ("كفر", "معره")
JOINED_TOO = ("تل", "ابو", "ام", "البو", "دير", "عين", "بيت", "خان", "جسر")
SHORTEST_REST = 3
LONGEST_JOINED = 4
ARTICLE = "ال"


def spelled(names: Iterable[str]) -> list[str]:
    """Folded names with the other usual spellings of compounds, in a fixed order."""
    found: dict[str, None] = {}
    for name in names:
        key = " ".join(fold(name).split())
        found[key] = None
        found.update(dict.fromkeys(_variants(key)))
    return list(found)


def _variants(name: str) -> list[str]:
    first, gap, rest = name.partition(" ")
    if gap and first in PARTED_EITHER_WAY + JOINED_TOO and " " not in rest and not rest.startswith("ال"):
        return [first + rest]
    for start in PARTED_EITHER_WAY:
        if not gap and name.startswith(start) and len(name) >= len(start) + SHORTEST_REST:
            return [f"{start} {name[len(start) :]}"]
    return []


def respelled(name: str) -> list[str]:
    """A folded name of an imported place with its other usual spellings, the name itself first.

    Short first words are joined to the second ("تير معله", "تيرمعله"); the article comes and goes in names of two words
    ("غاريه الشرقيه", "الغاريه الشرقيه", "غاريه شرقيه").
    """
    found = dict.fromkeys([name, *_variants(name)])
    first, _, rest = name.partition(" ")
    if rest and " " not in rest:
        if rest.startswith(ARTICLE) and len(rest) > len(ARTICLE) + 2:
            bare = first.removeprefix(ARTICLE) if len(first) > len(ARTICLE) + 2 else first
            found.update(dict.fromkeys([f"{bare} {rest}", f"{ARTICLE}{bare} {rest}", f"{bare} {rest[len(ARTICLE) :]}"]))
        elif (
            first != ARTICLE
            and not rest.startswith(ARTICLE)
            and len(first) <= LONGEST_JOINED
            and len(rest) >= SHORTEST_REST
        ):
            found[first + rest] = None
    return list(found)
