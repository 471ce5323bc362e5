"""The coder: reports in, coded reports out."""

from collections.abc import Iterable, Iterator

import msgspec

from isnad.coding.acts import Act
from isnad.coding.assembling import assemble
from isnad.coding.changes import find_assessments, find_situations
from isnad.coding.claiming import claimers_of
from isnad.coding.grouping import group_acts
from isnad.coding.judging import Judge, load_judge
from isnad.coding.leaving import find_unread
from isnad.coding.nearness import Ground
from isnad.coding.preparing import Preparer
from isnad.coding.settings import Settings
from isnad.coding.statements import find_statements
from isnad.coding.workup import Workup
from isnad.lexicon.loading import load_lexicon
from isnad.model.coded import CodedReport, CodingError
from isnad.model.report import Report
from isnad.places.borders import DEFAULT
from isnad.places.gazetteer import load_gazetteer
from isnad.text.language import is_arabic
from isnad.version import __version__

_MOST_ACTS = 400


class Coder:
    """Codes reports with fixed settings; the same report always gives the same result."""

    def __init__(self, settings: Settings | None = None) -> None:
        chosen = settings or Settings()
        lexicon = load_lexicon(chosen.lexicon)
        gazetteer = load_gazetteer(chosen.places, chosen.places_folder, chosen.borders)
        self._preparer = Preparer(lexicon, gazetteer)
        self._judge: Judge = load_judge()
        policy = "" if chosen.borders == DEFAULT else f" borders {chosen.borders}"
        self.name = f"isnad {__version__} rules {lexicon.digest[:8]}{policy}"

    def code_many(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """Each report coded, in order, as a stream. A report that fails gives its error and the run goes on."""
        for report in reports:
            try:
                yield self.code(report)
            except Exception as why:  # one report must never end the run; the error is told in its place
                error = CodingError(kind="internal", message=f"{type(why).__name__}: {why}")
                yield self._bare(report, error=error)

    def code(self, report: Report) -> CodedReport:
        """One report coded (contract.md)."""
        if not is_arabic(report.text):
            return self._bare(report, skipped=True)
        reading = self._preparer.read(report)
        if not reading.of("triggers") and not reading.of("harms"):
            return self._bare(report)
        self._preparer.complete(reading)
        work = Workup(reading)
        chances = {act.index: self._chance(work, act) for act in work.acts[:_MOST_ACTS]}
        groups = self._grouped(work, chances)
        ground, claimers = Ground(reading, groups), claimers_of(work, groups)
        incidents = tuple(
            assemble(work, ground, number, self._judge, max(chances[act.index] for act in group), claimers.get(number))
            for number, group in enumerate(groups)
        )
        told = bool(incidents)
        return msgspec.structs.replace(
            self._bare(report),
            incidents=incidents,
            statements=find_statements(work, self._judge) if told else (),
            assessments=find_assessments(work, self._judge) if told else (),
            situations=find_situations(work, self._judge) if told else (),
            unread=find_unread(work, groups),
        )

    def _chance(self, work: Workup, act: Act) -> float:
        """How likely an act is a mention of an incident."""
        return self._judge.chance("mention", work.mention_features(act), work.mention_words(act))

    def _grouped(self, work: Workup, chances: dict[int, float]) -> list[list[Act]]:
        """The acts of each incident; none where not one act of the report is quite likely to be a mention."""
        if max(chances.values(), default=0.0) < self._judge.threshold("report"):
            return []
        threshold, least = self._judge.threshold("mention"), self._judge.threshold("incident")
        kept = [act for act in work.acts[:_MOST_ACTS] if chances[act.index] >= threshold]
        groups = group_acts(work.reading, kept, work.locals_of(kept), self._judge)
        return [group for group in groups if max(chances[act.index] for act in group) >= least]

    def _bare(self, report: Report, *, skipped: bool = False, error: CodingError | None = None) -> CodedReport:
        """A coded report without contents."""
        return CodedReport(
            id=report.id,
            published=report.published,
            outlet=report.outlet,
            coder=self.name,
            text=report.text,
            skipped="language" if skipped else None,
            error=error,
        )
