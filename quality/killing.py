"""Killing `add` at random moments: what was acknowledged must be there, and the record sound.

    python -m quality.killing --rounds 200 [--url postgresql+psycopg://USER@HOST/NAME] [--seed N]

Each round starts a process that adds ready coded reports in small batches and prints the ids of a batch once it is
committed; it is killed (`SIGKILL`) some milliseconds later. The next round goes on where the record then stands. The
database named by `--url` must be empty; without it the record is kept by a file in a temporary folder.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from isnad.model.coded import CodedReport, Incident
from isnad.model.report import Report
from isnad.model.slots import Loss
from isnad.model.span import span_of
from isnad.record.arrivals import Arrival
from isnad.record.store import create_record, open_record
from isnad.record.workspace import read_workspace
from isnad.text.folding import fold

BATCH = 5
LONGEST_SECONDS = 0.25  # between the first acknowledged batch and the kill
_TEXT = "خبر رقم {number}: قُتل {count} أشخاص في قصف على قرية، ثم انفجرت عبوة على الطريق."


class Killed(Struct, frozen=True, kw_only=True):
    """What the rounds came to; `lost` are acknowledged ids that are not on record, `findings` those of `verify`."""

    rounds: int
    acknowledged: int
    on_record: int
    in_the_middle: int
    lost: tuple[str, ...]
    findings: tuple[str, ...]


def ready(number: int) -> Arrival:
    """A coded report like no other, with two mentions and an original."""
    text = _TEXT.format(number=number, count=number % 9 + 1)
    killed = text.index("قُتل")
    incidents = (
        Incident(
            id="#1",
            type="shelling",
            mentions=(span_of(text, text.index("قصف"), text.index("قصف") + 3),),
            killed=Loss(low=number % 9 + 1, high=None, start=killed, end=killed + 4, text=text[killed : killed + 4]),
        ),
        Incident(id="#2", type="bombing", mentions=(span_of(text, text.index("انفجرت"), text.index("انفجرت") + 6),)),
    )
    report = Report(id=f"r{number}", text=text, published=date(2024, 1, 1))
    coded = CodedReport(id=report.id, coder="ready", text=text, incidents=incidents)
    return Arrival(report=report, coded=coded, original=text.encode())


def keep_adding(folder: Path, first: int) -> None:
    """Add batches until killed; each line printed is an id that was committed."""
    with open_record(read_workspace(folder), fold) as record:
        while True:
            for one in record.add([ready(number) for number in range(first, first + BATCH)]):
                print(one.id, flush=True)
            first += BATCH


def kill_rounds(folder: Path, rounds: int, url: str | None, seed: int) -> Killed:
    """Make a record in `folder`, kill so many adding processes, and look after each one.

    After each round all acknowledged ids must be on record; `verify` runs after every tenth round and at the end.
    """
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    lost: set[str] = set()
    findings: list[str] = []
    in_the_middle = 0
    with create_record(folder, fold, url) as record:
        for number in range(rounds):
            before = record.counts()["reports"]
            acknowledged |= set(_killed_after(folder, before, chance.uniform(0, LONGEST_SECONDS)))
            kept = {facts.id for facts, _ in record.reports()}
            lost |= acknowledged - kept
            in_the_middle += len(kept) > len(acknowledged)
            acknowledged |= kept  # committed, though killed before it could say so
            if number % 10 == 9 or number == rounds - 1:
                findings += [f"round {number + 1}: {one.table} {one.row} {one.what}" for one in record.verify()]
        return Killed(
            rounds=rounds,
            acknowledged=len(acknowledged),
            on_record=record.counts()["reports"],
            in_the_middle=in_the_middle,
            lost=tuple(sorted(lost)),
            findings=tuple(findings),
        )


def _killed_after(folder: Path, first: int, seconds: float) -> Sequence[str]:
    command = [sys.executable, "-m", "quality.killing", "--add-to", str(folder), "--first", str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            return []
        said = [process.stdout.readline()]  # the clock starts once it is at work
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        said += process.stdout.readlines()
        timer.cancel()
        process.kill()
    return [line.strip() for line in said if line.endswith("\n")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; the exit status is 1 where something was lost or found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--url")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--add-to", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--first", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.add_to is not None:
        keep_adding(asked.add_to, asked.first)
    with tempfile.TemporaryDirectory() as folder:
        found = kill_rounds(Path(folder) / "workspace", asked.rounds, asked.url, asked.seed)
    print(
        f"{found.rounds} rounds, {found.acknowledged} reports acknowledged or committed, {found.on_record} on record,"
    )
    print(
        f"{found.in_the_middle} kills between a commit and its word; lost: {list(found.lost)}; verify: {list(found.findings)}"
    )
    return 1 if found.lost or found.findings else 0


if __name__ == "__main__":
    sys.exit(main())
