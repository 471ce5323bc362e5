"""Speakers as parties: the words, the neutral name where the speaker is on record, and what kind of speaker it is."""

from collections.abc import Iterable

from isnad.coding.attribution import Attribution
from isnad.coding.reading import Reading
from isnad.coding.subjects import Speaker
from isnad.coding.vocabulary import core_of
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


def fuller_speakers(reading: Reading, attributions: Iterable[Attribution]) -> dict[int, Speaker]:
    """For speakers named by a bare noun ("المصدر", "المتحدث") the one named before with that noun and more words.

    The keys are the first words of the bare ones.
    """
    words = reading.tokens.words
    named: dict[str, Speaker] = {}
    found: dict[int, Speaker] = {}
    for attribution in attributions:
        for speaker in attribution.chain:
            head = core_of(words[speaker.first][speaker.skip :])
            if speaker.last - speaker.first > 1:
                named[head] = speaker
            elif head in named and reading.at("sources", speaker.first) is not None:
                found[speaker.first] = named[head]
    return found


def single_speakers(reading: Reading, speaker: Speaker) -> list[Speaker]:
    """Each of several who say the same: "شهود عيان ومصادر أمنية" are two."""
    cuts = []
    for index in range(speaker.first + 1, speaker.last):
        source = reading.at("sources", index)
        if source is not None and source.prefix == "و":
            cuts.append(index)
    borders = [*cuts, speaker.last]
    first = Speaker(speaker.first, borders[0], speaker.skip, speaker.carried)
    return [first, *(Speaker(cut, end, 1) for cut, end in zip(cuts, borders[1:], strict=True))]
