"""Variants of reports: the same news with other places of the same country, other days and other numbers.

Made for measuring alone: what they tell never happened, and they are not kept. The same seed gives the same variants.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from random import Random
from typing import Final

import msgspec

from isnad.model.report import Report
from isnad.places.gazetteer import Gazetteer, load_gazetteer
from isnad.text.folding import fold

SHIFT_DAYS: Final = 1500
_SHORTEST: Final = 4  # letters; shorter names are too often other words
_WORD: Final = re.compile(r"[ء-ي]{4,}|\b\d{1,3}\b")
_COUNTED: Final = ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")


class Places:
    """Place names of one word by country: what may stand for what."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._country: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        for number, name in enumerate(gazetteer.names):
            if len(name) < _SHORTEST or " " in name:
                continue
            for place in gazetteer.candidates(number)[:1]:
                if place.country:
                    self._country[name] = place.country
                    self._names.setdefault(place.country, []).append(name)

    def other(self, word: str, chance: Random) -> str | None:
        """Another place of the same country; None where the word names no place."""
        country = self._country.get(fold(word))
        return chance.choice(self._names[country]) if country else None


def variants(originals: Sequence[Report], seed: int, places: Places | None = None) -> Iterator[Report]:
    """Endless variants, the reports in turn; ids tell the seed and the number."""
    known = places or Places(load_gazetteer())
    number = 0
    while originals:
        for report in originals:
            yield variant(report, f"{seed}-{number}", known)
            number += 1


def variant(report: Report, name: str, places: Places) -> Report:
    """One variant; within it a place, a number is always exchanged for the same other one."""
    chance, exchanged = Random(name), dict[str, str]()

    def exchange(match: re.Match[str]) -> str:
        word = match.group()
        if word not in exchanged:
            exchanged[word] = _other(word, places, chance)
        return exchanged[word]

    shift = timedelta(days=chance.randint(-SHIFT_DAYS, SHIFT_DAYS))
    return msgspec.structs.replace(
        report,
        id=f"variant-{name}",
        text=_WORD.sub(exchange, report.text),
        published=report.published and report.published + shift,
    )


def many_reports(originals: Iterable[Report], count: int, seed: int = 1) -> list[Report]:
    """`count` reports: the originals, then variants of them."""
    given = list(islice(originals, count))
    return [*given, *islice(variants(given, seed), count - len(given))]


def _other(word: str, places: Places, chance: Random) -> str:
    if word.isdigit():
        return str(chance.randint(1, 28) if len(word) < 3 else chance.randint(100, 999))
    if word in _COUNTED:
        return chance.choice(_COUNTED)
    return places.other(word, chance) or word
