"""Placing: which of a report's places is where an incident took place (codebook, `where`)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from isnad.coding.judging import Features
from isnad.coding.nearness import Ground, between_features
from isnad.coding.nesting import Nesting
from isnad.coding.reading import Reading
from isnad.coding.vocabulary import Vocabulary
from isnad.coding.weighing import Group, known
from isnad.model.slots import Where
from isnad.model.span import Span
from isnad.places.governing import told_divisions
from isnad.places.unknown import UNKNOWN

_BESIDE = 16
"""How many characters may part two places named together."""
_SMALL = frozenset({"village", "quarter", "camp", "prison", "base", "crossing", "dam", "field", "site", "town"})


class PlaceFacts:
    """What is so of each place of a report whichever incident is asked about; found once, as far as asked for."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self._reading = reading
        self._vocabulary = vocabulary
        self.words = [reading.tokens.first_at(place.start) for place in reading.places]
        self.sentences = {reading.sentence_of[word] for word in self.words}
        known = [resolved.place for resolved in reading.resolved if resolved is not None]
        self._named = Counter(place.id for place in known)
        self.stands_in: dict[str, set[int]] = {}
        for word, resolved in zip(self.words, reading.resolved, strict=True):
            if resolved is not None:
                self.stands_in.setdefault(resolved.place.id, set()).add(reading.sentence_of[word])
        self.nesting = Nesting(reading, self.words)
        self._countries = Counter(place.country for place in known if place.country)
        self._found: dict[int, tuple[str, str, tuple[str, ...]]] = {}

    def of(self, row: int) -> tuple[str, str, tuple[str, ...]]:
        """The size of a place, the preposition before it, and its features."""
        found = self._found.get(row)
        if found is None:
            mention, resolved = self._reading.places[row], self._reading.resolved[row]
            kind = resolved.place.kind if resolved is not None else "unknown"
            size = "small" if kind in _SMALL else kind
            link = _link(self._reading, mention.start, mention.head_start)
            found = self._found[row] = (size, link, tuple(self._features(row, size, link)))
        return found

    def _features(self, row: int, size: str, link: str) -> Iterator[str]:
        reading, word = self._reading, self.words[row]
        mention, resolved = reading.places[row], reading.resolved[row]
        if mention.name_id == UNKNOWN and resolved is not None:
            yield (
                "new name" if resolved.place.id.startswith("unknown:") else f"stands for:{size}:{mention.named is None}"
            )
        if mention.site_start is not None:
            yield "site of it"
        if mention.name_id == UNKNOWN and " " in reading.folded.text[mention.start : mention.end]:
            yield f"several words:{size}"
        if mention.head is not None and mention.head_start == mention.start:
            yield from ("site", f"site:{mention.head}")
        yield from (f"size:{size}", f"head:{mention.head is not None}", f"relation:{mention.relation}", f"link:{link}")
        if resolved is not None:
            yield f"country:{self._country_share(resolved.place.country)}"
            yield f"repeated:{min(3, self._named[resolved.place.id])}"
        else:
            yield "unresolved"
        sentence = reading.sentence_of[word]
        head_word = reading.tokens.first_at(min(mention.start, mention.head_start or mention.start))
        if reading.sentences[sentence].heading:
            yield "in heading"
        if sentence <= 1 and word - reading.edges[sentence][0] <= 1:
            yield "opens report"
        if sentence <= 1:
            yield f"lead:{size}"
        end = max(word + 1, reading.tokens.first_at(mention.end))
        yield from self._vocabulary.phrase(sentence, word, end)
        if link == "":
            yield from (f"of:{kind}" for kind in _OWNING if _ends_at(reading, kind, head_word))
        yield from self._neighbours(row, size)
        narrower = _narrower(reading, row, word)
        if narrower:
            yield f"narrower {narrower}"
        elif resolved is not None and resolved.place.kind in ("country", "admin1"):
            yield f"nothing narrower:{resolved.place.kind}"

    def _neighbours(self, row: int, size: str) -> Iterator[str]:
        """The sizes of the places named right before and right after this one ("X in the district of Y", "X and Y")."""
        reading = self._reading
        for side, near in (("before", row - 1), ("after", row + 1)):
            if not 0 <= near < len(reading.places):
                continue
            first, second = sorted((near, row))
            one, two = reading.places[first], reading.places[second]
            begin = min(two.start, two.head_start or two.start)
            if begin - one.end > _BESIDE or "\n" in reading.folded.text[one.end : two.start]:
                continue
            other = reading.resolved[near]
            kind = other.place.kind if other is not None else "unknown"
            yield f"beside {side}:{size}:{'small' if kind in _SMALL else kind}"

    def told(self, row: int, sentences: Sequence[int]) -> Group:
        """In how many of an incident's sentences the place stands, and is it so in all."""
        resolved = self._reading.resolved[row]
        if resolved is None:
            return ()
        held = self.stands_in[resolved.place.id]
        number, count = len(held.intersection(sentences)), len(sentences)
        return _told_in(min(3, number), number == count, min(3, count), 0 in held)

    def _country_share(self, country: str | None) -> str:
        """Does most of the report's places lie in this country."""
        if country is None or not self._countries:
            return "none"
        share = self._countries[country] / self._countries.total()
        return "most" if share >= 0.5 else "some" if share >= 0.2 else "few"


@known(64)
def _told_in(number: int, all_told: bool, sentences: int, title: bool) -> Group:
    return f"told in:{number}", f"told in all:{all_told}:{sentences}", f"title:{title}"


@known(4096)
def _typed(kind: str, size: str, link: str) -> Group:
    """What the act's word would make it, with the place's size and the preposition before it."""
    return f"type:{kind}:size:{size}", f"type:{kind}:link:{link}"


def place_features(reading: Reading, facts: PlaceFacts, row: int, ground: Ground, group: int) -> Features:
    """Features of place mention `row` for the question `place` of one incident."""
    word = facts.words[row]
    nearness = ground.nearest(group, word, word + 1)
    act = nearness.act
    size, link, steady = facts.of(row)
    typed = _typed(ground.acts(group)[0].type or "", size, link)
    sentences = ground.sentences(group)
    between = (
        *between_features(reading, nearness, word, word + 1),
        facts.told(row, sentences),
        facts.nesting.features(row, size, sentences),
        typed,
    )
    rivals = (*ground.rivals(group, nearness, word), *ground.around(group, word))
    if nearness.sentences:
        named, recency = act.sentence in facts.sentences, _recency(facts, row, act.first)
        refers = _referring(act.kind, act.pos, act.hit.article, size, reading.sentence_of[word] <= 1)
        return *between, rivals, steady, _elsewhere(size, named, recency), refers
    after = nearness.after
    framed = _framed(act.kind, act.pos, act.id, after, link)
    return *between, rivals, steady, framed, _ordered(size, after, _order(facts, row, act.first))


@known(4096)
def _elsewhere(size: str, named: bool, recency: str) -> Group:
    """A place in another sentence than the act; `named`: whether a place stands in the act's."""
    return (
        f"size:{size}:other sentence",
        "local place elsewhere" if named else "no place in sentence",
        f"size:{size}:{recency}",
        f"recency:{recency}:{named}",
    )


@known(4096)
def _referring(kind: str, pos: str, article: bool, size: str, lead: bool) -> Group:
    """A place of another sentence: does the act refer back ("الهجوم"), and is the place that of the lead."""
    return f"refers:{kind}/{pos}:{article}", f"refers:{article}:lead {lead}", f"lead {lead}:{size}"


@known(8192)
def _framed(kind: str, pos: str, act: str, after: bool, link: str) -> Group:
    side = ">" if after else "<"
    return f"frame:{kind}/{pos}{side}{link}", f"frame:{act}{side}", f"link:{link}{side}"


@known(4096)
def _ordered(size: str, after: bool, order: int) -> Group:
    side = ">" if after else "<"
    return f"size:{size}{side}", f"order:{side}{order}"


def _recency(facts: PlaceFacts, row: int, act_first: int) -> str:
    """Is this the last place named before the act, the next to last, or one after it."""
    words = facts.words
    if words[row] > act_first:
        return "after"
    later = bisect_left(words, act_first, row + 1, min(row + 4, len(words))) - row - 1
    return ("last", "second last", "earlier", "earlier")[later]


def _link(reading: Reading, start: int, head_start: int) -> str:
    """The preposition before a place with its head: a clitic or the word before."""
    tokens = reading.tokens
    word = tokens.first_at(min(start, head_start) if head_start else start)
    first = tokens.words[word] if word < len(tokens) else ""
    if tokens.starts[word] < min(start, head_start or start) or (first[:1] in "بل" and head_start != start):
        clitic = first[1] if first[:1] in "وف" and len(first) > 1 else first[:1]
        return f"{clitic}-" if clitic in "بلكو" else ""
    before = tokens.words[word - 1] if word else "^"
    bare = before[1:] if before[:1] in "وف" and len(before) > 2 else before
    known = ("في", "علي", "من", "الي", "قرب", "داخل", "بين", "عن", "تجاه", "باتجاه", "نحو", "مدينه", "بلده", "قريه")
    return bare if bare in known else ""


def _order(facts: PlaceFacts, row: int, act_first: int) -> int:
    """Which place of its sentence this is, counted from the act of that sentence; 3 for all after the third."""
    words = facts.words
    word = words[row]
    first, end = max(0, row - 6), min(len(words), row + 7)
    low, high = (act_first, word) if word >= act_first else (word + 1, act_first)
    begin = bisect_left(words, low, first, end)
    return min(bisect_left(words, high, begin, end) - begin, 3)


_OWNING = ("people", "sources", "actors", "facilities", "triggers", "harms", "weapons")


def _ends_at(reading: Reading, kind: str, word: int) -> bool:
    """Does the place only stand inside a name that begins before it ("شرطة بغداد", "محافظ حلب")."""
    return any(hit.last == word for hit in reading.within(kind, max(0, word - 3), word))


def _narrower(reading: Reading, row: int, word: int) -> str:
    """Does its sentence name a place inside this country or division, right before it or elsewhere."""
    resolved = reading.resolved[row]
    if resolved is None or resolved.place.kind not in ("country", "admin1", "region"):
        return ""
    sentence, found = reading.sentence_of[word], ""
    for near in range(max(0, row - 5), min(len(reading.places), row + 6)):
        other = reading.resolved[near]
        if near == row or other is None or other.place.kind in ("country", resolved.place.kind):
            continue
        inside = resolved.place.kind == "country" or other.place.admin1 == resolved.place.admin1
        at = reading.tokens.first_at(reading.places[near].start)
        if inside and other.place.country == resolved.place.country and reading.sentence_of[at] == sentence:
            found = "beside" if near == row - 1 and word - at <= 5 else found or "in sentence"
    return found


def named_span(reading: Reading, row: int) -> Span:
    """Where the place of mention `row` is called by its name: there, or where what refers back to it leads.

    The words for a building of the place right before its name belong to it.
    """
    mention = reading.places[row]
    start = mention.start if mention.site_start is None else mention.site_start
    return reading.raw_span(*(mention.named or (start, mention.end)))


def where_of(reading: Reading, row: int) -> Where:
    """The contract's `where` of place mention `row`."""
    mention, resolved = reading.places[row], reading.resolved[row]
    span = named_span(reading, row)
    if resolved is None:
        return Where(
            name=span.text, precision=5, relation=mention.relation, start=span.start, end=span.end, text=span.text
        )
    place = resolved.place
    latitude, longitude = resolved.point or (None, None)
    admin1, admin2 = told_divisions(place)
    return Where(
        name=place.name,
        country=place.country,
        admin1=admin1,
        admin1_code=place.admin1_code,
        admin2=admin2,
        gazetteer_id=None if place.id.startswith("unknown:") else place.id,
        latitude=_rounded(latitude),
        longitude=_rounded(longitude),
        precision=resolved.precision,
        radius_km=round(resolved.radius_km, 1),
        relation=resolved.relation,
        distance_km=resolved.distance_km,
        start=span.start,
        end=span.end,
        text=span.text,
    )


def _rounded(degrees: float | None) -> float | None:
    """Five decimals, a metre: a displaced point is never told more finely."""
    return None if degrees is None else round(degrees, 5)
