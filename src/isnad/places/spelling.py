"""Usual spellings of a place name: compounds are written together or apart ("كفر نبل", "كفرنبل")."""

from collections.abc import Iterable

from isnad.text.folding import fold

PARTED_EITHER_WAY = ("كفر", "معره")
JOINED_TOO = ("تل", "ابو", "ام", "البو", "دير", "عين", "بيت", "خان", "جسر")
SHORTEST_REST = 3


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
