"""How many sentences are read rightly as assertions or refusals: `python -m quality.asserting [FILE] [--errors HALF]`.

A sentence is read rightly where it is refused for the annotated reason, or all that is annotated agrees: actor, country and
division of one area, measure, direction, types, size within 2 %, the period and what it is compared with overlapping by
four fifths of their union, the act since which or of which it speaks. What is annotated as not said must not be there.
"""

import argparse
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from isnad.coding.asserting import Asserter
from isnad.model.assertion import Assertion, Refusal
from isnad.model.stretches import Days

ANNOTATED = Path(__file__).parents[1] / "tests" / "coding" / "asserting.jsonl"
_FRESH = ("fresh_first", "fresh_second", "fresh_third", "fresh_fourth", "fresh_fifth", "fresh_sixth", "fresh_seventh")
HALVES = ("developing", "held_out", "second_held_out", "unseen", *_FRESH)


def read_rows(path: Path = ANNOTATED) -> list[dict[str, Any]]:
    """The annotated sentences."""
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]


def differences(row: dict[str, Any], said: Assertion | Refusal) -> list[str]:
    """What a sentence was read as that it is not annotated as; nothing where it was read rightly."""
    if "refusal" in row or isinstance(said, Refusal):
        reason: str = said.reason if isinstance(said, Refusal) else "assertion"
        due = row.get("refusal", "assertion")
        return [] if reason == due else [f"{reason} for {due}"]
    pairs = {
        "measure": (said.measure, row["measure"]),
        "direction": (said.direction, row["direction"]),
        "actor": (said.actor.id if said.actor else None, row.get("actor")),
        "types": (" ".join(sorted(said.types)), " ".join(sorted(row.get("types", [])))),
    }
    found = [f"{name}: {got} for {due}" for name, (got, due) in pairs.items() if got != due]
    return found + _of_place(row, said) + _of_size(row, said) + _of_time(row, said) + _of_event(row, said)


def _of_place(row: dict[str, Any], said: Assertion) -> list[str]:
    got = [(area.country, area.admin1) for area in said.areas] or [(None, None)]
    due = row.get("country"), row.get("admin1")
    right = any(one[0] == due[0] and (due[1] is None or one[1] == due[1]) for one in got)
    return [] if right else [f"area: {got} for {due}"]


def _of_size(row: dict[str, Any], said: Assertion) -> list[str]:
    got, due = said.size.factor if said.size else None, row.get("factor")
    same = got == due or (got is not None and due is not None and abs(got / due - 1) < 0.02)
    return [] if same else [f"factor: {got} for {due}"]


def _of_time(row: dict[str, Any], said: Assertion) -> list[str]:
    published = date.fromisoformat(row["published"])
    found = (
        [] if _alike(said.period, row.get("period"), published) else [f"period: {said.period} for {row.get('period')}"]
    )
    # How far back a record reaches is only held against what is annotated: "منذ سنوات" says no year.
    if (row["direction"] != "record" or "compared" in row) and not _alike(
        said.compared, row.get("compared"), published
    ):
        found.append(f"compared: {said.compared} for {row.get('compared')}")
    return found


def _alike(got: Days | None, due: list[str] | None, published: date) -> bool:
    if got is None or due is None:
        return got is None and due is None
    first, last = date.fromisoformat(due[0]), min(date.fromisoformat(due[1]), published)
    both = (min(got[1], last) - max(got[0], first)).days + 1
    either = (max(got[1], last) - min(got[0], first)).days + 1
    return both / either >= 0.8


def _of_event(row: dict[str, Any], said: Assertion) -> list[str]:
    due = row.get("anchor")
    told = " ".join(event.text for event in (said.since, said.event) if event)
    return [] if due is None or due in told else [f"event: {told} for {due}"]


def main() -> None:
    """Print the share read rightly, by half and kind; with `--errors HALF` what was read wrongly there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=ANNOTATED)
    parser.add_argument("--errors", choices=HALVES)
    asked = parser.parse_args()
    asserter, tally = Asserter(), Counter[tuple[str, str, bool]]()
    for row in read_rows(asked.file):
        wrong = differences(row, asserter.read(row["text"], date.fromisoformat(row["published"])))
        tally[row["half"], "refusal" if "refusal" in row else "assertion", not wrong] += 1
        if wrong and row["half"] == asked.errors:
            print(row["id"], row["text"], *wrong, sep="\n    ")
    for half in HALVES:
        for kind in ("assertion", "refusal"):
            right, missed = tally[half, kind, True], tally[half, kind, False]
            print(f"{half}\t{kind}\t{right}/{right + missed}")


if __name__ == "__main__":
    main()
