"""Independence: to whom a value goes back (issue 5; decision 10).

Ten outlets that quote one ministry are one root; a wire copy has the root of its original; unnamed sources belong to
the outlet that quotes them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from isnad.lexicon.loading import load_lexicon
from isnad.linking.outlets import outlet_key
from isnad.model.mention import Mention, ReportFacts
from isnad.model.slots import Party
from isnad.text.folding import fold

_REMEMBERED: Final = 65_536  # names of sources


@lru_cache(maxsize=_REMEMBERED)
def folded_name(name: str) -> str:
    """A name as it is compared; the same few sources speak again and again, so their names are folded once."""
    return fold(name).strip()


def party_key(party: Party) -> str:
    """What a party is counted by: its id in the lexicon, else its folded name."""
    return party.id or folded_name(party.name) or folded_name(party.text)


def is_unnamed(party: Party) -> bool:
    """Whether a source is nobody one could ask: "مصادر محلية", "شهود", an outlet's own "مراسل" (lexicon, `sources`)."""
    if party.kind == "unnamed" or party.id is not None:
        return party.kind == "unnamed"
    return _is_unnamed_name(party.text)


@lru_cache(maxsize=_REMEMBERED)
def _is_unnamed_name(name: str) -> bool:
    head = fold(name).split()[:1]
    return bool(head) and head[0].removeprefix("ال") in _unnamed_heads()


@cache
def _unnamed_heads() -> frozenset[str]:
    entries = [entry for entry in load_lexicon().sources if entry.kind == "unnamed" and not entry.medium]
    return frozenset(fold(word) for entry in entries for word in (*entry.nouns, *entry.plurals, *entry.forms))


class Roots:
    """Finds roots within one incident: knows which outlet is which party, and which report copied which."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        known = sorted(mentions, key=lambda mention: mention.seq)
        self._reports: Mapping[str, ReportFacts] = {mention.report.id: mention.report for mention in known}
        self._ids = {name: key for mention in known for name, key in _names(mention)}
        self._of_mentions: dict[str, str] = {}

    def of(self, report: ReportFacts, chain: Sequence[Party]) -> str:
        """The key of the furthest named member of `chain` (nearest first); without one, of the original's outlet.

        A report without an outlet stands for itself, as `report:<id>`.
        """
        named = [party for party in chain if not is_unnamed(party)]
        return party_key(named[-1]) if named else self._publisher(report)

    def of_mention(self, mention: Mention) -> str:
        """The root of what a mention says where no figure has a source of its own."""
        known = self._of_mentions.get(mention.id)
        if known is None:
            known = self._of_mentions[mention.id] = self.of(mention.report, mention.incident.according_to)
        return known

    def _publisher(self, report: ReportFacts) -> str:
        seen = {report.id}
        while report.copy_of is not None and report.copy_of not in seen:
            seen.add(report.copy_of)
            original = self._reports.get(report.copy_of)
            if (
                original is None
            ):  # its original tells nothing of this incident: all its copies are one root all the same
                return f"report:{report.copy_of}"
            report = original
        if report.outlet is None:
            return f"report:{report.id}"
        return self._ids.get(folded_name(report.outlet)) or outlet_key(report.outlet)


def _names(mention: Mention) -> Iterable[tuple[str, str]]:
    """The names by which the parties of a mention may be an outlet's, each with the party's id."""
    incident = mention.incident
    chains = (incident.according_to, *(figure.according_to for figure in incident.figures))
    for party in (party for chain in chains for party in chain if party.id is not None):
        for name in (party.text, party.name, party.id or ""):
            yield folded_name(name), party_key(party)
