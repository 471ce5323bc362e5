"""What each family of the judge's features brings: `python -m quality.ablation ANNOTATED.jsonl… [--corpus FILE]`.

The questions that a family serves are fitted again without it, the other questions keep their weights, and the reports are
coded and scored anew: five-fold, so that no report is coded by weights that have seen it. Fitted on all annotated reports,
scored on the files named and the bundled reports, whose annotation is whole. Thresholds and the strength of regularisation
stay as they are with all features, which favours the full set a little.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from isnad.coding.judging import Judge
from quality.agreement import Row
from quality.crossing import FOLDS, Types, all_examples, code_folds, fold_judge
from quality.families import FAMILIES, Family, without
from quality.fitting import annotated, asking
from quality.learning import Examples
from quality.scoring import score

SHOWN: Final = ("incidents", "typed", "when", "place", "killed", "perpetrators", "record", "sourced_record")


def judges_without(judges: Sequence[Judge], examples: Examples, types: Types, family: Family) -> list[Judge]:
    """The judges of all folds, each with the questions that a family serves fitted again without it."""
    kept, kept_types = without(examples, types, family)
    found = []
    for fold, judge in enumerate(judges):
        again = fold_judge(kept, kept_types, fold)
        found.append(msgspec.structs.replace(judge, questions=judge.questions | again.questions))
    return found


def figures_of(docs: Sequence[Row], judges: Sequence[Judge]) -> dict[str, float]:
    """The figures of the table, in percent."""
    result = score(docs, code_folds(docs, list(judges), {})).result()
    return {name: result[name]["f1"] for name in SHOWN}


def line_of(name: str, figures: dict[str, float], full: dict[str, float] | None = None) -> str:
    """One row of the table in Markdown: the figures, or how far they are from the full set's."""
    cells: list[Any] = [f"{figures[f]:.1f}" if full is None else f"{figures[f] - full[f]:+.1f}" for f in SHOWN]
    return f"| {name} | {' | '.join(cells)} |"


def main() -> int:
    """Print the table, row by row as it comes."""
    parser = asking(__doc__)
    parser.add_argument("--only", metavar="WORDS", help="only the families whose name holds these words")
    args = parser.parse_args()
    docs, ours = annotated(args.annotated, args.corpus)
    scored = docs[: len(docs) - ours]
    examples, types = all_examples(docs)
    judges = [fold_judge(examples, types, fold) for fold in range(FOLDS)]
    full = figures_of(scored, judges)
    print(f"| without | {' | '.join(f'`{name}`' for name in SHOWN)} |\n|---{'|---' * len(SHOWN)}|")
    print(line_of("– (all features)", full), flush=True)
    for family in FAMILIES:
        if not args.only or args.only in family.name:
            figures = figures_of(scored, judges_without(judges, examples, types, family))
            print(line_of(family.name, figures, full), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
