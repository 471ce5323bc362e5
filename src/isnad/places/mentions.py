"""Mentions of places: which hits of the scan name a place, and the words before them ("20 km east of the town of").

Rule of the relation slot: contract.md, `relation`. Names that are also ordinary words or given names carry a guard in
the gazetteer and count only where the words around them speak for a place.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from isnad.places.before import Before, read_before, read_side, word_start
from isnad.places.gazetteer import Gazetteer
from isnad.places.words import Words, read_words
from isnad.text.folding import Folded

_ON = re.compile(r"\b[وف]?علي\b")
AFTER_PREPOSITION, HEAD_ONLY, NEVER = 1, 3, 4
SIDED = ("countryside_of", "outskirts_of")
"""Relations after which an adjective behind the name says on which side ("ريف حلب الشرقي")."""

BESIDE = 12
"""How many characters may part a guarded name from another place that vouches for it."""


class Mentioned(Struct, frozen=True, kw_only=True):
    """A named place in a folded text: [start, end) of the bare name, and what the words before it say.

    `head` is the folded kind word ("محافظه", "ريف"), `relation` one of contract.md's (`near`, `north_of`…),
    `distance_km` how far away, `wind` in which of eight directions (also "east" for "the eastern countryside of"). `head_start` is where those words begin; equal to `start` where there are none.
    `named`: where the place is called by its name, if these words only refer back to it ("the town").
    `site_start`: where the words begin that tell which building of the place is meant ("the market of X"), if any do.
    """

    start: int
    end: int
    name_id: int
    head: str | None = None
    relation: str | None = None
    distance_km: float | None = None
    wind: str | None = None
    head_start: int = 0
    named: tuple[int, int] | None = None
    site_start: int | None = None


def told_apart(folded: Folded) -> str:
    """The folded text with "على" (on) told from the name "علي", which folding makes one: as another preposition."""
    text = folded.text
    for match in _ON.finditer(text):
        if folded.raw[folded.original(match.end() - 1)] == "ى":
            text = f"{text[: match.end() - 3]}الي{text[match.end() :]}"
    return text


def read_mentions(folded: str, hits: Iterable[tuple[int, int, int]], gazetteer: Gazetteer) -> list[Mentioned]:
    """Mentions in text order, none overlapping, from hits (start, end, name id) whose edges were checked.

    `folded` is folded text with every sign but letters and digits replaced by a space; it may have clitics before a hit.
    """
    words = read_words()
    kept = longest_hits(hits)
    befores = [read_before(folded, start, words) for start, _, _ in kept]
    found: list[Mentioned] = []
    for row, ((start, end, name_id), before) in enumerate(zip(kept, befores, strict=True)):
        if not _vouched(folded, row, kept, before, gazetteer, words):
            continue
        relation = before.said_relation()
        if relation is None and found and _joined(folded, found[-1], start):
            relation = "between"
        side = read_side(folded, end, words)[0] if relation in SIDED or before.distance_km is not None else None
        found.append(
            Mentioned(
                start=start,
                end=end,
                name_id=name_id,
                head=before.head,
                relation=f"{side}_of" if side and relation == "near" and before.wind is None else relation,
                distance_km=before.distance_km,
                wind=before.wind or side,
                head_start=before.start,
            )
        )
    return found


def longest_hits(hits: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Hits in text order without those overlapped by a longer one (or by an earlier one as long)."""
    kept: list[tuple[int, int, int]] = []
    for hit in sorted(hits, key=lambda h: (h[0], -h[1])):
        if kept and hit[0] < kept[-1][1]:
            if hit[1] - hit[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _joined(folded: str, earlier: Mentioned, start: int) -> bool:
    """Is the name at `start` the second of "between X and Y"."""
    return earlier.relation == "between" and folded[earlier.end : start].strip() in ("و", "وبين", "و بين")


def _vouched(
    folded: str, row: int, hits: Sequence[tuple[int, int, int]], before: Before, gazetteer: Gazetteer, words: Words
) -> bool:
    """Does the text speak for a place rather than a word or person of that name."""
    start, _, name_id = hits[row]
    guard = gazetteer.guards[name_id]
    clitic = folded[word_start(folded, start) : start]
    if guard == NEVER or (not clitic and before.directly.removeprefix("و") in words.owners):
        return False
    if before.head in words.settling and not before.definite and _fits(gazetteer, name_id, guard, before.head, words):
        return True
    if guard and before.definite:
        return False
    if not clitic and before.directly in words.given and (guard or not _well_known(gazetteer, name_id)):
        return False
    if guard == 0:
        return True
    beside = _beside(folded, row, hits, gazetteer)
    led = (
        before.directly in words.prepositions
        or (before.directly[:1] in ("و", "ف") and before.directly[1:] in words.prepositions)
        or clitic.endswith(("ب", "ل"))
        or before.relation is not None
        or before.wind is not None
    )
    if guard == AFTER_PREPOSITION:
        return led or before.head is not None or beside
    return guard < HEAD_ONLY and led and beside


def _fits(gazetteer: Gazetteer, name_id: int, guard: int, head: str | None, words: Words) -> bool:
    """Does the head announce the kind of a name that is a place only after its head ("تشرين" of "سد تشرين")."""
    kinds = words.heads.get(head or "", ())
    return guard < HEAD_ONLY or any(place.kind in kinds for place in gazetteer.candidates(name_id))


def _well_known(gazetteer: Gazetteer, name_id: int) -> bool:
    return any(
        place.kind in ("country", "admin1") or place.population > 100_000 for place in gazetteer.candidates(name_id)
    )


def _beside(folded: str, row: int, hits: Sequence[tuple[int, int, int]], gazetteer: Gazetteer) -> bool:
    """Does a free name stand right before or after, parted by a few letters ("X بريف Y", "X وY")."""
    start, end, _ = hits[row]
    after = hits[row + 1] if row + 1 < len(hits) else None
    prior = hits[row - 1] if row else None
    if after and after[0] - end <= BESIDE and "\n" not in folded[end : after[0]] and gazetteer.guards[after[2]] == 0:
        return True
    return bool(
        prior and start - prior[1] <= 2 and "\n" not in folded[prior[1] : start] and gazetteer.guards[prior[2]] == 0
    )
