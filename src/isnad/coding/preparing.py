"""Preparing a report for coding: folding, words, sentences, one scan, numbers, times and places."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter

import msgspec

from isnad.coding.reading import Reading, counts_of
from isnad.coding.settling import settle_weak_forms
from isnad.lexicon.loading import Lexicon
from isnad.lexicon.matching import Hit, Scanner
from isnad.lexicon.names import NameScanner
from isnad.model.report import Report
from isnad.places.context import clear_places, read_context
from isnad.places.gazetteer import Gazetteer
from isnad.places.mentions import Mentioned, read_mentions, told_apart
from isnad.places.referring import find_referents
from isnad.places.resolving import Context, Resolved, as_is, join_between, resolve
from isnad.places.sites import find_sites
from isnad.places.unknown import FEW, UNKNOWN, Ground, NewName, find_new_names, mentioned, place_new_name
from isnad.places.words import read_words
from isnad.text.folding import Folded
from isnad.text.numerals import find_quantities
from isnad.text.quotations import find_quotations
from isnad.text.sentences import split_sentences
from isnad.text.tokens import Tokens
from isnad.times.expressions import TimeExpression, find_times
from isnad.times.since_events import since_events

_SIGNS = "\"'“”«»()[]{}<>،,؛;:.!؟?…-–—_/\\|*#@&%+=~`•‘’‹›"


class Preparer:
    """Reads reports with one lexicon and one gazetteer. Holds no state of any report."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._scanner = Scanner(lexicon.forms)
        self._names = NameScanner(gazetteer.names)
        self._outlets = _outlet_countries(lexicon)

    def read(self, report: Report) -> Reading:
        """A report with its words, sentences and lexicon hits; times and places come with `complete`."""
        folded = Folded(report.text)
        tokens = Tokens(folded.text)
        reading = Reading(report, folded, tokens, split_sentences(folded.text), self._lexicon)
        reading.take_hits(_unshadowed(self._scanner.scan(tokens)))
        return reading

    def complete(self, reading: Reading) -> None:
        """Numbers, quotations, times and places: only for reports that hold a trigger at all."""
        folded, tokens = reading.folded.text, reading.tokens
        reading.quotations = find_quotations(folded)
        reading.quantities = find_quantities(tokens, 0, len(tokens))
        reading.times = find_times(_ibb_told_apart(reading.folded), reading.published)
        reading.dated = _dated(reading)
        stretches = since_events(folded, reading.times, reading.published)
        reading.times = sorted([*reading.times, *stretches], key=_start)
        hits = [hit for hit in self._names.scan(tokens) if not _inside_actor(reading, hit)]
        reading.places = read_mentions(_without_signs(told_apart(reading.folded)), hits, self._gazetteer)
        reading.resolved = self._resolve(reading)
        self._leave_unfit(reading)
        _add_new_places(reading, self._home(reading))
        self._add_referents(reading)
        settle_weak_forms(reading)

    def _leave_unfit(self, reading: Reading) -> None:
        """A name none of whose places fits the report is no mention, unless a head stands before it."""
        kept = [
            (place, resolved)
            for place, resolved in zip(reading.places, reading.resolved, strict=True)
            if resolved is not None or (place.head is not None and place.head_start < place.start)
        ]
        reading.places = [place for place, _ in kept]
        reading.resolved = [resolved for _, resolved in kept]

    def _home(self, reading: Reading) -> Resolved | None:
        """The country that most of a report's places lie in."""
        counted = Counter(
            found.place.country for found in reading.resolved if found is not None and found.place.country
        )
        place = self._gazetteer.country(counted.most_common(1)[0][0]) if counted else None
        return None if place is None else as_is(place, "place: most of the report's places lie here")

    def _add_referents(self, reading: Reading) -> None:
        """The words that stand for a place named elsewhere ("the town", "the country"), in text order."""
        known = list(zip(reading.places, reading.resolved, strict=True))

        def state_at(index: int) -> str | None:
            hit = reading.at("states", index)
            return reading.lexicon.states[hit.entry].country if hit is not None else None

        plain = _without_signs(reading.folded.text)
        found = list(find_referents(reading.tokens, plain, known, self._gazetteer, state_at))
        if found:
            both = sorted([*known, *found], key=lambda pair: pair[0].start)
            reading.places = [place for place, _ in both]
            reading.resolved = [resolved for _, resolved in both]

    def _resolve(self, reading: Reading) -> list[Resolved | None]:
        """Each place mention resolved in the context of its report and sentence."""
        places = reading.places
        outlet = self._outlets.get(reading.report.outlet or "")
        context = read_context(places, self._gazetteer, [outlet] if outlet else [])
        ends = [sentence.end for sentence in reading.sentences]
        by_sentence: dict[int, list[Mentioned]] = {}
        for place in places:
            by_sentence.setdefault(bisect_left(ends, place.end), []).append(place)
        resolved: list[Resolved | None] = []
        for members in by_sentence.values():
            clear = clear_places(members, self._gazetteer)
            here = Context(countries=context.countries, sentence_places=clear, report_places=context.report_places)
            resolved += [resolve(place, self._gazetteer, here) for place in members]
        return join_between(places, resolved)


_IBB = re.compile(r"(?<=\b)([وفبل]?)اب\b")


def _ibb_told_apart(folded: Folded) -> str:
    """The folded text with the city "إب" (Ibb) told from the month "آب", which folding makes one."""
    text = folded.text
    for match in _IBB.finditer(text):
        if folded.raw[folded.original(match.end() - 2)] == "إ":
            text = f"{text[: match.end() - 2]}ءب{text[match.end() :]}"
    return text


def _without_signs(folded: str) -> str:
    """The text with a blank for each sign. Few signs are there, so that this is quicker than `str.translate`."""
    for sign in _SIGNS:
        folded = folded.replace(sign, " ")
    return folded


_COMMON = (
    "people",
    "facilities",
    "cues",
    "sayings",
    "triggers",
    "harms",
    "weapons",
    "sources",
    "states",
    "actors",
    "assessments",
)
_COMMON_COUNTED = counts_of(*_COMMON)


def _add_new_places(reading: Reading, home: Resolved | None) -> None:
    """The places no gazetteer knows, among those that are known, in text order."""
    tokens = reading.tokens
    taken = {word for place in reading.places for word in range(*tokens.between(place.start, place.end))}

    def common(index: int) -> bool:
        if not reading.counts(index, index + 1) & _COMMON_COUNTED:
            return False
        found = (reading.at(kind, index) for kind in _COMMON)
        word = tokens.words[index]
        return any(
            hit is not None and (hit.prefix[-1:] not in _GOVERNING or len(word) - len(hit.prefix) >= _LONG_STEM)
            for hit in found
        )

    known = [(place.start, place, resolved) for place, resolved in zip(reading.places, reading.resolved, strict=True)]
    known.sort(key=_position)
    ground = Ground(tokens.words, taken, common, tokens.gap)
    for name in find_new_names(ground, _listers(reading)):
        if "\n" in tokens.gap(name.first - 1) or reading.at("actors", name.first - 1):
            continue
        start, end = tokens.starts[name.first] + name.skip, tokens.ends[name.last - 1]
        before, after = _around(known, start)
        text = reading.raw_span(start, end).text
        place = mentioned(start, end, name.head, tokens.starts[name.first - 1])
        insort(known, (start, place, place_new_name(text, before, after, home)), key=_position)
    _add_sites(reading, known, home)
    _place_unfit(reading, known, home)
    reading.places = [place for _, place, _ in known]
    reading.resolved = [resolved for _, _, resolved in known]


def _place_unfit(reading: Reading, known: list[tuple[int, Mentioned, Resolved | None]], home: Resolved | None) -> None:
    """The names of `known` none of whose places fits the report, as names that no gazetteer has."""
    for row, (start, place, resolved) in enumerate(known):
        if resolved is None:
            before, after = _around(known, start)
            text = reading.raw_span(place.start, place.end).text
            known[row] = start, place, place_new_name(text, before, after, home)


def _around(
    known: list[tuple[int, Mentioned, Resolved | None]], start: int
) -> tuple[list[Resolved | None], list[Resolved | None]]:
    """The few places before `start`, nearest first, and those a little after; `known` is in text order."""
    low, high = bisect_left(known, start, key=_position), bisect_right(known, start, key=_position)
    before = [resolved for _, _, resolved in reversed(known[max(0, low - FEW) : low])]
    return before, [resolved for at, _, resolved in known[high : high + FEW] if at < start + _AHEAD]


_TOLD_COUNTED = counts_of("cues", "sayings", "triggers", "harms")


def _add_sites(reading: Reading, known: list[tuple[int, Mentioned, Resolved | None]], home: Resolved | None) -> None:
    """The buildings and grounds told by what they are, among the places that are `known`."""
    tokens = reading.tokens
    taken = {word for _, place, _ in known for word in range(*tokens.between(place.head_start, place.end))}

    def common(index: int) -> bool:
        return bool(reading.counts(index, index + 1) & _TOLD_COUNTED)

    rows = {tokens.first_at(place.head_start): row for row, (_, place, _) in enumerate(known)}
    found = []
    for site in find_sites(Ground(tokens.words, taken, common, tokens.gap)):
        start = tokens.starts[site.first] + site.skip
        row = _town_of(reading, site, rows)
        if row is not None and site.last - site.first <= _LONGEST_SITE and _is_town(known[row][2]):
            at, mention, resolved = known[row]
            known[row] = at, msgspec.structs.replace(mention, site_start=start), resolved
        elif site.definite:
            found.append((site, start))
    for site, start in found:
        end = tokens.ends[site.last - 1]
        before, after = _around(known, start)
        mention = Mentioned(start=start, end=end, name_id=UNKNOWN, head=site.head, head_start=start)
        place = place_new_name(reading.raw_span(start, end).text, before, after, home)
        insort(known, (start, mention, place), key=_position)


_LONGEST_SITE = 3
_IN = ("في", "بوسط", "وسط")


def _town_of(reading: Reading, site: NewName, rows: dict[int, int]) -> int | None:
    """The row of the known place whose name, or the words before it, follow right after a site."""
    tokens = reading.tokens
    for at in range(site.last, min(site.last + 2, len(tokens))):
        if tokens.gap(at - 1).strip():
            return None
        if at in rows:
            return rows[at]
        if tokens.words[at] not in _IN:
            return None
    return None


def _is_town(resolved: Resolved | None) -> bool:
    return resolved is not None and resolved.place.kind != "country"


_AHEAD = 60
_GOVERNING = ("ب", "ل", "ك")  # a short word stands so between a head and its name: the letter is the name's own
_LONG_STEM = 4
"""Letters from which on a word of the lexicon after such a letter is that word ("نقطة لقوات …")."""


def _listers(reading: Reading) -> set[int]:
    """The last words of known places after a head of several names ("قرى X"), and of those listed on with them."""
    tokens, several = reading.tokens, read_words().several
    found: set[int] = set()
    for place in reading.places:
        first, last = tokens.between(place.start, place.end)
        listed = first - 1 in found and tokens.words[first].startswith("و") and not tokens.gap(first - 1).strip()
        if listed or (place.head in several and place.head_start < place.start):
            found.add(last - 1)
    return found


def _start(time: TimeExpression) -> int:
    return time.start


def _position(entry: tuple[int, Mentioned, Resolved | None]) -> int:
    return entry[0]


def _outlet_countries(lexicon: Lexicon) -> dict[str, str]:
    """The country of each outlet by its names."""
    return {
        form: actor.country
        for actor in lexicon.actors
        if actor.kind == "media" and actor.country
        for form in (*actor.forms, *actor.weak_forms, actor.name)
    }


def _inside_actor(reading: Reading, hit: tuple[int, int, int]) -> bool:
    """Does a place name only stand inside an actor's longer name ("ولاية سيناء" as a group, "جيش الشام")."""
    index = reading.tokens.first_at(hit[0])
    for back in range(5):
        actor = reading.at("actors", index - back)
        if actor is not None and actor.last > index and actor.last - actor.first > 1 and actor.pos == "name":
            return True
    return False


def _unshadowed(hits: list[Hit]) -> list[Hit]:
    """Without common words that stand inside the longer name of an actor ("المقاومة" in "حزب المقاومة")."""
    shadows: dict[int, tuple[int, int]] = {}
    for hit in hits:
        if hit.kind == "actors" and hit.last - hit.first > 1 and hit.pos == "name":
            for index in range(hit.first, hit.last):
                shadows[index] = (hit.first, hit.last)
    if not shadows:
        return hits
    return [hit for hit in hits if not _shadowed(hit, shadows.get(hit.first))]


def _shadowed(hit: Hit, shadow: tuple[int, int] | None) -> bool:
    if shadow is None or hit.kind not in ("people", "triggers", "harms", "sources", "facilities", "states", "actors"):
        return False
    return hit.last <= shadow[1] and hit.last - hit.first < shadow[1] - shadow[0]


def _dated(reading: Reading) -> frozenset[int]:
    """The words of time expressions: "فجر الجمعة" is a dawn and no blast, a year counts nobody."""
    spans = (reading.tokens.between(time.start, time.end) for time in reading.times)
    return frozenset(word for first, last in spans for word in range(first, last))
