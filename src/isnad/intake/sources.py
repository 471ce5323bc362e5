"""Where reports come from: files, folders and standard input, found in a fixed order and opened one at a time."""

import gzip
import io
import logging
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from msgspec import Struct

from isnad.model.errors import ReportError, UsageError

_LOG = logging.getLogger(__name__)
_LINES: Final = (".jsonl", ".ndjson")
_IN_FOLDERS: Final = (".txt", *_LINES)
_GZIP_MAGIC: Final = b"\x1f\x8b"
_MARK: Final = b"\xef\xbb\xbf"
READ_ERRORS: Final = (OSError, EOFError, zlib.error)


class Source(Struct, frozen=True, kw_only=True):
    """Something to read: `name` as shown to the user; `path` None for standard input."""

    name: str
    path: Path | None


def find_sources(paths: Iterable[str | Path]) -> Iterator[Source]:
    """What is to be read, in the order asked for; folders recursively, by name.

    Raises UsageError before anything is read when a path is not there, or standard input is asked for twice.
    """
    asked = [str(path) for path in paths]
    if asked.count("-") > 1:
        raise UsageError("standard input can be read only once")
    missing = [path for path in asked if path != "-" and not os.path.exists(path)]
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    return (source for path in asked for source in _sources_at(path))


@contextmanager
def open_source(source: Source) -> Iterator[BinaryIO]:
    """The bytes of `source`, unpacked where they are gzip (known by their first two bytes, not by the name)."""
    with ExitStack() as opened:
        stream = _stdin() if source.path is None else opened.enter_context(source.path.open("rb"))
        head = stream.peek(2)
        if head.startswith(_GZIP_MAGIC):
            packed = opened.enter_context(gzip.GzipFile(fileobj=stream))
            yield cast(BinaryIO, io.BufferedReader(packed))
        elif head and source.name.endswith(".gz"):
            raise ReportError("encoding", "named .gz but not a gzip file")
        else:
            yield stream


def _stdin() -> io.BufferedReader:
    """Standard input as bytes that can be peeked at, also where a program has put its own in place of it."""
    given = sys.stdin.buffer
    return given if isinstance(given, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, given))


def holds_lines(source: Source, stream: BinaryIO) -> bool:
    """Is it JSON Lines? By its name; where the name says nothing (standard input, a pipe), by its first sign."""
    name = source.name.removesuffix(".gz")
    if name.endswith(_IN_FOLDERS):
        return name.endswith(_LINES)
    peek: Callable[[int], bytes] = getattr(stream, "peek", lambda _: b"")
    return peek(64).removeprefix(_MARK).lstrip().startswith(b"{")


def _sources_at(path: str) -> Iterator[Source]:
    if path == "-":
        yield Source(name="<stdin>", path=None)
    elif os.path.isdir(path):
        yield from _sources_in(path)
    else:
        yield _source(path)


def _sources_in(folder: str) -> Iterator[Source]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        shown = sorted(name for name in files if not name.startswith("."))
        passed = [name for name in shown if not name.removesuffix(".gz").endswith(_IN_FOLDERS)]
        if passed:
            _LOG.warning("%s: %d not read (neither .txt nor .jsonl): %s", here, len(passed), _some(passed))
        for name in shown:
            if name not in passed:
                yield _source(os.path.join(here, name))


def _source(path: str) -> Source:
    """A file name need not be text; what is shown of it must be."""
    return Source(name=os.fsencode(path).decode("utf-8", "replace"), path=Path(path))


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
