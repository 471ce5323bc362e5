"""Annotating: the places a text tells of, resolved, the likeliest place of what is told first."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from isnad.lexicon.loading import Lexicon
from isnad.lexicon.matching import Scanner
from isnad.lexicon.names import NameScanner
from isnad.model.place import Place
from isnad.places.before import word_start
from isnad.places.context import Context, clear_places, read_context
from isnad.places.gazetteer import Gazetteer
from isnad.places.guarding import NEEDS_PREPOSITION, ambiguous_names
from isnad.places.mentions import Mentioned, longest_hits, read_mentions, told_apart
from isnad.places.ranking import Named, likelihood, read_telling
from isnad.places.resolving import Resolved, as_is, join_between, resolve
from isnad.places.similar import NearSpellings
from isnad.places.unknown import Ground, find_new_names, mentioned, place_new_name
from isnad.places.words import read_words
from isnad.text.folding import Folded, fold
from isnad.text.sentences import split_sentences
from isnad.text.tokens import Tokens

_SIGN: Final = re.compile(r"[^\w\n]|_")
_LETTERS: Final = re.compile(r"[^\W\d_]+|\d+")
_OPENS: Final = re.compile(r"(?:^|[\n#|:])[\s\W_]*$")
_CLOSES: Final = re.compile(r"^\s*[:|]")
_COMMON: Final = frozenset(
    ["people", "facilities", "cues", "sayings", "triggers", "harms", "weapons", "sources", "states", "actors"]
)
_AHEAD: Final = 60
_LED: Final = ("ب", "ل")


class _Words(Tokens):
    """Words without the digits that titles glue to them ("تيرمعلة24/10"); offsets as in the folded text."""

    def __init__(self, folded: str) -> None:
        super().__init__(folded)
        spans = [match.span() for match in _LETTERS.finditer(folded)]
        self.words = [folded[start:end] for start, end in spans]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]


class ToldPlace(Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A place of a report: the words [start, end) that name it, and what they mean.

    `id` is None and `unknown` true where no gazetteer has the name; country, division and point are then those of the
    smallest known place around it. `precision` is UCDP's `where_prec`; `likelihood` orders the places, `reasons` say why.
    """

    id: str | None
    name: str
    text: str
    start: int
    end: int
    kind: str
    country: str | None
    admin1: str | None
    admin1_code: str | None
    admin2: str | None
    latitude: float | None
    longitude: float | None
    precision: int
    radius_km: float
    relation: str | None
    distance_km: float | None
    unknown: bool
    likelihood: float
    reasons: tuple[str, ...]


class _Found(Struct, frozen=True, kw_only=True):
    mention: Mentioned
    resolved: Resolved
    sentence: int
    opening: bool = False
    owner: bool = False
    new: bool = False


class Annotator:
    """Finds and resolves the places of texts with one gazetteer and lexicon. Holds nothing of any text."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self._scanner = Scanner(lexicon.forms)
        self._names = NameScanner(gazetteer.names)
        self._similar = NearSpellings(gazetteer)
        self._outlets = {
            form: actor.country
            for actor in lexicon.actors
            if actor.kind == "media" and actor.country
            for form in (*actor.forms, *actor.weak_forms, actor.name)
        }
        self._doubtful = {fold(name) for name in ambiguous_names()["after_preposition"]}

    def annotate(self, text: str, outlet: str | None = None) -> list[ToldPlace]:
        """The places of `text`, each once, the likeliest place of what is told first."""
        folded = Folded(text)
        tokens = _Words(folded.text)
        plain = _SIGN.sub(" ", told_apart(folded))
        kinds, inside = self._lexicon_words(tokens)
        hits = longest_hits(self._names.scan(tokens))
        free = [hit for hit in hits if tokens.first_at(hit[0]) not in inside]
        mentions = read_mentions(plain, free, self._gazetteer)
        opening, owners = self._set_aside(folded.text, plain, hits, {hit[0] for hit in free}, mentions)
        ends = [sentence.end for sentence in split_sentences(folded.text)]
        found = self._resolve(sorted([*mentions, *opening], key=lambda m: m.start), owners, ends, outlet)
        found = self._with_new_names(folded, tokens, found, kinds, ends)
        if not all(each.owner for each in found):
            found = [each for each in found if not each.owner]  # it has said where the rest lies
        return self._ranked(folded, plain, found, {mention.start for mention in opening})

    def _lexicon_words(self, tokens: Tokens) -> tuple[set[int], set[int]]:
        """The words that the lexicon knows, and those inside an actor's name of several words."""
        known: set[int] = set()
        inside: set[int] = set()
        for hit in self._scanner.scan(tokens):
            if hit.kind in _COMMON:
                known.add(hit.first)
            if hit.kind == "actors" and hit.pos == "name" and hit.last - hit.first > 1:
                inside.update(range(hit.first, hit.last))
        return known, inside

    def _set_aside(
        self,
        folded: str,
        plain: str,
        hits: Sequence[tuple[int, int, int]],
        free: set[int],
        mentions: Sequence[Mentioned],
    ) -> tuple[list[Mentioned], list[Mentioned]]:
        """Names that were no mentions: those that open a line or stand after a hash, and those of owners and media."""
        taken = {mention.start for mention in mentions}
        owners = read_words().owners
        opening: list[Mentioned] = []
        owned: list[Mentioned] = []
        for start, end, name_id in hits:
            guard = self._gazetteer.guards[name_id]
            if start in taken or guard > NEEDS_PREPOSITION:
                continue
            mention = Mentioned(start=start, end=end, name_id=name_id, head_start=start)
            before = plain[: word_start(plain, start)].split()[-1:]
            if start not in free or (before and before[0].removeprefix("و") in owners):
                owned.append(mention)
            elif (
                folded[start:end] not in self._doubtful and guard == NEEDS_PREPOSITION and _OPENS.search(folded[:start])
            ):
                opening.append(mention)
        return opening, owned

    def _resolve(
        self, mentions: Sequence[Mentioned], owners: Sequence[Mentioned], ends: list[int], outlet: str | None
    ) -> list[_Found]:
        """Each mention resolved in the context of the report and of its sentence."""
        country = self._outlets.get(outlet or "")
        context = read_context([*mentions, *owners], self._gazetteer, [country] if country else [])
        by_sentence: dict[int, list[Mentioned]] = {}
        for mention in [*mentions, *owners]:
            by_sentence.setdefault(bisect_left(ends, mention.end), []).append(mention)
        starts = {mention.start for mention in owners}
        found: list[_Found] = []
        for sentence, unordered in by_sentence.items():
            members = sorted(unordered, key=lambda mention: mention.start)
            here = Context(
                countries=context.countries,
                sentence_places=clear_places(members, self._gazetteer),
                report_places=context.report_places,
            )
            resolved = join_between(members, [resolve(mention, self._gazetteer, here) for mention in members])
            for mention, place in zip(members, resolved, strict=True):
                if place is not None:
                    owner = mention.start in starts
                    found.append(_Found(mention=mention, resolved=place, sentence=sentence, owner=owner))
        return sorted(found, key=lambda each: each.mention.start)

    def _with_new_names(
        self, folded: Folded, tokens: Tokens, found: list[_Found], kinds: set[int], ends: list[int]
    ) -> list[_Found]:
        """With the names after a head that no gazetteer has; one with a near spelling is the place so spelled."""
        taken = {word for each in found for word in range(*tokens.between(each.mention.start, each.mention.end))}
        known = list(found)
        for name in find_new_names(Ground(tokens.words, taken, kinds.__contains__, tokens.gap)):
            if "\n" in tokens.gap(name.first - 1):
                continue
            start, end = tokens.starts[name.first] + name.skip, tokens.ends[name.last - 1]
            before = [each.resolved for each in reversed(known) if each.mention.start < start]
            after = [each.resolved for each in known if start < each.mention.start < start + _AHEAD]
            span = folded.span(start, end)
            resolved = place_new_name(folded.raw[span[0] : span[1]], before, after)
            near = self._similar.find(folded.text[start:end], [resolved.place])
            if near is not None:
                resolved = as_is(near, "place:near_spelling")
            mention = mentioned(start, end, name.head, tokens.starts[name.first - 1])
            sentence = bisect_left(ends, end)
            known.append(_Found(mention=mention, resolved=resolved, sentence=sentence, new=near is None))
            known.sort(key=lambda each: each.mention.start)
        return known

    def _ranked(self, folded: Folded, plain: str, found: list[_Found], opening: set[int]) -> list[ToldPlace]:
        """Each place once, ordered by likelihood, then by where it stands."""
        places = [each.resolved.place for each in found]
        told: dict[str, ToldPlace] = {}
        for order, each in enumerate(found):
            mention, place = each.mention, each.resolved.place
            named = Named(
                place=place,
                order=order,
                times=sum(other.id == place.id for other in places),
                sentence=each.sentence,
                headed=mention.head is not None,
                led=_is_led(plain, mention),
                known=not each.new,
                opening=mention.start in opening or _opens(folded.text, mention),
                owner=each.owner or _names_medium(plain, mention),
            )
            mark, reasons = likelihood(named, [other for other in places if other.id != place.id])
            held = told.get(place.id)
            if held is None or mark > held.likelihood:
                told[place.id] = _told(folded, each, mark, (*each.resolved.reasons, *reasons))
        return sorted(told.values(), key=lambda each: (-each.likelihood, each.start))


def _is_led(plain: str, mention: Mentioned) -> bool:
    at = min(mention.head_start, mention.start)
    start = word_start(plain, at)
    before = plain[:start].split()[-1:]
    return plain[start:at].endswith(_LED) or bool(before and before[0] in read_words().prepositions)


def _opens(folded: str, mention: Mentioned) -> bool:
    """Does a name only stand before what is told ("Homs: …")."""
    return bool(_OPENS.search(folded[: mention.head_start]) and _CLOSES.search(folded[mention.end :]))


def _names_medium(plain: str, mention: Mentioned) -> bool:
    following = plain[mention.end : mention.end + 20].split()[:1]
    return bool(following) and following[0] in read_telling().media


def _told(folded: Folded, each: _Found, mark: float, reasons: Iterable[str]) -> ToldPlace:
    place: Place = each.resolved.place
    start, end = folded.span(each.mention.start, each.mention.end)
    point = each.resolved.point
    return ToldPlace(
        id=None if each.new else place.id,
        name=place.name,
        text=folded.raw[start:end],
        start=start,
        end=end,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        admin1_code=place.admin1_code,
        admin2=place.admin2,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        precision=each.resolved.precision,
        radius_km=each.resolved.radius_km,
        relation=each.resolved.relation,
        distance_km=each.resolved.distance_km,
        unknown=each.new,
        likelihood=mark,
        reasons=tuple(reasons),
    )
