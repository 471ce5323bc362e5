"""`isnad places annotate`: reports in, their places out, and a word on lines that could not be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from isnad.cli import SOME_NOT_CODED
from isnad.cli.messages import complain, complain_of_report
from isnad.cli.output import open_output
from isnad.cli.places_find import Chosen
from isnad.intake.headlines import Headline, read_headlines
from isnad.intake.reading import Unreadable
from isnad.lexicon.loading import load_lexicon
from isnad.model.coded import CodingError
from isnad.places.annotating import Annotator, ToldPlace
from isnad.places.gazetteer import load_gazetteer


class _Annotated(Struct, frozen=True):
    """A line of the output."""

    id: str
    places: list[ToldPlace]


class _Failed(Struct, frozen=True):
    """A line of the output for one that could not be read."""

    id: str
    error: CodingError


def run_annotate(paths: Iterable[str], output: Path | None, chosen: Chosen) -> int:
    """Annotate and write all reports, each as soon as it is read; the exit status."""
    items = read_headlines(paths)
    failed = count = 0
    annotator = open_annotator(chosen)
    with open_output(output) as stream:
        for item in items:
            count += 1
            if isinstance(item, Unreadable):
                failed += 1
            stream.write(msgspec.json.encode(_annotated(item, annotator)).decode() + "\n")
            stream.flush()
    if failed:
        complain("some_not_annotated", f"{failed} of {count} lines could not be used")
        return SOME_NOT_CODED
    return 0


def open_annotator(chosen: Chosen) -> Annotator:
    """The annotator with the gazetteer of this installation and what the user has added."""
    return Annotator(load_gazetteer(*chosen), load_lexicon())


def readable(items: Iterable[Headline | Unreadable]) -> Iterator[Headline]:
    """Those that could be read; of the others it is told on standard error."""
    for item in items:
        if isinstance(item, Unreadable):
            complain_of_report(_error(item))
        else:
            yield item


def _annotated(item: Headline | Unreadable, annotator: Annotator) -> _Annotated | _Failed:
    if isinstance(item, Unreadable):
        complain_of_report(_error(item))
        return _Failed(item.id, _error(item))
    return _Annotated(item.id, annotator.annotate(item.text, item.outlet))


def _error(item: Unreadable) -> CodingError:
    return CodingError(kind=item.kind, message=f"{item.where}: {item.message}")
