"""Accounts: one value of an incident told with all that decided it, against the best candidate that was refused."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct

from isnad.coding.hearing import Option, Trial
from isnad.model.coded import Incident
from isnad.model.span import Span

HAPPENED: Final = "happened"
"""The one answer of `status` that has a threshold (`isnad.coding.presenting`)."""
_SILENT: Final = 0.005  # what would show as 0.00


class Weighed(Struct, frozen=True):
    """A feature that held, and what it added: above 0 it spoke for, below 0 against (in log odds)."""

    feature: str
    weight: float


class Rival(Struct, frozen=True):
    """The best candidate that was refused: its value, words, chance and features, and why.

    `difference`: what the value's features add more than the rival's, feature by feature; it is what decided between them.
    """

    value: object
    words: Span | None
    chance: float | None
    refused: str
    features: tuple[Weighed, ...] = ()
    difference: tuple[Weighed, ...] = ()


class Explained(Struct, frozen=True):
    """One value of a slot, as the model has it; None where the slot was left empty.

    `words`: where it stands. `chance`: what the judge gave it, `threshold`: what it needed, `empty`: the chance that nothing
    of the text belongs there, where that was an answer. `features`: all that weighed
    anything, the loudest first. `rule`: the rule that set the value, where it was not (only) the judge. `notes`: what else
    is told with it. Both numbers are None where the judge was not asked.
    """

    slot: str
    value: object
    words: Span | None = None
    chance: float | None = None
    threshold: float | None = None
    empty: float | None = None
    features: tuple[Weighed, ...] = ()
    rule: str = ""
    rival: Rival | None = None
    notes: tuple[str, ...] = ()


class Explanation(Struct, frozen=True):
    """An incident and its values one by one, in the contract's order."""

    incident: Incident
    values: tuple[Explained, ...]


def option_of(trial: Trial, value: object) -> Option | None:
    """The candidate behind a value: the likeliest that reads so."""
    return next((option for option in trial.options if option.value == value), None)


def best_refused(trial: Trial, chosen: Sequence[Option | None]) -> Option | None:
    """The likeliest candidate that says something else than those chosen, and stands on other words than they.

    A value that had no such candidate against it had to be likelier than nothing at all.
    """
    taken = [option for option in chosen if option is not None]
    keys, words = {option.key for option in taken}, [option.words for option in taken]
    free = (option for option in trial.options if option.key not in keys)
    found = next((option for option in free if not any(_same_words(option, span) for span in words)), None)
    return found if found is not None or not taken else trial.none


def _same_words(option: Option, span: Span | None) -> bool:
    """Does a candidate begin at the word of one that was chosen, and is but a longer or shorter cut; answers of a list may."""
    if option.words is None or span is None or isinstance(option.value, str):
        return False
    return option.words.start == span.start


def explained(
    slot: str,
    value: object,
    words: Span | None,
    trial: Trial,
    option: Option | None,
    refused: Option | None,
    **told: Any,
) -> Explained:
    """A value whose candidate is `option`, against the best one refused; `told`: what else is known of it."""
    return Explained(
        slot,
        value,
        words,
        chance=None if option is None else round(option.chance, 3),
        threshold=trial.threshold if slot != "status" or value == HAPPENED else None,
        empty=None if trial.none is None else round(trial.none.chance, 3),
        features=loudest(option.weights) if option is not None else (),
        rival=None if refused is None else _rival(trial, option, refused, value),
        **told,
    )


def _rival(trial: Trial, option: Option | None, refused: Option, value: object) -> Rival:
    return Rival(
        refused.value,
        refused.words,
        round(refused.chance, 3),
        refused.note or _refusal(trial, option, refused, value),
        loudest(refused.weights),
        () if option is None else loudest(_beyond(option.weights, refused.weights)),
    )


def _beyond(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    """What each feature adds more to the one than to the other."""
    return {name: one.get(name, 0.0) - other.get(name, 0.0) for name in {**one, **other}}


def _refusal(trial: Trial, option: Option | None, refused: Option, value: object) -> str:
    """Why a candidate was refused, in words."""
    least, chance = trial.threshold, refused.chance
    if least is not None and refused.value == HAPPENED and value != HAPPENED:
        return _below(chance, least)
    if least is not None and value == HAPPENED and option is not None and chance > option.chance:
        return f"chance {chance:.2f}, but an act has happened from chance {least:.2f} on"
    # Candidates that are rivals of each other are refused for a better one; the others for what they need themselves.
    alone = option is None or option is trial.none or trial.none is None
    if alone and least is not None and not isinstance(value, str) and chance < least:
        return _below(chance, least)
    if option is None:
        return f"chance {round(chance, 3):.2f}"
    return f"chance {round(chance, 3):.2f} against {round(option.chance, 3):.2f}"


def _below(chance: float, least: float) -> str:
    """Two decimals, or three where two would hide the difference."""
    digits = 2 if f"{chance:.2f}" != f"{least:.2f}" else 3
    return f"chance {chance:.{digits}f}, below the {least:.{digits}f} needed"


def loudest(weights: dict[str, float]) -> tuple[Weighed, ...]:
    """The features that weigh anything, the loudest first."""
    ranked = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(Weighed(name, round(weight, 3)) for name, weight in ranked if abs(weight) >= _SILENT)
