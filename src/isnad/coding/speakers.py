"""Speakers as parties: the words, the neutral name where the speaker is on record, and what kind of speaker it is."""

from isnad.coding.attribution import Speaker
from isnad.coding.reading import Reading
from isnad.model.slots import ActorKind, Party


def speaker_party(reading: Reading, speaker: Speaker) -> Party:
    """The party behind a speaker's words."""
    span = reading.span(speaker.first, speaker.last, speaker.skip)
    kind: ActorKind | None = None
    name, party_id = span.text, None
    source = reading.at("sources", speaker.first)
    actor = next(iter(reading.within("actors", speaker.first, min(speaker.first + 2, speaker.last))), None)
    if source is not None:
        kind = reading.lexicon.sources[source.entry].kind
    if actor is not None and actor.pos == "name" and (source is None or kind in ("media", "organisation", "state")):
        entry = reading.lexicon.actors[actor.entry]
        name, party_id = entry.name, entry.id
        kind = entry.kind if entry.kind in ("state", "non_state", "organisation", "media", "civilians") else "media"
    return Party(text=span.text, start=span.start, end=span.end, name=name, id=party_id, kind=kind)
