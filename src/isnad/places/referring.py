"""Words that stand for a place: "the town" for the last town named, "the country" and "the capital" for those spoken of.

The words are data (`data/referents.yaml`). A word that refers back has the place, and the words, of what it refers to.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from isnad.model.place import Place
from isnad.places.before import CLITICS, read_before
from isnad.places.gazetteer import ARTICLE, Gazetteer
from isnad.places.mentions import Mentioned
from isnad.places.resolving import Resolved, place_at
from isnad.places.unknown import UNKNOWN
from isnad.places.words import read_table, read_words
from isnad.text.tokens import Tokens

FARTHEST_BACK = 600
"""How many characters before a word that refers back its place may stand."""
Known = tuple[Mentioned, Resolved | None]


class Referents(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tables of `data/referents.yaml`; the file says what each means."""

    back: dict[str, tuple[str, ...]]
    country: frozenset[str]
    capital: frozenset[str]
    capitals: dict[str, str]
    areas: dict[str, str]


@lru_cache(maxsize=1)
def read_referents() -> Referents:
    """The words; SettingsError where the file is wrong."""
    return read_table("referents.yaml", Referents)


def find_referents(
    tokens: Tokens, plain: str, known: Sequence[Known], gazetteer: Gazetteer, state_at: Callable[[int], str | None]
) -> Iterator[Known]:
    """Mentions of places by such words, among the `known` ones in text order, each with what it stands for.

    `plain`: the folded text with blanks for signs; `state_at`: the country whose adjective stands at a word, if one does.
    """
    table = read_referents()
    taken = {mention.start for mention, _ in known}
    forms = _forms()
    for index in [index for index, word in enumerate(tokens.words) if word in forms]:
        bare = forms[tokens.words[index]]
        if bare in table.areas:
            area = _area(tokens, index, bare, gazetteer, state_at)
            if area is not None:
                yield area
            continue
        start, end = tokens.ends[index] - len(bare), tokens.ends[index]
        following = tokens.words[index + 1] if index + 1 < len(tokens) else ""
        reach = 3 if following.startswith(ARTICLE) else 2  # "the capital Baghdad", "the Iraqi capital Baghdad"
        if any(position in taken for position in tokens.starts[index : index + reach]):
            continue
        if bare in table.back:
            found = None if following.startswith(ARTICLE) else _back(start, table.back[bare], known)
            if found is not None:
                mention, resolved = found
                named = (mention.start, mention.end)
                yield _mention(plain, start, end, named), replace(resolved, reasons=(_reason(resolved.place),))
            continue
        country = state_at(index + 1) or _spoken_of(start, known)
        place = _of_country(country, bare in table.capital, gazetteer)
        if place is not None:
            mention = _mention(plain, start, end, None)
            yield mention, place_at(place, mention, (_reason(place),))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Every form of the tables' words, with clitics before it, and the word itself."""
    table = read_referents()
    clitics = ("", *CLITICS, *(one + two for one in "وف" for two in CLITICS))
    return {
        clitic + word: word
        for word in (*table.back, *table.country, *table.capital, *table.areas)
        for clitic in clitics
    }


def _area(
    tokens: Tokens, index: int, bare: str, gazetteer: Gazetteer, state_at: Callable[[int], str | None]
) -> Known | None:
    """A part of a state told by its adjective ("the Syrian north"): the state, and the words for both."""
    if tokens.gap(index) != " ":
        return None
    place = _of_country(state_at(index + 1), False, gazetteer)
    if place is None or tokens.words[index + 1].endswith(_PERSONS):
        return None
    start = tokens.ends[index] - len(bare)
    relation = read_referents().areas[bare] or None
    mention = Mentioned(start=start, end=tokens.ends[index + 1], name_id=UNKNOWN, relation=relation, head_start=start)
    return mention, place_at(place, mention, (_reason(place),))


_PERSONS = ("ون", "ين")  # "the Syrians" is people


def _mention(plain: str, start: int, end: int, named: tuple[int, int] | None) -> Mentioned:
    """The mention at [start, end), with the winds and relations before it."""
    before = read_before(plain, start, read_words())
    return Mentioned(
        start=start,
        end=end,
        name_id=UNKNOWN,
        relation=before.said_relation(),
        distance_km=before.distance_km,
        wind=before.wind,
        head_start=before.start,
        named=named,
    )


def _back(start: int, kinds: Sequence[str], known: Sequence[Known]) -> tuple[Mentioned, Resolved] | None:
    """The last place of these kinds or names before `start`, not too far."""
    for mention, resolved in reversed(known):
        if mention.start < start - FARTHEST_BACK:
            return None
        if (
            mention.start < start
            and resolved is not None
            and not {resolved.place.kind, resolved.place.name}.isdisjoint(kinds)
        ):
            return mention, resolved
    return None


def _spoken_of(start: int, known: Sequence[Known]) -> str | None:
    """The country named last, close before; else the one most of the report's places lie in."""
    for mention, resolved in reversed(known):
        if start - _CLOSE <= mention.start < start and resolved is not None and resolved.place.kind == "country":
            return resolved.place.country
    counted = Counter(
        resolved.place.country for _, resolved in known if resolved is not None and resolved.place.country
    )
    return max(counted, key=counted.__getitem__) if counted else None


_CLOSE = 60


def _of_country(country: str | None, capital: bool, gazetteer: Gazetteer) -> Place | None:
    """The country itself, or its capital."""
    if country is None:
        return None
    if not capital:
        return gazetteer.country(country)
    name = read_referents().capitals.get(country, "")
    found = [place for place in gazetteer.lookup(name) if place.country == country and place.kind == "city"]
    return max(found, key=_population, default=None)


def _population(place: Place) -> int:
    return place.population


def _reason(place: Place) -> str:
    return f"place: stands for {place.name}"
