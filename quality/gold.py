"""Annotated reports: reading them, giving them to the coder, and the digest that tells one corpus from another."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from pathlib import Path

import msgspec

from isnad.coding.coder import Coder
from isnad.coding.judging import Judge
from isnad.model.report import Report
from isnad.publishing.contract import to_json
from quality.agreement import Row


def read_rows(path: Path) -> list[Row]:
    """JSON Lines with an `id` of its own on every line; raises ValueError that names file and line otherwise."""
    rows: dict[str, Row] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                if row["id"] in rows:
                    raise ValueError(f"id {row['id']} stands twice")
            except (ValueError, KeyError, TypeError) as why:
                raise ValueError(f"{path}:{number}: {type(why).__name__}: {why}") from why
            rows[row["id"]] = row
    return list(rows.values())


def to_report(doc: Row) -> Report:
    """An annotated report as the coder takes it, without its annotation."""
    published = date.fromisoformat(doc["published"]) if doc.get("published") else None
    return Report(id=doc["id"], text=doc["text"], published=published, outlet=doc.get("outlet"))


def open_coder(weights: Path | None = None) -> Coder:
    """The coder as it ships, or with the judge's weights of another file."""
    coder = Coder()
    if weights is not None:
        # The coder's settings name no weights: users have no call to change them, only measuring does.
        coder._judge = msgspec.json.decode(weights.read_bytes(), type=Judge)
    return coder


def code_rows(docs: Iterable[Row], coder: Coder) -> list[Row]:
    """What the coder gives for annotated reports, as the lines that `isnad code` writes."""
    return [json.loads(to_json(coded)) for coded in coder.code_many(map(to_report, docs))]


def digest(docs: Iterable[Row]) -> str:
    """BLAKE2b of texts and annotations, the same for the same contents however their JSON is written."""
    total = blake2b(digest_size=16)
    for doc in docs:
        total.update(json.dumps(doc, ensure_ascii=False, sort_keys=True).encode() + b"\n")
    return total.hexdigest()
