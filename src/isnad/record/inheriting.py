"""Which mention of an older coding each incident of a newer one is: the one that stands on the same words."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from isnad.model.coded import Incident


class OldMention(Struct, frozen=True, kw_only=True):
    """A mention on record, by its number of arrival; `active` where the current coding tells it."""

    seq: int
    active: bool
    incident: Incident


def inherited(old: Sequence[OldMention], new: Sequence[Incident]) -> Mapping[int, int]:
    """For each incident of `new` (by its place) that stands on words of an old mention: that mention's `seq`.

    Each mention is given once; the same type comes first, then the larger overlap, then what is still told, then age.
    """
    offers = []
    for place, incident in enumerate(new):
        for mention in old:
            shared = overlap(incident, mention.incident)
            if shared:
                other = incident.type != mention.incident.type
                offers.append((other, -shared, not mention.active, mention.seq, place))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for *_, seq, place in sorted(offers):
        if place not in found and seq not in taken:
            found[place] = seq
            taken.add(seq)
    return found


def overlap(one: Incident, other: Incident) -> int:
    """Code points that stand in mention spans of both."""
    return len(_covered(one) & _covered(other))


def _covered(incident: Incident) -> set[int]:
    return {at for span in incident.mentions for at in range(span.start, span.end)}
