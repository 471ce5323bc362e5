"""Coverage: how many places the gazetteer has, and how many of the places that reports name it knows."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from isnad.places.annotating import ToldPlace
from isnad.places.columns import ORIGINS
from isnad.places.gazetteer import Gazetteer


class Coverage(Struct, frozen=True, kw_only=True):
    """The places of one country (`country` None: of no country, "all": of all)."""

    country: str | None
    places: int
    arabic: int
    division: int
    kinds: dict[str, int]
    sources: dict[str, int]


class Share(Struct, frozen=True, kw_only=True):
    """Places named in reports: how many there are, how many the gazetteer has, and the commonest that it has not."""

    reports: int
    with_places: int
    named: int
    found: int
    missing: dict[str, int]

    @property
    def share(self) -> float:
        """The share found, 0 where no place is named."""
        return self.found / self.named if self.named else 0.0


def count_places(gazetteer: Gazetteer) -> list[Coverage]:
    """All places, then country by country, the country with most places first."""
    tallies: dict[str, Counter[str]] = {}
    for row in range(len(gazetteer)):
        place = gazetteer.place(row)
        facts = [f"kind:{place.kind}", f"source:{gazetteer.origin(row)}", "places"]
        facts += ["arabic"] if gazetteer.written_names(row) else []
        facts += ["division"] if place.admin1 else []
        for key in ("all", place.country or ""):
            tallies.setdefault(key, Counter()).update(facts)
    ordered = sorted(tallies, key=lambda key: (key != "all", -tallies[key]["places"], key))
    return [_coverage(key, tallies[key]) for key in ordered]


def count_found(told: Iterable[list[ToldPlace]], most: int = 20) -> Share:
    """The share of places named in reports that the gazetteer has; a place counts once a report."""
    counts: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for places in told:
        counts["reports"] += 1
        counts["with"] += bool(places)
        counts["named"] += len(places)
        counts["found"] += sum(not place.unknown for place in places)
        missing.update(place.text for place in places if place.unknown)
    return Share(
        reports=counts["reports"],
        with_places=counts["with"],
        named=counts["named"],
        found=counts["found"],
        missing=dict(missing.most_common(most)),
    )


def _coverage(key: str, tally: Counter[str]) -> Coverage:
    kinds = {name.removeprefix("kind:"): count for name, count in tally.most_common() if name.startswith("kind:")}
    return Coverage(
        country=key or None,
        places=tally["places"],
        arabic=tally["arabic"],
        division=tally["division"],
        kinds=kinds,
        sources={origin: tally[f"source:{origin}"] for origin in ORIGINS if tally[f"source:{origin}"]},
    )
