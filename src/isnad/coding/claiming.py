"""Claiming: who claims responsibility for an incident (codebook, `claimed_by`), in whichever sentence the claim stands.

"تبنى التنظيم الهجوم", "أعلن مسؤوليته عن التفجيرين", "هجوم تبناه التنظيم". A claim that is negated or denied ("لم تعلن أي جهة",
"نفى مسؤوليته") claims nothing.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from isnad.coding.acts import Act
from isnad.coding.parties import Candidate, find_candidates, party_of
from isnad.coding.reading import Reading
from isnad.coding.workup import Workup
from isnad.lexicon.matching import Hit
from isnad.model.slots import Party

_CLAIM = "claim-responsibility"
_SHORT, _NEAR, _FAR = 5, 9, 14
_NOT = frozenset("لم لا لن دون بدون عدم اي ولم".split())
_CLAIMED_TYPES = frozenset(
    "suicide_bombing chemical_attack prison_break bombing landmine drone_strike air_strike shelling assassination execution "
    "abduction armed_attack clash killing territory_change destruction interception other".split()
)


class Claim(Struct, frozen=True, gc=False):
    """Who claims, and the acts that may be claimed, the likeliest first."""

    claimer: Candidate
    acts: tuple[int, ...]


def claimers_of(work: Workup, groups: Sequence[Sequence[Act]]) -> dict[int, Party]:
    """Who claims each incident, by the number of its group; a claim goes to the first of its acts that is told."""
    owner = {act.index: number for number, group in enumerate(groups) for act in group}
    found: dict[int, Party] = {}
    for claim in find_claims(work):
        told = next((owner[act] for act in claim.acts if act in owner), None)
        if told is not None:
            found.setdefault(told, party_of(work.reading, claim.claimer))
    return found


def find_claims(work: Workup) -> Iterator[Claim]:
    """The claims of responsibility of a report in order."""
    reading = work.reading
    for hit in reading.of("sayings"):
        if reading.lexicon.sayings[hit.entry].id != _CLAIM or not _claims(reading, hit):
            continue
        claimer = _claimer(reading, hit)
        acts = tuple(act.index for act in _claimed(work, hit))
        if claimer is not None and acts:
            yield Claim(claimer, acts)


def _claims(reading: Reading, hit: Hit) -> bool:
    """Is it a claim: not negated, denied or laid on someone, and a noun only after a verb that announces it."""
    first = reading.edges[reading.sentence_of[hit.first]][0]
    if not _NOT.isdisjoint(reading.tokens.words[max(first, hit.first - _SHORT) : hit.first]):
        return False
    said = [
        reading.lexicon.sayings[other.entry]
        for other in reading.within("sayings", max(first, hit.first - _FAR), hit.first)
    ]
    if any(saying.stance == "denies" or saying.kind == "accusation" for saying in said):
        return False
    whole = hit.pos in ("verb", "passive") or hit.last - hit.first > 1
    return whole or any(saying.stance in ("announces", "confirms") for saying in said)


def _claimer(reading: Reading, hit: Hit) -> Candidate | None:
    """The armed party after a verb ("تبنى التنظيم"), before a noun ("أعلن التنظيم مسؤوليته"), else on the other side."""
    first, last = reading.edges[reading.sentence_of[hit.first]]
    before = _armed(reading, max(first, hit.first - _NEAR), hit.first)
    after = _armed(reading, hit.last, min(last, hit.last + _NEAR))
    ordered = [*after, *reversed(before)] if hit.pos == "verb" else [*reversed(before), *after]
    return min(ordered, key=_rank, default=None)


def _rank(candidate: Candidate) -> int:
    """A group before people; of equals the nearest on the side where the claimer stands."""
    return 0 if candidate.actor else 1


def _armed(reading: Reading, first: int, last: int) -> list[Candidate]:
    return [c for c in find_candidates(reading, first, last) if c.fights and c.sort != "state"]


def _claimed(work: Workup, hit: Hit) -> Iterator[Act]:
    """The acts a claim may be of: after it in its sentence, then before it, then those told last before the sentence."""
    sentence = work.reading.sentence_of[hit.first]
    acts = [act for act in work.acts if act.type in _CLAIMED_TYPES or act.backward]
    here = [act for act in acts if act.sentence == sentence]
    after = [act for act in here if hit.last <= act.first < hit.last + _FAR]
    before = [act for act in reversed(here) if act.first < hit.first]
    yield from before if hit.pronoun else after
    yield from after if hit.pronoun else before
    yield from (act for act in reversed(acts) if sentence - 2 <= act.sentence < sentence)
