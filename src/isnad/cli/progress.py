"""Progress on standard error, for runs long enough that one wonders."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from types import TracebackType
from typing import Final, Self, TextIO, TypeVar

T = TypeVar("T")

_SILENT_SECONDS: Final = 2.0
_EVERY_SECONDS: Final = 0.5
_EVERY_SECONDS_IN_A_LOG: Final = 10.0


class Progress:
    """Counts reports that go by. Silent for the first two seconds; `wanted` None means only on a terminal.

    On a terminal one line is written over; elsewhere (a log) a line is added from time to time.
    """

    def __init__(self, stream: TextIO, wanted: bool | None, clock: Callable[[], float] = monotonic) -> None:
        self._stream = stream
        self._on_terminal = stream.isatty()
        self._wanted = self._on_terminal if wanted is None else wanted
        self._clock = clock
        self._began = clock()
        self._next = self._began + _SILENT_SECONDS
        self._shown = False

    def watch(self, reports: Iterable[T]) -> Iterator[T]:
        """What is done with each report, with progress shown as it goes by."""
        for number, report in enumerate(reports, start=1):
            yield report
            if self._wanted and self._clock() >= self._next:
                self._show(number)

    def __enter__(self) -> Self:
        """Time is counted from here."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the terminal's line for what comes next."""
        if self._shown and self._on_terminal:
            self._stream.write("\n")

    def _show(self, number: int) -> None:
        now = self._clock()
        line = f"{number:,} reports · خبر, {number / (now - self._began):,.0f}/s"
        self._stream.write(f"\r{line}\x1b[K" if self._on_terminal else f"{line}\n")
        self._stream.flush()
        self._shown = True
        self._next = now + (_EVERY_SECONDS if self._on_terminal else _EVERY_SECONDS_IN_A_LOG)
