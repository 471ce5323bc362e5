"""What a command was asked to do."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct


class Format(StrEnum):
    """How coded reports are written."""

    jsonl = "jsonl"
    table = "table"
    html = "html"


class ExplainFormat(StrEnum):
    """How an explanation is written."""

    text = "text"
    json = "json"


class Borders(StrEnum):
    """The policy for places whose state is disputed (docs/borders.md)."""

    un = "un"
    de_facto = "de_facto"
    none = "none"


class Request(Struct, frozen=True, kw_only=True):
    """Which reports to code, with what, and where the results go (`output` None: standard output).

    `progress` None shows progress only on a terminal.
    """

    paths: tuple[str, ...]
    published: date | None = None
    outlet: str | None = None
    lexicon: Path | None = None
    places: Path | None = None
    places_dir: Path | None = None
    borders: Borders = Borders.un
    format: Format = Format.jsonl
    output: Path | None = None
    progress: bool | None = None


def coding_request(
    paths: Iterable[str],
    published: datetime | None,
    outlet: str | None,
    lexicon: Path | None,
    places: Path | None,
    places_dir: Path | None,
    borders: Borders,
    progress: bool | None = None,
) -> Request:
    """What every command that codes reports is asked, from its options as typer reads them (`coding_options`)."""
    return Request(
        paths=tuple(paths),
        published=published.date() if published else None,
        outlet=outlet,
        lexicon=lexicon,
        places=places,
        places_dir=places_dir,
        borders=borders,
        progress=progress,
    )
