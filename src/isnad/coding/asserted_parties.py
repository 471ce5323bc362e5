"""Whose violence an assertion speaks of, and where."""

from collections.abc import Collection, Iterator, Set

from isnad.coding.asserted_phrase import Phrase, Pivot
from isnad.coding.parties import Candidate, find_candidates, party_of
from isnad.coding.placing import where_of
from isnad.coding.reading import Reading
from isnad.lexicon.entries import ActorEntry
from isnad.model.slots import Party, Where

_AGAINST = frozenset({"علي", "ضد", "بحق", "في", "الي", "من", "استهدفت", "تستهدف"})
_ONTO = frozenset({"علي", "ضد", "بحق"})
_HANDS = frozenset({"يد", "ايدي", "لسان", "راس", "غرار"})
_DEEPEST = 5
_RELATIVE = frozenset({"التي", "الذي", "الذين"})
_COUNTRY, _DIVISION = 6, 4


def actor_of(
    phrase: Phrase, pivot: Pivot, ends: tuple[int, ...], words: Collection[int]
) -> tuple[Party | None, tuple[str, ...]]:
    """The armed party among `words` whose violence is spoken of, and the ids that count as it.

    `ends` are the words after the names of the acts ("هجمات | داعش"): who stands there is meant, else who is nearest.
    """
    found = [one for one in _candidates(phrase, ends) if one.first in words]
    acting = [one for one in found if _acts(phrase, one, ends)]
    relative = phrase.reading.tokens.words[pivot.first - 1] in _RELATIVE if pivot.first else False
    heads = [one for one in found if relative and one.last == pivot.first - 1 and one.fights]
    heads = heads or _performers(phrase, found)[:1]
    chosen = (
        heads[-1]
        if heads
        else min(acting, key=lambda one: (not _follows(phrase, one, ends), abs(one.first - pivot.first)), default=None)
    )
    if chosen is None:
        return None, ()
    party = party_of(phrase.reading, chosen)
    return party, tuple(ids_of(phrase.reading, party, chosen.sort == "state"))


def _candidates(phrase: Phrase, ends: tuple[int, ...]) -> list[Candidate]:
    """The parties of the phrase; also the people's adjective of what strikes ("المسيرات التركية"), just after the acts."""
    found = find_candidates(phrase.reading, phrase.first, phrase.last)
    begun = {one.first for one in found}
    of_arms = (
        one
        for end in ends
        if end not in begun and end < phrase.last
        for one in find_candidates(phrase.reading, end, end + 1)
    )
    return [*found, *(one for one in of_arms if one.pos == "demonym")]


def _follows(phrase: Phrase, one: Candidate, ends: tuple[int, ...]) -> bool:
    """Does a party stand just after the acts, or as the first of two after "بين"."""
    return one.first in ends or (one.first - 1 in ends and phrase.reading.tokens.words[one.first - 1] == "بين")


def _acts(phrase: Phrase, one: Candidate, ends: tuple[int, ...]) -> bool:
    """May a party be the one that acts: a force; a state by its adjective after the acts ("الغارات الإسرائيلية")."""
    words = phrase.reading.tokens.words
    before = words[one.first - 1] if one.first > phrase.first else ""
    if not one.fights or before in _AGAINST or one.prefix.endswith("ب") or _suffers(phrase, one):
        return False
    if _is_object(phrase, one):
        return False
    if phrase.first + 1 < one.first and words[one.first - 2] in _ONTO and _is_struck(phrase, one.first - 1):
        return False
    if one.sort == "state":
        return (one.first in ends and one.pos != "metonym") or (one.pos == "demonym" and one.first - 1 in ends)
    return one.sort == "actor" or bool(one.actor)


def _is_struck(phrase: Phrase, at: int) -> bool:
    """Is word `at`, after "على", what is struck ("على مواقع الجيش") and no act, nor the hand that does it."""
    return phrase.reading.tokens.words[at] not in _HANDS and not any(one.last == at + 1 for one in phrase.of("subject"))


def _is_object(phrase: Phrase, one: Candidate) -> bool:
    """Does a party stand after what is done to it ("اغتيال قادة …", "قتلى الجيش"), and nobody after it with "ل"."""
    if any(found.last == one.first and found.word.measure == "lethality" for found in phrase.of("subject")):
        return True
    after = phrase.reading.tokens.words[one.last] if one.last < phrase.last else ""
    return not after.startswith("لل") and any(found.last == one.first for found in phrase.of("done_to"))


def _performers(phrase: Phrase, found: list[Candidate]) -> list[Candidate]:
    """The parties just after a verb of acting ("شن الحوثيون هجمات"); after the acts its object stands there instead."""
    acts = {one.last for one in phrase.of("subject")}
    verbs = {one.last for one in phrase.of("performs") if acts.isdisjoint((one.first, one.first - 1))}
    return [one for one in found if one.first in verbs and one.fights and not one.prefix]


def _suffers(phrase: Phrase, one: Candidate) -> bool:
    """Does a party stand just after "تعرضت", or after a verb of saying (not "قدرة", which may be read as one)."""
    manners = {found.first for found in phrase.of("manner")}
    return any(found.last == one.first and found.first not in manners for found in phrase.of("suffers", "says"))


def ids_of(reading: Reading, party: Party, state: bool) -> Iterator[str]:
    """The ids that count as a party: its own, those of its parts; a state's forces with the state."""
    if party.id is None:
        return
    lexicon, under = reading.lexicon, {party.id}
    yield party.id
    country = next((entry.country for entry in lexicon.states if state and entry.id == party.id), None)
    for entry in lexicon.actors:
        if entry.id not in under and (_under(reading, entry, party.id) or (country and _of_state(entry, country))):
            under.add(entry.id)
            yield entry.id


def _under(reading: Reading, entry: ActorEntry, top: str) -> bool:
    """Is an actor a part of another, or of a part of it."""
    parents = {one.id: one.parent for one in reading.lexicon.actors}
    above, steps = entry.parent, 0
    while above is not None and above != top and steps < _DEEPEST:
        above, steps = parents.get(above), steps + 1
    return above == top


def _of_state(entry: ActorEntry, country: str) -> bool:
    return entry.kind == "state" and entry.country == country


def lands_of(phrase: Phrase, words: Collection[int]) -> tuple[Where, ...]:
    """The country that a people's adjective names after a word for land ("الجنوب الليبي"), or its people ("الليبيين")."""
    reading, lands = phrase.reading, {found.last for found in phrase.of("land")}
    for one in find_candidates(reading, phrase.first, phrase.last):
        if one.sort == "state" and one.first in words and _is_land(reading, one, lands):
            country = next((entry.country for entry in reading.lexicon.states if entry.id == one.id), None)
            span = reading.span(one.first, one.last)
            if country is not None:
                whole = Where(
                    name=one.name, country=country, precision=_COUNTRY, start=span.start, end=span.end, text=span.text
                )
                return (whole,)
    return ()


def country_of_struck(phrase: Phrase) -> tuple[Where, ...]:
    """The country within the name of who is struck ("على قوات حفظ السلام في مالي")."""
    reading = phrase.reading
    for one in find_candidates(reading, phrase.first, phrase.last):
        entry = next((entry for entry in reading.lexicon.actors if entry.id == one.id), None)
        if entry is not None and entry.country and "في" in reading.tokens.words[one.first : one.last]:
            code, span = entry.country, reading.span(one.first, one.last)
            text, start, end = span.text, span.start, span.end
            return (Where(name=code, country=code, precision=_COUNTRY, start=start, end=end, text=text),)
    return ()


def country_of_teller(phrase: Phrase) -> tuple[Where, ...]:
    """The country of the state's institution that tells ("أعلنت الداخلية العراقية تراجع الهجمات")."""
    reading, says = phrase.reading, {found.last for found in phrase.of("says")}
    for one in find_candidates(reading, phrase.first, phrase.last):
        if one.first in says and one.sort == "actor":
            entry = next((entry for entry in reading.lexicon.actors if entry.id == one.id), None)
            span = reading.span(one.first, one.last)
            if entry is not None and entry.kind == "state" and entry.country is not None:
                code, text = entry.country, span.text
                return (Where(name=code, country=code, precision=_COUNTRY, start=span.start, end=span.end, text=text),)
    return ()


def _is_land(reading: Reading, one: Candidate, lands: Set[int]) -> bool:
    """ "الجنوب الليبي", "الأراضي الروسية", "الليبيين"."""
    people = one.pos == "demonym" and reading.tokens.words[one.first].endswith(("ين", "ون"))
    return people or not lands.isdisjoint(range(one.first, one.last + 1 - (one.pos != "demonym")))


def areas_of(reading: Reading, words: Collection[int]) -> tuple[Where, ...]:
    """The places named among `words`; a wider one beside one inside it is left out, others are alternatives."""
    found = []
    for row, place in enumerate(reading.places):
        where = where_of(reading, row)
        if reading.tokens.first_at(place.start) in words and where.country is not None:
            found.append(where)
    kept = {where.gazetteer_id or where.name: where for where in found if not any(_holds(where, one) for one in found)}
    return tuple(kept.values())


def _holds(wide: Where, narrow: Where) -> bool:
    """Is the one place a country or division that holds the other."""
    if wide.precision <= narrow.precision or wide.country != narrow.country:
        return False
    return wide.precision >= _COUNTRY or (wide.precision == _DIVISION and wide.admin1 == narrow.admin1)
