"""Placing: which of a report's places is where an incident took place (codebook, `where`)."""

from isnad.coding.nearness import Ground, between_features
from isnad.coding.reading import Reading
from isnad.model.slots import Where

_SMALL = frozenset({"village", "quarter", "camp", "prison", "base", "crossing", "dam", "field", "site", "town"})


def place_features(reading: Reading, row: int, word: int, ground: Ground, group: int) -> list[str]:
    """Features of place mention `row` (its first word is `word`) for the question `place` of one incident."""
    mention, resolved = reading.places[row], reading.resolved[row]
    nearness = ground.nearest(group, word, word + 1)
    act = nearness.act
    kind = resolved.place.kind if resolved is not None else "unknown"
    size = "small" if kind in _SMALL else kind
    link = _link(reading, mention.start, mention.head_start)
    found = [
        *between_features(reading, nearness, word, word + 1),
        *ground.rivals(group, nearness, word, word + 1),
        f"size:{size}",
        f"head:{mention.head is not None}",
        f"relation:{mention.relation}",
        f"link:{link}",
    ]
    if nearness.sentences == 0:
        side = ">" if nearness.after else "<"
        found += [f"frame:{act.kind}/{act.pos}{side}{link}", f"frame:{act.id}{side}", f"link:{link}{side}"]
        found += [f"size:{size}{side}", f"order:{side}{_order(reading, row, word, act.first)}"]
    else:
        found.append(f"size:{size}:other sentence")
        found.append("local place elsewhere" if _has_place(reading, act.sentence) else "no place in sentence")
        found.append(f"size:{size}:{_recency(reading, row, word, act.first)}")
        found.append(f"recency:{_recency(reading, row, word, act.first)}:{_has_place(reading, act.sentence)}")
    if resolved is not None:
        found.append(f"country:{_country_share(reading, resolved.place.country)}")
        found.append(f"repeated:{min(3, _times_named(reading, resolved.place.id))}")
    else:
        found.append("unresolved")
    if reading.sentences[reading.sentence_of[word]].heading:
        found.append("in heading")
    if reading.sentence_of[word] <= 1 and word - reading.edges[reading.sentence_of[word]][0] <= 1:
        found.append("opens report")
    if _demonymic(reading, word):
        found.append("inside party")
    narrower = _narrower(reading, row, word)
    if narrower:
        found.append(f"narrower {narrower}")
    elif resolved is not None and resolved.place.kind in ("country", "admin1"):
        found.append(f"nothing narrower:{kind}")
    return found


def _recency(reading: Reading, row: int, word: int, act_first: int) -> str:
    """Is this the last place named before the act, the next to last, or one after it."""
    if word > act_first:
        return "after"
    tokens = reading.tokens
    later = 0
    for place in reading.places[row + 1 : row + 4]:
        later += tokens.first_at(place.start) < act_first
    return ("last", "second last", "earlier", "earlier")[later]


def _country_share(reading: Reading, country: str | None) -> str:
    """Does most of the report's places lie in this country."""
    known = [r.place.country for r in reading.resolved if r is not None and r.place.country]
    if country is None or not known:
        return "none"
    share = known.count(country) / len(known)
    return "most" if share >= 0.5 else "some" if share >= 0.2 else "few"


def _times_named(reading: Reading, place_id: str) -> int:
    return sum(r is not None and r.place.id == place_id for r in reading.resolved)


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


def _order(reading: Reading, row: int, word: int, act_first: int) -> str:
    """Which place of its sentence this is, counted from the act."""
    sentence = reading.sentence_of[word]
    low, high = (act_first, word) if word >= act_first else (word + 1, act_first)
    tokens = reading.tokens
    passed = 0
    for near in range(max(0, row - 6), min(len(reading.places), row + 7)):
        at = tokens.first_at(reading.places[near].start)
        passed += near != row and reading.sentence_of[at] == sentence and low <= at < high
    return str(min(passed, 3))


def _has_place(reading: Reading, sentence: int) -> bool:
    span = reading.sentences[sentence]
    return any(span.start <= place.start < span.end for place in reading.places)


def _demonymic(reading: Reading, word: int) -> bool:
    """Does the place only stand inside a party's name ("شرطة بغداد", "محافظ حلب")."""
    for back in range(1, 3):
        if word >= back and (reading.at("people", word - back) or reading.at("sources", word - back)):
            return reading.tokens.words[word][0] not in "بل"
    return False


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


def where_of(reading: Reading, row: int) -> Where:
    """The contract's `where` of place mention `row`."""
    mention, resolved = reading.places[row], reading.resolved[row]
    span = reading.raw_span(mention.start, mention.end)
    if resolved is None:
        return Where(
            name=span.text, precision=5, relation=mention.relation, start=span.start, end=span.end, text=span.text
        )
    place = resolved.place
    return Where(
        name=place.name, country=place.country, admin1=place.admin1, admin1_code=place.admin1_code,
        admin2=place.admin2, gazetteer_id=place.id, latitude=place.latitude, longitude=place.longitude,
        precision=resolved.precision, radius_km=resolved.radius_km, relation=resolved.relation,
        distance_km=resolved.distance_km, start=span.start, end=span.end, text=span.text,
    )  # fmt: skip
