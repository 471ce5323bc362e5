"""Quality floors: figures below which the gate fails, pinned with a digest of the corpus they were measured on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from quality.scoring import FIGURES

ACCURACIES: Final = ("status", "empty")


class Measured(Struct, frozen=True, kw_only=True):
    """What the coder reaches on one corpus: each figure in percent, and the corpus by digest and number of reports."""

    digest: str
    reports: int
    figures: dict[str, float]


class Pin(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The floors of one corpus."""

    digest: str
    reports: int
    floors: dict[str, float]


class Lowering(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A floor that was lowered on purpose; the list of them only grows."""

    day: date
    corpus: str
    figure: str
    before: float
    after: float
    reason: str


class Floors(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All pinned floors; a figure may lie `tolerance` points below its floor, so that a weight's last digit is no news."""

    tolerance: float = 0.5
    corpora: dict[str, Pin] = {}
    lowered: tuple[Lowering, ...] = ()


def measured_figures(result: dict[str, Any]) -> dict[str, float]:
    """The figures a floor is set for: F1 of each, and the accuracies that have something to be right about."""
    figures = {name: result[name]["f1"] for name in FIGURES}
    shares = {name: result[name]["accuracy"] for name in ACCURACIES}
    return figures | {name: share for name, share in shares.items() if share is not None}


def faults(floors: Floors, corpus: str, measured: Measured) -> list[str]:
    """Why the gate fails on a corpus: one line for each reason, none where it passes."""
    pin = floors.corpora.get(corpus)
    if pin is None:
        return [f"{corpus}: no floors are pinned; pin them with --raise"]
    found = [
        f"{corpus}: {name} is {measured.figures[name]}, its floor is {pin.floors[name]}"
        for name in below(floors, corpus, measured)
    ]
    found += [
        f"{corpus}: {name} has no floor; pin it with --raise" for name in measured.figures if name not in pin.floors
    ]
    found += [
        f"{corpus}: {name} has a floor but was not measured" for name in pin.floors if name not in measured.figures
    ]
    if pin.digest != measured.digest:
        found.append(
            f"{corpus}: texts or annotations changed ({pin.reports} reports then, {measured.reports} now), so its floors are"
            " of another corpus; pin it anew with --raise, or with --accept-lower where a figure falls"
        )
    return found


def below(floors: Floors, corpus: str, measured: Measured) -> list[str]:
    """Figures further below their floor than the tolerance allows."""
    pinned = floors.corpora[corpus].floors if corpus in floors.corpora else {}
    # Rounded, as 57.3 - 0.5 is a little more than 56.8 in binary.
    return [
        name
        for name, value in measured.figures.items()
        if name in pinned and round(value - pinned[name], 3) < -floors.tolerance
    ]


def lower(floors: Floors, corpus: str, measured: Measured, reason: str, day: date) -> Floors:
    """The floors with those that were missed lowered to what was measured, and the reason on record."""
    missed = below(floors, corpus, measured)
    if not missed:
        return floors
    pin = floors.corpora[corpus]
    records = tuple(
        Lowering(
            day=day, corpus=corpus, figure=name, before=pin.floors[name], after=measured.figures[name], reason=reason
        )
        for name in missed
    )
    values = pin.floors | {name: measured.figures[name] for name in missed}
    return _with_pin(floors, corpus, measured, values, floors.lowered + records)


def lift(floors: Floors, corpus: str, measured: Measured, margin: float) -> Floors:
    """The floors raised to `margin` points below what was measured, where that is higher, for the corpus as it is now.

    Raises ValueError where a figure is below its floor: that is not raising.
    """
    missed = below(floors, corpus, measured)
    if missed:
        raise ValueError(f"{corpus}: {', '.join(missed)} fell below the floor; that takes --accept-lower")
    pinned = floors.corpora[corpus].floors if corpus in floors.corpora else {}
    values = {
        name: max(pinned.get(name, 0.0), round(max(0.0, value - margin), 1)) for name, value in measured.figures.items()
    }
    return _with_pin(floors, corpus, measured, values, floors.lowered)


def _with_pin(
    floors: Floors, corpus: str, measured: Measured, values: dict[str, float], lowered: tuple[Lowering, ...]
) -> Floors:
    pin = Pin(digest=measured.digest, reports=measured.reports, floors=values)
    return msgspec.structs.replace(floors, corpora=floors.corpora | {corpus: pin}, lowered=lowered)


def read_floors(path: Path) -> Floors:
    """The pinned floors; none where the file is not there. Raises msgspec.ValidationError where it is wrong."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.exists() else Floors()


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors for people to read in a diff."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")
