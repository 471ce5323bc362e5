"""Reading: paths in, reports out, in order and one at a time."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, Literal, cast

from msgspec import Struct

from isnad.intake.decoding import decode
from isnad.intake.identity import identify
from isnad.intake.limits import MAX_REPORT_BYTES
from isnad.intake.lines import NamedError, parse_line, split_lines
from isnad.intake.sources import READ_ERRORS, Source, find_sources, holds_lines, open_source
from isnad.model.errors import ReportError
from isnad.model.report import Report

UnreadableKind = Literal["empty", "binary", "encoding", "json", "field", "too_large", "access"]


class Unreadable(Struct, frozen=True, kw_only=True):
    """A report that could not be read.

    `id` is the report's own where the input gave it, else `where`; `where` names the file, and the line as FILE:LINE;
    `message` says in English what is wrong.
    """

    id: str
    kind: UnreadableKind
    message: str
    where: str


class Original(Struct, frozen=True, kw_only=True):
    """A report, or what could not be read, with its bytes as they came: the file, or its line of JSON."""

    item: Report | Unreadable
    where: str
    content: bytes = b""


def read_reports(
    paths: Iterable[str | Path], published: date | None = None, outlet: str | None = None
) -> Iterator[Report | Unreadable]:
    """The reports at `paths` (files, folders, "-" for standard input), in order; one report in memory at a time.

    `published` and `outlet` stand in where a report does not give its own. What cannot be read is given in its place
    as an `Unreadable`, and reading goes on. Raises UsageError at once when a path is not there.
    """
    originals = read_originals(paths, published, outlet)
    return (original.item for original in originals)


def read_originals(
    paths: Iterable[str | Path], published: date | None = None, outlet: str | None = None
) -> Iterator[Original]:
    """The same with the bytes each report came as, and where they stood (FILE, or FILE:LINE)."""
    sources = find_sources(paths)
    return (original for source in sources for original in _read_source(source, published, outlet))


def _read_source(source: Source, published: date | None, outlet: str | None) -> Iterator[Original]:
    try:
        with open_source(source) as stream:
            if holds_lines(source, stream):
                yield from _read_lines(source, stream, published, outlet)
            else:
                yield _read_text(source, stream, published, outlet)
    except ReportError as error:
        yield _unread(error, source.name)
    except READ_ERRORS as error:
        yield _unread(reading_error(error), source.name)


def _read_text(source: Source, stream: BinaryIO, published: date | None, outlet: str | None) -> Original:
    data = stream.read(MAX_REPORT_BYTES + 1)
    if len(data) > MAX_REPORT_BYTES:
        raise ReportError("too_large", f"larger than {MAX_REPORT_BYTES >> 20} MiB")
    text = decode(data)
    if not text.strip("\ufeff \t\r\n"):
        raise ReportError("empty", "the file holds nothing but blanks")
    report = Report(id=identify(text, published, outlet), text=text, published=published, outlet=outlet)
    return Original(item=report, where=source.name, content=data)


def _read_lines(source: Source, stream: BinaryIO, published: date | None, outlet: str | None) -> Iterator[Original]:
    number = 0
    for number, line in split_lines(stream):
        try:
            if isinstance(line, ReportError):
                raise line
            yield Original(item=parse_line(line, published, outlet), where=f"{source.name}:{number}", content=line)
        except ReportError as error:
            yield _unread(error, f"{source.name}:{number}")
    if not number:
        raise ReportError("empty", "the file is empty")


def reading_error(error: Exception) -> ReportError:
    """Says apart a file that may not be read and a gzip stream that is broken or cut short."""
    if isinstance(error, OSError) and error.errno is not None:
        return ReportError("access", f"cannot be read: {error.strerror}")
    return ReportError("encoding", f"the gzip data is broken: {error}")


def _unread(error: ReportError, where: str) -> Original:
    return Original(item=unreadable(error, where), where=where)


def unreadable(error: ReportError, where: str) -> Unreadable:
    """What could not be read at `where`."""
    identity = error.identity if isinstance(error, NamedError) else where
    return Unreadable(id=identity, kind=cast(UnreadableKind, error.kind), message=error.message, where=where)
