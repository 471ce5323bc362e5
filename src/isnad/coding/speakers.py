"""Speakers as parties: the words, the neutral name where the speaker is on record, and what kind of speaker it is."""

from collections.abc import Iterable, Mapping

from isnad.coding.attribution import Attribution
from isnad.coding.reading import Reading, counts_of
from isnad.coding.subjects import Speaker, ends_name, has_role
from isnad.coding.vocabulary import core_of
from isnad.model.slots import ActorKind, Party

_COMMON = counts_of("sources", "people", "actors", "states")
_RANKED = range(2, 7)  # words of a rank with its name


def speaker_party(reading: Reading, speaker: Speaker, fuller: Speaker | None = None) -> Party:
    """The party behind a speaker's words; `fuller` is who is meant by a bare noun or a family name ("المصدر").

    The words are those that stand there; the name is the neutral one where the speaker is on record, else that of `fuller`,
    else the shortest part that names the speaker ("العقيد سالم علي" of one with a long title).
    """
    span = reading.span(speaker.first, speaker.last, speaker.skip)
    meant = speaker if fuller is None else fuller
    kind: ActorKind | None = None
    name: str | None = None
    party_id: str | None = None
    source = reading.at("sources", meant.first)
    actor = next(iter(reading.within("actors", meant.first, min(meant.first + 2, meant.last))), None)
    if source is not None:
        kind = reading.lexicon.sources[source.entry].kind
    if actor is not None and actor.pos == "name" and (source is None or kind in ("media", "organisation", "state")):
        entry = reading.lexicon.actors[actor.entry]
        name, party_id = entry.name, entry.id
        kind = entry.kind if entry.kind in ("state", "non_state", "organisation", "media", "civilians") else "media"
    name = _short_name(reading, meant) if name is None else name
    return Party(text=span.text, start=span.start, end=span.end, name=name, id=party_id, kind=kind)


def _short_name(reading: Reading, speaker: Speaker) -> str:
    """The part of a speaker's words that names them: a rank with its name after a title, a name before its title."""
    first, last = speaker.first, speaker.last
    borders = [at for at in range(first + 1, last) if has_role(reading, at)]
    if has_role(reading, first) and borders and last - borders[-1] in _RANKED:
        return reading.span(borders[-1], last).text
    cuts = [at for at in range(first + 2, last) if has_role(reading, at) or ends_name(reading, at)]
    if cuts and last - cuts[0] > 1:
        return reading.span(first, cuts[0], speaker.skip).text
    return reading.span(first, last, speaker.skip).text


def fuller_speakers(reading: Reading, attributions: Iterable[Attribution]) -> dict[int, Speaker]:
    """For speakers named by a bare noun ("المصدر", "المتحدث") or a family name the one named before with more words.

    The keys are the first words of the bare ones.
    """
    words = reading.tokens.words
    named: dict[str, Speaker] = {}
    found: dict[int, Speaker] = {}
    for attribution in attributions:
        for speaker in attribution.chain:
            head = core_of(words[speaker.first][speaker.skip :])
            whole = " ".join(core_of(word) for word in words[speaker.first : speaker.last])
            if speaker.last - speaker.first > 1:
                if whole in named and not reading.at("sources", speaker.first):  # "الشرق" of "صحيفة الشرق"
                    found[speaker.first] = named[whole]
                named[whole.partition(" ")[2]] = speaker
                named[head] = speaker
                last = speaker.last - 1
                if not reading.counts(last, speaker.last) & _COMMON:
                    named[core_of(words[last])] = speaker
            elif head in named and not reading.at("actors", speaker.first):
                found[speaker.first] = named[head]
    return found


def names_of_speakers(
    reading: Reading, attributions: Iterable[Attribution], fuller: Mapping[int, Speaker]
) -> dict[int, str]:
    """By the first word of each speaker the bare words of who is meant."""
    words = reading.tokens.words
    return {
        speaker.first: " ".join(core_of(word) for word in words[meant.first : meant.last])
        for attribution in attributions
        for speaker in attribution.chain
        for meant in (fuller.get(speaker.first, speaker),)
    }


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
