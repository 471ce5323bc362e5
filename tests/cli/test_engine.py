"""Results keep the order of the input, with what could not be read in its place."""

from collections.abc import Iterable, Iterator
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from isnad.cli.engine import code_in_order
from isnad.intake import Unreadable
from isnad.model.coded import CodedReport
from isnad.model.report import Report


def item(number: int, readable: bool) -> Report | Unreadable:
    if readable:
        return Report(id=str(number), text="نص")
    return Unreadable(id=str(number), kind="json", message="broken", where="f:1")


@given(st.lists(st.booleans()), st.integers(1, 5))
def test_order_is_kept_however_far_the_coder_reads_ahead(readable: list[bool], ahead: int) -> None:
    def code_ahead(reports: Iterable[Report]) -> Iterator[CodedReport]:
        stream = iter(reports)
        while batch := list(islice(stream, ahead)):
            yield from (CodedReport(id=report.id, coder="", text="") for report in batch)

    items = [item(number, is_readable) for number, is_readable in enumerate(readable)]
    coded = list(code_in_order(items, code_ahead))
    assert [report.id for report in coded] == [str(number) for number in range(len(readable))]
    assert [report.error is None for report in coded] == readable


def test_one_report_is_read_for_one_coded() -> None:
    read: list[int] = []

    def endless() -> Iterator[Report]:
        while True:
            read.append(len(read))
            yield Report(id=str(len(read)), text="نص")

    coded = code_in_order(
        endless(), lambda reports: (CodedReport(id=report.id, coder="", text="") for report in reports)
    )
    list(islice(coded, 10))
    assert len(read) <= 11
