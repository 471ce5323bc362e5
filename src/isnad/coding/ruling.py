"""Ruling: the values of an incident that a rule sets, with the words it went by and what it passed over."""

from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from isnad.coding.accounts import Explained, Rival, best_refused, explained, option_of
from isnad.coding.hearing import Hearing, Option, Trial, words_of
from isnad.coding.parties import party_of
from isnad.coding.tallies import Tally
from isnad.coding.trials import mention_trial, span_of_act, trial_of
from isnad.coding.typing import WEAPON_REACH, weapons_near
from isnad.lexicon.matching import Hit
from isnad.model.slots import Breakdown, Loss, Range, Weapon
from isnad.model.span import Span


def explain_ruled(hearing: Hearing, slot: str) -> Iterator[Explained]:
    """The values of a slot that a rule sets; nothing where it is empty."""
    value = getattr(hearing.incident, slot)
    if slot in _RULES and value is not None:
        yield from _RULES[slot](hearing)


def _aggregate(hearing: Hearing) -> Iterator[Explained]:
    incident = hearing.incident
    if not incident.aggregate:
        rule = "its words tell of one act"
    elif incident.incident_count is not None:
        rule = "a number or a dual counts its acts"
    else:
        rule = "all its triggers are plurals"
    yield Explained("aggregate", incident.aggregate, incident.mentions[0], rule=rule)


def _incident_count(hearing: Hearing) -> Iterator[Explained]:
    reading, count = hearing.reading, hearing.incident.incident_count
    for act in hearing.acts:
        numbers = [q for q in reading.quantities if q.last == act.first and (q.low, q.high) == count]
        dual = act.pos == "dual" and act.kind == "trigger" and count == (2, 2)
        if numbers or dual:
            words = span_of_act(hearing, act) if dual else reading.span(numbers[0].first, act.last)
            rule = "a dual means two" if dual else "the number right before a plural act"
            yield Explained("incident_count", count, words, rule=rule)
            return


def _killed_perpetrators(hearing: Hearing) -> Iterator[Explained]:
    value, trial = hearing.incident.killed_perpetrators, trial_of(hearing, "killed")
    option = option_of(trial, value)
    refused = best_refused(trial, [option])
    rule = "a loss whose words are those of a party that attacked"
    yield explained("killed_perpetrators", value, words_of(value), trial, option, refused, rule=rule)


def _strength(hearing: Hearing) -> Iterator[Explained]:
    """Against the other parties that are counted."""
    value, reading = hearing.incident.strength, hearing.reading
    assert value is not None
    counted = {words_of(party_of(reading, c)) for c, _ in hearing.asked("perpetrators").candidates if c.quantity}
    all_of_them = trial_of(hearing, "perpetrators")
    trial = msgspec.structs.replace(
        all_of_them, options=tuple(option for option in all_of_them.options if option.words in counted)
    )
    option = next((o for o in trial.options if o.words and _within(o.words, value)), None)
    rule = "the number before the noun that names the attackers"
    yield explained("strength", value, words_of(value), trial, option, best_refused(trial, [option]), rule=rule)


def _within(words: Span, loss: Loss) -> bool:
    return loss.start <= words.start < loss.end or words.start <= loss.start < words.end


def _victims(hearing: Hearing) -> Iterator[Explained]:
    """Each group of the dead and the wounded, as `victims.killed.women`."""
    for slot in ("killed", "wounded"):
        breakdown: Breakdown | None = getattr(hearing.incident.victims, slot)
        trial = trial_of(hearing, slot)
        for group in Breakdown.__struct_fields__:
            number: Range | None = getattr(breakdown, group, None)
            if number is not None:
                option = _option_of_group(hearing, slot, group, number, trial)
                words, rule = option.words if option else None, "the noun that was counted says who they were"
                refused = best_refused(trial, [option])
                yield explained(f"victims.{slot}.{group}", number, words, trial, option, refused, rule=rule)


def _option_of_group(hearing: Hearing, slot: str, group: str, number: Range, trial: Trial) -> Option | None:
    """The likeliest loss of these people and this size."""
    spans = {
        hearing.reading.span(t.first, t.last) for t, _ in hearing.asked(slot).candidates if _tells(t, group, number)
    }
    return next((option for option in trial.options if option.words in spans), None)


def _tells(tally: Tally, group: str, number: Range) -> bool:
    named = "forces" if tally.group == "fighters" else tally.group
    return named == group and (tally.low, tally.high) == (number.low, number.high)


def _figures(hearing: Hearing) -> Iterator[Explained]:
    for figure in hearing.incident.figures:
        trial, words = trial_of(hearing, figure.slot), words_of(figure)
        told = {words_of(other) for other in hearing.incident.figures if other.slot == figure.slot}
        own = [o for o in trial.options if o.words == words and o.key == (figure.low, figure.high)]
        refused = best_refused(trial, [option for option in trial.options if option.words in told])
        rule = "another figure of the report that is nearly as likely; its source is whose words it stands in"
        yield explained("figures", figure, words, trial, own[0] if own else None, refused, rule=rule)


def _claimed_by(hearing: Hearing) -> Iterator[Explained]:
    value = hearing.incident.claimed_by
    rule = "it stands with words that claim responsibility, and this is the act nearest to them that may be meant"
    yield Explained("claimed_by", value, words_of(value), rule=rule)


def _weapons(hearing: Hearing) -> Iterator[Explained]:
    rule = f"it stands within {WEAPON_REACH} words of a mention, in its sentence"
    hits = weapons_near(hearing.reading, hearing.acts)
    rival = _farther(hearing, hits)
    if not hits and rival is not None:
        yield Explained("weapons", None, rule=f"no weapon stands within {WEAPON_REACH} words of a mention", rival=rival)
    for hit, weapon in zip(hits, hearing.incident.weapons, strict=False):
        notes = (f"{_distance(hearing, hit)} words from the nearest mention",)
        yield Explained("weapons", weapon, words_of(weapon), rule=rule, notes=notes, rival=rival)


def _farther(hearing: Hearing, near: list[Hit]) -> Rival | None:
    """The weapon of the report that stands nearest among those too far off."""
    reading, firsts = hearing.reading, {hit.first for hit in near}
    far = [hit for hit in reading.of("weapons") if hit.first not in firsts]
    if not far:
        return None
    hit = min(far, key=lambda other: _distance(hearing, other))
    span = reading.span(hit.first, hit.last, len(hit.prefix))
    name = reading.lexicon.weapons[hit.entry].id
    weapon = Weapon(name=name, start=span.start, end=span.end, text=span.text)
    return Rival(weapon, span, None, f"{_distance(hearing, hit)} words from the nearest mention")


def _distance(hearing: Hearing, hit: Hit) -> int:
    """How many words lie between a hit and the incident's nearest act; 0 where they touch or overlap."""
    return min(max(0, hit.first - act.last, act.first - hit.last) for act in hearing.acts)


def _confidence(hearing: Hearing) -> Iterator[Explained]:
    trial = mention_trial(hearing)
    option = max(trial.options[: len(hearing.incident.mentions)], key=lambda own: own.chance)
    refused = next(iter(trial.options[len(hearing.incident.mentions) :]), None)
    told = explained("confidence", hearing.incident.confidence, option.words, trial, option, refused)
    threshold = hearing.judge.threshold("incident")
    yield msgspec.structs.replace(
        told,
        threshold=threshold,
        rule="the chance that the record is right as a whole; here the likeliest of its mentions",
    )


_RULES: Final[dict[str, Callable[[Hearing], Iterator[Explained]]]] = {
    "aggregate": _aggregate,
    "incident_count": _incident_count,
    "killed_perpetrators": _killed_perpetrators,
    "strength": _strength,
    "victims": _victims,
    "figures": _figures,
    "weapons": _weapons,
    "claimed_by": _claimed_by,
    "confidence": _confidence,
}
