"""Numbering the sources of a brief: every report behind a figure has one number, in the order of publication."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from isnad.model.mention import ReportFacts
from isnad.model.recorded import RecordedIncident, SourcedFigure
from isnad.publishing.brief_content import Source
from isnad.publishing.brief_request import Selection
from isnad.publishing.brief_voice import Voice


class Citing(Struct, frozen=True):
    """The number of each report by its id."""

    numbers: dict[str, int]

    def incident(self, incident: RecordedIncident) -> tuple[int, ...]:
        """All reports that tell an incident."""
        return self.reports(told.mention.report.id for told in incident.told)

    def incidents(self, incidents: Iterable[RecordedIncident]) -> tuple[int, ...]:
        """All reports that tell any of these."""
        return self.reports(told.mention.report.id for incident in incidents for told in incident.told)

    def figures(self, figures: Iterable[SourcedFigure]) -> tuple[int, ...]:
        """The reports that bring these figures."""
        return self.reports(figure.report for figure in figures)

    def mentions(self, incident: RecordedIncident, mentions: Iterable[str]) -> tuple[int, ...]:
        """The reports of these mentions of an incident."""
        wanted = set(mentions)
        return self.reports(told.mention.report.id for told in incident.told if told.mention.id in wanted)

    def reports(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of reports by their ids, in order; a report that is no source of this brief has none."""
        return tuple(sorted({self.numbers[each] for each in ids if each in self.numbers}))


def number_sources(selection: Selection, voice: Voice) -> tuple[Citing, tuple[Source, ...]]:
    """Number the reports: those of the period first, then those it is compared with or that were not counted."""
    facts: dict[str, ReportFacts] = {}
    chains: dict[str, list[str]] = {}
    for incidents in (selection.counted, (*selection.uncounted, *selection.undated, *selection.before)):
        fresh: dict[str, ReportFacts] = {}
        for told in (told for incident in incidents for told in incident.told):
            report = told.mention.report
            if report.id not in facts:
                fresh[report.id] = report
            names = chains.setdefault(report.id, [])
            names += [name for party in told.mention.incident.according_to if (name := voice.party(party)) not in names]
        facts.update(sorted(fresh.items(), key=lambda item: (item[1].published or date.max, item[0])))
    citing = Citing({identity: at for at, identity in enumerate(facts, 1)})
    return citing, tuple(_source(at, report, chains[report.id], voice) for at, report in enumerate(facts.values(), 1))


def _without_title(report: ReportFacts, voice: Voice) -> str | None:
    """A report that has no address either goes by its id on record, so that it can be asked for."""
    return None if report.url else voice.say("source", "report", id=report.id)


def _outlet(report: ReportFacts, voice: Voice) -> str:
    """The outlet by its name in the brief's language, where that is known."""
    if report.outlet is None:
        return voice.say("source", "outlet")
    return voice.outlets.get(report.outlet, report.outlet)


def _source(number: int, report: ReportFacts, chain: list[str], voice: Voice) -> Source:
    return Source(
        number=number,
        report=report.id,
        outlet=voice.isolated(_outlet(report, voice)),
        title=voice.isolated(report.title) if report.title else _without_title(report, voice),
        time=voice.day(report.published) if report.published else voice.say("source", "undated"),
        chain=voice.say("source", "relays", chain=voice.join(chain)) if chain else None,
        url=report.url,
    )
