"""The bundled reports as annotated reports with offsets: `python -m quality.fixtures [OUTPUT.jsonl] [--check]`.

Writes the same JSON Lines as other gold files, or with `--check` prints which annotated rows the coder gets right.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import msgspec
import yaml

from isnad.fixtures import bundled_files
from quality.agreement import Row
from quality.annotation import Act, AnnotatedReport, Change, Condition, Place, Saying, Toll
from quality.locating import BadAnnotationError, Words

LOSSES: Final = ("killed", "killed_perpetrators", "wounded", "captured", "escaped", "strength")
Quotation: TypeAlias = Saying | Change | Condition


def gold_reports() -> list[Row]:
    """All bundled reports as gold rows, by name; raises `BadAnnotationError`."""
    docs = [gold_report(file.name, file.read_text("utf-8")) for file in bundled_files()]
    if len({doc["id"] for doc in docs}) < len(docs):
        raise BadAnnotationError("two bundled reports have the same id")
    return docs


def gold_report(name: str, content: str) -> Row:
    """One file's contents as a gold row; raises `BadAnnotationError`, which names file and field."""
    try:
        read = msgspec.convert(yaml.safe_load(content), AnnotatedReport)
    except (yaml.YAMLError, msgspec.ValidationError) as why:
        raise BadAnnotationError(f"{name}: {why}") from why
    if name != f"{read.id}.yaml":
        raise BadAnnotationError(f"{name}: id: the file is not named after the report's id {read.id!r}")
    words = Words(name, read.text)
    return {
        "id": read.id,
        "published": read.published.isoformat(),
        "outlet": read.outlet,
        "text": read.text,
        "incidents": _each("incidents", read.incidents, lambda field, act: _incident(words, field, act)),
        "statements": _each("statements", read.statements, lambda field, said: _statement(words, field, said)),
        "assessments": _each("assessments", read.assessments, lambda field, found: _assessment(words, field, found)),
        "situations": _each("situations", read.situations, lambda field, found: _situation(words, field, found)),
    }


def _each(field: str, rows: Sequence[Any], convert: Callable[[str, Any], Row]) -> list[Row]:
    return [convert(f"{field}[{number}]", row) for number, row in enumerate(rows)]


def _incident(words: Words, field: str, act: Act) -> Row:
    row: Row = {
        "mentions": [words.span(f"{field}.mentions[{n}]", mention) for n, mention in enumerate(act.mentions)],
        "type": act.type,
        "status": act.status,
        "when": _when(words, field, act),
        "where": _where(words, f"{field}.where", act.where),
        **{slot: words.range(f"{field}.{slot}", getattr(act, slot)) for slot in LOSSES},
        **{slot: words.all(f"{field}.{slot}", getattr(act, slot)) for slot in ("perpetrators", "targets", "weapons")},
        "according_to": words.all(f"{field}.according_to", act.according_to),
        "claimed_by": words.one(f"{field}.claimed_by", act.claimed_by),
        "aggregate": act.aggregate,
        "incident_count": words.pair(f"{field}.incident_count", act.incident_count),
        "figures": _each(f"{field}.figures", act.figures, lambda at, toll: _figure(words, at, toll)),
    }
    return row | {"optional": True} if act.optional else row


def _when(words: Words, field: str, act: Act) -> Row | None:
    if act.when is None:
        return None
    earliest, latest = act.when
    if latest < earliest:
        raise words.wrong(f"{field}.when", f"{earliest} is after {latest}")
    return {"earliest": earliest.isoformat(), "latest": latest.isoformat()}


def _where(words: Words, field: str, place: Place | None) -> Row | None:
    if place is None:
        return None
    text = words.one(f"{field}.text", place.text)
    return {"text": text, "country": place.country, "admin1": place.admin1, "relation": place.relation}


def _figure(words: Words, field: str, toll: Toll) -> Row:
    if toll.slot not in LOSSES:
        raise words.wrong(f"{field}.slot", f"{toll.slot!r} is none of {', '.join(LOSSES)}")
    counted = words.range(field, (toll.low, toll.high)) or {}
    return {"slot": toll.slot, **counted, "according_to": words.all(f"{field}.according_to", toll.according_to)}


def _statement(words: Words, field: str, said: Saying) -> Row:
    return {
        **_quoted(words, field, said),
        "speaker": words.one(f"{field}.speaker", said.speaker),
        "chain": words.all(f"{field}.chain", said.chain),
        "direct": said.direct,
        "medium": words.one(f"{field}.medium", said.medium),
        "kind": said.kind,
    }


def _assessment(words: Words, field: str, found: Change) -> Row:
    return {
        **_quoted(words, field, found),
        "measure": found.measure,
        "direction": found.direction,
        **_circumstances(words, field, found),
    }


def _situation(words: Words, field: str, found: Condition) -> Row:
    return {**_quoted(words, field, found), "kind": found.kind, **_circumstances(words, field, found)}


def _quoted(words: Words, field: str, row: Quotation) -> Row:
    span = words.span(f"{field}.quote", row.quote)
    return {"quote": span["text"], **span}


def _circumstances(words: Words, field: str, row: Change | Condition) -> Row:
    named = {slot: words.one(f"{field}.{slot}", getattr(row, slot)) for slot in ("actor", "period", "where")}
    return named | {"according_to": words.all(f"{field}.according_to", row.according_to)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the gold rows, or print the check; 2 where an annotation is wrong."""
    parser = argparse.ArgumentParser(prog="python -m quality.fixtures", description="The bundled reports as gold.")
    parser.add_argument("output", nargs="?", type=Path, help="where to write JSON Lines")
    parser.add_argument("--check", action="store_true", help="print which annotated rows the coder gets right")
    asked = parser.parse_args(arguments)
    try:
        docs = gold_reports()
    except BadAnnotationError as why:
        print(why, file=sys.stderr)
        return 2
    if asked.output:
        lines = (json.dumps(doc, ensure_ascii=False) + "\n" for doc in docs)
        asked.output.write_text("".join(lines), encoding="utf-8")
    if asked.check:
        from quality.demo_check import check_lines
        from quality.gold import code_rows, open_coder

        print("\n".join(check_lines(docs, code_rows(docs, open_coder()))))
    if not asked.output and not asked.check:
        print(
            f"{len(docs)} bundled reports, {sum(len(doc['incidents']) for doc in docs)} incidents: all quotations stand"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
