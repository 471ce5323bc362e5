"""Settling weak forms: which actor "الجيش", "التنظيم" or "القوات الخاصة" means in this report, if any can be told.

An actor named in full in the report comes first, then one of the country most of the report's places and states belong
to; otherwise the words stand for themselves, without a name on record (codebook: never guess).
"""

from collections import Counter

import msgspec

from isnad.coding.reading import Reading
from isnad.lexicon.matching import Hit

_SHARE = 0.4
GENERIC = "generic"


def settle_weak_forms(reading: Reading) -> None:
    """Give each weak hit of an actor the actor it means; those that cannot be told become `generic`."""
    actors = reading.of("actors")
    if not any(hit.pos == "weak" for hit in actors):
        return
    named = {hit.entry for hit in actors if hit.pos == "name"}
    countries = _countries(reading)
    known: dict[str, int | None] = {}
    settled = []
    for hit in reading.hits:
        if hit.kind == "actors" and hit.pos == "weak":
            surface = _surface(reading, hit)
            if surface not in known:
                known[surface] = _meant(reading, surface, named, countries)
            # "فتح مقاتلون النار": who cannot be told and is written like a verb of acts is nobody.
            if known[surface] is not None or reading.at("triggers", hit.first) is None:
                settled.append(_with(hit, known[surface]))
        else:
            settled.append(hit)
    reading.take_hits(settled)


def _with(hit: Hit, entry: int | None) -> Hit:
    if entry is None:
        return msgspec.structs.replace(hit, pos=GENERIC)
    return msgspec.structs.replace(hit, entry=entry)


def _surface(reading: Reading, hit: Hit) -> str:
    """The folded words of a hit without clitics, its article restored."""
    words = reading.tokens.words[hit.first : hit.last]
    stem = words[0][len(hit.prefix) :]
    if hit.prefix.endswith("ل") and words[0].startswith("لل", len(hit.prefix) - 1):
        stem = "ا" + stem
    return " ".join([stem, *words[1:]])


def _countries(reading: Reading) -> dict[str, float]:
    """The share of each country in the report's places, states and demonyms."""
    counted: Counter[str] = Counter(r.place.country for r in reading.resolved if r is not None and r.place.country)
    counted.update(reading.lexicon.states[hit.entry].country for hit in reading.of("states"))
    total = counted.total()
    return {country: count / total for country, count in counted.items()}


def _meant(reading: Reading, surface: str, named: set[int], countries: dict[str, float]) -> int | None:
    """The actor a weak form means: the one named in full, else the only one of the report's country."""
    lexicon = reading.lexicon
    shared = lexicon.shared.get(surface, [])
    full = [entry for entry in shared if entry in named]
    if full:
        return full[0]
    home = [entry for entry in shared if countries.get(lexicon.actors[entry].country or "", 0.0) >= _SHARE]
    states = [entry for entry in home if lexicon.actors[entry].kind == "state"]
    choice = states or home
    return max(choice, key=lambda entry: countries[lexicon.actors[entry].country or ""], default=None)
