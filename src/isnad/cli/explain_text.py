"""An explanation as lines for a terminal.

Numbers and neutral names come first on their lines and Arabic last, so that a terminal that turns lines round, and one that
does not, both leave them legible.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from isnad.coding.accounts import Explained, Explanation, Rival, Weighed
from isnad.model.slots import Figure, Loss, Party, Range, Weapon, When, Where
from isnad.model.span import Span
from isnad.publishing.wording import Label, count_phrase, label, number_phrase, read_labels, when_phrase

_MOST, _MOST_OF_RIVAL = 5, 3
_CODES: Final = ("type", "status")
_Seen: TypeAlias = set[tuple[Weighed, ...]]


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Slot by slot: value, words with their offsets, chance, features, rule, the rival and what decided against it.

    Features told once are not told again: the confidence has those of a mention, the victims those of the killed.
    """
    seen: _Seen = {()}
    incident, slot = explanation.incident, ""
    yield f"{incident.id} · {_both(label('type', incident.type))}"
    for told in explanation.values:
        if told.slot != slot:
            yield ""
            yield f"{told.slot} · {_slot_label(told.slot)}"
            slot = told.slot
        yield from _value_lines(told, seen)


def _value_lines(told: Explained, seen: _Seen) -> Iterator[str]:
    shown = _both(_word("left_empty")) if told.value is None else _shown(told.slot, told.value)
    yield f"  = {_worded(shown, told.words)}"
    if told.chance is not None:
        yield f"    {_both(_word('chance'))}: {told.chance:.2f}{_needed(told)}"
    if told.rule:
        yield f"    {_both(_word('rule'))}: {told.rule}"
    if told.notes:
        yield f"    {_both(_word('note'))}: {'; '.join(told.notes)}"
    yield from _weights(told.features, _MOST, seen)
    if told.rival is not None:
        yield from _rival_lines(told, told.rival, seen)
    elif told.value is not None and told.features:
        yield f"  ✗ {_both(_word('refused'))}: {_both(_word('nothing_else'))}"


def _rival_lines(told: Explained, rival: Rival, seen: _Seen) -> Iterator[str]:
    """The rival, its features and what decided; of one told before only what it is and why it was refused."""
    value = _both(_word("left_empty")) if rival.value is None else _shown(told.slot, rival.value)
    yield f"  ✗ {_both(_word('refused'))}: {_worded(value, rival.words)}"
    yield f"    {rival.refused}"
    if rival.features in seen:
        return
    yield from _weights(rival.features, _MOST_OF_RIVAL, seen)
    if rival.difference:
        yield f"    {_both(_word('decided'))}:"
        yield from _weights(rival.difference, _MOST_OF_RIVAL, seen)


def _needed(told: Explained) -> str:
    parts = [f"needs {told.threshold:.2f}"] if told.threshold is not None and told.value is not None else []
    parts += [f"left empty {told.empty:.2f}"] if told.empty is not None and told.value is not None else []
    return f" ({'; '.join(parts)})" if parts else ""


def _weights(features: tuple[Weighed, ...], most: int, seen: _Seen) -> Iterator[str]:
    if features not in seen:
        seen.add(features)
        yield from (f"      {weighed.weight:+.2f}  {weighed.feature}" for weighed in features[:most])


def _worded(shown: str, words: Span | None) -> str:
    return f"{shown}  [{words.start}:{words.end}] «{words.text}»".lstrip() if words else shown


def _shown(slot: str, value: Any) -> str:
    """A value in neutral words; the words of the report stand beside it."""
    if slot in _CODES:
        return f"{value} · {label(slot, value).ar}"
    if isinstance(value, When):
        return f"{when_phrase(value).en} ({value.precision})"
    if isinstance(value, Where):
        wider = ", ".join(part for part in (value.admin1, value.country) if part)
        within = f"{wider}; " if wider else ""
        return f"{value.relation or ''} {value.name} ({within}precision {value.precision})".lstrip()
    if isinstance(value, Party | Weapon):
        return value.name
    if isinstance(value, Figure):
        return f"{value.slot} {number_phrase(value).en}{_credited(value.according_to)}"
    if isinstance(value, Loss | Range):
        return number_phrase(value).en
    if isinstance(value, tuple):
        return count_phrase(value).en
    # A mention has no value but its words.
    return "" if isinstance(value, Span) else str(value)


def _credited(chain: tuple[Party, ...]) -> str:
    return " according to " + " ← ".join(party.name for party in chain) if chain else ""


def _slot_label(slot: str) -> str:
    """What a slot is called in Arabic; `victims.killed.women` by its parts."""
    first, *rest = slot.split(".")
    named = read_labels()["explaining"].get(first) or label("slot", first)
    parts = [named.ar, *(label("slot" if part in ("killed", "wounded") else "victims", part).ar for part in rest)]
    return "، ".join(parts)


def _word(code: str) -> Label:
    return label("explaining", code)


def _both(words: Label) -> str:
    return f"{words.en} · {words.ar}"
