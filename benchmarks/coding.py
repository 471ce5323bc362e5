"""`make bench`, `python -m benchmarks.coding [CORPUS.jsonl.gz]`: what the whole coder costs on one core.

Time is the process's own, and is set against plain `str.translate` folding of the same texts, measured in between: the
ratio means the same on a slow and on a fast machine. Without a corpus ../shared is used, else the reports that come
with Isnad, over and over.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Final

from benchmarks.measuring import Chunk, Summary, first_report, measure_chunks, summarize
from isnad.coding.coder import Coder
from isnad.intake import read_reports
from isnad.model.errors import UsageError
from isnad.model.report import Report

_SHARED: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "reports.jsonl.gz"
_BUNDLED_READ: Final = 1000
_MOST_RATIO: Final = 40.0
_MOST_SECONDS: Final = 0.7
_MOST_GROWTH: Final = 1.25  # memory at the end against that at a quarter: the tables of known words are bounded


def main(arguments: list[str] | None = None) -> int:
    """Measure and print a table; with `--check` the exit status is 1 where a target is missed."""
    asked = _parser().parse_args(arguments)
    coder = Coder()
    chunks: list[Chunk] = []
    for chunk in measure_chunks(corpus_reports(asked.corpus, asked.reports), coder.code):
        chunks.append(chunk)
        if sys.stderr.isatty():
            print(f"\r{sum(c.reports for c in chunks)} reports", end="", file=sys.stderr)
    if not chunks:
        raise UsageError(f"no report in {asked.corpus}")
    summary, start = summarize(chunks), first_report()
    print("\n".join(table_lines(summary, start)))
    return int(asked.check and bool(missed(summary, start)))


def corpus_reports(corpus: Path | None, most: int | None = None) -> Iterator[Report]:
    """The reports to measure with, read one at a time."""
    if corpus is None and _SHARED.exists():
        corpus = _SHARED
    if corpus is None:
        return islice(chain.from_iterable(repeat(bundled())), most or _BUNDLED_READ)
    return islice(_readable(corpus), most)


def bundled() -> list[Report]:
    """The reports that come with Isnad."""
    from isnad.fixtures import bundled_reports

    return list(bundled_reports())


def _readable(corpus: Path) -> Iterator[Report]:
    return (item for item in read_reports([corpus]) if isinstance(item, Report))


def table_lines(summary: Summary, start: float) -> Iterator[str]:
    """The figures, one a line, with the targets of issue 2."""
    first, *_, last = summary.memory
    yield f"reports              {summary.reports:>10,}"
    yield f"code points          {summary.letters:>10,}"
    yield f"reports/s            {summary.per_second:>10.1f}"
    yield f"MB/s                 {summary.megabytes_per_second:>10.2f}"
    yield f"x plain folding      {summary.ratio:>10.1f}   at most {_MOST_RATIO:g}; {summary.ratio_of_sums:.1f} of the sums"
    yield f"first report, s      {start:>10.2f}   at most {_MOST_SECONDS}"
    yield f"memory, MiB          {last:>10.0f}   {' '.join(f'{held:.0f}' for held in summary.memory)}: x{last / first:.2f}"
    yield f"targets missed: {', '.join(missed(summary, start)) or 'none'}"


def missed(summary: Summary, start: float) -> list[str]:
    """The names of the targets this run does not reach."""
    first, *_, last = summary.memory
    checks: Iterable[tuple[str, bool]] = (
        ("x plain folding", summary.ratio > _MOST_RATIO),
        ("first report", start > _MOST_SECONDS),
        ("memory", last > _MOST_GROWTH * first),
    )
    return [name for name, is_missed in checks if is_missed]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coding", description="What the whole coder costs.")
    parser.add_argument("corpus", nargs="?", type=Path, help="reports as .jsonl or .jsonl.gz")
    parser.add_argument("--reports", type=int, metavar="N", help="only the first N reports")
    parser.add_argument("--check", action="store_true", help="exit with 1 where a target is missed")
    return parser


if __name__ == "__main__":
    sys.exit(main())
