"""Which annotated rows of the bundled reports the coder gets right, for reading: one line a row, one block a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from quality.agreement import Row, count, interval, place_names
from quality.scoring import verdicts_of
from quality.verdict import Verdict, status_of

COLUMNS: Final = ("type", "status", "when", "place", "killed")
LONGEST_WORDS: Final = 48


def check_lines(gold: Sequence[Row], coded: Sequence[Row]) -> Iterator[str]:
    """The check as lines: `✓` right, `✗` wrong (gold, then what the coder gave), `−` a row missed, `+` one too many."""
    by_id = {row["id"]: row for row in coded}
    right = total = 0
    yield f"   {'  '.join(COLUMNS)}"
    for doc in gold:
        verdicts = verdicts_of(doc, by_id.get(doc["id"]))
        right += sum(verdict.record for verdict in verdicts)
        total += sum(verdict.gold is not None for verdict in verdicts)
        yield f"\n{doc['id']} · {doc.get('outlet') or '–'} · {doc.get('published') or '–'}"
        yield from (check_line(verdict) for verdict in verdicts)
        if not verdicts:
            yield "✓ no incidents, none given"
    yield f"\n{right} of {total} annotated rows are right records"


def check_line(verdict: Verdict) -> str:
    """One row: what is right about it, the words it stands on, and what differs."""
    row = verdict.gold or verdict.predicted or {}
    words = row["mentions"][0]["text"][:LONGEST_WORDS] if row.get("mentions") else "–"
    if verdict.gold is None:
        return f"+ {words} | {_told(row)}"
    if verdict.predicted is None:
        return f"− {words} | {_told(row)}"
    answers = slots_right(verdict)
    marks = " ".join(f"{name} {'✓' if ok else '✗'}" for name, ok in answers.items())
    wrong = [
        f"{name}: {_value(name, verdict.gold)} ≠ {_value(name, verdict.predicted)}"
        for name, ok in answers.items()
        if not ok
    ]
    return " | ".join([f"{'✓' if verdict.record else '✗'} {marks}", words, *wrong])


def slots_right(verdict: Verdict) -> dict[str, bool]:
    """The five answers of a row as the scorer's whole-record figure asks them, and its status."""
    answers = (verdict.right["typed"], verdict.status, verdict.when, verdict.place, verdict.right["killed"])
    return dict(zip(COLUMNS, answers, strict=True))


def _told(row: Row) -> str:
    return " ".join(f"{name}={_value(name, row)}" for name in COLUMNS)


def _value(name: str, row: Row) -> str:
    if name == "when":
        return _days(row.get("when"))
    if name == "place":
        where: Any = row.get("where") or {}
        return f"{' = '.join(dict.fromkeys(place_names(where))) or '–'} ({where.get('admin1') or '–'})"
    if name == "killed":
        low, high = count(row.get("killed")) or ("–", "–")
        return str(low) if low == high else f"{low}–{'' if high is None else high}"
    return status_of(row) if name == "status" else str(row.get("type"))


def _days(when: Any) -> str:
    if interval(when) is None:
        return "–"
    return str(when["earliest"]) if when["earliest"] == when["latest"] else f"{when['earliest']}…{when['latest']}"
