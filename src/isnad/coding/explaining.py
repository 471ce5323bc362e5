"""Explaining: the values of an incident one by one, each with its words, what spoke for it, and the best rival refused."""

from collections.abc import Iterator
from typing import Final

from isnad.coding.accounts import Explained, best_refused, explained, option_of
from isnad.coding.hearing import Hearing, Trial, words_of
from isnad.coding.ruling import explain_ruled
from isnad.coding.trials import mention_trial, trial_of
from isnad.coding.typing import attacks_prison
from isnad.model.coded import CodedReport, Incident
from isnad.model.errors import UsageError

_JUDGED: Final = frozenset(
    "type status when where perpetrators targets killed wounded captured escaped according_to".split()
)
"""Slots whose value is chosen by the judge; the others follow from them or from a rule (`isnad.coding.ruling`)."""
_ALWAYS_TOLD: Final = frozenset("when where perpetrators targets killed wounded according_to".split())
"""Slots that are told of even where nothing stood for them."""
# A reason begins with what was decided; one member of a list is decided at a time, so its name is the singular.
_SLOT_OF_DECISION: Final = {
    "incident": "confidence",
    "perpetrator": "perpetrators",
    "target": "targets",
    "source": "according_to",
}


def find_incident(coded: CodedReport, incident: int | str) -> Incident:
    """The incident by its number, from 1, or its id. Raises UsageError when the report has no such incident."""
    for number, found in enumerate(coded.incidents, start=1):
        if str(incident) in (found.id, str(number)):
            return found
    known = ", ".join(found.id for found in coded.incidents) or "none"
    raise UsageError(f"no incident {incident} in report {coded.id}; it has: {known}")


def explain_values(hearing: Hearing) -> Iterator[Explained]:
    """Every value of an incident, members of a list one by one, and the slots left empty although something stood for them."""
    for slot in hearing.incident.__struct_fields__:
        if slot == "mentions":
            yield from _mentions(hearing)
        elif slot in _JUDGED:
            yield from _judged(hearing, slot)
        elif slot not in ("id", "reasons"):
            yield from explain_ruled(hearing, slot)


def _judged(hearing: Hearing, slot: str) -> Iterator[Explained]:
    value = getattr(hearing.incident, slot)
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    trial = trial_of(hearing, slot)
    if not values:
        yield from _left_empty(hearing, slot, trial)
        return
    chosen = [option_of(trial, part) for part in values]
    refused = best_refused(trial, chosen)
    for part, option in zip(values, chosen, strict=True):
        words = words_of(part) or (option and option.words) or hearing.incident.mentions[0]
        rule, notes = _rule(hearing, slot), notes_of(hearing, slot, trial)
        yield explained(slot, part, words, trial, option, refused, rule=rule, notes=notes)


def _left_empty(hearing: Hearing, slot: str, trial: Trial) -> Iterator[Explained]:
    refused = best_refused(trial, ())
    notes = notes_of(hearing, slot, trial)
    if refused is not None:
        rule = "" if trial.none is None or refused.chance < (trial.threshold or 0) else "not a loss of this type of act"
        yield explained(slot, None, None, trial, trial.none, refused, rule=rule, notes=notes)
    elif slot in _ALWAYS_TOLD:
        rule = "what stands near it could not be read" if notes else "nothing near its mentions could fill it"
        yield Explained(slot, None, rule=rule, notes=notes)


def _mentions(hearing: Hearing) -> Iterator[Explained]:
    trial, spans = mention_trial(hearing), hearing.incident.mentions
    chosen = trial.options[: len(spans)]
    refused = next(iter(trial.options[len(spans) :]), None)
    for span, option in zip(spans, chosen, strict=True):
        yield explained("mentions", span, span, trial, option, refused)


def _rule(hearing: Hearing, slot: str) -> str:
    """The rule that overruled the judge, if one did."""
    incident = hearing.incident
    if slot == "type" and incident.type == "prison_break" and attacks_prison(hearing.reading, hearing.acts):
        return "an assault on a place of detention is a prison break (codebook, `type`)"
    if slot == "status" and incident.type == "threat":
        return "a threat has happened: the threatening did (codebook, `status`)"
    planned = [r for r in incident.reasons if r.startswith("status threatened:") and r.endswith("is after the report")]
    return planned[0].partition(": ")[2] if slot == "status" and planned else ""


def notes_of(hearing: Hearing, slot: str, trial: Trial) -> tuple[str, ...]:
    """What the coded incident tells of a slot besides features: how a place was resolved, which words turned the act."""
    if slot == "type":
        return ()  # its reasons are features, and how far it leads its rival
    features = {name for option in trial.options for name in option.weights}
    notes = [reason.partition(": ")[2] for reason in hearing.incident.reasons if slot_of(reason) == slot]
    return tuple(dict.fromkeys(note for note in notes if note.rpartition(" ")[0] not in features))


def slot_of(reason: str) -> str:
    """The slot a reason speaks of: "perpetrator: side> +0.39" of `perpetrators`, "type threat: …" of `type`."""
    decision = reason.replace(":", " ").split(" ", 1)[0]
    return _SLOT_OF_DECISION.get(decision, decision)
