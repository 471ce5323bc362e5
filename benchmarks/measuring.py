"""Measuring: time of coding against plain folding of the same texts, start-up of a fresh process, memory."""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Final, TypeVar

from msgspec import Struct

from isnad.model.report import Report
from isnad.text.folding import fold

CHUNK: Final = 50  # reports; a few tenths of a second, so that a busy machine hurts both sides of a chunk alike
_FOLDINGS: Final = 3
_FIRST_REPORT: Final = "import isnad; isnad.code('قُتل ثلاثة جنود أمس في قصف على حمص.', published='2022-04-21')"
_STATUS: Final = Path("/proc/self/status")
T = TypeVar("T")


class Chunk(Struct, frozen=True, kw_only=True):
    """One chunk: how many reports, code points and UTF-8 bytes; seconds to code and to fold it; MiB in memory after."""

    reports: int
    letters: int
    size: int
    coding: float
    folding: float
    memory: float

    @property
    def ratio(self) -> float:
        """How many times the cost of plain folding the whole coder costs."""
        return self.coding / self.folding


class Summary(Struct, frozen=True, kw_only=True):
    """A whole run; `memory` is MiB at a quarter, half, three quarters and the end, `ratio` the median of the chunks."""

    reports: int
    letters: int
    per_second: float
    megabytes_per_second: float
    ratio: float
    ratio_of_sums: float
    memory: tuple[float, float, float, float]


def folding_table() -> dict[int, str | None]:
    """What `fold` does to each letter, as a table for `str.translate`."""
    return {code: fold(chr(code)) or None for code in range(0x10000) if fold(chr(code)) != chr(code)}


def measure_chunks(reports: Iterable[Report], code: Callable[[Report], object], size: int = CHUNK) -> Iterator[Chunk]:
    """Each chunk folded, coded and folded again on this one core; its folding time is the median of all foldings."""
    table = folding_table()
    for chunk in _batches(reports, size):
        texts = [report.text for report in chunk]
        foldings = [_fold_all(texts, table) for _ in range(_FOLDINGS)]
        start = time.process_time()
        for report in chunk:
            code(report)
        coding = time.process_time() - start
        foldings += [_fold_all(texts, table) for _ in range(_FOLDINGS)]
        yield Chunk(
            reports=len(chunk),
            letters=sum(map(len, texts)),
            size=sum(len(text.encode()) for text in texts),
            coding=coding,
            folding=median(foldings),
            memory=memory_used(),
        )


def _fold_all(texts: list[str], table: dict[int, str | None]) -> float:
    start = time.process_time()
    for text in texts:
        text.translate(table)
    return time.process_time() - start


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def summarize(chunks: list[Chunk]) -> Summary:
    """The figures of a run; `chunks` must not be empty."""
    coding, folding = sum(chunk.coding for chunk in chunks), sum(chunk.folding for chunk in chunks)
    reports, size = sum(chunk.reports for chunk in chunks), sum(chunk.size for chunk in chunks)
    first, second, third = (chunks[(len(chunks) - 1) * part // 4].memory for part in (1, 2, 3))
    return Summary(
        reports=reports,
        letters=sum(chunk.letters for chunk in chunks),
        per_second=reports / coding,
        megabytes_per_second=size / 1e6 / coding,
        ratio=median(chunk.ratio for chunk in chunks),
        ratio_of_sums=coding / folding,
        memory=(first, second, third, chunks[-1].memory),
    )


def memory_used() -> float:
    """MiB this process holds now; where the system does not tell, the most it ever held."""
    if _STATUS.exists():
        (line,) = (line for line in _STATUS.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def first_report(times: int = 7) -> float:
    """Seconds from the start of a fresh process to its end after one coded report: the best of some, files cached."""
    return min(_seconds_of_process() for _ in range(times))


def _seconds_of_process() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", _FIRST_REPORT], check=True)
    return time.perf_counter() - start
