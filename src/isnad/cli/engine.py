"""From paths to coded reports, in the order of the input, with what could not be read in its place."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from isnad.cli.request import Borders, Request
from isnad.intake import Unreadable, read_reports
from isnad.model.coded import CodedReport, CodingError
from isnad.model.report import Report

if TYPE_CHECKING:
    from isnad.coding.accounts import Explanation
    from isnad.coding.coder import Coder

    Explain = Callable[[Report, str], Explanation]

CodeMany = Callable[[Iterable[Report]], Iterator[CodedReport]]


def open_coder(
    lexicon: Path | None,
    places: Path | None = None,
    places_folder: Path | None = None,
    borders: Borders = Borders.un,
) -> CodeMany:
    """The coder as a function over a stream.

    `lexicon` is a folder laid over ours, `places` a table that overrides our places, `places_folder` has imported ones,
    `borders` is the policy for disputed places.
    """
    return _coder(lexicon, places, places_folder, borders).code_many


def open_named_coder(request: Request) -> Coder:
    """The coder itself, for what must know its name; settings as the request says."""
    return _coder(request.lexicon, request.places, request.places_dir, request.borders)


def open_explainer(
    lexicon: Path | None,
    places: Path | None = None,
    places_folder: Path | None = None,
    borders: Borders = Borders.un,
) -> Explain:
    """The coder as a function that explains an incident of one report; the settings as for `open_coder`."""
    return _coder(lexicon, places, places_folder, borders).explain


def _coder(lexicon: Path | None, places: Path | None, places_folder: Path | None, borders: Borders) -> Coder:
    from isnad.coding.coder import Coder
    from isnad.coding.settings import Settings

    return Coder(Settings(lexicon=lexicon, places=places, places_folder=places_folder, borders=borders.value))


def code_paths(request: Request) -> Iterator[CodedReport]:
    """Every report asked for, coded; one that cannot be read gives a coded report with an `error`.

    Raises UsageError before anything is read when a path is not there.
    """
    items = read_reports(request.paths, request.published, request.outlet)
    return code_in_order(items, open_coder(request.lexicon, request.places, request.places_dir, request.borders))


def code_in_order(items: Iterable[Report | Unreadable], code_many: CodeMany) -> Iterator[CodedReport]:
    """Coded reports in the order of `items`, however far the coder reads ahead."""
    waiting: deque[Unreadable | None] = deque()

    def readable() -> Iterator[Report]:
        for item in items:
            if isinstance(item, Unreadable):
                waiting.append(item)
            else:
                waiting.append(None)
                yield item

    for coded in code_many(readable()):
        while (before := waiting.popleft()) is not None:
            yield failed(before)
        yield coded
    yield from (failed(item) for item in waiting if item is not None)


def failed(item: Unreadable) -> CodedReport:
    """A coded report that holds only the error."""
    message = f"{item.where}: {item.message}"
    return CodedReport(id=item.id, coder="", text="", error=CodingError(kind=item.kind, message=message))
