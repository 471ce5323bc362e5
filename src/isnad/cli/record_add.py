"""`isnad add`: reports coded and put on record, batch by batch; what is told as added is on the disk."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import structs

from isnad.cli import SOME_NOT_CODED
from isnad.cli.engine import open_named_coder
from isnad.cli.messages import complain, read_messages
from isnad.cli.progress import Progress
from isnad.cli.recording import open_at, signer
from isnad.cli.request import Request
from isnad.intake import Original, Unreadable, read_originals
from isnad.model.coded import CodedReport
from isnad.model.report import Report

if TYPE_CHECKING:
    from isnad.coding.coder import Coder
    from isnad.record.arrivals import Added
    from isnad.record.store import Record

BATCH: Final = 50
NOT_ADDED: Final = "some_not_added"
OUTCOMES: Final = ("new", "known", "recoded", "erased", "failed")


def run_add(request: Request, workspace: Path | None, author: str | None, *, again: bool, ids: bool) -> int:
    """Code and store all reports; the exit status. With `ids` each report is told on standard output once it is kept."""
    tally: Counter[str] = Counter()
    coder = open_named_coder(request)
    with open_at(workspace) as record, Progress(sys.stderr, request.progress) as progress:
        intake = Intake(record, coder, signer(record, author), again)
        originals = read_originals(request.paths, request.published, request.outlet)
        for added, why in progress.watch(intake.add_all(originals)):
            tally[added.outcome] += 1
            if ids:
                print(f"{added.outcome}\t{added.id}", flush=True)
            if added.outcome == "failed":
                complain(why, added.message or added.id)
    print(summary(tally), file=sys.stderr)
    return SOME_NOT_CODED if tally["failed"] else 0


def summary(tally: Counter[str]) -> str:
    """How many reports were new, known and so on, in Arabic and English."""
    messages = read_messages()
    counts = [(outcome, tally[outcome]) for outcome in OUTCOMES if tally[outcome] or outcome in OUTCOMES[:2]]
    arabic = "، ".join(f"{messages[f'added_{outcome}']} {count:,}" for outcome, count in counts)
    english = ", ".join(f"{outcome} {count:,}" for outcome, count in counts)
    return f"{arabic}\n{english}"


class Intake:
    """Puts reports on record: those that this coder read before are not read again."""

    def __init__(self, record: "Record", coder: "Coder", author: str, again: bool) -> None:
        self._record, self._coder, self._author, self._again = record, coder, author, again

    def add_all(self, originals: Iterable[Original]) -> Iterator[tuple["Added", str]]:
        """Each report's outcome, in the order of the input, as soon as its batch is on the disk.

        With the key of the Arabic message, should it have failed.
        """
        remaining = iter(originals)
        while batch := list(islice(remaining, BATCH)):
            yield from self._add(batch)

    def _add(self, batch: Sequence[Original]) -> Iterator[tuple["Added", str]]:
        readable = [original for original in batch if isinstance(original.item, Report)]
        outcomes = iter(self._keep(readable))
        for original in batch:
            if isinstance(original.item, Unreadable):
                yield _refused(original.item), original.item.kind
            else:
                yield _named(next(outcomes)), NOT_ADDED

    def _keep(self, originals: Sequence[Original]) -> Sequence["Added"]:
        from isnad.record.arrivals import Arrival

        reports = [original.item for original in originals if isinstance(original.item, Report)]
        known = set() if self._again else self._record.known([report.id for report in reports], self._coder.name)
        coded = self._coder.code_many(report for report in reports if report.id not in known)
        arrivals = [
            Arrival(
                report=report,
                coded=_unread(report, self._coder.name) if report.id in known else next(coded),
                original=original.content,
                intake_path=original.where,
            )
            for original, report in zip(originals, reports, strict=True)
        ]
        return self._record.add(arrivals, author=self._author, again=self._again)


def _unread(report: Report, coder: str) -> CodedReport:
    """In place of a coding that is on record already."""
    return CodedReport(id=report.id, coder=coder, text=report.text)


def _named(added: "Added") -> "Added":
    return structs.replace(added, message=added.message and f"{added.id}: {added.message}")


def _refused(item: Unreadable) -> "Added":
    from isnad.record.arrivals import Added

    name = "" if item.id == item.where else f"{item.id}: "
    return Added(id=item.id, outcome="failed", message=f"{name}{item.where}: {item.message}")
