"""An incident without the names of persons, addresses and the reports' own words (docs/harm.md)."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from isnad.model.coded import Incident
from isnad.model.mention import ReportFacts
from isnad.model.recorded import Contradiction, RecordedIncident, Side, SourcedFigure, Told
from isnad.model.slots import Party
from isnad.publishing.pseudonyms import Pseudonyms, without_contacts
from isnad.publishing.wariness import bare_number, folded, is_person

UNNAMED = "unnamed source"
_TELLING = frozenset({"perpetrators", "where", "when"})  # contradictions whose values name people, places or days
T = TypeVar("T")


def redacted(incident: RecordedIncident, pseudonyms: Pseudonyms, *, public: bool) -> RecordedIncident:
    """The incident with pseudonyms for persons, without addresses and the reports' words and titles, which may name people.

    `public` also hides what unnamed sources are called, and what contradictions say of places, days and people.
    """
    return _Redaction(incident, pseudonyms, public).incident()


class _Redaction:
    """One incident's redaction: knows which keys of sources are safe to show."""

    def __init__(self, incident: RecordedIncident, pseudonyms: Pseudonyms, public: bool) -> None:
        self._given, self._pseudonyms, self._public = incident, pseudonyms, public
        self._safe = set(_safe_keys(incident))

    def incident(self) -> RecordedIncident:
        given = self._given
        return msgspec.structs.replace(
            given,
            perpetrators=self._parties(given.perpetrators),
            targets=self._parties(given.targets),
            claimed_by=self._party(given.claimed_by) if given.claimed_by else None,
            weapons=tuple(msgspec.structs.replace(weapon, text=weapon.name) for weapon in given.weapons),
            when=self._placeless(given.when),
            where=self._placeless(given.where),
            figures=tuple(self._figure(figure) for figure in given.figures),
            contradictions=tuple(self._contradiction(one) for one in given.contradictions),
            roots=tuple(self._root(root) for root in given.roots),
            outlets={without_contacts(outlet): self._root(root) for outlet, root in given.outlets.items()},
            told=tuple(self._told(told) for told in given.told),
        )

    def _parties(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(self._party(party) for party in parties)

    def _party(self, party: Party) -> Party:
        if is_person(party):
            return self._pseudonyms.party(party)
        hidden = self._public and party.kind == "unnamed" and party.id is None
        name = UNNAMED if hidden else without_contacts(party.name)
        return msgspec.structs.replace(party, name=name, text=name, role=None)

    def _placeless(self, value: T) -> T:
        """Without its words, where they may not be shown."""
        if value is None or not self._public:
            return value
        changed: Any = msgspec.structs.replace(value, text="", start=0, end=0)  # type: ignore[type-var]
        found: T = changed
        return found

    def _figure(self, figure: SourcedFigure) -> SourcedFigure:
        return msgspec.structs.replace(
            figure,
            chain=self._parties(figure.chain),
            root=self._root(figure.root),
            report=self._report_id(figure.report),
            outlet=without_contacts(figure.outlet) if figure.outlet else None,
            text=bare_number(figure.text),
        )

    def _root(self, key: str) -> str:
        """A source's key; one that may be a person's name becomes the pseudonym."""
        if key.startswith("report:"):
            return "report:" + self._report_id(key.removeprefix("report:"))
        return without_contacts(key) if key in self._safe else self._pseudonyms.of(key)

    def _report_id(self, key: str) -> str:
        return key if without_contacts(key) == key else self._pseudonyms.of(key, "report")

    def _contradiction(self, one: Contradiction) -> Contradiction:
        hidden = self._public or one.slot == "perpetrators"
        sides = tuple(
            Side(
                value="" if hidden and one.slot in _TELLING else without_contacts(side.value),
                roots=tuple(self._root(root) for root in side.roots),
                mentions=side.mentions,
            )
            for side in one.sides
        )
        return msgspec.structs.replace(one, sides=sides)

    def _told(self, told: Told) -> Told:
        facts, incident = told.mention.report, told.mention.incident
        report = ReportFacts(
            id=self._report_id(facts.id),
            outlet=without_contacts(facts.outlet) if facts.outlet else None,
            published=facts.published,
            copy_of=self._report_id(facts.copy_of) if facts.copy_of else None,
            retracted=facts.retracted,
        )
        # What is left of the coded slots has no names and no words.
        bare = Incident(
            id=self._report_id(incident.id),
            mentions=(),
            type=incident.type,
            status=incident.status,
            aggregate=incident.aggregate,
            victims=incident.victims,
        )
        return Told(mention=msgspec.structs.replace(told.mention, report=report, incident=bare), role=told.role)


def _safe_keys(incident: RecordedIncident) -> Iterator[str]:
    """The keys that are no person's: those of the lexicon, of institutions, of outlets."""
    for party in _all_parties(incident):
        if party.id is not None:
            yield party.id
        elif not is_person(party) and party.kind != "unnamed":
            yield from (folded(party.name), folded(party.text))
    yield from incident.outlets.values()
    for told in incident.told:
        if told.mention.report.outlet:
            yield folded(told.mention.report.outlet)


def _all_parties(incident: RecordedIncident) -> Iterator[Party]:
    yield from (*incident.perpetrators, *incident.targets)
    for figure in incident.figures:
        yield from figure.chain
    for told in incident.told:
        coded = told.mention.incident
        yield from (*coded.according_to, *coded.perpetrators, *coded.targets)
