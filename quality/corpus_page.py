"""What the coder gives for a whole corpus: `python -m quality.corpus_page REPORTS.jsonl.gz [--rows N --seed S]`.

Prints a page of aggregate figures that a reader can check for sanity, errors, and the reports that took longest against
issue 4's bound of computing time. With `--rows`, rows are drawn after it and printed each with its report, for a person to
read and judge: a random incident of a random report, of reports that no weights were fitted on.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from isnad.coding.coder import Coder
from isnad.model.coded import CodedReport, Incident
from isnad.model.report import Report
from quality.agreement import Row
from quality.corpus_annotation import KEPT, read_corpus
from quality.gold import read_rows, to_report

LEAST_SECONDS: Final = 0.010
SECONDS_PER_LETTER: Final = 0.050 / 1000
_SHOWN: Final = 5
_MOST_KINDS: Final = 40
_SLOTS: Final = ("when", "where", "killed", "wounded", "captured", "perpetrators", "targets", "weapons", "according_to")


class Timed(Struct, frozen=True):
    """A coded report and the computing time it took, in seconds."""

    coded: CodedReport
    seconds: float

    @property
    def share(self) -> float:
        """The time as a share of the bound: above 1 it was too slow."""
        return self.seconds / (LEAST_SECONDS + SECONDS_PER_LETTER * len(self.coded.text))


def time_all(reports: Iterable[Report], coder: Coder) -> Iterator[Timed]:
    """Each report coded, with the process's own time; the first once before, since it opens tables for all others."""
    for number, report in enumerate(reports):
        if not number:
            list(coder.code_many([report]))
        # What the page keeps is not the coder's: the garbage collector shall not walk through it on the coder's time.
        gc.freeze()
        before = time.process_time()
        (coded,) = coder.code_many([report])
        yield Timed(coded, time.process_time() - before)


def page_lines(timed: Sequence[Timed]) -> Iterator[str]:
    """The aggregate figures in Markdown."""
    coded = [each.coded for each in timed]
    rows = [row for report in coded for row in report.incidents]
    yield f"{len(coded)} reports, {sum(len(report.text) for report in coded)} code points"
    errors = [report for report in coded if report.error]
    yield f"exceptions: {len(errors)}"
    yield from (f"- {report.id}: {report.error.message}" for report in errors[:_SHOWN] if report.error)
    yield f"skipped for their language: {sum(report.skipped is not None for report in coded)}"
    yield f"without incidents: {sum(not report.incidents for report in coded)}"
    yield f"incidents: {len(rows)}, at most {max((len(report.incidents) for report in coded), default=0)} in a report"
    for name, value in _COUNTED.items():
        yield from _counts(name, Counter(map(value, rows)), len(rows))
    filled = Counter(slot for row in rows for slot in _SLOTS if getattr(row, slot))
    yield from _counts("slots that are filled", filled, len(rows))
    unread = Counter(each.reason for report in coded for each in report.unread)
    yield from _counts("unread sentences by reason", unread, unread.total())
    for kind in ("statements", "assessments", "situations"):
        yield f"{kind}: {sum(len(getattr(report, kind)) for report in coded)}"
    yield from _slowest(timed)


_COUNTED: Final[dict[str, Callable[[Incident], str]]] = {
    "types": lambda row: row.type,
    "status": lambda row: row.status,
    "countries": lambda row: (row.where.country if row.where else None) or "–",
    "years": lambda row: str(row.when.latest.year) if row.when else "–",
    "confidence, tenths": lambda row: f"0.{min(9, int(row.confidence * 10))}",
}


def _counts(name: str, counts: Counter[Any], total: int) -> Iterator[str]:
    """A table of counts, greatest first, the small ones summed."""
    yield from ("", f"| {name} | rows | % |", "|---|---|---|")
    told = counts.most_common(_MOST_KINDS)
    rest = counts.total() - sum(count for _, count in told)
    for kind, count in [*told, *([("others", rest)] if rest else [])]:
        yield f"| {kind} | {count} | {100 * count / max(1, total):.1f} |"
    yield ""


def _slowest(timed: Sequence[Timed]) -> Iterator[str]:
    """How many reports missed the bound, and those nearest to it or above."""
    yield (
        f"\nslower than {LEAST_SECONDS * 1000:.0f} ms and {SECONDS_PER_LETTER * 1e6:.0f} ms per 1,000 characters: "
        + str(sum(each.share > 1 for each in timed))
    )
    for each in sorted(timed, key=lambda each: -each.share)[:_SHOWN]:
        letters, took = len(each.coded.text), each.seconds * 1000
        yield f"- {each.coded.id}: {letters} characters, {took:.0f} ms, {100 * each.share:.0f} % of the bound"


def draw(reports: Sequence[Report], coder: Coder, wanted: int, seed: int) -> Iterator[tuple[CodedReport, int]]:
    """`wanted` reports that have incidents, in random order, and the number of a random incident of each."""
    chance = random.Random(seed)
    left = wanted
    for report in chance.sample(list(reports), len(reports)):
        if not left:
            return
        # Drawn for each report, so that what one report gives does not change which others are drawn.
        among = chance.random()
        coded = coder.code(report)
        if coded.incidents:
            left -= 1
            yield coded, int(among * len(coded.incidents))


def row_lines(coded: CodedReport, number: int, drawn: int) -> Iterator[str]:
    """A drawn row with all that is needed to judge it: the report, the row, and the report's other rows in short."""
    row = coded.incidents[number]
    yield f"\n===== {drawn}. {coded.id} · {coded.published} · {coded.outlet} · row {number + 1} of {len(coded.incidents)}"
    yield coded.text
    yield "----- " + " … ".join(
        f"{m.text} [{coded.text[max(0, m.start - 40) : m.end + 40]!r}]" for m in row.mentions[:4]
    )
    yield json.dumps(_plain(row), ensure_ascii=False)
    for at, other in enumerate(coded.incidents):
        if at != number:
            yield f"   other {at + 1}: {_short(other)}"


def _plain(row: Incident) -> dict[str, Any]:
    """The values to be judged, each in its shortest form."""
    return {
        "type": row.type,
        "status": row.status,
        "when": f"{row.when.earliest}..{row.when.latest} ({row.when.text})" if row.when else None,
        "where": f"{row.where.text} = {row.where.name}, {row.where.admin1}, {row.where.country}" if row.where else None,
        **{role: [party.text for party in getattr(row, role)] for role in ("perpetrators", "targets")},
        **{slot: _loss(getattr(row, slot)) for slot in ("killed", "wounded", "captured") if getattr(row, slot)},
        "according_to": [party.text for party in row.according_to],
        "confidence": round(row.confidence, 2),
    }


def _loss(loss: Any) -> str:
    return f"{loss.low}-{loss.high} ({loss.text})"


def _short(row: Incident) -> str:
    words = ", ".join(mention.text for mention in row.mentions[:3])
    killed = f", killed {_loss(row.killed)}" if row.killed else ""
    return (
        f"{row.type} [{words}] {row.when.earliest if row.when else '–'} {row.where.text if row.where else '–'}{killed}"
    )


def unseen(reports: dict[str, Row], gold: Sequence[Path]) -> list[Report]:
    """The reports that neither our own annotation of the corpus nor the gold files hold."""
    held = {json.loads(line)["id"] for line in KEPT.read_text("utf-8").splitlines()}
    held |= {row["id"] for path in gold for row in read_rows(path)}
    return [to_report(doc) for name, doc in reports.items() if name not in held]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the page and the rows asked for. 1 where a report gave an error."""
    asked = _parser().parse_args(arguments)
    reports, coder = read_corpus(asked.corpus), Coder()
    timed: list[Timed] = [] if asked.rows_only else list(time_all(map(to_report, reports.values()), coder))
    if timed:
        print("\n".join(page_lines(timed)))
    for drawn, (coded, number) in enumerate(draw(unseen(reports, asked.without), coder, asked.rows, asked.seed), 1):
        print("\n".join(row_lines(coded, number, drawn)))
    return int(any(each.coded.error for each in timed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quality.corpus_page", description="Code a corpus and look at it.")
    parser.add_argument("corpus", type=Path, help="reports as JSON Lines, gzipped or not")
    parser.add_argument("--rows", type=int, default=0, metavar="N", help="draw N rows and print each with its report")
    parser.add_argument("--seed", type=int, default=1, help="which rows are drawn")
    parser.add_argument("--rows-only", action="store_true", help="no page, only the rows")
    parser.add_argument(
        "--without", type=Path, nargs="*", default=[], metavar="GOLD", help="draw none of these reports"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
