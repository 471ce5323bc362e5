"""The coder: reports in, coded reports out."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import msgspec
from msgspec import Struct

from isnad.coding.accounts import Explanation
from isnad.coding.acts import Act
from isnad.coding.assembling import assemble
from isnad.coding.changes import find_assessments, find_situations
from isnad.coding.claiming import claimers_of
from isnad.coding.confiding import Confidence, load_confidence
from isnad.coding.explaining import explain_values, find_incident
from isnad.coding.grouping import group_acts
from isnad.coding.hearing import Hearing
from isnad.coding.judging import Judge, load_judge
from isnad.coding.leaving import find_unread
from isnad.coding.likeness import Likeness
from isnad.coding.nearness import Ground
from isnad.coding.preparing import Preparer
from isnad.coding.settings import Settings
from isnad.coding.statements import find_statements
from isnad.coding.witnessing import Witness
from isnad.coding.workup import Workup
from isnad.lexicon.loading import load_lexicon
from isnad.model.coded import CodedReport, CodingError
from isnad.model.report import Report
from isnad.places.borders import DEFAULT
from isnad.places.gazetteer import load_gazetteer
from isnad.text.language import is_arabic
from isnad.version import __version__

_MOST_ACTS = 400


class _Found(Struct, frozen=True):
    """A report worked up: the acts of each incident, and how likely each act is a mention, by its index."""

    work: Workup
    ground: Ground
    groups: list[list[Act]]
    chances: dict[int, float]


class Coder:
    """Codes reports with fixed settings; the same report always gives the same result."""

    def __init__(self, settings: Settings | None = None) -> None:
        chosen = settings or Settings()
        lexicon = load_lexicon(chosen.lexicon)
        gazetteer = load_gazetteer(chosen.places, chosen.places_folder, chosen.borders)
        self._preparer = Preparer(lexicon, gazetteer)
        self._judge: Judge = load_judge()
        self._confidence: Confidence = load_confidence()
        policy = "" if chosen.borders == DEFAULT else f" borders {chosen.borders}"
        # Whoever codes with other words or other weights is another coder: the record keeps both readings.
        rules = blake2b(f"{lexicon.digest}{self._judge.digest}".encode(), digest_size=4).hexdigest()
        self.name = f"isnad {__version__} rules {rules}{policy}"

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
        found = self._find(report)
        return self._bare(report) if found is None else self._tell(report, found)

    def explain(self, report: Report, incident: int | str) -> Explanation:
        """Why each value of an incident is what it is, and what was refused; the incident by its number from 1 or its id.

        The report is coded once more, with a witness. Raises UsageError when it has no such incident.
        """
        witness = Witness()
        found = self._find(report, witness) if is_arabic(report.text) else None
        coded = self._bare(report) if found is None else self._tell(report, found)
        told = find_incident(coded, incident)
        assert found is not None  # there is an incident, so something was found
        group = coded.incidents.index(told)
        hearing = Hearing(found.work, found.ground, found.groups, found.chances, self._judge, group, told)
        return Explanation(told, tuple(explain_values(hearing)))

    def _find(self, report: Report, witness: Witness | None = None) -> _Found | None:
        """The acts of each incident of a report in Arabic; None where it has no word that could tell of one."""
        reading = self._preparer.read(report)
        if not reading.of("triggers") and not reading.of("harms"):
            return None
        self._preparer.complete(reading)
        work = Workup(reading)
        chances = {act.index: self._chance(work, act) for act in work.acts[:_MOST_ACTS]}
        groups = self._grouped(work, chances)
        return _Found(work, Ground(reading, groups, witness), groups, chances)

    def _tell(self, report: Report, found: _Found) -> CodedReport:
        """The report with its incidents and all else it says."""
        work, judge = found.work, self._judge
        claimers = claimers_of(work, found.groups)
        incidents = [
            assemble(
                work,
                found.ground,
                number,
                judge,
                max(found.chances[act.index] for act in group),
                claimers.get(number),
            )
            for number, group in enumerate(found.groups)
        ]
        told = bool(incidents)
        return msgspec.structs.replace(
            self._bare(report),
            incidents=self._confidence.told(incidents, work.reading, found.ground) if told else (),
            statements=find_statements(work, judge) if told else (),
            assessments=find_assessments(work, judge) if told else (),
            situations=find_situations(work, judge) if told else (),
            unread=find_unread(work, found.groups),
        )

    def _chance(self, work: Workup, act: Act) -> float:
        """How likely an act is a mention of an incident."""
        judge = self._judge
        return judge.chance("mention", work.mention_features(act), judge.weight("mention", work.mention_words(act)))

    def _grouped(self, work: Workup, chances: dict[int, float]) -> list[list[Act]]:
        """The acts of each incident; none where not one act of the report is quite likely to be a mention."""
        if max(chances.values(), default=0.0) < self._judge.threshold("report"):
            return []
        threshold, least = self._judge.threshold("mention"), self._judge.threshold("incident")
        kept = [act for act in work.acts[:_MOST_ACTS] if chances[act.index] >= threshold]
        groups = group_acts(kept, Likeness(work, kept), self._judge)
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
