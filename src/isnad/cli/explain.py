"""`isnad explain`: an incident's values one by one, with their words, where these stand, and what decided."""

from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any, Final

import msgspec

from isnad.cli.engine import code_in_order, open_coder
from isnad.cli.request import Request
from isnad.coding.explaining import Explained, explained_values, find_incident
from isnad.intake import read_reports
from isnad.model.coded import CodedReport, Incident
from isnad.model.errors import ReportError, UsageError
from isnad.model.slots import Breakdown, Figure, Loss, Party, Victims, Weapon, When, Where
from isnad.model.span import Span
from isnad.publishing.wording import count_phrase, label, number_phrase, when_phrase

_WIDTH: Final = 20


def run_explain(request: Request, incident: str, identity: str | None) -> None:
    """Print why each value of `incident` was chosen.

    Raises UsageError when there is no such report or incident, ReportError when the report cannot be read.
    """
    report = _find_report(request, identity or _report_part(incident))
    print("\n".join(explain_lines(find_incident(report, incident))))


def explain_lines(incident: Incident) -> Iterator[str]:
    """The incident as lines for a terminal: slot, value, words with their offsets, and the reasons under it."""
    yield f"{incident.id} · {label('type', incident.type).ar} · {label('type', incident.type).en}"
    for slot, values in groupby(explained_values(incident), key=lambda explained: explained.slot):
        reasons: tuple[str, ...] = ()
        for explained in values:
            reasons = explained.reasons
            if explained.value is not None:
                yield f"{slot:<{_WIDTH}}{_line(explained)}"
        yield from (f"{'':<{_WIDTH}}← {reason}" for reason in reasons)


def _report_part(incident: str) -> str | None:
    report, mark, _ = incident.rpartition("#")
    return report if mark else None


def _find_report(request: Request, identity: str | None) -> CodedReport:
    """The report called `identity`, coded; without a name, the only one there is."""
    items = read_reports(request.paths, request.published, request.outlet)
    found = list(islice((item for item in items if identity in (None, item.id)), 2 if identity is None else 1))
    if not found:
        raise UsageError(f"no report {identity or ''} in {request.paths[0]}")
    if len(found) > 1:
        raise UsageError(f"{request.paths[0]} holds more than one report; say which with --id")
    coder = open_coder(request.lexicon, request.places, request.places_dir, request.borders)
    (report,) = code_in_order(found, coder)
    return _without_error(report)


def _without_error(report: CodedReport) -> CodedReport:
    if report.error is not None:
        raise ReportError(report.error.kind, report.error.message)
    return report


def _line(explained: Explained) -> str:
    words, shown = explained.words, _shown(explained.value)
    return f"{shown}  [{words.start}:{words.end}] «{words.text}»".lstrip() if words else shown


def _shown(value: Any) -> str:
    """A value in neutral words; the words of the report stand beside it."""
    if isinstance(value, When):
        return f"{when_phrase(value).en} ({value.precision})"
    if isinstance(value, Where):
        wider = ", ".join(part for part in (value.admin1, value.country) if part)
        return f"{value.relation or ''} {value.name} ({wider}; precision {value.precision})".lstrip()
    if isinstance(value, Party | Weapon):
        return value.name
    if isinstance(value, Victims | Breakdown):
        return msgspec.json.encode(value).decode()
    if isinstance(value, Loss):
        return number_phrase(value).en
    if isinstance(value, Figure):
        return f"{value.slot} {number_phrase(value).en}{_credited(value.according_to)}"
    if isinstance(value, tuple):
        return count_phrase(value).en
    # A mention has no value but its words.
    return "" if isinstance(value, Span) else str(value)


def _credited(chain: tuple[Party, ...]) -> str:
    return " according to " + " ← ".join(party.name for party in chain) if chain else ""
