"""Families of the judge's features: which of them go together, by how their names begin, question by question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from quality.choosing import Choice
from quality.crossing import Types
from quality.learning import Examples

_ROLES: Final = ("perpetrator", "target")
_SLOTS: Final = ("place", "time", "toll")


class Family(Struct, frozen=True):
    """Features that go together: for each question they serve, a pattern of how their names begin."""

    name: str
    begins: Mapping[str, str]

    def keeps(self, question: str, features: Iterable[str]) -> list[str]:
        """The features that do not belong to the family."""
        pattern = re.compile(self.begins[question])
        return [feature for feature in features if not pattern.match(feature)]


FAMILIES: Final = (
    Family(
        "words around acts, places, times, tolls",
        {"mention": r"([<>+-]|(before|after):)", "status": r"[<>]", "type": r"(after2?|before):"}
        | dict.fromkeys(_SLOTS, r"[+-]\d*:"),
    ),
    Family("words of parties and sources", dict.fromkeys((*_ROLES, "source"), r"(head|tail):")),
    Family(
        "the act's own word",
        {
            "mention": r"(id|form|article|kind|prefix|inside situation):",
            "same": r"(pair|one|two|forms|articles):",
            "type": r"(id|form|first|top|type):",
            "status": r"(form|act \d):",
        },
    ),
    Family(
        "frames: act, side, preposition",
        dict.fromkeys(_ROLES, r"(frame|link|after trigger|before trigger|led by|suffers)")
        | {"place": r"(frame|link):", "time": r"(frame|adjacent):"},
    ),
    Family(
        "distance, clauses, what stands between",
        dict.fromkeys((*_SLOTS, *_ROLES), r"(side|step|clause|between|rival|order|rank|apart|acts beside|no act beside)")
        | {"source": r"(side|step|apart|verbs between|again|rivals|others|turn|sentence|act in)", "same": r"(step|clause|apart|between|link|acts between)"},
    ),
    Family(
        "another sentence: recency, reference back, lead",
        dict.fromkeys(("place", "time"), r"(recency|refers|lead|local|no place in|no time in|opens report|size:.*(other|last|earlier|after))"),
    ),
    Family("as the incident before", dict.fromkeys(("place", "time", "source"), r"(as before|as first|credited before|first incident)")),
    Family("what speaks for none", dict.fromkeys(_SLOTS, r"none:")),
    Family(
        "what a place is",
        {"place": r"(size:[^:<>]*$|country|repeated|relation|head|narrower|nothing narrower|unresolved|inside party|nested|beside|type)"},
    ),
    Family("what a time is", {"time": r"(kind|age|precision|future|times|before|after saying|between saying|dates the)"}),
    Family(
        "what a party or source is",
        dict.fromkeys(_ROLES, r"(what|type|fights|length|pronoun|quantity|speaks|under harm)")
        | {"source": r"(actor|source|people|states|medium|length|links|unknown|own outlet|often)"},
    ),
    Family("what a toll is", {"toll": r"(own|form|group|type|slot|cue|part of|open bound|toll rises)"}),
    Family(
        "cues and sayings",
        {
            "mention": r"(cue|turn|sentence:(assess|situ))",
            "status": r"(cue|saying|stance)",
            "source": r"(saying|stance|inside|pattern|carried|share|first act|verb:|act:)",
        },
    ),
    Family("codebook rules for type and status", {"type": r"rule:", "status": r"(rule|turn):"}),
    Family("kinds of things near acts", {"mention": r"(near|next|weak|report|harm/|trigger/)", "type": r"(weapon|means|people|facility):"}),
    Family(
        "agreement of two acts (place, day, party, toll, words)",
        {"same": r"(place|days|parties|losses|shared|new|within|type:(True|False))"},
    ),
)  # fmt: skip


def without(examples: Examples, types: Types, family: Family) -> tuple[Examples, Types]:
    """The examples of the questions that a family serves, without its features."""
    kept, served = Examples(), family.begins
    for question, rows in examples.rows.items():
        if question in served:
            kept.rows[question] = [(family.keeps(question, names), answer, report) for names, answer, report in rows]
    for question, choices in examples.choices.items():
        if question in served:
            kept.choices[question] = [_choice_without(choice, question, family) for choice in choices]
    if "status" in served:
        kept.statuses = [(family.keeps("status", names), answer, report) for names, answer, report in examples.statuses]
    kept_types = [(family.keeps("type", names), *rest) for names, *rest in types] if "type" in served else []
    return kept, kept_types  # type: ignore[return-value]


def _choice_without(choice: Choice, question: str, family: Family) -> Choice:
    return Choice(
        [family.keeps(question, names) for names in choice.candidates],
        choice.right,
        family.keeps(question, choice.absent),
        choice.report,
    )
