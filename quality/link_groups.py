"""Groups of reports on one incident: read, coded, made into mentions."""

from __future__ import annotations

import gzip
import importlib.util
import json
import pickle
import random
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any

from isnad.coding.coder import Coder
from isnad.model.coded import CodedReport
from isnad.model.mention import Mention, ReportFacts
from isnad.model.report import Report

Group = dict[str, Any]
_WEIGHTS = Path(__file__).parent.parent / "src" / "isnad" / "coding" / "weights.json"


def read_groups(path: Path, half: str | None = None) -> list[Group]:
    """The groups of a file, or only those of even or odd place in it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        groups = [json.loads(line) for line in lines]
    return groups if half is None else groups[("even", "odd").index(half) :: 2]


def split_groups(groups: Sequence[Group], seed: int) -> tuple[list[Group], list[Group]]:
    """Two halves. Groups that share a report, or are one incident, stay together: neighbours are what is hard.

    Such sets of groups are ordered by the number of their reports and each two in turn dealt by lot.
    """
    dice = random.Random(seed)
    units = sorted(_units(groups), key=lambda unit: (-sum(len(g["reports"]) for g in unit), unit[0]["group"]))
    halves: tuple[list[Group], list[Group]] = ([], [])
    for at in range(0, len(units), 2):
        for half, unit in zip(dice.sample(halves, 2), units[at : at + 2], strict=False):
            half.extend(unit)
    return halves


def _units(groups: Sequence[Group]) -> list[list[Group]]:
    unit_of: dict[str, list[Group]] = {}
    for group in groups:
        marks = [f"group {group['group']}", *(f"group {also}" for also in group.get("also") or [])]
        marks += [f"report {report['id']}" for report in group["reports"]]
        met = {id(unit_of[mark]): unit_of[mark] for mark in marks if mark in unit_of}
        unit = [*(one for other in met.values() for one in other), group]
        unit_of.update(dict.fromkeys(marks, unit))
        for mark, other in list(unit_of.items()):
            if id(other) in met:
                unit_of[mark] = unit
    return list({id(unit): unit for unit in unit_of.values()}.values())


def load_scorer(path: Path) -> ModuleType:
    """`link_score.py` as a module; it lies outside the project, beside the `score.py` that it imports."""
    sys.path.insert(0, str(path.parent.resolve()))
    spec = importlib.util.spec_from_file_location("link_score", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def code_groups(groups: Sequence[Group]) -> list[CodedReport]:
    """Every report of the groups coded once, in order of first appearance; what this coder coded before is kept in a file."""
    reports = {doc["id"]: _report(doc) for group in groups for doc in group["reports"]}
    coder = Coder()
    mark = blake2b(coder.name.encode() + _WEIGHTS.read_bytes(), digest_size=12)
    kept = Path(tempfile.gettempdir()) / f"isnad-links-{mark.hexdigest()}.pickle"
    known: dict[Report, CodedReport] = pickle.loads(kept.read_bytes()) if kept.exists() else {}
    new = [report for report in reports.values() if report not in known]
    if new:
        known |= dict(zip(new, coder.code_many(new), strict=True))
        kept.write_bytes(pickle.dumps(known))
    return [known[report] for report in reports.values()]


def mentions_of(coded: Sequence[CodedReport]) -> list[tuple[Mention, str]]:
    """The mentions of coded reports, numbered in order, each with its report's text."""
    found: list[tuple[Mention, str]] = []
    for report in coded:
        facts = ReportFacts(id=report.id, outlet=report.outlet, published=report.published)
        for incident in report.incidents:
            seq = len(found) + 1
            mention = Mention(id=f"m-{seq:012x}", seq=seq, report=facts, incident=incident)
            found.append((mention, report.text))
    return found


def told_by(scorer: ModuleType, groups: Sequence[Group], mentions: Sequence[Mention]) -> list[tuple[int, str]]:
    """Each verified telling that was coded, as (mention's number, name of the true incident)."""
    by_report: dict[str, list[Any]] = {}
    for mention in mentions:
        spans = [(span.start, span.end) for span in mention.incident.mentions]
        by_report.setdefault(mention.report.id, []).append((mention.seq, spans))
    hits = [
        (scorer.predicted(item, by_report), item["gold"])
        for item in scorer.items(list(groups))
        if item["report"] in by_report
    ]
    return [(seq, gold) for seq, gold in hits if seq is not None]


def _report(doc: dict[str, Any]) -> Report:
    published = date.fromisoformat(doc["published"]) if doc.get("published") else None
    return Report(id=doc["id"], text=doc["text"], published=published, outlet=doc.get("outlet"))
