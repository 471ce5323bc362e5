"""Parties: phrases that name who may have acted or suffered, each with the fullest words and a neutral name.

A phrase begins at a noun for people or a facility, or at an actor's name, and takes in what belongs to it: the number
before, "من", "ل" or a bare genitive before an actor ("دورية للجيش", "عناصر قسد", "عناصر من الشرطة"), adjectives that
agree, a demonym ("جندي أمريكي").
"""

from bisect import bisect_left, bisect_right

from msgspec import Struct

from isnad.coding.persons import person_at
from isnad.coding.reading import Reading, counts_of
from isnad.coding.settling import GENERIC
from isnad.lexicon.matching import Hit
from isnad.model.slots import ActorKind, Party
from isnad.places.mentions import Mentioned
from isnad.text.numerals import Quantity

_LONGEST = 7
_INDEFINITE_ENDINGS = ("ي", "يه", "يين", "يون", "يا", "يتين", "يان")
_ADJECTIVES = frozenset(
    "مسلح مسلحه مسلحين مسلحون مجهول مجهولين مجهولون مجهوله تابع تابعه تابعين تابعون حكوميه كبار مدنيه اخر اخرين اخرون "
    "اخري متفرقه متحركه ثابته كبيره كبير صغيره مشتركه سابق سابقه بارز بارزين محلي محليه محليين مفخخه متشدد متشدده "
    "متشددين متطرف متطرفه متطرفين موالين مواليه اجنبي اجنبيه اجانب تجاريه تجاري نفطيه حربيه سكني سكنيه شعبي شعبيه".split()
)
_NOT_ADJECTIVES = frozenset(
    "التي الذي الذين اللذين اللتين اليوم الان الحالي الماضي الماضيه الجاري المقبل الثلاثاء الاثنين الاربعاء الخميس الجمعه "
    "السبت الاحد الي علي حتي لدي التالي القادم الفائت المنصرم بالتالي الشهر الاسبوع العام".split()
)


_COMMON = frozenset({"people", "facilities", "bodies"})
_HEADS = counts_of("people", "facilities", "actors", "bodies", "names")
_PARTING = frozenset("،,؛;:.\n(")


class Candidate(Struct, frozen=True, gc=False):
    """A phrase that names a party: words [first, last), its head noun, and who it resolves to.

    `sort` is actor, people, facility, state, body or person; `id` of the entry; `name` is empty where the words are the name;
    `prefix` the clitics before it; `fights` whether it may attack;
    `group` of a people noun; `quantity` the number before its noun; `definite` whether it bears the article.
    """

    first: int
    last: int
    sentence: int
    sort: str
    id: str
    name: str
    kind: ActorKind | None
    fights: bool
    group: str
    prefix: str
    pos: str
    definite: bool
    quantity: Quantity | None = None
    actor: str = ""


def find_candidates(reading: Reading, first: int, last: int) -> list[Candidate]:
    """The parties named among words [first, last), in order, none inside another."""
    quantities = {q.last: q for q in reading.quantities_within(first, last)}
    found: list[Candidate] = []
    reach = first
    for hit in _heads(reading, first, last):
        if hit.first < reach:
            continue
        candidate = _candidate(reading, hit, last, quantities.get(hit.first))
        if candidate is None:
            continue
        found.append(candidate)
        reach = candidate.last
    return found


def _heads(reading: Reading, first: int, last: int) -> list[Hit]:
    """Nouns a party phrase may begin at; where kinds compete for a word: the longest, then actors, people, facilities."""
    rank = {"actors": 0, "people": 1, "facilities": 2, "states": 3, "bodies": 4, "names": 5}
    heads = [hit for kind in rank for hit in reading.within(kind, first, last)]
    heads = [hit for hit in heads if not _describes(reading, hit)]
    heads.sort(key=lambda h: (h.first, -h.last, rank[h.kind]))
    return heads


def _describes(reading: Reading, hit: Hit) -> bool:
    """Is it written like a noun with a pronoun, but an adjective: "مسلحة" is hardly ever "his gunman"."""
    feminine = hit.kind == "people" and hit.pos == "noun" and hit.pronoun == "ه"
    return feminine and reading.lexicon.people[hit.entry].group == "fighters"


def _candidate(reading: Reading, hit: Hit, limit: int, quantity: Quantity | None) -> Candidate | None:
    words = reading.tokens.words
    last, whole = hit.last, None
    if hit.kind == "names":
        last = person_at(reading, hit, limit)
        if last == hit.first or _in_place(reading, hit.first, last):
            return None
    if hit.kind in _COMMON:
        last, whole = _take_genitive(reading, hit.last, limit)
    if whole is None and hit.kind != "names":
        last = _take_adjectives(reading, hit, limit)
        if hit.kind in _COMMON and last == hit.last:
            last, whole = _take_genitive(reading, last, limit)
        last = max(last, _take_name(reading, hit, last, limit))
    begin = quantity.first if quantity and quantity.last == hit.first and not hit.prefix else hit.first
    definite = hit.article or words[hit.first].startswith(("ال", "وال", "بال", "لل"))
    sort, entry_id, name, kind, fights, group = _meaning(reading, hit)
    actor_id = entry_id if sort == "actor" else ""
    if whole is not None and whole.kind == "actors":
        _, actor_id, name, kind, _, _ = _meaning(reading, whole)
    return Candidate(
        begin,
        last,
        reading.sentence_of[hit.first],
        sort,
        entry_id,
        name,
        kind,
        fights,
        group,
        hit.prefix,
        hit.pos,
        definite,
        quantity,
        actor_id,
    )


def _meaning(reading: Reading, hit: Hit) -> tuple[str, str, str, ActorKind | None, bool, str]:
    """Sort, id, neutral name, kind, whether it fights, and group of a head noun."""
    lexicon = reading.lexicon
    if hit.kind == "actors":
        actor = lexicon.actors[hit.entry]
        fights = actor.kind in ("state", "non_state")
        if hit.pos == GENERIC:
            words = reading.span(hit.first, hit.last, len(hit.prefix)).text
            return "actor", f"generic:{words}", words, _kind(actor.kind), fights, actor.kind
        return "actor", actor.id, actor.name, _kind(actor.kind), fights, actor.kind
    if hit.kind == "people":
        people = lexicon.people[hit.entry]
        return (
            "people",
            people.id,
            people.gloss or people.id.replace("-", " "),
            people.kind,
            people.fights,
            people.group,
        )
    if hit.kind == "bodies":
        body = lexicon.bodies[hit.entry]
        return "body", f"generic:{body.id}", body.gloss, "unnamed", True, body.group
    if hit.kind == "names":
        return "person", "generic:person", "", None, False, "leaders"
    if hit.kind == "facilities":
        facility = lexicon.facilities[hit.entry]
        return (
            "facility",
            facility.id,
            facility.id.replace("-", " "),
            "facility",
            False,
            "armed" if facility.armed else "soft",
        )
    state = lexicon.states[hit.entry]
    return "state", state.id, state.name, "state", True, hit.pos


def _kind(kind: str) -> ActorKind | None:
    return kind if kind in ("state", "non_state", "organisation", "media", "civilians") else None  # type: ignore[return-value]


def _take_genitive(reading: Reading, at: int, limit: int) -> tuple[int, Hit | None]:
    """Words up to the actor, people or state that owns what stands before: bare, after "من" or with "ل"."""
    words = reading.tokens.words
    index = at
    if (
        index < limit
        and words[index] in ("من", "تابعه", "تابع", "تابعين", "التابعه", "التابعين", "في")
        and index + 1 < limit
    ):
        if words[index] == "في":  # "عناصر في الجيش", but not "جنود في حلب"
            owner = reading.at("actors", index + 1)
            return (owner.last, owner) if owner and not owner.prefix else (at, None)
        index += 1
    owner = reading.at("actors", index) or reading.at("people", index) or reading.at("states", index)
    if owner is None or owner.last > limit or not _touches(reading, index):
        return at, None
    wanted = "" if index > at and words[index - 1] == "من" else None
    if wanted == "" and owner.prefix:
        return at, None
    if wanted is None and owner.prefix not in ("", "ل"):
        return at, None
    if owner.kind == "people" and not (owner.prefix == "ل" or reading.lexicon.people[owner.entry].fights):
        return at, None
    return _take_adjectives(reading, owner, limit), owner


def _take_name(reading: Reading, hit: Hit, at: int, limit: int) -> int:
    """The end of the name right after a noun: the place it is ("قرية المغير"), the person who holds it ("العقيد زيد حسين")."""
    if at >= limit or not _touches(reading, at):
        return at
    if hit.kind == "facilities":
        return max(at, _place_end(reading, at, limit))
    if hit.kind == "people" and hit.pos == "noun":
        name = reading.at("names", at)
        if name is not None and not name.prefix:
            return max(at, person_at(reading, name, limit))
    return at


def _place_end(reading: Reading, at: int, limit: int) -> int:
    """The end of the place whose name begins at word `at`; 0 where none does."""
    start = reading.tokens.starts[at]
    row = bisect_left(reading.places, start, key=_start_of)
    if row == len(reading.places) or reading.places[row].start != start:
        return 0
    return min(limit, reading.tokens.between(start, reading.places[row].end)[1])


def _in_place(reading: Reading, first: int, last: int) -> bool:
    """Are words [first, last) of a place's name: "محافظة صلاح الدين" is no person."""
    start, end = reading.tokens.starts[first], reading.tokens.ends[last - 1]
    row = bisect_right(reading.places, start, key=_start_of) - 1
    return row >= 0 and reading.places[row].end >= end


def _start_of(place: Mentioned) -> int:
    return place.start


def _touches(reading: Reading, index: int) -> bool:
    """Does no comma or stop stand before this word."""
    return _PARTING.isdisjoint(reading.tokens.gap(index - 1))


def _take_adjectives(reading: Reading, hit: Hit, limit: int) -> int:
    """The end of a phrase with the adjectives that agree with its head."""
    words, last = reading.tokens.words, hit.last
    definite = hit.article or words[hit.last - 1].startswith(("ال", "وال", "بال", "لل", "فال"))
    while last < min(limit, hit.first + _LONGEST):
        word = words[last]
        if (
            word in _NOT_ADJECTIVES
            or not _touches(reading, last)
            or reading.at("triggers", last)
            or reading.at("harms", last)
        ):
            break
        state = reading.at("states", last)
        if state is not None and state.pos == "demonym" and not state.prefix and last == state.first:
            last = state.last
            continue
        if definite and not word.startswith("ال"):
            break
        bare = word[2:] if definite else word
        if not (bare in _ADJECTIVES or (bare.endswith(_INDEFINITE_ENDINGS) and len(bare) > 3)):
            break
        if not definite and (_is_head(reading, last) or word in ("علي", "التي")):
            break
        last += 1
    return last


def _is_head(reading: Reading, at: int) -> bool:
    """May another party's words begin here, so that no adjective stands here."""
    return bool(reading.counts(at, at + 1) & _HEADS)


def party_of(reading: Reading, candidate: Candidate) -> Party:
    """The party a candidate names, with its words without clitics."""
    skip = len(candidate.prefix) if candidate.first >= 0 and not _starts_with_number(candidate) else 0
    word = reading.tokens.words[candidate.first]
    if candidate.prefix.endswith("ل") and word[len(candidate.prefix) - 1 :].startswith("لل"):
        skip = max(0, len(candidate.prefix) - 1)  # "للجيش": the article has lost its alef
    span = reading.span(candidate.first, candidate.last, skip)
    return Party(
        text=span.text,
        start=span.start,
        end=span.end,
        name=candidate.name or span.text,
        id=_id_on_record(candidate),
        kind=candidate.kind,
    )


def _id_on_record(candidate: Candidate) -> str | None:
    """The id of an actor or noun; None for words whose actor could not be told."""
    known = candidate.actor or candidate.id
    return None if known.startswith("generic:") else known


def _starts_with_number(candidate: Candidate) -> bool:
    return candidate.quantity is not None and candidate.first == candidate.quantity.first
