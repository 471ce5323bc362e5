"""`python -m benchmarks.exports [--incidents 100000] [--profile public] [--workspace DIR]`: what each export costs.

Made incidents go through the whole way of `isnad export` but for the record: protected, mapped, written with their
claims. With `--workspace` they come from its record, read and assembled over and over until there are as many as asked
for. Each format runs in a process of its own, so that memory is its own. Ends with status 1 where a format takes more
than 30 s by the clock or 2 GB (issue 6, "Must show" 6); seconds of processor stand beside the clock, which on a busy
machine measures the neighbours too.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice, repeat
from pathlib import Path
from time import perf_counter
from typing import Final

from isnad.model.coded import Incident, IncidentType
from isnad.model.mention import Mention, ReportFacts
from isnad.model.recorded import BestFigure, LossSlot, RecordedIncident, Rule, SourcedFigure, Told
from isnad.model.slots import Party, Weapon, When, Where
from isnad.publishing.formats import FORMATS
from isnad.publishing.profiles import Profile

_MOST_SECONDS: Final = 30
_MOST_MEBIBYTES: Final = 1907  # 2 GB
_TYPES: tuple[IncidentType, ...] = ("shelling", "air_strike", "armed_attack", "killing", "clash", "bombing")
_ACTORS = (
    ("islamic-state", "Islamic State", "non_state"),
    ("syrian-armed-forces", "Syrian government forces", "state"),
    ("sdf", "Syrian Democratic Forces", "non_state"),
)
_TARGETS = (("civilian", "civilian", "civilians"), ("hospital", "hospital", "facility"), *_ACTORS)
_PLACES = (
    ("Al-Bab", "Aleppo", "SY-HL", "Al-Bab District", 36.37, 37.51),
    ("Ar-Raqqah", "Ar-Raqqah", "SY-RA", "Raqqa District", 35.95, 39.01),
    ("Mosul", "Nineveh", "IQ-NI", "Mosul District", 36.34, 43.12),
)
_FIRST = date(2016, 1, 1)


def made_incidents(count: int, seed: int = 7) -> Iterator[RecordedIncident]:
    """So many incidents of two reports and three figures each, made one by one."""
    dice = random.Random(seed)
    for number in range(count):
        yield _incident(number, dice)


def _incident(number: int, dice: random.Random) -> RecordedIncident:
    identity, day, dead = f"m-{number:012x}", _FIRST + timedelta(days=dice.randrange(3_000)), dice.randrange(1, 40)
    name, admin1, code, admin2, latitude, longitude = dice.choice(_PLACES)
    figures = tuple(
        _figure(identity, slot, dead + extra, day) for slot, extra in (("killed", 0), ("killed", 3), ("wounded", 9))
    )
    best = tuple(
        BestFigure(slot=slot, low=low, best=low, high=low + 3, rule="isnad_default", roots=1)
        for slot, low in _toll(dead)
    )
    return RecordedIncident(
        id=identity,
        type=dice.choice(_TYPES),
        status="happened",
        when=When(earliest=day, latest=day, precision="day", start=0, end=4, text="أمس"),
        where=Where(
            name=name,
            country=code[:2],
            admin1=admin1,
            admin1_code=code,
            admin2=admin2,
            latitude=latitude + dice.random() / 10,
            longitude=longitude,
            precision=1,
            radius_km=3.0,
            start=9,
            end=14,
            text="الباب",
        ),
        perpetrators=(_party(dice.choice(_ACTORS)),),
        targets=(_party(dice.choice(_TARGETS)),),
        weapons=(Weapon(name="artillery", start=0, end=4, text="مدفع"),),
        best=best,
        figures=figures,
        roots=("daffa-watch", "وكاله النهر"),
        told=tuple(_told(f"{identity}", part, day) for part in range(2)),
        confidence=0.7,
    )


def _toll(dead: int) -> tuple[tuple[LossSlot, int], ...]:
    return ("killed", dead), ("wounded", dead + 9)


def _party(actor: tuple[str, str, str]) -> Party:
    return Party(text=actor[1], start=0, end=5, name=actor[1], id=actor[0], kind=actor[2])  # type: ignore[arg-type]


def _figure(identity: str, slot: str, low: int, day: date) -> SourcedFigure:
    speaker = Party(text="المتحدث سالم العمر", start=0, end=9, name="المتحدث سالم العمر", kind="official")
    return SourcedFigure(
        slot=slot,  # type: ignore[arg-type]
        low=low,
        high=low,
        mention=identity,
        report=f"r-{identity}",
        outlet="وكالة النهر",
        published=day,
        chain=(speaker,),
        root="المتحدث سالم العمر",
        start=10,
        end=18,
        text=f"{low} شخصاً",
    )


def _told(identity: str, part: int, day: date) -> Told:
    report = ReportFacts(id=f"r-{identity}-{part}", outlet="وكالة النهر", published=day, title="عنوان الخبر")
    incident = Incident(id=f"{report.id}#1", mentions=(), type="shelling")
    return Told(mention=Mention(id=identity, seq=part, report=report, incident=incident), role="new")


def recorded_incidents(workspace: Path, count: int, rule: Rule) -> Iterator[RecordedIncident]:
    """So many incidents of a record, read from the database and assembled each time anew."""
    from isnad.cli.record_list import incidents_of
    from isnad.cli.recording import open_at

    with open_at(workspace) as record:
        yield from islice(chain.from_iterable(incidents_of(record, None, rule) for _ in repeat(None)), count)


def run_format(name: str, count: int, profile: Profile, folder: Path, workspace: Path | None) -> bool:
    """Export in this process and print seconds, peak MiB and bytes; whether the bounds of the issue are kept."""
    from isnad.cli.registry import load_registry
    from isnad.places.gazetteer import load_gazetteer
    from isnad.publishing.coarsening import Coarsener
    from isnad.publishing.exporting import export
    from isnad.publishing.formats import Writing, format_named
    from isnad.publishing.profiles import Protection, protector
    from isnad.publishing.pseudonyms import Pseudonyms

    began, now, path = perf_counter(), datetime.now(UTC), folder / f"out.{name}"
    protect = protector(
        Protection(profile=profile, as_of=now), Pseudonyms("00" * 32), lambda: Coarsener(load_gazetteer())
    )
    writing, made_by = Writing(path=path, public=profile == "public", created=now), format_named(name)
    given = recorded_incidents(workspace, count, made_by.rule) if workspace else made_incidents(count)
    done = export(given, made_by, writing, protect, load_registry(), folder / "claims.csv")
    took, used = perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    busy = used.ru_utime + used.ru_stime  # what a machine with nothing else to do would take
    peak = used.ru_maxrss / 1024
    size = path.stat().st_size / 1_048_576
    print(
        f"{name:<11} {took:6.1f} s  {busy:6.1f} s of processor  {peak:6.0f} MiB  {size:7.1f} MiB  {done.incidents:,} written",
        flush=True,
    )
    return took <= _MOST_SECONDS and peak <= _MOST_MEBIBYTES


def main() -> int:
    """Print a line for each format; exit status 1 over a bound."""
    given = _parser().parse_args()
    if given.here:
        with tempfile.TemporaryDirectory() as folder:
            kept = run_format(given.names[0], given.incidents, given.profile, Path(folder), given.workspace)
        return 0 if kept else 1
    if given.workspace is None:
        began = perf_counter()
        print(f"making {given.incidents:,} incidents alone: ", end="", flush=True)
        print(f"{sum(1 for _ in made_incidents(given.incidents)) and perf_counter() - began:.1f} s")
    program = [sys.executable, "-m", "benchmarks.exports", "--here", "--incidents", str(given.incidents)]
    program += ["--profile", given.profile, *(("--workspace", str(given.workspace)) if given.workspace else ())]
    over = [name for name in given.names or FORMATS if subprocess.run([*program, "--as", name], check=False).returncode]
    print(f"over {_MOST_SECONDS} s by the clock or {_MOST_MEBIBYTES:,} MiB: {', '.join(over) or 'none'}")
    return 1 if over else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Time and memory of each export.")
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--profile", choices=("private", "partner", "public"), default="private")
    parser.add_argument("--as", dest="names", action="append", choices=tuple(FORMATS))
    parser.add_argument("--workspace", type=Path, help="take the incidents from this record")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
