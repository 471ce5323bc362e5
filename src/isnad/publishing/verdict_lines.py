"""A verdict as one line of JSON (`isnad check --format json`); fields are only ever added."""

import msgspec

from isnad.model.assertion import Asserted, Refusal
from isnad.model.finding import Table
from isnad.model.verdict import Verdict


def verdict_line(verdict: Verdict | Refusal, by: Asserted | None = None) -> str:
    """The ruling and reason, the assertion, who made it in which report, and all figures and ids.

    Of a sentence that asserts nothing testable: `ruling` is null and `refusal` says why. Text of a report stands only in
    `text` of the assertion, which is what is judged.
    """
    told = {key: getattr(by, key) for key in ("report", "outlet", "published", "start", "end")} if by else None
    if isinstance(verdict, Refusal):
        line = {"ruling": None, "refusal": verdict.reason, "text": verdict.text, "said_in": told}
    else:
        line = {**{key: getattr(verdict, key) for key in ("ruling", "reason", "measure")}, "said_in": told}
        line |= {key: getattr(verdict, key) for key in verdict.__struct_fields__ if key not in line}
    return msgspec.json.encode(line).decode()


def table_line(table: Table) -> str:
    """The table of measures as one line, under `table`; the lines of verdicts follow it."""
    return msgspec.json.encode({"table": table}).decode()
