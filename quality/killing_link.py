"""Killing `link` at random moments: the record must be sound, and the incidents those of an undisturbed run.

    python -m quality.killing_link --rounds 200 [--url postgresql+psycopg://USER@HOST/NAME] [--seed N]

A record of ready coded reports, three of which tell one incident, is linked in small batches by a process that is
killed (`SIGKILL`) some milliseconds after it began its work, at most so many as an undisturbed one takes; once all is
linked, everything is set to be linked again.
The database named by `--url` must be empty; without it the record is kept by a file in a temporary folder.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from isnad.cli import record_link
from isnad.cli.record_link import run_link
from isnad.model.coded import CodedReport, Incident
from isnad.model.report import Report
from isnad.model.slots import Loss, When, Where
from isnad.model.span import span_of
from isnad.record.arrivals import Arrival
from isnad.record.store import Record, create_record
from isnad.text.folding import fold

TELLING = 3  # reports of one incident
BATCH = 20  # mentions that one transaction of the killed process links
_TEXT = "{outlet}: قُتل {count} أشخاص في قصف على قرية {name} يوم الاثنين."
_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"


class KilledLinks(Struct, frozen=True, kw_only=True):
    """What the rounds came to: how many found the work half done, and what was not as it should be."""

    rounds: int
    half_done: int
    incidents: int
    differing: int
    findings: tuple[str, ...]


def ready(number: int) -> Arrival:
    """One of `TELLING` reports on one incident, with a village, a day and a toll of its own."""
    act = number // TELLING
    name = f"كفر{_LETTERS[act % 27]}{_LETTERS[act // 27 % 27]}ون"
    text = _TEXT.format(outlet=f"وكالة {_LETTERS[number % 27]}", count=act % 9 + 1, name=name)
    at, day = text.index(name), date(2024, 1, 1) + timedelta(act)
    killed = text.index("قُتل")
    incident = Incident(
        id="#1",
        type="shelling",
        mentions=(span_of(text, text.index("قصف"), text.index("قصف") + 3),),
        where=Where(
            name=name,
            latitude=33.0 + act % 7,
            longitude=36.0 + act % 11,
            precision=1,
            radius_km=2.0,
            start=at,
            end=at + len(name),
            text=name,
        ),
        when=When(earliest=day, latest=day, precision="day", basis="text", start=0, end=3, text=text[:3]),
        killed=Loss(low=act % 9 + 1, high=act % 9 + 1, start=killed, end=killed + 4, text=text[killed : killed + 4]),
    )
    report = Report(id=f"r{number}", text=text, published=day)
    return Arrival(report=report, coded=CodedReport(id=report.id, coder="ready", text=text, incidents=(incident,)))


def kill_links(folder: Path, rounds: int, url: str | None, seed: int, reports: int = 120) -> KilledLinks:
    """Make a record in `folder` and kill so many linking processes; `verify` runs after every tenth and at the end."""
    chance, half_done, differing, findings = random.Random(seed), 0, 0, list[str]()
    with create_record(folder, fold, url) as record:
        record.add([ready(number) for number in range(reports)])
        longest = _ended_after(folder, None)
        whole = _incidents(record)
        for number in range(rounds):
            waiting = _waiting(record)
            if not waiting:
                with record.linking() as session:
                    session.unlink_all()
                waiting = _waiting(record)
            _ended_after(folder, chance.uniform(0, longest))
            half_done += 0 < _waiting(record) < waiting
            if number % 10 == 9 or number == rounds - 1:
                findings += [f"round {number + 1}: {one.table} {one.row} {one.what}" for one in record.verify()]
                run_link(folder, use_publication=True, anew=False)
                differing += _incidents(record) != whole
    return KilledLinks(
        rounds=rounds, half_done=half_done, incidents=len(whole), differing=differing, findings=tuple(findings)
    )


def _incidents(record: Record) -> set[frozenset[str]]:
    return {frozenset(mention.id for mention in group) for group in record.groups()}


def _waiting(record: Record) -> int:
    with record.linking() as session:
        return len(session.unlinked())


def _ended_after(folder: Path, seconds: float | None) -> float:
    """Link in a process that is killed after so many seconds of work, or left alone; gives how long it worked."""
    command = [sys.executable, "-m", "quality.killing_link", "--link-in", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise RuntimeError("a process without its output")
        process.stdout.readline()  # the clock starts once it is at work
        begun = time.perf_counter()
        timer = threading.Timer(seconds or 0, process.kill)
        if seconds is not None:
            timer.start()
        process.stdout.read()
        timer.cancel()
        return time.perf_counter() - begun


def _link(folder: Path) -> None:
    """Link in small batches; the first line says that all is loaded."""
    for name in ("duckdb", "gaoya.minhash", *(f"isnad.linking.{room}" for room in ("copies", "scoring", "regrouping"))):
        import_module(name)
    record_link.BATCH = BATCH  # type: ignore[misc]
    print("at work", flush=True)
    run_link(folder, use_publication=True, anew=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; the exit status is 1 where something was not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--url")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--link-in", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.link_in is not None:
        _link(asked.link_in)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        found = kill_links(Path(folder) / "workspace", asked.rounds, asked.url, asked.seed)
    print(
        f"{found.rounds} rounds, {found.half_done} found half done; {found.incidents} incidents each time but", end=" "
    )
    print(f"{found.differing}; verify: {list(found.findings)}")
    return 1 if found.differing or found.findings else 0


if __name__ == "__main__":
    sys.exit(main())
