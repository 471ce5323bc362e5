"""What is added to the record, what became of it, and what cannot be added."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct

from isnad.model.coded import CodedReport
from isnad.model.report import Report
from isnad.model.slots import Figure
from isnad.model.span import Span

Outcome = Literal["new", "known", "recoded", "failed", "erased"]
_LARGEST: Final = 2**63 - 1  # what a column of numbers holds


class Arrival(Struct, frozen=True, kw_only=True):
    """A report with what a coder made of it; `original` are its bytes, or the file that holds them.

    Give each report its own bytes where a file holds many: erasing one report takes its original away.
    """

    report: Report
    coded: CodedReport
    original: bytes | Path | None = None
    intake_path: str | None = None


class Added(Struct, frozen=True, kw_only=True):
    """What became of one arrival; `mentions` are the ids its current coding tells, `message` says why not.

    `known`: nothing changed; `recoded`: another coder's reading was put beside the old one; `failed`: nothing of it was
    kept; `erased`: it was erased once and is not added again unless asked.
    """

    id: str
    outcome: Outcome
    mentions: tuple[str, ...] = ()
    message: str | None = None


def refusal(arrival: Arrival) -> str | None:
    """Why an arrival cannot be kept, None where it can."""
    report, coded = arrival.report, arrival.coded
    if coded.error is not None:
        return f"{coded.error.kind}: {coded.error.message}"
    if (coded.id, coded.text) != (report.id, report.text):
        return "the coded report is of another report"
    if "\0" in report.text:
        return "the text has a zero byte"
    try:
        msgspec.json.encode(report)
    except UnicodeEncodeError:
        return "the text has half a surrogate pair"
    if any(number > _LARGEST for number in _numbers(coded)):
        return "a figure is beyond all counting"
    return next((f"the words at {start}–{end} are not those of the text" for start, end in _astray(coded)), None)


def _numbers(coded: CodedReport) -> Iterator[int]:
    for incident in coded.incidents:
        for name in incident.__struct_fields__:
            value: Any = getattr(incident, name)
            for loss in value if name == "figures" else [value]:
                yield from (getattr(loss, "low", 0) or 0, getattr(loss, "high", 0) or 0)


def _astray(coded: CodedReport) -> Iterator[tuple[int, int]]:
    for incident in coded.incidents:
        told: tuple[Span | Figure, ...] = (*incident.mentions, *incident.figures)
        for span in told:
            if coded.text[span.start : span.end] != span.text:
                yield span.start, span.end
