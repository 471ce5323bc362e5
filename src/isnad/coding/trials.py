"""Trials: which question decides which slot, and how its candidates read as values (the twin of `isnad.coding.filling`)."""

from collections.abc import Callable, Hashable, Iterator
from typing import Final

import msgspec

from isnad.coding.acts import Act
from isnad.coding.attribution import Attribution
from isnad.coding.filling import MOST_ATTACKERS, MOST_TARGETS, same_party
from isnad.coding.hearing import Hearing, Option, Trial, try_alone, try_answers, try_shared, words_of
from isnad.coding.parties import Candidate, party_of
from isnad.coding.placing import where_of
from isnad.coding.slots import place_key
from isnad.coding.speakers import speaker_party
from isnad.coding.standing import turn_of
from isnad.coding.tallies import Tally
from isnad.coding.timing import days_of, when_of
from isnad.coding.tolls import loss_of
from isnad.coding.typing import weapons_near
from isnad.model.slots import Loss, Party, When, Where
from isnad.model.span import Span


def trial_of(hearing: Hearing, slot: str) -> Trial:
    """The candidates for a slot that the judge decides; empty where it was not asked."""
    made = _TRIALS.get(slot)
    return made(hearing) if made is not None else _toll(hearing, slot)


def _type(hearing: Hearing) -> Trial:
    return try_answers(hearing.judge, hearing.asked("type"), lambda name: _words_of_type(hearing, name))


def _words_of_type(hearing: Hearing, name: str) -> Span | None:
    """The first act that is of this type by itself, else the first weapon that makes it so."""
    reading = hearing.reading
    for act in hearing.acts:
        if act.type == name:
            return span_of_act(hearing, act)
    for hit in weapons_near(reading, hearing.acts):
        if reading.lexicon.weapons[hit.entry].implies == name:
            return reading.span(hit.first, hit.last, len(hit.prefix))
    return None


def _status(hearing: Hearing) -> Trial:
    def words(status: str) -> Span | None:
        turned = (act for act in hearing.acts if turn_of(hearing.reading, act) == status)
        return next((span_of_act(hearing, act) for act in turned), None)

    return msgspec.structs.replace(
        try_answers(hearing.judge, hearing.asked("status"), words), threshold=hearing.judge.threshold("status")
    )


def _where(hearing: Hearing) -> Trial:
    def show(row: int) -> tuple[Hashable, Where]:
        return place_key(hearing.work, row), where_of(hearing.reading, row)

    return try_shared(hearing.judge, hearing.asked("where"), show)


def _when(hearing: Hearing) -> Trial:
    def show(row: int) -> tuple[Hashable, When | None]:
        kind = hearing.incident.type
        return days_of(hearing.reading.times[row], kind), when_of(hearing.reading, row, kind)

    return try_shared(hearing.judge, hearing.asked("when"), show)


def _toll(hearing: Hearing, slot: str) -> Trial:
    def show(tally: Tally) -> tuple[Hashable, Loss]:
        return (tally.low, tally.high), loss_of(hearing.reading, tally)

    return try_shared(hearing.judge, hearing.asked(slot), show)


def _perpetrators(hearing: Hearing) -> Trial:
    return _parties(hearing, "perpetrators")


def _targets(hearing: Hearing) -> Trial:
    return _parties(hearing, "targets")


def _parties(hearing: Hearing, slot: str) -> Trial:
    """The parties for one role, each phrase for one that was chosen being no rival of it."""
    reading, asked = hearing.reading, hearing.asked(slot)
    chosen = [c for c, _ in asked.candidates if party_of(reading, c) in getattr(hearing.incident, slot)]

    def show(candidate: Candidate) -> Iterator[tuple[Hashable, Party]]:
        named = next((c for c in chosen if same_party(reading, c, candidate)), candidate)
        yield (named.sort, named.actor or named.id), party_of(reading, candidate)

    trial, notes = try_alone(hearing.judge, asked, show), _why_no_party(hearing, slot)
    options = [msgspec.structs.replace(option, note=notes.get(option.words, "")) for option in trial.options]
    return msgspec.structs.replace(trial, options=tuple(options))


def _why_no_party(hearing: Hearing, slot: str) -> dict[Span | None, str]:
    """By its words, why a party that is likely enough for a role does not hold it: the other role, or too many."""
    judge, found = hearing.judge, {}
    for candidate, features in hearing.asked(slot).candidates:
        act, harm = judge.chance("perpetrator", features), judge.chance("target", features)
        did = act >= judge.threshold("perpetrator") and act >= harm
        suffered = not did and harm >= judge.threshold("target")
        words = words_of(party_of(hearing.reading, candidate))
        if slot == "targets" and did:
            found[words] = f"taken for a perpetrator, chance {act:.2f}"
        elif slot == "perpetrators" and suffered:
            found[words] = f"taken for a target, chance {harm:.2f}"
        elif did or suffered:
            found[words] = (
                f"chance {max(act, harm):.2f}, but no more than {MOST_ATTACKERS if did else MOST_TARGETS} are told of"
            )
    return found


def _according_to(hearing: Hearing) -> Trial:
    def show(attribution: Attribution) -> Iterator[tuple[Hashable, Party]]:
        for speaker in attribution.chain:
            party = speaker_party(hearing.reading, speaker, hearing.work.fuller_speakers.get(speaker.first))
            yield party.id or party.name, party

    return try_alone(hearing.judge, hearing.asked("according_to"), show)


_TRIALS: Final[dict[str, Callable[[Hearing], Trial]]] = {
    "type": _type,
    "status": _status,
    "where": _where,
    "when": _when,
    "perpetrators": _perpetrators,
    "targets": _targets,
    "according_to": _according_to,
}


def mention_trial(hearing: Hearing) -> Trial:
    """The incident's own acts in their order, then those the judge refused, then those of other incidents."""
    judge, work = hearing.judge, hearing.work
    whose = {act.index: group for group, acts in enumerate(hearing.groups) for act in acts}

    def option(act: Act, span: Span, note: str = "") -> Option:
        weights = judge.weigh("mention", [*work.mention_features(act), tuple(work.mention_words(act))])
        return Option(span, span, act.index, hearing.chances[act.index], weights, note)

    own = [option(act, span) for act, span in zip(hearing.acts, hearing.incident.mentions, strict=False)]
    others = [act for act in work.acts if act.index in hearing.chances and whose.get(act.index) != hearing.group]
    others.sort(key=lambda act: (act.index in whose, -hearing.chances[act.index]))
    told = [option(act, span_of_act(hearing, act), _why_apart(hearing, act, whose.get(act.index))) for act in others]
    return Trial((*own, *told), judge.threshold("mention"))


def _why_apart(hearing: Hearing, act: Act, group: int | None) -> str:
    """Why an act that may be a mention is none of this incident's; "" where its chance alone says so."""
    if group is not None:
        return f"told of another incident, {hearing.incident.id.rpartition('#')[0]}#{group + 1}"
    chance, least = hearing.chances[act.index], hearing.judge.threshold("incident")
    if chance < hearing.judge.threshold("mention"):
        return ""
    return f"chance {chance:.2f}, below the {least:.2f} that an incident of its own needs"


def span_of_act(hearing: Hearing, act: Act) -> Span:
    """The words of an act, without "و" and "ف"."""
    return hearing.reading.span(act.first, act.last, len(act.hit.prefix) if act.hit.prefix in ("و", "ف") else 0)
