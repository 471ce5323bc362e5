"""`python -m benchmarks.record --reports 10000 [--workspace DIR]`: what the record costs at a size.

Adds and links so many reports (those of ../shared, else the bundled ones, then variants of them made by
`benchmarks.variants`), then a hundred more, then searches, lists and shows. Each command runs in a process of its own,
as a person would run it. Besides the clock, processor time is given: on a shared machine the clock measures the
neighbours, too.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

import msgspec

from benchmarks.coding import corpus_reports
from benchmarks.processes import Ran, run_isnad
from benchmarks.variants import many_reports, variants
from isnad.model.report import Report
from isnad.record.store import Record, open_record
from isnad.record.workspace import read_workspace
from isnad.text.stemming import search_text

MORE: Final = 100
TIMES: Final = 20
QUERIES: Final = ("هجوم", "سيارة مفخخة", '"قوات الأمن"', "قصف المدينة", "مقتل جنود", "مصادر طبية", "حاجز تفتيش")
_MORE_SECONDS: Final = 5.0
_SEARCH_SECONDS: Final = 0.05


def main(arguments: list[str] | None = None) -> int:
    """Measure and print, line by line as it is known."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        workspace = asked.workspace or Path(folder) / "workspace"
        originals = list(corpus_reports(asked.corpus, asked.reports))
        many, more = Path(folder) / "many.jsonl", Path(folder) / "more.jsonl"
        _write(many, many_reports(originals, asked.reports))
        _write(more, islice(variants(Random(2).sample(originals, len(originals)), 2), MORE))
        for line in chain(growth_lines(workspace, many, more), reading_lines(workspace)):
            print(line, flush=True)
    return 0


def growth_lines(workspace: Path, many: Path, more: Path) -> Iterator[str]:
    """Time and memory of adding and linking all reports, then a hundred more, and the size of the database."""
    run_isnad("init", str(workspace))
    at = ("--workspace", str(workspace))
    yield line_of("add", run_isnad(*at, "add", str(many)))
    yield line_of("link", run_isnad(*at, "link"))
    yield f"{'database':<16}{(workspace / 'record.db').stat().st_size / 2**20:>10.1f} MiB"
    added = run_isnad(*at, "add", str(more))
    linked = run_isnad(*at, "link")
    yield line_of(f"add {MORE} more", added)
    yield line_of(f"link {MORE} more", linked)
    yield f"{'together':<16}{added.wall + linked.wall:>10.2f} s{added.cpu + linked.cpu:>10.2f} s cpu   at most {_MORE_SECONDS:g}"


def line_of(name: str, ran: Ran) -> str:
    """One process, as a line."""
    return f"{name:<16}{ran.wall:>10.2f} s{ran.cpu:>10.2f} s cpu{ran.peak:>10.0f} MiB at most"


def reading_lines(workspace: Path) -> Iterator[str]:
    """Searches against a plain scan of the texts, then lists and shows."""
    with open_record(read_workspace(workspace), search_text) as record:
        yield ", ".join(f"{name} {count:,}" for name, count in record.counts().items())
        yield from search_lines(record)
        ids = [group[0].id for group in islice(record.groups(), TIMES)]
    at = ("--workspace", str(workspace))
    shows = [run_isnad(*at, "show", identity) for identity in ids]
    yield line_of("show, median", _median(shows))
    lists = [run_isnad(*at, "list", "--country", "IQ", "--from", "2015-03-01", "--to", "2015-03-31") for _ in ids]
    yield line_of("list a month", _median(lists))
    yield line_of("list all, jsonl", run_isnad(*at, "list", "--format", "jsonl", "--output", "/dev/null"))


def search_lines(record: Record) -> Iterator[str]:
    """A search's processor time, the plain scan's of texts that are in memory already, and their ratio."""
    texts = [text for _, text in record.reports() if text]
    record.search(QUERIES[0])
    searches, scans = [], []
    for query in islice(chain.from_iterable(repeat(QUERIES)), TIMES):
        begun = time.process_time()
        record.search(query)
        searches.append(time.process_time() - begun)
        begun = time.process_time()
        scan(texts, query)
        scans.append(time.process_time() - begun)
    worst, usual, plain = max(searches), median(searches), median(scans)
    yield f"{'search':<16}{usual * 1000:>10.1f} ms median, {worst * 1000:.1f} at most   target {_SEARCH_SECONDS * 1000:g}"
    yield f"{'plain scan':<16}{plain * 1000:>10.1f} ms median, {plain / usual:.1f} times the search"


def scan(texts: Sequence[str], query: str) -> int:
    """How many texts hold all words as they are written: what one would do without an index."""
    words = query.replace('"', " ").split()
    return sum(all(word in text for word in words) for text in texts)


def _median(runs: Sequence[Ran]) -> Ran:
    return Ran(
        wall=median(ran.wall for ran in runs), cpu=median(ran.cpu for ran in runs), peak=max(ran.peak for ran in runs)
    )


def _write(path: Path, reports: Iterable[Report]) -> None:
    with path.open("wb") as file:
        file.writelines(msgspec.json.encode(report) + b"\n" for report in reports)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record", description="What the record costs.")
    parser.add_argument("corpus", nargs="?", type=Path, help="reports as .jsonl or .jsonl.gz")
    parser.add_argument("--reports", type=int, default=10_000, metavar="N", help="how many reports to begin with")
    parser.add_argument("--workspace", type=Path, metavar="DIR", help="a new folder to keep; else a temporary one")
    return parser


if __name__ == "__main__":
    sys.exit(main())
