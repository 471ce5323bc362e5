"""Codes annotated reports and scores them: `python -m quality.evaluate GOLD.jsonl [--errors N] [--coder-weights FILE]`."""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from quality.agreement import Row
from quality.gold import code_rows, open_coder, read_rows
from quality.scoring import score, table


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scorer's table; wrong records, drawn at random, go to standard error. 1 where a report gave an error."""
    asked = _parser().parse_args(arguments)
    try:
        docs = read_rows(asked.gold)
    except (OSError, ValueError) as why:
        print(why, file=sys.stderr)
        return 2
    coded = code_rows(docs, open_coder(asked.coder_weights))
    failed = [row for row in coded if "error" in row]
    for row in failed:
        print(row["id"], row["error"], file=sys.stderr)
    card = score(docs, coded)
    for row in drawn(card.wrong, asked.errors, asked.seed):
        print(json.dumps(row, ensure_ascii=False), file=sys.stderr)
    result = card.result()
    print(json.dumps(result, ensure_ascii=False) if asked.json else table(result))
    return 1 if failed else 0


def drawn(rows: list[Row], wanted: int, seed: int) -> list[Row]:
    """At most `wanted` rows drawn at random, the same for the same seed."""
    return random.Random(seed).sample(rows, min(wanted, len(rows)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quality.evaluate", description="Code annotated reports and score them."
    )
    parser.add_argument("gold", type=Path, help="annotated reports, one JSON object a line")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N wrong records to standard error")
    parser.add_argument("--seed", type=int, default=1, help="which errors are drawn")
    parser.add_argument("--coder-weights", type=Path, metavar="FILE", help="weights other than those that ship")
    parser.add_argument("--json", action="store_true", help="the figures as JSON instead of a table")
    return parser


if __name__ == "__main__":
    sys.exit(main())
