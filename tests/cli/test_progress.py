"""Progress: silent at first, one line on a terminal, a line from time to time in a log."""

import io
from collections.abc import Iterator

import pytest

from isnad.cli.progress import Progress
from isnad.model.coded import CodedReport


class Stream(io.StringIO):
    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def reports(count: int) -> Iterator[CodedReport]:
    return (CodedReport(id=str(number), coder="", text="") for number in range(count))


def shown(terminal: bool, wanted: bool | None, seconds_each: float, count: int = 40) -> str:
    stream = Stream(terminal)
    time = iter(number * seconds_each for number in range(10 * count))
    with Progress(stream, wanted, clock=lambda: next(time)) as progress:
        assert len(list(progress.watch(reports(count)))) == count
    return stream.getvalue()


def test_a_short_run_is_silent() -> None:
    assert shown(terminal=True, wanted=None, seconds_each=0.001) == ""


@pytest.mark.parametrize(("terminal", "wanted"), [(False, None), (True, False)])
def test_nothing_unless_on_a_terminal_or_asked_for(terminal: bool, wanted: bool | None) -> None:
    assert shown(terminal, wanted, seconds_each=1) == ""


def test_on_a_terminal_one_line_is_written_over() -> None:
    written = shown(terminal=True, wanted=None, seconds_each=0.3)
    assert written.count("\r") > 3
    assert written.count("\n") == 1
    assert "/s" in written


def test_in_a_log_lines_are_added_now_and_then() -> None:
    written = shown(terminal=False, wanted=True, seconds_each=1)
    assert "\r" not in written
    assert 2 <= written.count("\n") <= 6
