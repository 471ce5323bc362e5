"""The quality gate: `make quality`, or `python -m quality.gate [--raise [--margin N]] [--accept-lower "reason"]`.

Codes the bundled reports, and the shared gold sets where they lie beside the project, and compares the scorer's figures with
the floors pinned in `quality/floors.json`. Exit status 1 below a floor, or where a corpus is not the one that was pinned.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from isnad.coding.coder import Coder
from quality.agreement import Row
from quality.fixtures import gold_reports
from quality.floors import Floors, Measured, faults, lift, lower, measured_figures, read_floors, write_floors
from quality.gold import code_rows, digest, open_coder, read_rows
from quality.scoring import score

ROOT: Final = Path(__file__).resolve().parents[1]
FLOORS: Final = ROOT / "quality" / "floors.json"
SHARED: Final = ROOT.parent / "shared" / "gold"
BUNDLED: Final = "bundled"
SHARED_SETS: Final = ("dev", "train")


def main(arguments: Sequence[str] | None = None, floors_at: Path = FLOORS, shared: Path = SHARED) -> int:
    """Judge all corpora that are there; print their figures, and what is wrong to standard error."""
    asked = _parser().parse_args(arguments)
    floors, coder, wrong = read_floors(floors_at), open_coder(), []
    for corpus, read in corpora(shared).items():
        measured, failed = measure(read(), coder)
        print(figures_line(corpus, measured, floors))
        floors, refused = _moved(floors, corpus, measured, asked)
        wrong += [f"{corpus}: {why}" for why in failed] + (refused or faults(floors, corpus, measured))
    for name in SHARED_SETS:
        if name not in corpora(shared):
            print(f"{name}: {shared / name}.jsonl is not here, so it is not judged")
    if (asked.lift or asked.accept_lower) and not wrong:
        write_floors(floors_at, floors)
    print(*wrong, sep="\n", file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


def corpora(shared: Path = SHARED) -> dict[str, Callable[[], list[Row]]]:
    """The annotated corpora that are there, by name, each with what reads it."""
    found: dict[str, Callable[[], list[Row]]] = {BUNDLED: gold_reports}
    for name in SHARED_SETS:
        path = shared / f"{name}.jsonl"
        if path.exists():
            found[name] = partial(read_rows, path)
    return found


def measure(docs: list[Row], coder: Coder) -> tuple[Measured, list[str]]:
    """The coder's figures on annotated reports, and the reports that gave an error instead of a result."""
    coded = code_rows(docs, coder)
    figures = measured_figures(score(docs, coded).result())
    failed = [f"{row['id']} could not be coded: {row['error']['message']}" for row in coded if "error" in row]
    return Measured(digest=digest(docs), reports=len(docs), figures=figures), failed


def figures_line(corpus: str, measured: Measured, floors: Floors) -> str:
    """The figures of a corpus in one line, each with its distance from the floor."""
    pinned = floors.corpora[corpus].floors if corpus in floors.corpora else {}
    told = (
        f"{name} {value}" + (f" ({value - pinned[name]:+.1f})" if name in pinned else "")
        for name, value in measured.figures.items()
    )
    return f"{corpus} ({measured.reports} reports): {', '.join(told)}"


def _moved(floors: Floors, corpus: str, measured: Measured, asked: argparse.Namespace) -> tuple[Floors, list[str]]:
    """The floors moved as asked, and why they were not."""
    if asked.accept_lower:
        floors = lower(floors, corpus, measured, asked.accept_lower, date.today())
    if not asked.lift:
        return floors, []
    try:
        return lift(floors, corpus, measured, asked.margin), []
    except ValueError as why:
        return floors, [str(why)]


def _reason(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("say why the floor is lowered")
    return text.strip()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quality.gate", description="Compare the coder's figures with floors."
    )
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument(
        "--margin", type=float, default=0.0, metavar="POINTS", help="with --raise: stay this far below what is measured"
    )
    parser.add_argument(
        "--accept-lower", type=_reason, metavar="REASON", help="lower the floors that are missed, and keep the reason"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
