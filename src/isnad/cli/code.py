"""`isnad code`: reports in, coded reports out, and a word on those that could not be coded."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TextIO

from isnad.cli import SOME_NOT_CODED
from isnad.cli.engine import code_paths
from isnad.cli.messages import complain, complain_of_report
from isnad.cli.output import open_output
from isnad.cli.progress import Progress
from isnad.cli.request import Format, Request
from isnad.model.coded import CodedReport

Write = Callable[[Iterable[CodedReport], TextIO], None]


class Tally:
    """How many reports went by, and how many of them could not be coded; these are told of on standard error."""

    def __init__(self) -> None:
        self.reports = 0
        self.failed = 0

    def count(self, coded: Iterable[CodedReport]) -> Iterator[CodedReport]:
        """`coded`, counted as it goes by."""
        for report in coded:
            self.reports += 1
            if report.error is not None:
                self.failed += 1
                complain_of_report(report.error)
            yield report


def run_code(request: Request) -> int:
    """Code and write all reports; the exit status."""
    tally = Tally()
    coded = tally.count(code_paths(request))
    with open_output(request.output) as stream, Progress(sys.stderr, request.progress) as progress:
        writer_of(request.format, request.output)(progress.watch(coded), stream)
    if tally.failed:
        complain("some_not_coded", f"{tally.failed} of {tally.reports} reports could not be coded")
        return SOME_NOT_CODED
    return 0


def writer_of(format_: Format, output: Path | None) -> Write:
    """How results are written; a table for a file begins with the mark that spreadsheets need to see Arabic."""
    if format_ is Format.table:
        return write_incidents if output else print_incidents
    return _WRITERS[format_]


def write_lines(coded: Iterable[CodedReport], stream: TextIO) -> None:
    """One JSON line a report, each as soon as it is coded (contract.md)."""
    from isnad.publishing.contract import to_json

    for report in coded:
        stream.write(to_json(report) + "\n")
        stream.flush()


def write_incidents(coded: Iterable[CodedReport], stream: TextIO) -> None:
    """One CSV row an incident."""
    from isnad.publishing.table import write_table

    write_table(coded, stream)


def print_incidents(coded: Iterable[CodedReport], stream: TextIO) -> None:
    """One CSV row an incident, for a terminal or a pipe."""
    from isnad.publishing.table import format_table

    stream.write(format_table(coded))


def write_page(coded: Iterable[CodedReport], stream: TextIO) -> None:
    """One HTML page with all evidence; it holds all reports at once."""
    from isnad.publishing.page import render_page

    stream.write(render_page(coded))


_WRITERS: Final[dict[Format, Write]] = {Format.jsonl: write_lines, Format.html: write_page}
