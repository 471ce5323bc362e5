"""`isnad places import`: what came of it, and the gazetteer made ready for the next run."""

import sys
from pathlib import Path
from typing import Final

from isnad.cli import SOME_NOT_CODED
from isnad.cli.messages import complain, read_messages
from isnad.cli.output import open_output
from isnad.places.gazetteer import load_gazetteer
from isnad.places.imported import places_folder
from isnad.places.importing import Summary, import_places

_COUNTS: Final = ("new", "same", "changed")


def run_import(path: Path, folder: Path | None, replace: bool) -> int:
    """Import the places at `path` and tell what came of it; the exit status."""
    kept = places_folder(folder)
    summary = import_places(path, kept, replace=replace)
    gazetteer = load_gazetteer(folder=kept)  # made now, so that the next run need not
    for refused in summary.refused:
        print(f"isnad: {refused.where}: {refused.reason}", file=sys.stderr)
    with open_output(None) as stream:
        stream.write("\n".join(_lines(summary, kept, len(gazetteer))) + "\n")
    if summary.refused:
        complain("places_refused", f"{len(summary.refused)} lines could not be used; the others were")
        return SOME_NOT_CODED
    return 0


def _lines(summary: Summary, folder: Path, places: int) -> list[str]:
    words = read_messages()
    lines = [f"{words[f'import_{name}']} · {name}: {getattr(summary, name):,}" for name in _COUNTS]
    lines.append(f"{words['import_refused']} · refused: {len(summary.refused):,}")
    passed = sum(summary.passed_over.values())
    if passed:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in list(summary.passed_over.items())[:8])
        lines.append(f"{words['import_passed']} · kinds not wanted: {passed:,} ({kinds})")
    lines.append(f"{words['import_held']} · imported places kept in {folder}: {summary.held:,}")
    lines.append(f"{words['import_all']} · places of the gazetteer now: {places:,}")
    return lines
