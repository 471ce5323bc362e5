"""Witnessing: what the judge was asked about each incident, kept for whoever wants it explained.

Coding an archive has no witness and pays one comparison a question; `Coder.explain` codes its one report with one. What is
kept is the question itself, not an account of it: the answer is the judge's, and may be asked for again.
"""

from collections.abc import Iterable
from typing import Any, Final

from msgspec import Struct

from isnad.coding.judging import Features


class Asked(Struct, frozen=True):
    """One question: its name among the judge's, the candidates with their features, and what speaks for none of them.

    `absent` None: each candidate was asked about alone, or one answer of a closed list had to be given.
    """

    question: str
    candidates: tuple[tuple[Any, Features], ...]
    absent: Features | None = None


NOTHING: Final = Asked("", ())


class Witness:
    """Every question asked about the incidents of one report, by the incident's place in the report and by slot."""

    def __init__(self) -> None:
        self._asked: dict[tuple[int, str], Asked] = {}

    def hear(
        self,
        group: int,
        slot: str,
        question: str,
        candidates: Iterable[tuple[Any, Features]],
        absent: Features | None = None,
    ) -> None:
        """Keep the question `question` that decides `slot` of incident `group`."""
        self._asked[group, slot] = Asked(question, tuple(candidates), absent)

    def asked(self, group: int, slot: str) -> Asked:
        """What was asked for a slot of an incident; NOTHING where there was no candidate to ask about."""
        return self._asked.get((group, slot), NOTHING)
