"""Our annotation of corpus reports, kept as offsets alone: none of the reports' words are in the project.

`python -m quality.corpus_annotation CORPUS ANNOTATED.yaml…` writes `corpus_annotation.jsonl`: a line for each report, with
its id, a digest of its text, and its incidents, every quotation as `[start, end]`. A file is annotated as the bundled
reports are (`quality.annotation`), without the text: `id` and `incidents`. Reading the lines back needs the corpus.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import msgspec
import yaml
from msgspec import Struct

from quality.agreement import Row
from quality.annotation import Act
from quality.fixtures import LOSSES
from quality.locating import BadAnnotationError, Words

KEPT: Final = Path(__file__).parent / "corpus_annotation.jsonl"
_LISTS: Final = ("perpetrators", "targets", "weapons", "according_to")
_PLAIN: Final = ("type", "status", "aggregate", "optional", "incident_count", *LOSSES)


class AnnotatedFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An annotation whose text lies in the corpus."""

    id: str
    incidents: list[Act]


def pack(name: str, content: str, reports: dict[str, Row]) -> Row:
    """The offsets of one annotated file; raises `BadAnnotationError`, which names file and field."""
    try:
        read = msgspec.convert(yaml.safe_load(content), AnnotatedFile)
        text = reports[read.id]["text"]
    except (yaml.YAMLError, msgspec.ValidationError, KeyError) as why:
        raise BadAnnotationError(f"{name}: {why}") from why
    words = Words(name, text)
    rows = [_packed(words, f"incidents[{number}]", act) for number, act in enumerate(read.incidents)]
    return {"id": read.id, "digest": _digest(text), "incidents": rows}


def _packed(words: Words, field: str, act: Act) -> Row:
    def spans(slot: str, quoted: Sequence[str]) -> list[list[int]]:
        found = (words.span(f"{field}.{slot}[{number}]", member) for number, member in enumerate(quoted))
        return [[span["start"], span["end"]] for span in found]

    row: Row = {"mentions": spans("mentions", act.mentions)}
    row |= {slot: msgspec.to_builtins(getattr(act, slot)) for slot in _PLAIN}
    row |= {slot: spans(slot, getattr(act, slot)) for slot in _LISTS}
    if act.when:
        row["when"] = [day.isoformat() for day in act.when]
    if act.where:
        place = act.where
        row["where"] = [*spans("where", [place.text]), place.country, place.admin1, place.relation]
    if act.claimed_by:
        row["claimed_by"] = spans("claimed_by", [act.claimed_by])[0]
    return {key: value for key, value in row.items() if value not in (None, [], False)}


def unpack(line: Row, report: Row) -> Row:
    """A kept line as a gold row, with the words of the corpus report; raises `BadAnnotationError` for another text."""
    text = report["text"]
    if _digest(text) != line["digest"]:
        raise BadAnnotationError(f"{line['id']}: the corpus holds another text than the one that was annotated")
    nothing: Row = {"statements": [], "assessments": [], "situations": []}
    return {**report, "incidents": [_unpacked(text, row) for row in line["incidents"]], **nothing, "ours": True}


def _unpacked(text: str, row: Row) -> Row:
    def words(span: Sequence[int]) -> str:
        return text[span[0] : span[1]]

    found: Row = {key: row.get(key) for key in ("type", "status", "incident_count")}
    found |= {"aggregate": row.get("aggregate", False), "figures": []}
    found["mentions"] = [{"start": s, "end": e, "text": text[s:e]} for s, e in row["mentions"]]
    found |= {slot: _range(row.get(slot)) for slot in LOSSES}
    found |= {slot: [words(span) for span in row.get(slot, [])] for slot in _LISTS}
    found["claimed_by"] = words(row["claimed_by"]) if "claimed_by" in row else None
    found["when"] = dict(zip(("earliest", "latest"), row["when"], strict=True)) if "when" in row else None
    found["where"] = None
    if "where" in row:
        span, country, admin1, relation = row["where"]
        found["where"] = {"text": words(span), "country": country, "admin1": admin1, "relation": relation}
    return found | {"optional": True} if row.get("optional") else found


def _range(pair: Sequence[Any] | None) -> Row | None:
    return {"low": pair[0], "high": pair[1]} if pair else None


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=6).hexdigest()


def annotated_corpus(corpus: Path) -> list[Row]:
    """All corpus reports that we annotated, as gold rows in the order of the kept lines."""
    reports = read_corpus(corpus)
    lines = [json.loads(line) for line in KEPT.read_text("utf-8").splitlines()]
    return [unpack(line, reports[line["id"]]) for line in lines]


def read_corpus(corpus: Path) -> dict[str, Row]:
    """The reports of a JSON Lines file, which may be gzipped, by id."""
    opened = gzip.open if corpus.suffix == ".gz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        return {doc["id"]: doc for doc in map(json.loads, lines)}


def _all_packed(paths: Sequence[Path], reports: dict[str, Row]) -> Iterator[Row]:
    seen: set[str] = set()
    for path in paths:
        row = pack(path.name, path.read_text("utf-8"), reports)
        if row["id"] in seen:
            raise BadAnnotationError(f"{path.name}: report {row['id']} is annotated twice")
        seen.add(row["id"])
        yield row


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the kept lines; 2 where an annotation is wrong, and then nothing is written."""
    parser = argparse.ArgumentParser(prog="python -m quality.corpus_annotation", description="Keep offsets alone.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("annotated", type=Path, nargs="+")
    asked = parser.parse_args(arguments)
    try:
        packed = list(_all_packed(asked.annotated, read_corpus(asked.corpus)))
    except BadAnnotationError as why:
        print(why, file=sys.stderr)
        return 2
    lines = (json.dumps(row, separators=(",", ":"), ensure_ascii=False) for row in packed)
    KEPT.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    rows = sum(len(row["incidents"]) for row in packed)
    print(f"{len(packed)} reports, {rows} incidents: all quotations stand")
    return 0


if __name__ == "__main__":
    sys.exit(main())
