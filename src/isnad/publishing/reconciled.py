"""What reconciling found, for people and for programs: a summary in Arabic and English, CSV, JSON Lines."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final, TextIO

import msgspec
import yaml

from isnad.model.outside import ReconciledRow
from isnad.publishing.wording import Label

STATUSES: Final = ("on_record", "unsure", "missing", "not_in_file")
SLOTS: Final = ("day", "place", "killed", "actors", "type")
# What makes a spreadsheet read a cell as a formula (as in `table`).
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_EXAMPLES: Final = 10


def write_rows(rows: Iterable[ReconciledRow], stream: TextIO, format_: str, *, bom: bool = False) -> None:
    """Write rows as `jsonl`, or as `csv` with a heading; several values in one cell are parted by ";".

    `bom` begins a CSV file with a byte order mark, without which Excel takes Arabic for another encoding.
    """
    if format_ == "jsonl":
        stream.writelines(msgspec.json.encode(row).decode() + "\n" for row in rows)
        return
    if bom:
        stream.write("\ufeff")
    writer = csv.writer(stream)
    writer.writerow(ReconciledRow.__struct_fields__)
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in ReconciledRow.__struct_fields__])


def summary_lines(rows: Iterable[ReconciledRow], passed: int, bad: int) -> Iterator[str]:
    """How many of each, what differs how often, and the likeliest examples; `passed` and `bad` are rows of the file."""
    given = list(rows)
    statuses = Counter(row.status for row in given)
    for status in STATUSES:
        yield _counted(status, statuses[status])
    if passed:
        yield _counted("passed", passed)
    if bad:
        yield _counted("bad", bad)
    certain = [row for row in given if row.status == "on_record"]
    differing = [row for row in certain if row.differs]
    if certain:
        yield _counted("differing", len(differing))
        slots = Counter(slot for row in differing for slot in row.differs)
        yield from (f"  {_counted(slot, slots[slot])}" for slot in SLOTS if slots[slot])
    for row in sorted(differing, key=lambda row: -(row.chance or 0))[:_EXAMPLES]:
        yield f"{row.event}\t{row.incident}\t{'; '.join(_told(row, slot) for slot in row.differs)}"


def _counted(name: str, count: int) -> str:
    label = _labels()[name]
    return f"{count:>10,}  {label.en:<36}  {label.ar}"


def _told(row: ReconciledRow, slot: str) -> str:
    theirs, ours = (_cell(getattr(row, f"{side}_{slot}")) for side in ("event", "incident"))
    apart = f" ({row.km_apart} km)" if slot == "place" else ""
    return f"{slot}: {theirs} ≠ {ours}{apart}"


def _cell(value: object) -> str | int | float | None:
    text = ";".join(map(str, value)) if isinstance(value, tuple) else value
    if isinstance(text, str):
        return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
    return text if isinstance(text, int | float) else None


@cache
def _labels() -> dict[str, Label]:
    raw = yaml.safe_load(files("isnad.publishing").joinpath("reconciled.yaml").read_text("utf-8"))
    return msgspec.convert(raw["titles"], dict[str, Label])
