"""What the sides of a contested actor, place, day or status say, in the words of the brief's language."""

from collections.abc import Iterator, Sequence
from datetime import date

from isnad.model.recorded import Contradiction, RecordedIncident, Side
from isnad.publishing.brief_content import Said
from isnad.publishing.brief_material import Material
from isnad.publishing.brief_voice import Voice
from isnad.publishing.noted import root_names
from isnad.publishing.wording import label


def contested_sides(
    contradictions: Sequence[Contradiction], incident: RecordedIncident, material: Material
) -> Iterator[Said]:
    """Each side once, with who says it; none where the profile took the values out."""
    voice = material.voice
    names = root_names(incident, voice.language)
    sides: dict[str, Side] = {side.value: side for each in contradictions for side in each.sides if side.value}
    for value, side in sides.items():
        shown = _shown(value, contradictions[0].slot, incident, voice)
        who = voice.join(dict.fromkeys(voice.outlet(names.get(root, root)) for root in side.roots))
        yield Said(text=f"{shown} ({who})", sources=material.citing.mentions(incident, side.mentions))


def _shown(value: str, slot: str, incident: RecordedIncident, voice: Voice) -> str:
    if slot == "status":
        return voice.of(label("status", value))
    if slot == "when":
        return _days([date.fromisoformat(day) for day in value.split("/")], voice)
    told = [each.mention.incident for each in incident.told]
    if slot == "perpetrators":
        parties = {party.name: party for one in told for party in one.perpetrators}
        return voice.join(
            voice.party(parties[name]) if name in parties else voice.quoted_if_judging(name)
            for name in value.split(", ")
        )
    if slot == "where" and voice.language == "ar":
        words = next((one.where.text for one in told if one.where is not None and one.where.name == value), "")
        return voice.quoted_if_judging(words or value)
    return voice.quoted_if_judging(voice.set_words(value))


def _days(days: Sequence[date], voice: Voice) -> str:
    if len(days) == 1:
        return voice.day(days[0])
    return voice.say("head", "period", since=voice.day(days[0]), until=voice.day(days[-1]))
