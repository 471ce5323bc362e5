"""`isnad explain`: an incident's values one by one, with their words, what spoke for them, and the best rival refused."""

from itertools import islice

import msgspec

from isnad.cli.engine import open_explainer
from isnad.cli.explain_text import explanation_lines
from isnad.cli.request import ExplainFormat, Request
from isnad.coding.accounts import Explanation
from isnad.intake import Unreadable, read_reports
from isnad.model.errors import IsnadError, ReportError, UsageError
from isnad.model.report import Report


def run_explain(
    request: Request, incident: str, identity: str | None, format_: ExplainFormat = ExplainFormat.text
) -> None:
    """Print why each value of `incident` was chosen, and what was refused for it.

    Raises UsageError when there is no such report or incident, ReportError when the report cannot be read.
    """
    explanation = _explain(request, _find_report(request, identity or _report_part(incident)), incident)
    print(explanation_json(explanation) if format_ is ExplainFormat.json else "\n".join(explanation_lines(explanation)))


def explanation_json(explanation: Explanation) -> str:
    """The incident's id and its explained values as indented JSON; numbers as in the contract, weights in log odds."""
    told = {"incident": explanation.incident.id, "values": explanation.values}
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()


def _explain(request: Request, report: Report, incident: str) -> Explanation:
    """Whatever goes wrong in coding is the report's own error, as in `isnad code`."""
    explain = open_explainer(request.lexicon, request.places, request.places_dir, request.borders)
    try:
        return explain(report, incident)
    except IsnadError:
        raise
    except Exception as why:
        raise ReportError("internal", f"{type(why).__name__}: {why}") from why


def _report_part(incident: str) -> str | None:
    report, mark, _ = incident.rpartition("#")
    return report if mark else None


def _find_report(request: Request, identity: str | None) -> Report:
    """The report called `identity`; without a name, the only one there is."""
    items = read_reports(request.paths, request.published, request.outlet)
    found = list(islice((item for item in items if identity in (None, item.id)), 2 if identity is None else 1))
    if not found:
        raise UsageError(f"no report {identity or ''} in {request.paths[0]}")
    if len(found) > 1:
        raise UsageError(f"{request.paths[0]} holds more than one report; say which with --id")
    (item,) = found
    if isinstance(item, Unreadable):
        raise ReportError(item.kind, f"{item.where}: {item.message}")
    return item
