"""JSON Lines: one report a line, read one line at a time, however large the file."""

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, Final

import msgspec
from msgspec import Struct

from isnad.intake.decoding import decode
from isnad.intake.identity import identify
from isnad.intake.limits import MAX_REPORT_BYTES
from isnad.model.errors import ReportError
from isnad.model.report import Report

_CHUNK: Final = 1 << 20
_MARK: Final = b"\xef\xbb\xbf"
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


class _Fields(Struct, frozen=True):
    """What a line may hold, unchecked, so that what is wrong can be said in the words of the contract."""

    id: Any = None
    text: Any = None
    published: Any = None
    outlet: Any = None
    title: Any = None
    url: Any = None
    language: Any = None


_decoder: Final = msgspec.json.Decoder(_Fields)


class NamedError(ReportError):
    """A ReportError on a line that gave its id."""

    def __init__(self, error: ReportError, identity: str) -> None:
        super().__init__(error.kind, error.message, error.where)
        self.identity = identity


def split_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | ReportError]]:
    """The lines of `stream` with their numbers from 1; a line too long for a report is passed over and named.

    Blank lines are left out. A byte order mark before the first line belongs to the file, not to a report.
    """
    number = 0
    while line := stream.readline(MAX_REPORT_BYTES + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_MARK)
            if line.startswith(_WIDE_MARKS):
                yield 1, ReportError("encoding", "JSON Lines must be UTF-8; this file is UTF-16 or UTF-32")
                return
        if len(line) > MAX_REPORT_BYTES:
            _skip_rest(stream, line)
            yield number, ReportError("too_large", f"longer than {MAX_REPORT_BYTES >> 20} MiB")
        elif line.strip():
            yield number, line


def parse_line(line: bytes, published: date | None, outlet: str | None) -> Report:
    """The report in `line`; `published` and `outlet` stand in where the line gives none.

    Raises ReportError of kind `json` (no JSON object), `encoding` (bytes or surrogates that are no text), `field` (a
    field is missing or of the wrong kind) or `empty`; a NamedError where the line gave an id.
    """
    fields = _parse_fields(line)
    identity = _identity(fields.id)
    try:
        return _report(fields, identity, published, outlet)
    except ReportError as error:
        if identity is None:
            raise
        raise NamedError(error, identity) from error


def _skip_rest(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


def _parse_fields(line: bytes) -> _Fields:
    try:
        return _decoder.decode(line)
    except UnicodeDecodeError:
        return _parse_other_encoding(line)
    except msgspec.ValidationError as error:
        raise ReportError("json", "a line must hold one JSON object") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise _json_error(line, error) from error


def _parse_other_encoding(line: bytes) -> _Fields:
    text = decode(line)
    try:
        return _decoder.decode(text)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise _json_error(line, error) from error


def _json_error(line: bytes, error: Exception) -> ReportError:
    """Says apart: JSON that is broken, and whole JSON with a string that is no text."""
    if "surrogate" in str(error) or _has_lone_surrogate(line):
        return ReportError("encoding", "a string holds half of a surrogate pair, which is no text")
    return ReportError("json", f"broken JSON: {error}")


def _has_lone_surrogate(line: bytes) -> bool:
    import json

    try:
        json.dumps(json.loads(line), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False
    return False


def _identity(given: Any) -> str | None:
    """The id as text; numbers are common in exports of databases and are taken as they are written."""
    if isinstance(given, str) and given:
        return given
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else None


def _report(fields: _Fields, identity: str | None, published: date | None, outlet: str | None) -> Report:
    if fields.id not in (None, "") and identity is None:
        raise ReportError("field", '"id" must be a string')
    text = _text_of(fields.text)
    day = _day_of(fields.published) or published
    source = _string_of("outlet", fields.outlet) or outlet
    return Report(
        id=identity or identify(text, day, source),
        text=text,
        published=day,
        outlet=source,
        title=_string_of("title", fields.title),
        url=_string_of("url", fields.url),
        language=_string_of("language", fields.language),
    )


def _text_of(given: Any) -> str:
    if given is None:
        raise ReportError("field", '"text" is missing')
    if not isinstance(given, str):
        raise ReportError("field", '"text" must be a string')
    if not given.strip():
        raise ReportError("empty", '"text" is empty')
    return given


def _string_of(name: str, given: Any) -> str | None:
    if given is None or isinstance(given, str):
        return given
    raise ReportError("field", f'"{name}" must be a string')


def _day_of(given: Any) -> date | None:
    if given is None or given == "":
        return None
    try:
        return msgspec.convert(given, date)
    except msgspec.ValidationError as error:
        raise ReportError("field", f'"published" must be a date as YYYY-MM-DD, not {_short(given)}') from error


def _short(given: Any) -> str:
    shown = msgspec.json.encode(given).decode()
    return shown if len(shown) <= 40 else f"{shown[:40]}…"
