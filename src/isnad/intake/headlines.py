"""JSON Lines of which only the words are wanted: a report's text, or its title where it has no text."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from isnad.intake.lines import parse_line, split_lines
from isnad.intake.reading import Unreadable, reading_error, unreadable
from isnad.intake.sources import READ_ERRORS, Source, find_sources, open_source
from isnad.model.errors import ReportError


class Headline(Struct, frozen=True, kw_only=True):
    """The words of a report; `text` is its title where it gave no text."""

    id: str
    text: str
    outlet: str | None = None


class _Line(Struct):
    """What tells a line with a title alone from others."""

    text: Any = None
    title: Any = None


_line = msgspec.json.Decoder(_Line)


def read_headlines(paths: Iterable[str]) -> Iterator[Headline | Unreadable]:
    """The reports at `paths` (JSON Lines, also gzip; "-" for standard input), in order; what cannot be read in its place.

    Raises UsageError at once when a path is not there.
    """
    sources = find_sources(paths)
    return (item for source in sources for item in _read(source))


def _read(source: Source) -> Iterator[Headline | Unreadable]:
    try:
        with open_source(source) as stream:
            for number, line in split_lines(stream):
                where = f"{source.name}:{number}"
                try:
                    if isinstance(line, ReportError):
                        raise line
                    yield _headline(line)
                except ReportError as error:
                    yield unreadable(error, where)
    except ReportError as error:
        yield unreadable(error, source.name)
    except READ_ERRORS as error:
        yield unreadable(reading_error(error), source.name)


def _headline(line: bytes) -> Headline:
    try:
        given = _line.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        given = _Line()
    if given.text is None and isinstance(given.title, str) and given.title.strip():
        line = msgspec.json.encode(msgspec.json.decode(line) | {"text": given.title})
    report = parse_line(line, None, None)
    return Headline(id=report.id, text=report.text, outlet=report.outlet)
